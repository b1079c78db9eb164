import { type Id, type Money, ok, type Result, refuse, today } from '@kith/core';
import { type DetailedDeal, withAmount, withItems } from '@kith/core/deals';
import { type Discount, type LineItem, lineFromBook, type PriceBook, type Terms } from '@kith/core/pricing';
import type { Command } from '../../command.js';
import { priceBooks } from '../../pricing/collection.js';
import { pricesIn } from '../../pricing/queries.js';
import { products } from '../../products/collection.js';
import type { Work } from '../../work.js';
import { changeDeal, type OfDeal } from './change-deal.js';
import { edited, noSuchPart } from './parts.js';

/** A line by hand: with a name and a price of its own. */
export type LineByHand = Omit<LineItem, 'id'> & Partial<Pick<LineItem, 'id'>>;

/** A line from a price book: at the price of today, or of the day that is said. */
export interface LineByBook {
  readonly productId: Id<'product'>;
  readonly quantity: number;
  readonly discount?: Discount | undefined;
  /** The book; that of the deal's other lines when left out. */
  readonly priceBookId?: Id<'priceBook'> | undefined;
}

/**
 * Gives a deal all its lines at once, by hand; with terms where it has none yet, or other ones. Where the amount follows
 * the lines it changes with them. Problems: those of `totalsOf`, `deals/closed`, `deals/absurd-amount`.
 */
export const setLines = (
  input: OfDeal & { readonly lines: readonly LineByHand[]; readonly terms?: Terms },
): Command<DetailedDeal> =>
  changeDeal('deals/setLines', input, (deal, work) => {
    const lines = input.lines.map((line): LineItem => ({ ...line, id: line.id ?? work.env.newId('lineItem') }));
    const currency = lines[0]?.price.currency ?? deal.amount?.currency ?? '';
    return withItems(deal, lines, input.terms ?? deal.items?.terms ?? termsIn(currency), work.env);
  });

/**
 * Adds a line: from a price book, or by hand. The first one sets the terms: those of its book (its currency, its way with
 * tax), by hand the currency of its price with tax on top; rounded line by line, half up. Problems: those of `setLines`,
 * `store/not-found`, `pricing/book-not-valid`, `pricing/no-price`, `deals/no-price-book`.
 */
export const addLine = (input: OfDeal & { readonly line: LineByHand | LineByBook }): Command<DetailedDeal> =>
  changeDeal('deals/addLine', input, async (deal, work) => {
    const { line } = input;
    const made = 'price' in line ? ok(byHand(line, work)) : await byBook(deal, line, work);
    if (!made.ok) return made;
    const terms = deal.items?.terms ?? made.value.terms;
    return withItems(deal, [...(deal.items?.lines ?? []), made.value.line], terms, work.env);
  });

/** Changes a line; undefined or null empties a field. Problems: those of `setLines`, `deals/no-such-part`. */
export const editLine = (
  input: OfDeal & {
    readonly lineId: Id<'lineItem'>;
    readonly changes: { readonly [Field in keyof Omit<LineItem, 'id'>]?: LineItem[Field] | null };
  },
): Command<DetailedDeal> =>
  changeDeal('deals/editLine', input, (deal, work) => {
    const lines = edited(deal.items?.lines, input.lineId, input.changes);
    return lines && deal.items
      ? withItems(deal, lines, deal.items.terms, work.env)
      : refuse(noSuchPart('line', input.lineId));
  });

/** Takes a line away; with the last one the items go. Problems: `deals/no-such-part`, `deals/closed`, those of `totalsOf`. */
export const removeLine = (input: OfDeal & { readonly lineId: Id<'lineItem'> }): Command<DetailedDeal> =>
  changeDeal('deals/removeLine', input, (deal, work) => {
    const { items } = deal;
    const lines = items?.lines.filter(({ id }) => id !== input.lineId) ?? [];
    return items && lines.length < items.lines.length
      ? withItems(deal, lines, items.terms, work.env)
      : refuse(noSuchPart('line', input.lineId));
  });

/** Changes how the lines are added up: rounding, discount on the whole, tax. Problems: `deals/no-items`, those of `setLines`. */
export const setTerms = (input: OfDeal & { readonly terms: Terms }): Command<DetailedDeal> =>
  changeDeal('deals/setTerms', input, (deal, work) =>
    deal.items ? withItems(deal, deal.items.lines, input.terms, work.env) : withAmount(deal, 'items', work.env),
  );

/** Sets the amount by hand (null for none), or has it follow the line items again. */
export const setAmount = (
  input: OfDeal & ({ readonly amount: Money | null } | { readonly follow: 'items' }),
): Command<DetailedDeal> =>
  changeDeal('deals/setAmount', input, (deal, work) =>
    withAmount(deal, 'follow' in input ? input.follow : (input.amount ?? undefined), work.env),
  );

/** A line with the terms that go with it, where it is the first. */
interface Made {
  readonly line: LineItem;
  readonly terms: Terms;
}

const termsIn = (currency: string): Terms => ({ currency, tax: 'exclusive', rounding: 'line', half: 'up' });

const termsOf = ({ id, currency, tax }: PriceBook): Terms => ({ ...termsIn(currency), tax, priceBookId: id });

const byHand = (line: LineByHand, work: Work): Made => ({
  line: { ...line, id: line.id ?? work.env.newId('lineItem') },
  terms: termsIn(line.price.currency),
});

async function byBook(deal: DetailedDeal, line: LineByBook, work: Work): Promise<Result<Made>> {
  const bookId = line.priceBookId ?? deal.items?.terms.priceBookId;
  if (bookId === undefined)
    return refuse({
      code: 'deals/no-price-book',
      message: 'Say which price book the price is to come from, or enter a price by hand.',
      path: 'priceBookId',
      fix: { kind: 'fields', fields: ['priceBookId'] },
    });
  const book = await work.require(priceBooks, bookId);
  if (!book.ok) return book;
  const product = await work.require(products, line.productId);
  if (!product.ok) return product;
  const prices = await work.find(pricesIn(bookId, line.productId));
  const draft = { ...line, id: work.env.newId('lineItem'), product: product.value };
  const made = lineFromBook(draft, book.value, prices, today(work.env));
  return made.ok ? ok({ line: made.value, terms: termsOf(book.value) }) : made;
}
