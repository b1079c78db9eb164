import { ExchangeRate, HouseCurrency } from '@kith/core/rates';
import type { Collection } from '../collection.js';

/** Dated exchange rates. */
export const exchangeRates: Collection<ExchangeRate> = {
  name: 'exchangeRates',
  kind: 'exchangeRate',
  schema: ExchangeRate,
  shape: { indexes: [['from', 'to', 'day'], ['day']] },
};

/** The currency of the house: one row. */
export const houseCurrency: Collection<HouseCurrency> = {
  name: 'houseCurrency',
  kind: 'houseCurrency',
  schema: HouseCurrency,
  shape: { indexes: [] },
};
