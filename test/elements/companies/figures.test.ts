import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../packages/elements/src/companies/figures.js';

describe('figuresOf', () => {
  const expected = [
    { key: ['open', 'EUR'], count: 2, sums: [300] },
    { key: ['open', 'USD'], count: 1, sums: [900] },
    { key: ['open', null], count: 4, sums: [0] },
    { key: ['won', 'EUR'], count: 3, sums: [5000] },
    { key: ['lost', 'EUR'], count: 1, sums: [100] },
  ];
  const actual = [
    { key: ['won', 'EUR'], count: 2, sums: [4200] },
    { key: ['won', 'USD'], count: 1, sums: [70] },
    { key: ['open', null], count: 7, sums: [0] },
  ];

  it('CD13 states amounts for each currency by itself, what was won by its actual value', () => {
    expect(figuresOf(expected, actual)).toEqual({
      openCount: 7,
      wonCount: 3,
      lostCount: 1,
      open: [
        { minor: 900, currency: 'USD' },
        { minor: 300, currency: 'EUR' },
      ],
      won: [
        { minor: 4200, currency: 'EUR' },
        { minor: 70, currency: 'USD' },
      ],
      winRate: 0.75,
    });
  });

  it('CD13 has no win rate before a deal is closed', () => {
    expect(figuresOf([{ key: ['open', 'EUR'], count: 1, sums: [1] }], []).winRate).toBeUndefined();
    expect(figuresOf([{ key: ['lost', 'EUR'], count: 1, sums: [1] }], []).winRate).toBe(0);
  });
});
