import { type Id, money } from '@kith/core';
import type { LineItem, Terms } from '@kith/core/pricing';

export const lineId = (name: string | number): Id<'lineItem'> => `lineItem_${name}` as Id<'lineItem'>;

/** A line of a hundred euros, unless something else is said. */
export const line = (name: string | number, changes: Partial<LineItem> = {}): LineItem => ({
  id: lineId(name),
  name: `Line ${name}`,
  quantity: 1,
  price: money(100_00, 'EUR'),
  ...changes,
});

/** Tax on top, rounded line by line, half up. */
export const terms = (changes: Partial<Terms> = {}): Terms => ({
  currency: 'EUR',
  tax: 'exclusive',
  rounding: 'line',
  half: 'up',
  ...changes,
});
