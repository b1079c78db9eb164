import { memoryAdapter } from '@kith/adapters';
import { companies } from '@kith/store';
import { describe, expect, it } from 'vitest';
import { ask, openBook, valueOf } from '../support/book.js';

const search = (text: string, more: { readonly limit?: number; readonly where?: never } = {}) =>
  ({ ask: 'search', collection: companies.collection, text, limit: 10, ...more }) as const;

/** An adapter that searches, and counts how often; it can hold its answers back. */
function countingAdapter() {
  const real = memoryAdapter();
  const held: (() => void)[] = [];
  const counting = {
    ...real,
    searches: 0,
    isHolding: false,
    release: () => {
      for (const next of held.splice(0)) next();
    },
    async search(query: Parameters<typeof real.search>[0]) {
      counting.searches++;
      const hits = await real.search(query);
      if (counting.isHolding) await new Promise<void>((resolve) => held.push(resolve));
      return hits;
    },
  };
  return counting;
}

describe('search', () => {
  it('S32 answers rows, the best first, and follows what is written', async () => {
    const store = await openBook();
    for (const name of ['Brama Logistics', 'Bramall Foods', 'Cantine'])
      valueOf(await store.run(companies.create({ name })));
    const answers: string[][] = [];
    store.watch(search('brama')).subscribe((found) => answers.push(found.map(({ name }) => name)));
    await expect.poll(() => answers.at(-1)?.length).toBe(2);
    expect(answers.at(-1)?.[0]).toBe('Brama Logistics');
    valueOf(await store.run(companies.create({ name: 'Brama Foods' })));
    await expect.poll(() => answers.at(-1)).toContain('Brama Foods');
    expect((await ask(store, search('brama', { limit: 1 }))).length).toBe(1);
  });

  it('S32 tests a condition that storage cannot, and asks for more until there are enough', async () => {
    const store = await openBook();
    for (let index = 0; index < 30; index++)
      valueOf(
        await store.run(companies.create({ name: `Brama ${index}`, industry: index % 10 === 0 ? 'Käse' : 'steel' })),
      );
    const where = { field: 'industry', is: 'contains', value: 'kÄSE' } as never;
    const found = await ask(store, search('brama', { limit: 3, where }));
    expect(found.map(({ industry }) => industry)).toEqual(['Käse', 'Käse', 'Käse']);
  });

  it('S32 asks once for all that was written while it was asking', async () => {
    const adapter = countingAdapter();
    const store = await openBook({ adapter });
    const answers: number[] = [];
    store.watch(search('brama')).subscribe((found) => answers.push(found.length));
    await expect.poll(() => answers.at(-1)).toBe(0);
    adapter.isHolding = true;
    for (let index = 0; index < 8; index++) valueOf(await store.run(companies.create({ name: `Brama ${index}` })));
    adapter.isHolding = false;
    adapter.release();
    await expect.poll(() => answers.at(-1)).toBe(8);
    expect(adapter.searches).toBe(3);
  });

  it('S32 errors with words where storage does not search', async () => {
    const real = memoryAdapter();
    const adapter = { ...real, capabilities: { ...real.capabilities, search: false } };
    const store = await openBook({ adapter });
    await expect(ask(store, search('brama'))).rejects.toMatchObject({
      code: 'store/unsupported',
      message: expect.stringContaining('does not search'),
    });
  });
});
