import type { Day } from '../kernel/day.js';
import type { Money } from '../kernel/money.js';
import { type Conversion, convertOn, type Rate } from '../kernel/rates.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { isSame } from '../kernel/same.js';
import type { DetailedDeal, HouseValue } from './details.js';

/** What has to be converted when a deal is closed: what it brought, on that day. */
export interface Brought {
  readonly value: Money;
  readonly day: Day;
}

/**
 * What is to become of the value in the currency of the house when a deal has been moved: nothing (it stays), it goes
 * (the deal is not won any more), or it is to be taken anew (it has just been won, or won with another value or day).
 */
export function houseValueAfter(before: DetailedDeal, after: DetailedDeal): 'stays' | 'goes' | Brought {
  if (after.status !== 'won' || !after.actualValue || !after.actualCloseDay)
    return after.houseValue === undefined ? 'stays' : 'goes';
  const isKept =
    before.status === 'won' &&
    isSame(before.actualValue, after.actualValue) &&
    before.actualCloseDay === after.actualCloseDay;
  return isKept ? 'stays' : { value: after.actualValue, day: after.actualCloseDay };
}

/** What a deal brought in the currency of the house, at the rate of the day; undefined where there is none. */
export function houseValueOf({ value, day }: Brought, house: string, rates: readonly Rate[]): HouseValue | undefined {
  const converted = convertOn(value, house, day, rates);
  if (!converted.ok) return undefined;
  const used = converted.value.rates.map(({ from, to, day: began, rate }) => ({ from, to, day: began, rate }));
  return { amount: converted.value.amount, day, rates: used };
}

/**
 * What a won deal brought in a currency: as it was kept when it was won, whatever the rates say now; in another currency
 * than that of the house then, or without a kept value, at the rates of the day it was closed. Problems: `rates/missing`
 * (show it in its own currency, and say so), `deals/not-won`.
 */
export function broughtIn(deal: DetailedDeal, currency: string, rates: readonly Rate[]): Result<Conversion> {
  const { actualValue, actualCloseDay, houseValue } = deal;
  if (deal.status !== 'won' || !actualValue || !actualCloseDay)
    return refuse({
      code: 'deals/not-won',
      message: `"${deal.name}" is not won, so it has brought nothing yet.`,
      params: { status: deal.status },
    });
  if (houseValue?.amount.currency === currency) return ok({ amount: houseValue.amount, rates: houseValue.rates });
  return convertOn(actualValue, currency, actualCloseDay, rates);
}
