import { currencyExponent, type Money } from '@kith/core';
import type { Locale } from './locale.js';
import { readNumber } from './read-number.js';

/** An amount as a person types it, in whole minor units; undefined when it is none or has more decimals than the currency. */
export function readMoney(text: string, currency: string, locale: Locale): Money | undefined {
  const plain = readNumber(text, locale.lang);
  const [whole = '', fraction = ''] = plain?.split('.') ?? [];
  const exponent = currencyExponent(currency);
  if (plain === undefined || fraction.replace(/0+$/, '').length > exponent) return undefined;
  const minor = Number(`${whole}${fraction.slice(0, exponent).padEnd(exponent, '0')}`);
  return Number.isSafeInteger(minor) ? { minor, currency } : undefined;
}
