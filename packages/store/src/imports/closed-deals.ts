import { type Deal, ok, type Result, withoutEmpty } from '@kith/core';
import { type DetailedDeal, houseValueAfter, houseValueOf, type LossReason } from '@kith/core/deals';
import { HOUSE_CURRENCY_ID, type Rate } from '@kith/core/rates';
import { checkLossReason, type LossList, readLossList } from '../deals/loss-list.js';
import { houseCurrency } from '../rates/collection.js';
import { ratesFor } from '../rates/rates-for.js';
import type { Work } from '../work.js';

/** A deal as it is to be kept, and the reason it brings into the list. */
export interface ClosedDeal {
  readonly deal: Deal;
  readonly reason: LossReason | undefined;
}

/** What closing a deal takes besides its row, for all deals of a run. */
export interface ClosedDeals {
  /**
   * A deal of a file as if somebody had closed it that day: lost by a reason of the house's list, won with what it brought in
   * the currency of the house at the rates of the day. `isFresh` says whether rows before it bring a reason. Problem: `deals/unknown-loss-reason`.
   */
  close(
    work: Work,
    before: Deal | undefined,
    after: Deal,
    isFresh: (reason: string) => boolean,
  ): Promise<Result<ClosedDeal>>;
  /** A reason has come into the list. */
  learn(reason: string): void;
}

/** Nothing is known yet. The list, the house's currency and the rates of a day are read once: a file has few of them and many rows. */
export function closedDeals(onUnknownReason: 'refuse' | 'add'): ClosedDeals {
  let list: LossList | undefined;
  let house: Promise<string | undefined> | undefined;
  const ratesByDay = new Map<string, readonly Rate[]>();

  const reasonFor = async (
    work: Work,
    reason: string,
    isFresh: (reason: string) => boolean,
  ): Promise<Result<LossReason | undefined>> => {
    list ??= await readLossList(work);
    const known = checkLossReason(list, reason);
    if (onUnknownReason === 'refuse') return known;
    const isListed = list.allowed?.includes(reason) ?? false;
    return ok(isListed || isFresh(reason) ? undefined : newReason(work, reason));
  };
  const worthOf = async (work: Work, before: Deal | undefined, after: Deal): Promise<Deal> => {
    const change = houseValueAfter(before ?? { ...after, status: 'open' }, after);
    if (change === 'stays') return after;
    if (change === 'goes') return withoutEmpty<DetailedDeal>({ ...after, houseValue: undefined });
    house ??= work.system.get(houseCurrency, HOUSE_CURRENCY_ID).then((row) => row?.currency);
    const currency = await house;
    if (currency === undefined) return after;
    const key = `${change.value.currency} ${change.day}`;
    const rates = ratesByDay.get(key) ?? (await ratesFor(work.system, change.value.currency, currency, change.day));
    ratesByDay.set(key, rates);
    return withoutEmpty<DetailedDeal>({ ...after, houseValue: houseValueOf(change, currency, rates) });
  };
  return {
    async close(work, before, after, isFresh) {
      const isLost = after.status === 'lost' && after.lossReason !== before?.lossReason;
      const reason = isLost ? await reasonFor(work, after.lossReason ?? '', isFresh) : ok(undefined);
      if (!reason.ok) return reason;
      return ok({ deal: await worthOf(work, before, after), reason: reason.value });
    },
    learn(reason) {
      list = list && { ...list, allowed: [...(list.allowed ?? []), reason] };
    },
  };
}

const newReason = ({ env }: Work, name: string): LossReason =>
  withoutEmpty({
    id: env.newId('lossReason'),
    name,
    createdAt: env.now,
    createdBy: env.actor,
    modifiedAt: env.now,
    modifiedBy: env.actor,
  });
