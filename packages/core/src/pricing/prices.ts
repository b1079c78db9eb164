import type { Day } from '../kernel/day.js';
import type { Id } from '../kernel/id.js';
import { ok, type Problem, type Result, refuse } from '../kernel/result.js';
import { withoutEmpty } from '../kernel/without-empty.js';
import { otherCurrency } from './check-lines.js';
import type { Discount, LineItem, ListPrice, PriceBook } from './schema.js';

/** The days that something holds on; without an end it holds always on that side. */
interface Validity {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** Whether a price or a price book holds on a day. */
export const holdsOn = ({ from, to }: Validity, day: Day): boolean => (!from || from <= day) && (!to || day <= to);

/** What a product costs on a day: of the prices that hold, the one that began last. */
export function priceOn(prices: readonly ListPrice[], productId: Id<'product'>, day: Day): ListPrice | undefined {
  const holding = prices.filter((price) => price.productId === productId && holdsOn(price, day));
  return holding.reduce<ListPrice | undefined>(
    (best, price) => (!best || (price.from ?? '') > (best.from ?? '') ? price : best),
    undefined,
  );
}

/**
 * Why a price cannot stand in a book beside its others, or undefined when it can: it is in another currency
 * (`pricing/other-currency`), or another one of the product begins on the same day (`pricing/price-twice`).
 */
export function priceProblem(price: ListPrice, book: PriceBook, others: readonly ListPrice[]): Problem | undefined {
  if (price.price.currency !== book.currency) return otherCurrency(price.price.currency, book.currency, 'price');
  const twin = others.find(
    (other) => other.id !== price.id && other.productId === price.productId && other.from === price.from,
  );
  return (
    twin && {
      code: 'pricing/price-twice',
      message: `Another price of the product begins ${price.from ? `on ${price.from}` : 'at the beginning'}. Change that one, or choose another day.`,
      path: 'from',
      params: { price: twin.id },
      fix: { kind: 'fields', fields: ['from'] },
    }
  );
}

/** What is sold, and how many. */
export interface LineDraft {
  readonly id: Id<'lineItem'>;
  readonly product: { readonly id: Id<'product'>; readonly name: string; readonly sku?: string | undefined };
  readonly quantity: number;
  readonly discount?: Discount | undefined;
}

/**
 * A line at the price of the day, with a copy of all that it is made of: a later price changes no line that is there.
 * Problems: `pricing/book-not-valid` when the book is not sold by on that day, `pricing/no-price` when the product has no
 * price in it then.
 */
export function lineFromBook(
  { id, product, quantity, discount }: LineDraft,
  book: PriceBook,
  prices: readonly ListPrice[],
  day: Day,
): Result<LineItem> {
  if (!holdsOn(book, day))
    return refuse({
      code: 'pricing/book-not-valid',
      message: `"${book.name}" is not sold by on ${day}. Choose another price book.`,
      path: 'priceBookId',
      params: { book: book.name, day },
    });
  const price = priceOn(prices, product.id, day);
  if (!price)
    return refuse({
      code: 'pricing/no-price',
      message: `"${product.name}" has no price in "${book.name}" on ${day}. Add one to the book, or enter a price by hand.`,
      path: 'productId',
      params: { product: product.name, book: book.name, day },
      fix: { kind: 'fields', fields: ['price'] },
    });
  const { per, taxPercent } = price;
  const { name, sku } = product;
  return ok(
    withoutEmpty({ id, productId: product.id, name, sku, quantity, price: price.price, per, taxPercent, discount }),
  );
}
