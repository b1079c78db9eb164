export type { PricedLine } from './check-lines.js';
export { MOST_LINES } from './limits.js';
export { holdsOn, type LineDraft, lineFromBook, priceOn, priceProblem } from './prices.js';
export { Discount, Items, LineItem, ListPrice, PriceBook, Terms } from './schema.js';
export { type LineTotal, type TaxTotal, type Totals, totalsOf } from './totals.js';
