import { money, sumByCurrency } from '@kith/core';
import { contractValue, DetailedDeal, monthlyRevenue, monthsOf, type Recurring, SaleDeal } from '@kith/core/deals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDeal } from './book.js';

const amounts = fc.record({
  amount: fc.record({ minor: fc.integer({ min: 0, max: 1e9 }), currency: fc.constantFrom('EUR', 'JPY') }),
  period: fc.constantFrom('month', 'quarter', 'year'),
}) satisfies fc.Arbitrary<Recurring>;
const euros = (minor: number, period: Recurring['period'], periods?: number): Recurring => ({
  amount: money(minor, 'EUR'),
  period,
  ...(periods !== undefined && { periods }),
});

describe('what a deal brings again and again', () => {
  it('D52 comes to so much a month: a period by its months, half to even to the minor unit', () => {
    expect(monthlyRevenue([euros(100_00, 'month')])).toEqual([money(100_00, 'EUR')]);
    expect(monthlyRevenue([euros(100_00, 'quarter')])).toEqual([money(33_33, 'EUR')]);
    expect(monthlyRevenue([euros(1000_00, 'year')])).toEqual([money(83_33, 'EUR')]);
    expect([6, 18].map((minor) => monthlyRevenue([euros(minor, 'year')])[0]?.minor)).toEqual([0, 2]);
    expect(monthlyRevenue([])).toEqual([]);
    // The most that any deal brings is not too much for a sum.
    expect(monthlyRevenue([euros(1e15, 'month'), euros(1e15, 'month')])).toEqual([money(2e15, 'EUR')]);
  });

  it('D52 of several is rounded once for each currency, never the sum of what was rounded', () => {
    const yen = { amount: money(1_000, 'JPY'), period: 'year' } as const;
    expect(monthlyRevenue([euros(100_00, 'quarter'), yen, euros(100_00, 'quarter')])).toEqual([
      money(66_67, 'EUR'),
      money(83, 'JPY'),
    ]);
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 30 }), (all) => {
        const months = { month: 1, quarter: 3, year: 12 };
        for (const { minor, currency } of monthlyRevenue(all)) {
          const exact = all
            .filter(({ amount }) => amount.currency === currency)
            .reduce((sum, { amount, period }) => sum + (BigInt(amount.minor) * 12n) / BigInt(months[period]), 0n);
          const off = BigInt(minor) * 12n - exact;
          expect(off <= 6n && off >= -6n).toBe(true);
        }
      }),
    );
  });

  it('D53 splits a period into months that make it to the minor unit', () => {
    expect(monthsOf(euros(100_00, 'quarter')).map(({ minor }) => minor)).toEqual([3334, 3333, 3333]);
    fc.assert(
      fc.property(amounts, (recurring) => {
        const months = monthsOf(recurring);
        expect(months).toHaveLength({ month: 1, quarter: 3, year: 12 }[recurring.period]);
        expect(sumByCurrency(months)).toEqual([recurring.amount]);
      }),
    );
  });

  it('D54 comes to the amount times its periods over the term, and to nothing that can be said without an end', () => {
    expect(contractValue(euros(33_33, 'quarter', 8))).toEqual(money(266_64, 'EUR'));
    expect(contractValue(euros(33_33, 'quarter'))).toBeUndefined();
  });

  it.each([
    ['less than nothing', { recurring: euros(-1, 'month') }],
    ['more than any deal brings', { recurring: euros(1e15 + 1, 'month') }],
    ['no period', { recurring: { amount: money(1, 'EUR') } }],
    ['an unknown period', { recurring: euros(1, 'week' as 'month') }],
    ['a term of nothing', { recurring: euros(1, 'month', 0) }],
    ['half a period', { recurring: euros(1, 'month', 1.5) }],
    ['an unknown type', { type: 'upsell' }],
  ])('D55 refuses %s', (_, wrong) => {
    const deal = aDeal();
    expect([SaleDeal, DetailedDeal].map((schema) => schema.safeParse(deal).success)).toEqual([true, true]);
    const changed = { ...deal, ...wrong };
    expect([SaleDeal, DetailedDeal].map((schema) => schema.safeParse(changed).success)).toEqual([false, false]);
  });
});
