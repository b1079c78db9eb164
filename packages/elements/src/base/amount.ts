import { currencyExponent, type Money, parseMoney, type Result, refuse } from '@kith/core';
import type { Locale } from './locale.js';
import { readNumber } from './read-number.js';

/** An amount as somebody would type it: `18000.5` or `18000,5`, without a sign and without groups. */
export const amountText = ({ minor, currency }: Money, { lang }: Locale): string => {
  const digits = currencyExponent(currency);
  return new Intl.NumberFormat(lang, { useGrouping: false, maximumFractionDigits: digits }).format(
    minor / 10 ** digits,
  );
};

/**
 * Reads an amount as people of the language type it. Refuses with `money/not-a-number`, `money/too-many-decimals` or
 * `money/too-large`.
 */
export function readAmount<Currency extends string>(
  text: string,
  currency: Currency,
  { lang }: Locale,
): Result<Money<Currency>> {
  const plain = readNumber(text, lang);
  if (plain === undefined)
    return refuse({ code: 'money/not-a-number', message: `"${text}" is not an amount.`, params: { text } });
  return parseMoney(plain, currency);
}
