import { type Money, moneyToDecimal, parseMoney } from '@kith/core';
import type { PostalAddress } from './address-lines.js';

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

/** An address as the text of a field that is edited in its place; empty for one that holds nothing. */
export function addressAsText({ street, postalCode, city, region, country }: PostalAddress): string {
  const parts = [street, postalCode, city, region, country].map((part) => part ?? '');
  return parts.some(Boolean) ? JSON.stringify(parts) : '';
}

/** The address that {@link addressAsText} wrote; undefined for an empty text. */
export function addressFromText(text: string): PostalAddress | undefined {
  if (!text) return undefined;
  const [street, postalCode, city, region, country] = JSON.parse(text) as readonly string[];
  const parts = { street, postalCode, city, region, country };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part));
}
