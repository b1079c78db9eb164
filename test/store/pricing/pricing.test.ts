import { memoryAdapter } from '@kith/adapters';
import { type Day, money } from '@kith/core';
import { deals, products } from '@kith/store';
import * as details from '@kith/store/deals';
import * as pricing from '@kith/store/pricing';
import { describe, expect, it } from 'vitest';
import { ask, dumpOf, openBook, problemOf, valueOf, withDeals, withPipeline } from '../../support/book.js';

/** A book with a product, a price book and a price. */
async function shop() {
  const adapter = memoryAdapter();
  const store = await openBook({ adapter, collections: pricing.pricingCollections });
  const lamp = valueOf(await store.run(products.create({ name: 'Lamp', sku: 'L-1' })));
  const book = valueOf(await store.run(pricing.addBook({ name: 'Europe', currency: 'EUR', tax: 'exclusive' })));
  const price = { priceBookId: book.id, productId: lamp.id, price: money(100_00, 'EUR'), taxPercent: 20 };
  const listed = valueOf(await store.run(pricing.addPrice(price)));
  return { adapter, store, lamp, book, price, listed };
}

describe('price books in a store', () => {
  it('PR15 keeps books and their prices, each step in one commit', async () => {
    const { adapter, store, book, price, listed } = await shop();
    expect(problemOf(await store.run(pricing.addPrice(price)))).toBe('pricing/price-twice');
    expect(problemOf(await store.run(pricing.addPrice({ ...price, price: money(1, 'USD') })))).toBe(
      'pricing/other-currency',
    );
    expect(problemOf(await store.run(pricing.addPrice({ ...price, price: money(-1, 'EUR') })))).toBe('store/invalid');
    const unknown = { ...price, productId: 'product_none' as typeof price.productId };
    expect(problemOf(await store.run(pricing.addPrice(unknown)))).toBe('store/not-found');
    const later = valueOf(await store.run(pricing.addPrice({ ...price, from: '2026-06-01' as Day })));
    const moved = await store.run(pricing.editPrice({ id: later.id, changes: { from: null } }));
    expect(problemOf(moved)).toBe('pricing/price-twice');
    expect(problemOf(await store.run(pricing.editBook({ id: book.id, changes: { currency: 'USD' } as object })))).toBe(
      'store/not-editable',
    );
    valueOf(await store.run(pricing.editPrice({ id: listed.id, changes: { price: money(90_00, 'EUR') } })));
    expect((await ask(store, pricing.pricesIn(book.id))).map((each) => each.price.minor)).toEqual([90_00, 100_00]);
    const before = await dumpOf(adapter);
    valueOf(await store.run(pricing.removeBook({ id: book.id })));
    expect(await ask(store, pricing.books())).toEqual([]);
    expect(await ask(store, pricing.pricesIn(book.id))).toEqual([]);
    await store.undo();
    expect(await dumpOf(adapter)).toEqual(before);
    valueOf(await store.run(pricing.removePrice({ id: listed.id })));
    expect(await ask(store, pricing.pricesIn(book.id))).toHaveLength(1);
  });

  it('PR16 takes a product away with its prices; line items keep what they are', async () => {
    const { adapter, store, lamp, book } = await shop();
    const [deal] = await withDeals(store, await withPipeline(store), 'Fit-out');
    const id = deal!.id;
    valueOf(await store.run(deals.edit({ id, changes: { productIds: [lamp.id] } })));
    const line = { productId: lamp.id, quantity: 2, priceBookId: book.id };
    valueOf(await store.run(details.addLine({ id, line })));
    const before = await dumpOf(adapter);
    valueOf(await store.run(pricing.removeProduct({ id: lamp.id })));
    const after = await ask(store, details.detailsOf(id));
    expect(after?.items).toMatchObject({
      net: money(200_00, 'EUR'),
      lines: [{ name: 'Lamp', sku: 'L-1', quantity: 2 }],
    });
    expect(after).not.toHaveProperty('productIds');
    expect(await ask(store, pricing.pricesOf(lamp.id))).toEqual([]);
    expect(problemOf(await store.run(details.addLine({ id, line })))).toBe('store/not-found');
    await store.undo();
    expect(await dumpOf(adapter)).toEqual(before);
  });
});
