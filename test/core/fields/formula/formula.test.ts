import type { Instant } from '@kith/core';
import { formulaProblems, formulaScope, makeFormula } from '@kith/core/fields';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../../support/fuzz.js';
import { problemOf, valueOf } from '../../../support/result.js';
import { field, registryOf } from '../registry-of.js';
import { expressions, reckon } from './reference.js';

const moment = { now: '2026-11-22T23:30:00.000Z' as Instant, timeZone: 'Europe/Vienna' };
const registry = registryOf(
  field({ name: 'size', type: 'number' }),
  field({ name: 'cost', type: 'money' }),
  field({ name: 'signed', type: 'boolean' }),
  field({ name: 'parts', type: 'choices', options: [{ value: 'a' }, { value: 'b' }] }),
);
const scope = formulaScope(registry, { on: 'deal', name: '' });
const row = {
  name: 'Brama',
  amount: { minor: 100_05, currency: 'EUR' },
  expectedCloseDay: '2026-12-31',
  createdAt: '2026-11-20T12:00:00.000Z',
  customFields: { size: 0.1, cost: { minor: 33_35, currency: 'EUR' }, signed: true, parts: ['a'] },
};
const value = (source: string, of: object = row) => valueOf(makeFormula(source, scope)).evaluate(of, moment).value;
const problem = (source: string) => problemOf(makeFormula(source, scope));

const WORKED_OUT: ReadonlyArray<readonly [string, unknown]> = [
  ['1 + 2 * 3 - 4 / 2', 5],
  ['-(2 - 5) * -2', -6],
  ['10 - 4 - 3', 3],
  ['not signed or 2 > 1 and false', false],
  ['not 1 = 2', true],
  ['amount - cost', { minor: 66_70, currency: 'EUR' }],
  ['amount * 0.5', { minor: 50_02, currency: 'EUR' }],
  ['3 * cost', { minor: 100_05, currency: 'EUR' }],
  ['amount / cost', 3],
  ['-cost', { minor: -33_35, currency: 'EUR' }],
  ['money(12.5, "EUR") < amount', true],
  ['amountOf(cost) & ""', undefined],
  ['text(cost) & "!"', '33.35 EUR!'],
  ['currencyOf(cost)', 'EUR'],
  ['expectedCloseDay - date(2026, 12, 1)', 30],
  ['addMonths(expectedCloseDay, 2)', '2027-02-28'],
  ['expectedCloseDay + 1', '2027-01-01'],
  ['days(today(), expectedCloseDay)', 38],
  ['dayOf(createdAt)', '2026-11-20'],
  ['hours(createdAt, now())', 59.5],
  ['weekday(date(2026, 11, 22)) * 10 + month(expectedCloseDay)', 82],
  ['if(size > 1, "large", "small")', 'small'],
  ['upper(left(name, 2)) & lower(right(name, 1))', 'BRa'],
  ['contains(name, "RAM") and startsWith(name, "br") and contains(parts, "a")', true],
  ['min(3, size, 2) + max(1, 2)', 2.1],
  ['round(2.675, 2) + floor(-0.5) + ceiling(0.2) + abs(-1)', 3.68],
  ['length("北京") ', 2],
  ['"say ""hi"""', 'say "hi"'],
  ['text(date(2026, 1, 9))', '2026-01-09'],
];

const REFUSED = [
  ['1 +', 'formula-syntax', 4, 'expected a value, a field or "(", got the end'],
  ['(1 + 2', 'formula-syntax', 7, 'expected ")" for the "(" at character 1'],
  ['1 2', 'formula-syntax', 3, 'expected an operator'],
  ['"open', 'formula-syntax', 1, 'no closing quotation mark'],
  ['1 ; 2', 'formula-syntax', 3, '";" means nothing'],
  ['size + amout', 'formula-unknown-field', 8, 'Did you mean "amount"'],
  ['rond(1)', 'formula-unknown-function', 1, 'Did you mean "round"'],
  ['1 + name', 'formula-type', 5, 'expected a number, got a text'],
  ['amount + 1', 'formula-type', 10, 'expected an amount of money, got a number'],
  ['amount > 5', 'formula-type', 10, 'expected an amount of money, got a number'],
  ['if(size, 1, 2)', 'formula-type', 4, 'expected true or false, got a number'],
  ['if(signed, 1, "a")', 'formula-type', 15, 'expected a number, got a text'],
  ['round("a")', 'formula-type', 7, 'expected a number, got a text'],
  ['today(1)', 'formula-arguments', 1, 'today takes 0 arguments, not 1'],
  ['if(true)', 'formula-arguments', 1, 'if takes 2 or 3 arguments, not 1'],
  ['parts', 'formula-type', 1, 'no single value'],
  ['constructor', 'formula-unknown-field', 1, 'no field "constructor"'],
  ['__proto__ + 1', 'formula-unknown-field', 1, 'no field "__proto__"'],
  ['toString()', 'formula-unknown-function', 1, 'no function "toString"'],
] as const;

