import { compileFilter, type Filter, type FilterValue, type Instant, matches } from '@kith/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envAt, frozen } from '../../support/env.js';
import { fuzz } from '../../support/fuzz.js';
import { entities, filters, moments } from './generated.js';
import { meets } from './reference.js';

const holds = (filter: Filter, entity: unknown): boolean => matches(filter, entity, envAt());

describe('filters', () => {
  it('F1 reads nested paths, and any item of an array is enough', () => {
    const contact = {
      name: 'Léa',
      emails: [{ value: 'a@acme.com' }, { value: 'b@home.net' }],
      address: { city: 'Lyon' },
      tags: ['vip', 'fair'],
    };
    expect(holds({ field: 'address.city', is: 'eq', value: 'Lyon' }, contact)).toBe(true);
    expect(holds({ field: 'emails.value', is: 'contains', value: 'home' }, contact)).toBe(true);
    expect(holds({ field: 'emails.value', is: 'eq', value: 'c@home.net' }, contact)).toBe(false);
    expect(holds({ field: 'tags', is: 'eq', value: 'fair' }, contact)).toBe(true);
    expect(holds({ field: 'name.length', is: 'gt', value: 0 }, contact)).toBe(false);
    expect(holds({ field: 'emails.length', is: 'gt', value: 0 }, contact)).toBe(false);
    expect(holds({ field: 'emails.0.value', is: 'exists', value: true }, contact)).toBe(false);
  });

  it('F2 compares scalars as they are', () => {
    expect(holds({ field: 'x', is: 'eq', value: 5 }, { x: 5 })).toBe(true);
    expect(holds({ field: 'x', is: 'eq', value: 5 }, { x: '5' })).toBe(false);
    expect(holds({ field: 'x', is: 'eq', value: false }, { x: 0 })).toBe(false);
    expect(holds({ field: 'x', is: 'eq', value: 'Acme' }, { x: 'acme' })).toBe(false);
    expect(holds({ field: 'x', is: 'in', value: ['a', 5] }, { x: 5 })).toBe(true);
    expect(holds({ field: 'x', is: 'in', value: ['a', 5] }, { x: 'b' })).toBe(false);
    expect(holds({ field: 'x', is: 'eq', value: 'a' }, { x: { a: 'a' } })).toBe(false);
  });

  it('F3 takes a missing value for null', () => {
    for (const entity of [{}, { x: null }, { x: undefined }, { x: [null, 1] }, { x: [] }]) {
      expect(holds({ field: 'x', is: 'eq', value: null }, entity)).toBe(true);
      expect(holds({ field: 'x', is: 'in', value: ['a', null] }, entity)).toBe(true);
    }
    for (const entity of [{ x: 0 }, { x: '' }, { x: [1] }, { x: {} }])
      expect(holds({ field: 'x', is: 'eq', value: null }, entity)).toBe(false);
  });

  it('F4 negates eq by ne, field or no field', () => {
    expect(holds({ field: 'x', is: 'ne', value: 5 }, {})).toBe(true);
    expect(holds({ field: 'x', is: 'ne', value: 5 }, { x: [5, 6] })).toBe(false);
    fc.assert(
      fc.property(
        entities,
        fc.constantFrom('name', 'tags', 'emails.value'),
        fc.constantFrom<FilterValue>(null, 'a', 1, { day: 0 }),
        moments,
        (entity, field, value, moment) => {
          expect(matches({ field, is: 'ne', value }, entity, moment)).toBe(
            !matches({ field, is: 'eq', value }, entity, moment),
          );
        },
      ),
      fuzz(500),
    );
  });

  it('F5 orders numbers, and text by code point, and nothing across', () => {
    expect(holds({ field: 'x', is: 'lt', value: 10 }, { x: 9 })).toBe(true);
    expect(holds({ field: 'x', is: 'lt', value: 10 }, { x: '9' })).toBe(false);
    expect(holds({ field: 'x', is: 'lt', value: '10' }, { x: '9' })).toBe(false);
    expect(holds({ field: 'x', is: 'gte', value: 'a' }, { x: 'a' })).toBe(true);
    expect(holds({ field: 'x', is: 'gt', value: 'a' }, { x: null })).toBe(false);
    // Code units would put the emoji (U+1F600, units from U+D83D) before U+FFFD.
    expect(holds({ field: 'x', is: 'gt', value: '\uFFFD' }, { x: '\u{1F600}' })).toBe(true);
    expect(holds({ field: 'x', is: 'lte', value: 'e\u0301' }, { x: 'é' })).toBe(true);
  });

  it.each([
    ['acme', 'ACME GmbH'],
    ['STRASSE', 'Lange Straße 5'],
    ['straße', 'LANGE STRASSE'],
    ['istanbul', 'İstanbul'],
    ['ISTANBUL', 'ıstanbul'],
    ['οδος', 'ΟΔΟΣ 5'],
    ['ΟΔΟΣ', 'οδοσυ'],
    ['e\u0301cole', 'École'],
    ['école', 'E\u0301COLE'],
    ['小明', '王小明'],
    ['ПРИВЕТ', 'привет'],
    ['', 'anything'],
  ])('F6 finds %s in %s', (wanted, text) => {
    expect(holds({ field: 'x', is: 'contains', value: wanted }, { x: text })).toBe(true);
    const start = text.slice(text.search(/[^ ]*$/u));
    expect(holds({ field: 'x', is: 'startsWith', value: '' }, { x: start })).toBe(true);
  });

  it('F6 starts with, but minds accents', () => {
    expect(holds({ field: 'x', is: 'startsWith', value: 'ÉCO' }, { x: 'e\u0301cole' })).toBe(true);
    expect(holds({ field: 'x', is: 'startsWith', value: 'cole' }, { x: 'école' })).toBe(false);
    expect(holds({ field: 'x', is: 'contains', value: 'resume' }, { x: 'résumé' })).toBe(false);
    expect(holds({ field: 'x', is: 'contains', value: '5' }, { x: 5 })).toBe(false);
  });

  it('F7 looks for whole items in an array', () => {
    const entity = { tags: ['VIP', 'trade fair'], emails: [{ value: 'vip@acme.com' }] };
    expect(holds({ field: 'tags', is: 'contains', value: 'vip' }, entity)).toBe(true);
    expect(holds({ field: 'tags', is: 'contains', value: 'vi' }, entity)).toBe(false);
    expect(holds({ field: 'tags', is: 'startsWith', value: 'trade' }, entity)).toBe(true);
    expect(holds({ field: 'emails.value', is: 'contains', value: 'vi' }, entity)).toBe(true);
  });

  it('F8 tells whether there is a value', () => {
    const exists: Filter = { field: 'x', is: 'exists', value: true };
    for (const entity of [{ x: 0 }, { x: '' }, { x: false }, { x: [] }, { x: {} }])
      expect(holds(exists, entity)).toBe(true);
    for (const entity of [{}, { x: null }, null, 5, 'x']) {
      expect(holds(exists, entity)).toBe(false);
      expect(holds({ ...exists, value: false }, entity)).toBe(true);
    }
  });

  it('F9 holds for an empty and, never for an empty or and an empty in', () => {
    expect(holds({ and: [] }, {})).toBe(true);
    expect(holds({ or: [] }, {})).toBe(false);
    expect(holds({ field: 'x', is: 'in', value: [] }, {})).toBe(false);
  });

  it('F10 reads own fields only', () => {
    for (const field of ['constructor', '__proto__', 'toString', 'constructor.name'])
      expect(holds({ field, is: 'exists', value: true }, {}), field).toBe(false);
    expect(holds({ field: '__proto__', is: 'eq', value: 'x' }, JSON.parse('{"__proto__":"x"}'))).toBe(true);
  });

  it('F11 reads relative dates at an explicit now, in an explicit zone', () => {
    // 23:30 in Vienna is the next day already at 00:30 in Helsinki.
    const late = '2026-11-22T22:30:00.000Z' as Instant;
    const isToday: Filter = { field: 'day', is: 'eq', value: { day: 0 } };
    expect(matches(isToday, { day: '2026-11-22' }, { now: late, timeZone: 'Europe/Vienna' })).toBe(true);
    expect(matches(isToday, { day: '2026-11-23' }, { now: late, timeZone: 'Europe/Helsinki' })).toBe(true);
    const recent: Filter = { field: 'at', is: 'gte', value: { instant: -3_600_000 } };
    expect(matches(recent, { at: '2026-11-22T21:30:00.000Z' }, { now: late, timeZone: 'UTC' })).toBe(true);
    expect(matches(recent, { at: '2026-11-22T21:29:59.999Z' }, { now: late, timeZone: 'UTC' })).toBe(false);
    const madeToday: Filter = {
      and: [
        { field: 'at', is: 'gte', value: { startOfDay: 0 } },
        { field: 'at', is: 'lt', value: { startOfDay: 1 } },
      ],
    };
    expect(matches(madeToday, { at: '2026-11-21T23:00:00.000Z' }, { now: late, timeZone: 'Europe/Vienna' })).toBe(true);
    expect(matches(madeToday, { at: '2026-11-21T22:59:59.999Z' }, { now: late, timeZone: 'Europe/Vienna' })).toBe(
      false,
    );
    expect(matches(madeToday, { at: '2026-11-22T23:00:00.000Z' }, { now: late, timeZone: 'Europe/Vienna' })).toBe(
      false,
    );
    // On 29 March a fortnight before starts an hour later by UTC than on 30 March.
    const spring = { now: '2026-03-29T10:00:00.000Z' as Instant, timeZone: 'Europe/Vienna' };
    expect(
      matches({ field: 'at', is: 'eq', value: { startOfDay: 1 } }, { at: '2026-03-29T22:00:00.000Z' }, spring),
    ).toBe(true);
    expect(
      matches({ field: 'at', is: 'eq', value: { startOfDay: 0 } }, { at: '2026-03-28T23:00:00.000Z' }, spring),
    ).toBe(true);
  });

  it('F12 answers as a plain reading of the laws does', () => {
    fc.assert(
      fc.property(filters, fc.array(entities, { minLength: 1, maxLength: 8 }), moments, (filter, rows, moment) => {
        const compiled = compileFilter(filter, moment);
        for (const row of rows) expect(compiled(row)).toBe(meets(filter, row, moment));
      }),
      fuzz(3000),
    );
  });

  it('F13 does not mutate, and needs no code from text', () => {
    const filter = frozen<Filter>({
      and: [{ field: 'x', is: 'in', value: ['b', 'a'] }, { not: { field: 'y', is: 'contains', value: 'Z' } }],
    });
    const entity = frozen({ x: ['a'], y: 'z' });
    const { Function: original } = globalThis;
    globalThis.Function = new Proxy(original, {
      construct: () => {
        throw new Error('a strict content security policy forbids it');
      },
    });
    try {
      expect(holds(filter, entity)).toBe(false);
    } finally {
      globalThis.Function = original;
    }
    expect(filter).toEqual({
      and: [{ field: 'x', is: 'in', value: ['b', 'a'] }, { not: { field: 'y', is: 'contains', value: 'Z' } }],
    });
  });
});
