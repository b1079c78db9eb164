import type { Locale } from '../base/locale.js';
import { amountFromText } from '../parts/typed-values.js';

/** How an amount looks that is on its way to the store. */
export const previewAmount =
  ({ format }: Locale) =>
  (text: string): string => {
    const amount = amountFromText(text);
    return amount ? format.money(amount) : '';
  };
