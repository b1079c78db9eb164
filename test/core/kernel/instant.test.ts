import { instantOf, isInstant, millisBetween } from '@kith/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';

const EARLIEST = Date.parse('0001-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');
const millis = fc.integer({ min: EARLIEST, max: LATEST });

describe('instants', () => {
  it('K4 is written one way, exists, and sorts as text', () => {
    fc.assert(
      fc.property(millis, millis, (a, b) => {
        expect(isInstant(instantOf(a))).toBe(true);
        expect(Math.sign(millisBetween(instantOf(a), instantOf(b)))).toBe(Math.sign(b - a));
        expect(instantOf(a) < instantOf(b)).toBe(a < b);
      }),
      fuzz(500),
    );
    for (const wrong of [
      '2026-02-31T00:00:00.000Z',
      '2026-11-22T24:00:00.000Z',
      '2026-11-22T09:30:60.000Z',
      '2026-11-22T09:30:00Z',
      '2026-11-22T09:30:00.000+01:00',
      '2026-11-22',
      '0000-01-01T00:00:00.000Z',
      ' 2026-11-22T09:30:00.000Z',
      '2026-11-22T09:30:00.000Z\n',
      '',
    ])
      expect(isInstant(wrong), wrong).toBe(false);
  });

  it('K5 throws beyond the years 0001 to 9999', () => {
    for (const wrong of [EARLIEST - 1, LATEST + 1, Number.NaN, Number.POSITIVE_INFINITY, 9e15])
      expect(() => instantOf(wrong)).toThrow(RangeError);
    expect(instantOf(EARLIEST)).toBe('0001-01-01T00:00:00.000Z');
    expect(instantOf(LATEST)).toBe('9999-12-31T23:59:59.999Z');
  });
});
