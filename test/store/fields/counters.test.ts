import { memoryAdapter, type Op, type StorageAdapter } from '@kith/adapters';
import { companies, deals } from '@kith/store';
import { describe, expect, it } from 'vitest';
import { ask, euros, valueOf } from '../../support/book.js';
import { company, field, openHouse } from './house.js';

const FIELDS = [
  field({ on: 'company', name: 'count', type: 'rollUp', rollUp: { of: 'deal', by: 'companyId', take: 'count' } }),
  field({
    on: 'company',
    name: 'total',
    type: 'rollUp',
    rollUp: { of: 'deal', by: 'companyId', take: 'sum', field: 'amount' },
  }),
  field({
    on: 'company',
    name: 'largest',
    type: 'rollUp',
    rollUp: { of: 'deal', by: 'companyId', take: 'max', field: 'amount' },
  }),
];

/** A storage that says what was read of it and written. */
function counted(adapter: StorageAdapter) {
  const read: string[] = [];
  const written: string[] = [];
  const counting = Object.assign(Object.create(adapter) as StorageAdapter, {
    async get(c: string, ids: readonly string[]) {
      read.push(...ids.map((id) => `${c}/${id}`));
      return adapter.get(c, ids);
    },
    async query(query: Parameters<StorageAdapter['query']>[0]) {
      const page = await adapter.query(query);
      read.push(...page.rows.map(({ id }) => `${query.c}/${id}`));
      return page;
    },
    async write(batch: { readonly ops: readonly Op[] }) {
      written.push(...batch.ops.filter(({ op }) => op !== 'check').map(({ c, id }) => `${c}/${id}`));
      return adapter.write(batch);
    },
  });
  return { adapter: counting, read, written };
}

/** What moving a deal from one company to another touches in a book of so many. */
async function touched(size: number) {
  const { adapter, read, written } = counted(memoryAdapter());
  const { store, pipeline } = await openHouse(FIELDS, { adapter });
  const ids = [];
  for (let at = 0; at < size; at++) ids.push(await company(store, `company ${at}`));
  const made = [];
  for (let at = 0; at < size * 5; at++)
    made.push(
      valueOf(
        await store.run(
          deals.create({
            name: `deal ${at}`,
            pipelineId: pipeline.id,
            companyId: ids[at % size] as (typeof ids)[number],
            amount: euros(at + 1),
          }),
        ),
      ).id,
    );
  read.length = 0;
  written.length = 0;
  valueOf(
    await store.run(
      deals.edit({
        id: made[0] as (typeof made)[number],
        changes: { companyId: ids[1] as (typeof ids)[number], amount: euros(2) },
      }),
    ),
  );
  const count = (rows: readonly string[], c: string): number => rows.filter((row) => row.startsWith(`${c}/`)).length;
  expect(await ask(store, companies.byId(ids[1] as (typeof ids)[number]))).toMatchObject({
    customFields: { count: 6 },
  });
  return {
    parentsRead: count(read, 'companies'),
    parentsWritten: count(written, 'companies'),
    childrenRead: count(read, 'deals'),
    childrenWritten: count(written, 'deals'),
  };
}

describe('the work of a roll-up', () => {
  it('CF45 is that of the parents of one row, however many rows there are', async () => {
    const small = await touched(3);
    expect(small).toMatchObject({ parentsWritten: 2, childrenWritten: 1 });
    expect(small.parentsRead).toBeLessThanOrEqual(3);
    expect(await touched(30)).toEqual(small);
  });

  it('CF45 has an index to the rows of a parent, which none serves as that begins with it and goes on further', async () => {
    const opened: Parameters<StorageAdapter['open']>[0][] = [];
    const real = memoryAdapter();
    const adapter: StorageAdapter = {
      ...real,
      open(options) {
        opened.push(options);
        return real.open(options);
      },
    };
    const peopleCount = field({
      on: 'company',
      name: 'peopleCount',
      type: 'rollUp',
      rollUp: { of: 'contact', by: 'companyId', take: 'count' },
    });
    const { store } = await openHouse([...FIELDS, peopleCount], { adapter });
    const indexes = (name: string) => opened.at(-1)?.collections[name]?.indexes;
    expect(indexes('deals')).toContainEqual(['companyId']);
    // One of two paths leads to all values of the first.
    expect(indexes('contacts')).toContainEqual(['companyId', 'name']);
    expect(indexes('contacts')).not.toContainEqual(['companyId']);
    await store.close();
  });
});
