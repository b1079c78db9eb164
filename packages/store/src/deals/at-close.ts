import { type Deal, ok, type Result, withoutEmpty } from '@kith/core';
import { type Brought, type DetailedDeal, type HouseValue, houseValueAfter, houseValueOf } from '@kith/core/deals';
import { HOUSE_CURRENCY_ID } from '@kith/core/rates';
import { houseCurrency } from '../rates/collection.js';
import { ratesFor } from '../rates/rates-for.js';
import type { Work } from '../work.js';
import { checkLossReason, readLossList } from './loss-list.js';

/**
 * What closing and reopening a deal takes besides the move: a reason from the house's list, where there is one, and the
 * value in the currency of the house at the rate of the day, which is kept. Problem: `deals/unknown-loss-reason`.
 */
export async function atClose(work: Work, before: Deal, after: Deal): Promise<Result<Deal>> {
  if (after.status === 'lost' && after.lossReason !== before.lossReason) {
    const known = checkLossReason(await readLossList(work), after.lossReason ?? '');
    if (!known.ok) return known;
  }
  const change = houseValueAfter(before, after);
  if (change === 'stays') return ok(after);
  const houseValue = change === 'goes' ? undefined : await valueFor(work, change);
  return ok(withoutEmpty<DetailedDeal>({ ...after, houseValue }));
}

/**
 * What was brought in the currency of the house, by the rates as they are now; undefined without a house currency or a rate.
 * Whoever closes a deal need not be one who sees the rates.
 */
export async function valueFor({ system: work }: Work, brought: Brought): Promise<HouseValue | undefined> {
  const house = await work.get(houseCurrency, HOUSE_CURRENCY_ID);
  if (!house) return undefined;
  const rates = await ratesFor(work, brought.value.currency, house.currency, brought.day);
  return houseValueOf(brought, house.currency, rates);
}
