import { type Id, ok, refuse } from '@kith/core';
import { type ExchangeRate, exchangeRateId, HOUSE_CURRENCY_ID, type HouseCurrency } from '@kith/core/rates';
import { type Command, command } from '../command.js';
import { type Changes, type Draft, edit as editEntity } from '../entity.js';
import { exchangeRates, houseCurrency } from './collection.js';

/**
 * Enters a rate that holds from a day on. Two currencies have one rate for a day: another one is the problem
 * `rates/already-there`, whoever entered it first.
 */
export const add = (draft: Draft<ExchangeRate>): Command<ExchangeRate> =>
  command('rates/add', draft, async (work) => {
    const id = exchangeRateId(draft);
    if (await work.get(exchangeRates, id))
      return refuse({
        code: 'rates/already-there',
        message: `There is a rate from ${draft.from} to ${draft.to} for ${draft.day} already. Correct that one.`,
        path: 'day',
        params: { from: draft.from, to: draft.to, day: draft.day },
      });
    const { now, actor } = work.env;
    return work.put(exchangeRates, {
      ...draft,
      id,
      createdAt: now,
      modifiedAt: now,
      ...(actor && { createdBy: actor, modifiedBy: actor }),
    });
  });

/** Corrects a rate. What was won keeps the rate it was won at. */
export const edit = (input: {
  readonly id: Id<'exchangeRate'>;
  readonly changes: Changes<ExchangeRate, 'from' | 'to' | 'day'>;
}): Command<ExchangeRate> =>
  command('rates/edit', input, (work) => editEntity(work, exchangeRates, input, ['from', 'to', 'day']), {
    history: 'typing',
  });

/** Takes a rate away. What was won keeps the rate it was won at. */
export const remove = (input: { readonly id: Id<'exchangeRate'> }): Command<undefined> =>
  command('rates/remove', input, async (work) => {
    const found = await work.require(exchangeRates, input.id);
    if (!found.ok) return found;
    work.remove(exchangeRates, input.id);
    return ok(undefined);
  });

/** Says which currency the house keeps its books in. Deals that were won before keep what they brought in the one of then. */
export const setHouseCurrency = (input: { readonly currency: string }): Command<HouseCurrency> =>
  command('rates/setHouseCurrency', input, async (work) => {
    const known = await work.get(houseCurrency, HOUSE_CURRENCY_ID);
    const { now, actor } = work.env;
    return work.put(houseCurrency, {
      createdAt: now,
      ...(actor && { createdBy: actor }),
      ...known,
      id: HOUSE_CURRENCY_ID,
      currency: input.currency,
      modifiedAt: now,
      ...(actor && { modifiedBy: actor }),
    });
  });