describe('a formula', () => {
  it.each(WORKED_OUT)(
    'CF20 has the usual precedence, and reckons with numbers, money, days and texts: %s',
    (source, expected) => {
      if (expected === undefined) expect(problem(source).code).toBe('fields/formula-type');
      else expect(value(source)).toEqual(expected);
    },
  );

  it('CF21 reckons in decimals, exactly, and rounds money half to even', () => {
    expect(value('0.1 + 0.2')).toBe(0.3);
    expect(value('size * 3 = 0.3')).toBe(true);
    expect(value('1 / 3 * 3 = 1')).toBe(false);
    expect(value('round(1 / 3 * 3, 20)')).toBe(1);
    expect(value('9007199254740993 - 9007199254740992')).toBe(1);
    expect([0.5, 1.5, 2.5].map((times) => value(`money(0.01, "EUR") * ${times}`))).toEqual(
      [0, 2, 2].map((minor) => ({ minor, currency: 'EUR' })),
    );
  });

  it('CF22 is blank where a part is blank, but for what asks about it', () => {
    const none = { customFields: {} };
    for (const source of [
      'size + 1',
      'size > 1',
      'not signed',
      'signed and true',
      'signed or false',
      'blank & "a"',
      'max(size, 1)',
      'size = blank',
    ])
      expect([source, value(source, none)]).toEqual([source, undefined]);
    for (const [source, expected] of [
      ['signed and false', false],
      ['signed or true', true],
      ['isBlank(size)', true],
      ['isBlank(parts)', true],
      ['coalesce(size, 7)', 7],
      ['if(signed, 1, 2)', 2],
    ] as const)
      expect([source, value(source, none)]).toEqual([source, expected]);
    // A value that does not fit the field is none.
    expect(value('size + 1', { customFields: { size: 'large' } })).toBeUndefined();
  });

  it.each(REFUSED)(
    'CF23 says at which character it goes wrong, and what was expected: %s',
    (source, code, at, message) => {
      const found = problem(source);
      expect(found).toMatchObject({ code: `fields/${code}`, path: 'formula', params: { at } });
      expect(found.message).toContain(message);
    },
  );

  it('CF24 knows whether it reads the clock, and does so at the moment and in the zone it is given', () => {
    const made = valueOf(makeFormula('today()', scope));
    expect(made).toMatchObject({ readsClock: true, type: 'day', fields: [] });
    expect(made.evaluate(row, moment).value).toBe('2026-11-23');
    expect(made.evaluate(row, { ...moment, timeZone: 'America/New_York' }).value).toBe('2026-11-22');
    expect(valueOf(makeFormula('amount * size', scope))).toMatchObject({
      readsClock: false,
      fields: ['amount', 'size'],
    });
  });

  it('CF25 never hangs and never throws, whatever is written', () => {
    expect(problem(`${'('.repeat(1_000)}1${')'.repeat(1_000)}`).code).toBe('fields/formula-too-deep');
    expect(problem(`${'-'.repeat(2_000)}1`).code).toBe('fields/formula-too-deep');
    expect(problem(`${'not '.repeat(1_000)}true`).code).toBe('fields/formula-too-deep');
    expect(problem(`${'abs('.repeat(900)}1${')'.repeat(900)}`).code).toBe('fields/formula-too-deep');
    expect(problem(Array.from({ length: 1_500 }, () => '1').join('+')).code).toBe('fields/formula-too-long');
    expect(problem('x'.repeat(6_000)).code).toBe('fields/formula-too-long');
    for (const digits of [41, 400, 4_000])
      expect(problem(`size + ${'9'.repeat(digits)}`)).toMatchObject({
        code: 'fields/formula-syntax',
        params: { at: 8 },
      });
    expect(value(`1${'0'.repeat(39)} + 0`, {})).toBe(1e39);
    const huge = { customFields: { size: Number.MAX_VALUE } };
    expect(value(Array.from({ length: 240 }, () => 'size').join('*'), huge)).toBeUndefined();
    const tiny = { customFields: { size: Number.MIN_VALUE } };
    expect(value(Array.from({ length: 240 }, () => 'size').join('*'), tiny)).toBe(0);
    const words = fc.constantFrom(
      '1',
      'size',
      'amount',
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '/',
      '&',
      '=',
      '"a"',
      '"',
      'if',
      'not',
      'and',
      ' ',
      'today',
      '\\',
      '\u0000',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const made = makeFormula(parts.join(''), scope);
        if (made.ok) made.value.evaluate(row, moment);
        else expect(made.problem.params?.['at']).toBeGreaterThan(0);
      }),
      fuzz(500),
    );
  });

  it('CF26 comes to what a reference reckons with fractions', () => {
    fc.assert(
      fc.property(
        expressions,
        fc.record({ size: fc.option(fc.integer({ min: -50, max: 50 }), { nil: undefined }) }),
        ({ source, tree }, customFields) => {
          const expected = reckon(tree, customFields.size);
          const actual = value(source, { customFields });
          if (typeof expected === 'number' && typeof actual === 'number')
            expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
          else expect([source, actual]).toEqual([source, expected]);
        },
      ),
      fuzz(1_000),
    );
  });

  it('CF27 that has no result is blank, and says why', () => {
    for (const [source, at] of [
      ['1 / (size - size)', 3],
      ['cost + money(1, "USD")', 6],
      ['amount * 99999999999999999999', 8],
      ['date(2026, 2, 30)', 1],
      ['addDays(expectedCloseDay, 99999999)', 1],
      ['money(0.001, "EUR")', 1],
    ] as const) {
      const result = valueOf(makeFormula(source, scope)).evaluate(row, moment);
      expect([source, result]).toMatchObject([
        source,
        { because: { code: 'fields/formula-no-result', params: { at } } },
      ]);
      expect(result.value).toBeUndefined();
    }
    const half = registryOf(field({ name: 'half', type: 'formula', formula: 'amount / 0' }));
    expect(formulaProblems(half, 'deal', row, moment).get('half')?.message).toContain('division by zero');
  });
});
