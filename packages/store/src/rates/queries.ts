import { type ExchangeRate, HOUSE_CURRENCY_ID, type HouseCurrency } from '@kith/core/rates';
import type { OneQuery, RowsQuery } from '../query.js';
import { exchangeRates, houseCurrency } from './collection.js';

/** Every rate, the oldest first: what `rateFinder`, `sumOn` and the forecast take. */
export const all = (): RowsQuery<ExchangeRate> => ({ ask: 'rows', collection: exchangeRates, order: [['day', 'asc']] });

/** The rates of two currencies as they were entered that way, the newest first. */
export const ofPair = (from: string, to: string): RowsQuery<ExchangeRate> => ({
  ask: 'rows',
  collection: exchangeRates,
  where: {
    and: [
      { field: 'from', is: 'eq', value: from },
      { field: 'to', is: 'eq', value: to },
    ],
  },
  order: [['day', 'desc']],
});

/** The currency of the house; undefined while nobody has said. */
export const ofHouse = (): OneQuery<HouseCurrency> => ({
  ask: 'one',
  collection: houseCurrency,
  id: HOUSE_CURRENCY_ID,
});
