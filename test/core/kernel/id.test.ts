import { type Id, type Instant, instantOf, isId, kindOf, makeId } from '@kith/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';

const random = () => Math.random();

describe('ids', () => {
  it('K1 names its kind and sorts by the time it was made', () => {
    fc.assert(
      fc.property(fc.nat(4e12), fc.integer({ min: 1, max: 1e11 }), (millis, later) => {
        const first = makeId('deal', instantOf(millis), random);
        const second = makeId('deal', instantOf(millis + later), random);
        expect(first < second).toBe(true);
        expect(kindOf(first)).toBe('deal');
        expect(isId('deal', first)).toBe(true);
        expect(isId('contact', first)).toBe(false);
        expect(first).toMatch(/^deal_[0-9A-HJKMNP-TV-Z]{26}$/);
      }),
      fuzz(500),
    );
    expect(kindOf('nothing')).toBe('');
    expect(isId('deal', 'deal_')).toBe(false);
  });

  it('K2 never makes the same id twice in one millisecond', () => {
    const at = '2026-11-22T08:30:00.000Z' as Instant;
    const ids = new Set<Id>();
    for (let count = 0; count < 100_000; count++) ids.add(makeId('deal', at, random));
    expect(ids.size).toBe(100_000);
  });

  it('K3 throws for a kind that is no word and a moment before 1970', () => {
    const at = '2026-11-22T08:30:00.000Z' as Instant;
    for (const kind of ['', 'Deal', 'import_job', 'deal 1']) expect(() => makeId(kind, at, random)).toThrow(RangeError);
    expect(() => makeId('deal', '1969-12-31T23:59:59.999Z' as Instant, random)).toThrow('since 1970');
    expect(() => makeId('deal', 'yesterday' as Instant, random)).toThrow(RangeError);
  });
});
