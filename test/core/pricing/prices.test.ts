import { type Day, type Id, type Instant, money, type Product } from '@kith/core';
import { Items, LineItem, ListPrice, lineFromBook, PriceBook, priceOn, priceProblem } from '@kith/core/pricing';
import { describe, expect, it } from 'vitest';
import { frozen, NOW } from '../../support/env.js';
import { problemOf, valueOf } from '../../support/result.js';
import { line, lineId, terms } from './lines.js';

const day = (text: string): Day => text as Day;
const stamps = { createdAt: NOW as Instant, modifiedAt: NOW as Instant };
const lamp: Product = { id: 'product_lamp' as Id<'product'>, name: 'Lamp', sku: 'L-1', ...stamps };
const book: PriceBook = {
  id: 'priceBook_eu' as Id<'priceBook'>,
  name: 'Europe',
  currency: 'EUR',
  tax: 'exclusive',
  from: day('2026-01-01'),
  to: day('2026-12-31'),
  ...stamps,
};
const price = (name: string, minor: number, changes: Partial<ListPrice> = {}): ListPrice => ({
  id: `listPrice_${name}` as Id<'listPrice'>,
  priceBookId: book.id,
  productId: lamp.id,
  price: money(minor, 'EUR'),
  ...changes,
  ...stamps,
});

describe('price books', () => {
  const prices = [
    price('june', 90_00, { from: day('2026-06-01') }),
    price('ever', 80_00),
    price('sale', 50_00, { from: day('2026-11-20'), to: day('2026-11-30') }),
  ];

  it('PR11 of the prices that hold, the one that began last does', () => {
    const at = (text: string): number | undefined => priceOn(prices, lamp.id, day(text))?.price.minor;
    expect(['2026-05-31', '2026-06-01', '2026-11-20', '2026-11-30', '2026-12-01'].map(at)).toEqual([
      80_00, 90_00, 50_00, 50_00, 90_00,
    ]);
    expect(priceOn(prices, 'product_desk' as Id<'product'>, day('2026-06-01'))).toBeUndefined();
    expect(priceOn([price('later', 1, { from: day('2027-01-01') })], lamp.id, day('2026-06-01'))).toBeUndefined();
  });

  it('PR12 a line keeps a copy of its price and its name', () => {
    const one = price('pack', 90_00, { per: 10, taxPercent: 20 });
    const made = valueOf(
      lineFromBook({ id: lineId(1), product: lamp, quantity: 2.5 }, book, frozen([one]), day('2026-06-01')),
    );
    expect(made).toEqual({
      id: lineId(1),
      productId: lamp.id,
      name: 'Lamp',
      sku: 'L-1',
      quantity: 2.5,
      price: money(90_00, 'EUR'),
      per: 10,
      taxPercent: 20,
    });
    expect(LineItem.parse(made)).toEqual(made);
  });

  it('PR13 there is no line without a price on the day, or by a book that is over', () => {
    const draft = { id: lineId(1), product: lamp, quantity: 1 };
    expect(problemOf(lineFromBook(draft, book, [], day('2026-06-01')))).toMatchObject({
      code: 'pricing/no-price',
      params: { product: 'Lamp', book: 'Europe' },
      fix: { kind: 'fields', fields: ['price'] },
    });
    for (const out of ['2025-12-31', '2027-01-01'])
      expect(problemOf(lineFromBook(draft, book, prices, day(out))).code).toBe('pricing/book-not-valid');
  });

  it('PR14 refuses a price in another currency, and two that begin on the same day', () => {
    expect(priceProblem(price('new', 1), book, [])).toBeUndefined();
    expect(priceProblem(price('new', 1, { price: money(1, 'USD') }), book, [])?.code).toBe('pricing/other-currency');
    expect(priceProblem(price('new', 1), book, prices)?.code).toBe('pricing/price-twice');
    expect(priceProblem(price('new', 1, { from: day('2026-06-01') }), book, prices)?.code).toBe('pricing/price-twice');
    expect(priceProblem(price('june', 1, { from: day('2026-06-01') }), book, prices)).toBeUndefined();
  });

  it('PR8 the schemas refuse the same', () => {
    const items = { terms: terms(), lines: [line(1)], net: money(1, 'EUR'), total: money(1, 'EUR') };
    expect(Items.safeParse(items).success).toBe(true);
    const wrong = [
      { ...items, lines: [] },
      { ...items, lines: [line(1, { quantity: 0 })] },
      { ...items, lines: [line(1, { price: { minor: -1, currency: 'EUR' } })] },
      { ...items, lines: [line(1, { taxPercent: -1 })] },
      { ...items, lines: [line(1, { discount: { percent: 0 } })] },
      { ...items, lines: [line(1, { discount: { percent: 5, amount: money(1, 'EUR') } as never })] },
      { ...items, terms: terms({ currency: 'euro' }) },
    ];
    for (const each of wrong) expect(Items.safeParse(each).success).toBe(false);
    expect(ListPrice.safeParse(price('x', 1, { from: day('2026-02-01'), to: day('2026-01-01') })).success).toBe(false);
    expect(PriceBook.safeParse({ ...book, to: '2025-01-01' }).success).toBe(false);
    expect(PriceBook.safeParse(book).success).toBe(true);
  });
});
