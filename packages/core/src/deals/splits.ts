import { decimalOf, tenTo } from '../kernel/decimal.js';
import type { Id } from '../kernel/id.js';
import { allocate, type Money, money, multiplyMoney } from '../kernel/money.js';
import type { Problem } from '../kernel/result.js';
import type { DetailedDeal, Split } from './details.js';

/** What somebody is credited with. */
export interface Credit extends Pick<Split, 'userId' | 'kind' | 'percent'> {
  readonly amount: Money;
}

/**
 * Why splits cannot be those of a deal, or undefined when they can: the revenue ones do not make 100 percent exactly
 * (`deals/splits-not-100`), or somebody is named twice in one kind (`deals/split-twice`).
 */
export function splitsProblem(splits: readonly Split[]): Problem | undefined {
  const seen = new Set<string>();
  for (const { userId, kind } of splits) {
    if (seen.has(`${kind} ${userId}`))
      return {
        code: 'deals/split-twice',
        message: `Somebody is named twice among the ${kind} splits. Add their shares up.`,
        path: 'splits',
        params: { user: userId, kind },
      };
    seen.add(`${kind} ${userId}`);
  }
  const revenue = splits.filter(({ kind }) => kind === 'revenue').map(({ percent }) => percent);
  const percent = revenue.every(Number.isFinite) ? sumOf(revenue) : Number.NaN;
  return revenue.length === 0 || percent === 100
    ? undefined
    : {
        code: 'deals/splits-not-100',
        message: `The revenue splits make ${percent} percent. Let them make 100.`,
        path: 'splits',
        params: { percent },
        fix: { kind: 'fields', fields: ['splits'] },
      };
}

/** Splits a deal evenly, to the hundredth of a percent: of three, one has 33.34. */
export const evenSplits = (userIds: readonly Id<'user'>[]): readonly Split[] =>
  userIds.length === 0
    ? []
    : allocate(
        money(100_00, '%'),
        userIds.map(() => 1),
      ).map(
        ({ minor }, index): Split => ({
          userId: userIds[index] ?? ('' as Id<'user'>),
          kind: 'revenue',
          percent: minor / 100,
        }),
      );

/**
 * Who is credited with what of a deal: of what it brought when it is won, of its amount while it is open, nothing when it
 * is lost or has none. The revenue credits make the amount to the minor unit (largest remainder); an overlay credit is its
 * share of it, rounded half to even, and in no sum with the others. Without revenue splits the owner has all.
 */
export function creditsOf(
  deal: Pick<DetailedDeal, 'status' | 'amount' | 'actualValue' | 'ownerId' | 'splits'>,
): readonly Credit[] {
  const amount = deal.status === 'won' ? (deal.actualValue ?? deal.amount) : deal.amount;
  if (!amount || deal.status === 'lost') return [];
  const splits = deal.splits ?? [];
  const revenue = splits.filter(({ kind }) => kind === 'revenue');
  const own: readonly Pick<Split, 'userId' | 'percent'>[] =
    revenue.length > 0 ? revenue : deal.ownerId ? [{ userId: deal.ownerId, percent: 100 }] : [];
  const parts =
    own.length > 0
      ? allocate(
          amount,
          own.map(({ percent }) => percent),
        )
      : [];
  return [
    ...own.map(
      ({ userId, percent }, index): Credit => ({
        userId,
        kind: 'revenue',
        percent,
        amount: parts[index] ?? amount,
      }),
    ),
    ...splits
      .filter(({ kind }) => kind === 'overlay')
      .map(
        ({ userId, kind, percent }): Credit => ({
          userId,
          kind,
          percent,
          amount: multiplyMoney(amount, percent, 100),
        }),
      ),
  ];
}

/** The sum of decimals, exactly: 0.1 and 0.2 make 0.3. */
function sumOf(percents: readonly number[]): number {
  const decimals = percents.map(decimalOf);
  const finest = Math.max(0, ...decimals.map((each) => each.decimals));
  const digits = decimals.reduce((sum, each) => sum + each.digits * tenTo(finest - each.decimals), 0n);
  return Number(`${digits}e-${finest}`);
}
