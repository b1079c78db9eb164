import { type Money, moneyToDecimal, parseMoney } from '@kith/core';

/** An amount as the text of a field that is edited in its place: `36000.00 EUR`. */
export const amountAsText = (amount: Money): string => `${moneyToDecimal(amount)} ${amount.currency}`;

/** The amount that {@link amountAsText} wrote; undefined for an empty text. */
export function amountFromText(text: string): Money | undefined {
  const [decimal = '', currency = ''] = text.split(' ');
  const read = currency ? parseMoney(decimal, currency) : undefined;
  return read?.ok ? read.value : undefined;
}

/** The values of a text that holds one to a line. */
export const linesOf = (text: string): readonly string[] => text.split('\n').filter(Boolean);
