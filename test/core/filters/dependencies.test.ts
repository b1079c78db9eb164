import { compileFilter, dependenciesOf, type Filter } from '@kith/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';
import { entities, filters, moments } from './generated.js';

const open: Filter = { field: 'status', is: 'eq', value: 'open' };

describe('what a filter depends on', () => {
  it('F27 lists each field once, sorted', () => {
    const filter: Filter = { or: [open, { not: { and: [{ field: 'amount.minor', is: 'gt', value: 5 }, open] } }] };
    expect(dependenciesOf(filter).fields).toEqual(['amount.minor', 'status']);
    expect(dependenciesOf({ and: [] })).toEqual({ fields: [], readsClock: false, readsNow: false });
  });

  it('F27 gives an entity that was changed elsewhere the same answer', () => {
    fc.assert(
      fc.property(filters, entities, fc.jsonValue(), moments, (filter, entity, other, moment) => {
        const matcher = compileFilter(filter, moment);
        const read = new Set(dependenciesOf(filter).fields.map((path) => path.split('.')[0]));
        const changed = Object.fromEntries(
          Object.entries({ ...(entity as object), added: 1 }).map(([key, value]) => [
            key,
            read.has(key) ? value : other,
          ]),
        );
        expect(matcher(changed)).toBe(matcher(entity));
      }),
      fuzz(1000),
    );
  });

  it('F28 tells whether time alone can change the answer', () => {
    const clock = (value: { day: number } | { startOfDay: number } | { instant: number } | string) => {
      const { readsClock, readsNow } = dependenciesOf({
        and: [open, { not: { field: 'x', is: 'in', value: ['a', value] } }],
      });
      return { readsClock, readsNow };
    };
    expect(clock('2026-11-22')).toEqual({ readsClock: false, readsNow: false });
    expect(clock({ day: 0 })).toEqual({ readsClock: true, readsNow: false });
    expect(clock({ startOfDay: 0 })).toEqual({ readsClock: true, readsNow: false });
    expect(clock({ instant: 0 })).toEqual({ readsClock: true, readsNow: true });
  });
});
