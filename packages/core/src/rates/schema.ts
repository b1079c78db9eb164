import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import type { Id } from '../kernel/id.js';
import { isCurrencyCode } from '../kernel/money.js';
import { day, type Infer, id } from '../kernel/schema.js';

const currency = z.string().check(z.refine(isCurrencyCode, 'Expected an ISO 4217 code such as EUR.'));

/** An exchange rate that the house goes by from a day on, until a later one of the same two currencies. */
export const ExchangeRate = z
  .object({
    id: id('exchangeRate'),
    from: currency,
    to: currency,
    day,
    /** Units (not minor units) of `to` for one of `from`, taken as the decimal it is written as. */
    rate: z.number().check(z.refine((rate) => rate > 0 && Number.isFinite(rate), 'Expected a rate above 0.')),
    /** Where it was read, such as the central bank that published it. */
    source: z.optional(z.string()),
    ...entityFields,
  })
  .check(z.refine(({ from, to }) => from !== to, 'A rate is between two currencies.'));
export type ExchangeRate = Infer<typeof ExchangeRate>;

/** The currency that a house keeps its books in: what it wins is converted into it, at the rate of the day. */
export const HouseCurrency = z.object({
  id: id('houseCurrency'),
  currency,
  ...entityFields,
});
export type HouseCurrency = Infer<typeof HouseCurrency>;

/** There is one row for the whole house. */
export const HOUSE_CURRENCY_ID = 'houseCurrency_house' as Id<'houseCurrency'>;

/** The id of the rate of two currencies and a day: it says what it is of, so that nobody can enter it twice. */
export const exchangeRateId = (rate: Pick<ExchangeRate, 'from' | 'to' | 'day'>): Id<'exchangeRate'> =>
  `exchangeRate_${rate.from}-${rate.to}-${rate.day}` as Id<'exchangeRate'>;
