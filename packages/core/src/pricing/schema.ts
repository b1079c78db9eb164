import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import { isCurrencyCode } from '../kernel/money.js';
import { day, type Infer, id, Money, name, whole } from '../kernel/schema.js';
import { isDecimal, LARGEST_PER, LARGEST_QUANTITY, MOST_LINES, MOST_TAX } from './limits.js';

const currency = z.string().check(z.refine(isCurrencyCode, 'Expected an ISO 4217 code such as EUR.'));

const Price = Money.check(z.refine(({ minor }) => minor >= 0, 'A price is 0 or more.'));

const per = z.optional(whole(1, LARGEST_PER));

const taxPercent = z.optional(
  z
    .number()
    .check(
      z.refine(
        (percent) => isDecimal(percent, 4) && percent >= 0 && percent <= MOST_TAX,
        `Expected 0 to ${MOST_TAX} percent with up to 4 decimals.`,
      ),
    ),
);

/** Prices that go together: of one currency, for one kind of customer, for some time. */
export const PriceBook = z
  .object({
    id: id('priceBook'),
    name,
    currency,
    /** Whether its prices have the tax in them already. */
    tax: z.enum(['exclusive', 'inclusive']),
    /** The first and the last day it is sold by; always when left out. */
    from: z.optional(day),
    to: z.optional(day),
    ...entityFields,
  })
  .check(z.refine(({ from, to }) => !from || !to || from <= to, 'It ends before it begins.'));
export type PriceBook = Infer<typeof PriceBook>;

/** What a product costs in a price book, for some time. Of several that hold on a day, the one that began last does. */
export const ListPrice = z
  .object({
    id: id('listPrice'),
    priceBookId: id('priceBook'),
    productId: id('product'),
    price: Price,
    /** The price is for so many: 100 where a hundred screws cost 4.99. One when left out. */
    per,
    /** The tax on it. */
    taxPercent,
    /** The first and the last day it holds; always when left out. */
    from: z.optional(day),
    to: z.optional(day),
    ...entityFields,
  })
  .check(z.refine(({ from, to }) => !from || !to || from <= to, 'It ends before it begins.'));
export type ListPrice = Infer<typeof ListPrice>;

const share = z
  .number()
  .check(
    z.refine(
      (percent) => isDecimal(percent, 4) && percent > 0 && percent <= 100,
      'Expected above 0 to 100 percent with up to 4 decimals.',
    ),
  );

/** What is taken off: a share, 0–100 percent, or an amount. Either is above nothing. */
export const Discount = z.union([
  z.strictObject({ percent: share }),
  z.strictObject({
    amount: Money.check(z.refine(({ minor }) => minor > 0, 'A discount is above 0. Leave it out to give none.')),
  }),
]);
export type Discount = Infer<typeof Discount>;

/** One thing that is sold, with all that its price is made of: it stands by itself, whatever becomes of the price list. */
export const LineItem = z.object({
  id: id('lineItem'),
  productId: z.optional(id('product')),
  name,
  sku: z.optional(z.string()),
  /** How many, up to 6 decimals, taken as the decimal it is written as. */
  quantity: z
    .number()
    .check(
      z.refine(
        (quantity) => isDecimal(quantity, 6) && quantity > 0 && quantity <= LARGEST_QUANTITY,
        `Expected above 0 to ${LARGEST_QUANTITY} with up to 6 decimals.`,
      ),
    ),
  price: Price,
  per,
  discount: z.optional(Discount),
  taxPercent,
});
export type LineItem = Infer<typeof LineItem>;

/** How lines are added up. */
export const Terms = z.object({
  currency,
  /** Whether the prices have the tax in them already. */
  tax: z.enum(['exclusive', 'inclusive']),
  /**
   * What is rounded: each line by itself, so that every figure can be worked out from the line it stands on; or the
   * document once, where a tax office wants the tax of the sum.
   */
  rounding: z.enum(['line', 'document']),
  /** Where half a unit goes: up, or to the even one. */
  half: z.enum(['up', 'even']),
  /** A discount on the whole, after those of the lines and before tax. */
  discount: z.optional(Discount),
  /** The book that its prices come from. */
  priceBookId: z.optional(id('priceBook')),
});
export type Terms = Infer<typeof Terms>;

/** Lines with how they are added up, and what they came to. */
export const Items = z.object({
  terms: Terms,
  lines: z
    .array(LineItem)
    .check(z.refine((lines) => lines.length > 0 && lines.length <= MOST_LINES, `Expected 1 to ${MOST_LINES} lines.`)),
  /** Without tax. */
  net: Money,
  /** With tax. */
  total: Money,
});
export type Items = Infer<typeof Items>;
