import type { Id, Stage } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { columnTotals } from '../../../packages/elements/src/pipelines/column-totals.js';
import { mostUsedCurrency } from '../../../packages/elements/src/pipelines/most-used-currency.js';

const stage = (type: Stage['type'], probability: number): Stage => ({
  id: 'stage_a' as Id<'stage'>,
  name: 'A',
  type,
  probability,
});
const groups = [
  { key: ['stage_a', 'EUR'], count: 2, sums: [1_001] },
  { key: ['stage_a', 'USD'], count: 1, sums: [9_000] },
  { key: ['stage_a', null], count: 3, sums: [0] },
  { key: ['stage_b', 'EUR'], count: 9, sums: [7_777] },
];

describe('the totals of a column', () => {
  it('BD2 count all deals, and add up each currency by itself, the largest first', () => {
    expect(columnTotals(stage('open', 50), groups, [])).toEqual({
      isMoney: true,
      count: 6,
      sums: [
        { minor: 9_000, currency: 'USD' },
        { minor: 1_001, currency: 'EUR' },
      ],
      weighted: [
        { minor: 4_500, currency: 'USD' },
        { minor: 501, currency: 'EUR' },
      ],
    });
  });

  it('BD3 of a won stage are what was brought', () => {
    const won = [{ key: ['stage_a', 'EUR'], count: 6, sums: [5] }];
    expect(columnTotals(stage('won', 100), groups, won)).toEqual({
      isMoney: true,
      count: 6,
      sums: [{ minor: 5, currency: 'EUR' }],
      weighted: [{ minor: 5, currency: 'EUR' }],
    });
  });

  it('BD2 of a lost stage are not weighted to nothing', () => {
    expect(columnTotals(stage('lost', 0), groups, []).weighted[0]).toEqual({ minor: 9_000, currency: 'USD' });
  });

  it('BD43 know what most deals are written in', () => {
    expect(mostUsedCurrency(groups)).toBe('EUR');
    expect(mostUsedCurrency([{ key: ['stage_a', null], count: 3, sums: [0] }])).toBe(undefined);
  });
});
