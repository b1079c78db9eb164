import { type Id, ok, type Result, refuse } from '@kith/core';
import { type ListPrice, type PriceBook, priceProblem } from '@kith/core/pricing';
import { type Command, command } from '../command.js';
import { deals } from '../deals/collection.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { products } from '../products/collection.js';
import type { Work } from '../work.js';
import { listPrices, priceBooks } from './collection.js';
import { pricesIn, pricesOf } from './queries.js';

/** Opens a price book. */
export const addBook = (draft: Draft<PriceBook>): Command<PriceBook> =>
  command('pricing/addBook', draft, async (work) => createEntity(work, priceBooks, draft));

/** Changes a price book. Its currency and its way with tax stay: its prices are meant in them. */
export const editBook = (input: {
  readonly id: Id<'priceBook'>;
  readonly changes: Changes<PriceBook, 'currency' | 'tax'>;
}): Command<PriceBook> =>
  command('pricing/editBook', input, (work) => editEntity(work, priceBooks, input, ['currency', 'tax']), {
    history: 'typing',
  });

/** Takes a price book away with its prices. Lines that were made from it stay as they are. */
export const removeBook = (input: { readonly id: Id<'priceBook'> }): Command<undefined> =>
  command('pricing/removeBook', input, async (work) => {
    const found = await work.require(priceBooks, input.id);
    if (!found.ok) return found;
    for (const price of await work.find(pricesIn(input.id))) work.remove(listPrices, price.id);
    work.remove(priceBooks, input.id);
    return ok(undefined);
  });

/**
 * Says what a product costs in a book from a day on. Problems: `store/not-found`, `pricing/other-currency`,
 * `pricing/price-twice`.
 */
export const addPrice = (draft: Draft<ListPrice>): Command<ListPrice> =>
  command('pricing/addPrice', draft, async (work) => {
    const product = await work.require(products, draft.productId);
    if (!product.ok) return product;
    const made = createEntity(work, listPrices, draft);
    return made.ok ? checked(work, made.value) : made;
  });

/** Changes a price. Lines that were made from it stay as they are. Problems: as for a new one. */
export const editPrice = (input: {
  readonly id: Id<'listPrice'>;
  readonly changes: Changes<ListPrice, 'priceBookId' | 'productId'>;
}): Command<ListPrice> =>
  command(
    'pricing/editPrice',
    input,
    async (work) => {
      const edited = await editEntity(work, listPrices, input, ['priceBookId', 'productId']);
      return edited.ok ? checked(work, edited.value) : edited;
    },
    { history: 'typing' },
  );

/** Takes a price away. */
export const removePrice = (input: { readonly id: Id<'listPrice'> }): Command<undefined> =>
  command('pricing/removePrice', input, async (work) => {
    const found = await work.require(listPrices, input.id);
    if (!found.ok) return found;
    work.remove(listPrices, input.id);
    return ok(undefined);
  });

/**
 * Takes a product away: its prices go along, and it goes off the deals' lists of products. Their line items stay as they
 * are, with the name and the price that they keep.
 */
export const removeProduct = (input: { readonly id: Id<'product'> }): Command<undefined> =>
  command('pricing/removeProduct', input, async (work) => {
    const found = await work.require(products, input.id);
    if (!found.ok) return found;
    for (const price of await work.find(pricesOf(input.id))) work.remove(listPrices, price.id);
    const listing = await work.find({
      ask: 'rows',
      collection: deals,
      where: { field: 'productIds', is: 'eq', value: input.id },
    });
    for (const { productIds, ...deal } of listing) {
      const others = productIds?.filter((id) => id !== input.id) ?? [];
      const put = work.put(deals, { ...deal, ...(others.length > 0 && { productIds: others }) });
      if (!put.ok) return put;
    }
    work.remove(products, input.id);
    return ok(undefined);
  });

/** Whether a staged price fits in with its book and the others in it. The book is guarded, so that it is there afterwards. */
async function checked(work: Work, price: ListPrice): Promise<Result<ListPrice>> {
  const book = await work.require(priceBooks, price.priceBookId);
  if (!book.ok) return book;
  const problem = priceProblem(price, book.value, await work.find(pricesIn(price.priceBookId, price.productId)));
  return problem ? refuse(problem) : ok(price);
}
