import { memoryAdapter } from '@kith/adapters';
import { type Day, money } from '@kith/core';
import { convertOn } from '@kith/core/rates';
import * as rates from '@kith/store/rates';
import { describe, expect, it } from 'vitest';
import { ask, dumpOf, openBook, problemOf, valueOf } from '../../support/book.js';

const dollars = { from: 'USD', to: 'EUR', day: '2026-01-01' as Day, rate: 0.9 };

describe('rates in a store', () => {
  it('XR9 two currencies have one rate for a day, in however many tabs', async () => {
    const adapter = memoryAdapter();
    const store = await openBook({ adapter });
    const made = valueOf(await store.run(rates.add(dollars)));
    expect(problemOf(await store.run(rates.add({ ...dollars, rate: 0.8 })))).toBe('rates/already-there');
    expect(problemOf(await store.run(rates.add({ ...dollars, rate: 0, day: '2026-02-01' as Day })))).toBe(
      'store/invalid',
    );
    expect(problemOf(await store.run(rates.add({ ...dollars, to: 'USD' })))).toBe('store/invalid');
    const both = await Promise.all([
      store.run(rates.add({ ...dollars, day: '2026-03-01' as Day })),
      store.run(rates.add({ ...dollars, day: '2026-03-01' as Day, rate: 0.7 })),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const known = await ask(store, rates.all());
    expect(valueOf(convertOn(money(100, 'USD'), 'EUR', '2026-02-01' as Day, known)).amount).toEqual(money(90, 'EUR'));
    const before = await dumpOf(adapter);
    valueOf(await store.run(rates.edit({ id: made.id, changes: { rate: 0.95 } })));
    expect(problemOf(await store.run(rates.edit({ id: made.id, changes: { day: '2026-05-01' } as object })))).toBe(
      'store/not-editable',
    );
    valueOf(await store.run(rates.remove({ id: made.id })));
    expect(problemOf(await store.run(rates.remove({ id: made.id })))).toBe('store/not-found');
    await store.undo();
    await store.undo();
    expect(await dumpOf(adapter)).toEqual(before);
    expect((await ask(store, rates.ofPair('USD', 'EUR'))).map(({ day }) => day)).toEqual(['2026-03-01', '2026-01-01']);
  });

  it('XR10 the house has one currency', async () => {
    const store = await openBook();
    expect(await ask(store, rates.ofHouse())).toBeUndefined();
    valueOf(await store.run(rates.setHouseCurrency({ currency: 'EUR' })));
    valueOf(await store.run(rates.setHouseCurrency({ currency: 'CHF' })));
    expect(await ask(store, rates.ofHouse())).toMatchObject({ currency: 'CHF' });
    expect(problemOf(await store.run(rates.setHouseCurrency({ currency: 'francs' })))).toBe('store/invalid');
  });
});
