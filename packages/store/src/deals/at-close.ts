import { type Deal, ok, type Result, refuse, withoutEmpty } from '@kith/core';
import { type Brought, type DetailedDeal, type HouseValue, houseValueAfter, houseValueOf } from '@kith/core/deals';
import { HOUSE_CURRENCY_ID } from '@kith/core/rates';
import { houseCurrency } from '../rates/collection.js';
import { ratesFor } from '../rates/rates-for.js';
import type { Work } from '../work.js';
import { lossReasons } from './loss-reasons.js';

/**
 * What closing and reopening a deal takes besides the move: a reason from the house's list, where there is one, and the
 * value in the currency of the house at the rate of the day, which is kept. Problem: `deals/unknown-loss-reason`.
 */
export async function atClose(work: Work, before: Deal, after: Deal): Promise<Result<Deal>> {
  if (after.status === 'lost' && after.lossReason !== before.lossReason) {
    const known = await checkReason(work, after.lossReason ?? '');
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

async function checkReason(work: Work, reason: string): Promise<Result<undefined>> {
  const inUse = async (by: Work): Promise<readonly string[] | undefined> => {
    const listed = await by.find({ ask: 'rows', collection: lossReasons, order: [['name', 'asc']] });
    if (listed.length === 0) return undefined;
    return listed.filter(({ replacedBy }) => replacedBy === undefined).map(({ name }) => name);
  };
  // The list holds for everybody; told is what of it they see.
  const allowed = await inUse(work.system);
  if (allowed === undefined || allowed.includes(reason)) return ok(undefined);
  const names = (await inUse(work)) ?? [];
  return refuse({
    code: 'deals/unknown-loss-reason',
    message: `"${reason}" is no reason of your list. ${names.length > 0 ? `Choose one of ${names.join(', ')}, or add it to the list.` : 'Ask an administrator which there are.'}`,
    path: 'lossReason',
    params: { reason },
    fix: { kind: 'fields', fields: ['lossReason'] },
  });
}
