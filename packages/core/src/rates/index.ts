export {
  type Conversion,
  type ConvertedSum,
  type Converter,
  converterTo,
  convertOn,
  type FoundRate,
  type Rate,
  type RateFinder,
  rateFinder,
  sumOn,
} from '../kernel/rates.js';
export { ExchangeRate, exchangeRateId, HOUSE_CURRENCY_ID, HouseCurrency } from './schema.js';
