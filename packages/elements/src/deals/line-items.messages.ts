import { type Messages, translated } from '../base/locale.js';

/** What the line items of a deal say. */
export interface LineItemSentences {
  readonly title: string;
  readonly none: string;
  readonly add: string;
  readonly addLine: string;
  readonly addFromBook: string;
  readonly addByHand: string;
  readonly book: string;
  readonly product: string;
  readonly name: string;
  readonly quantity: string;
  readonly price: string;
  readonly discount: string;
  readonly tax: string;
  readonly subtotal: string;
  readonly discounts: string;
  readonly net: string;
  readonly taxAt: (percent: string) => string;
  readonly taxWithin: (percent: string) => string;
  readonly total: string;
  readonly more: (name: string) => string;
  readonly edit: string;
  readonly up: string;
  readonly down: string;
  readonly remove: string;
  readonly save: string;
  readonly cancel: string;
  readonly added: (name: string) => string;
  readonly saved: (name: string) => string;
  readonly moved: (name: string) => string;
  readonly removed: (name: string) => string;
  readonly byHand: string;
  readonly follow: string;
  readonly followed: string;
  readonly notANumber: string;
  readonly noName: string;
  readonly noProduct: string;
  readonly noPrice: string;
}

export const lineItemMessages: Messages<LineItemSentences> = translated('lineItems', () => ({
  title: 'Line items',
  none: 'Nothing has been put together for this deal yet.',
  add: 'Add',
  addLine: 'Add a line item',
  addFromBook: 'From price book',
  addByHand: 'By hand',
  book: 'Price book',
  product: 'Product',
  name: 'Name',
  quantity: 'Quantity',
  price: 'Price',
  discount: 'Discount, %',
  tax: 'Tax, %',
  subtotal: 'Before discount',
  discounts: 'Discount',
  net: 'Without tax',
  taxAt: (percent) => `Tax ${percent}`,
  taxWithin: (percent) => `Tax ${percent}, within`,
  total: 'Total',
  more: (name) => `More for ${name}`,
  edit: 'Edit',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove',
  save: 'Save',
  cancel: 'Cancel',
  added: (name) => `Added ${name}`,
  saved: (name) => `Saved ${name}`,
  moved: (name) => `Moved ${name}`,
  removed: (name) => `Removed ${name}`,
  byHand: 'The amount was set by hand and does not follow these lines.',
  follow: 'Follow the lines',
  followed: 'The amount follows the lines',
  notANumber: 'Write a number in digits.',
  noName: 'Say what it is.',
  noProduct: 'Choose a product.',
  noPrice: 'Write a price.',
}));
