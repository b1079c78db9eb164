import { divideHalfEven } from '../kernel/decimal.js';
import { allocate, type Money, money, multiplyMoney } from '../kernel/money.js';
import type { Recurring } from './sale.js';

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * Monthly recurring revenue: what comes in each period ÷ the months of the period (Odoo: `recurring revenue ÷ months of the
 * plan`). A month is a twelfth of a year, however many days it has. Of several the exact sum is rounded once for each
 * currency, half to even, in the order in which the currencies first come: it is not the sum of rounded parts, and two
 * currencies are never added. Throws a RangeError for a sum beyond 2^53.
 *
 * ```ts
 * import { money } from '@kith/core';
 * import { monthlyRevenue } from '@kith/core/deals';
 *
 * const quarterly = { amount: money(100_00, 'EUR'), period: 'quarter' } as const;
 * expect(monthlyRevenue([quarterly])).toEqual([money(33_33, 'EUR')]);
 * expect(monthlyRevenue([quarterly, quarterly])).toEqual([money(66_67, 'EUR')]);
 * ```
 */
export function monthlyRevenue(all: Iterable<Recurring>): readonly Money[] {
  const yearly = new Map<string, bigint>();
  for (const { amount, period } of all) {
    const inYear = BigInt(amount.minor) * BigInt(12 / MONTHS[period]);
    yearly.set(amount.currency, (yearly.get(amount.currency) ?? 0n) + inYear);
  }
  return [...yearly].map(([currency, sum]) => money(Number(divideHalfEven(sum, 12n)), currency));
}

/** What one period brings month by month: the months make its amount to the minor unit, the earlier ones the greater. */
export const monthsOf = ({ amount, period }: Recurring): readonly Money[] =>
  allocate(
    amount,
    Array.from({ length: MONTHS[period] }, () => 1),
  );

/**
 * What comes in over the whole term: the amount times the periods; undefined where no end was agreed. What is paid once
 * is not in it: `sumByCurrency` puts the two together. Throws a RangeError for a sum beyond 2^53.
 */
export const contractValue = ({ amount, periods }: Recurring): Money | undefined =>
  periods === undefined ? undefined : multiplyMoney(amount, periods);
