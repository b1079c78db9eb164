import type { OpenOptions, StorageAdapter } from '@kith/adapters';
import { ok } from '@kith/core';
import { type Collection, command, type Identified, openStore, type Store } from '@kith/store';
import * as z from 'zod/mini';
import type { BenchContact } from '../contacts.js';
import { type ContactBook, PAGE, STAGES } from './contact-book.js';

const BATCH = 1_000;

type StoredContact = BenchContact & Identified;

const people: Collection<StoredContact> = {
  name: 'contacts-of-bench',
  kind: 'contact',
  schema: z.custom<StoredContact>((value) => typeof value === 'object' && value !== null),
  shape: {
    indexes: [['email'], ['city'], ['stage', 'updatedAt'], ['companyId'], ['tags']],
    tallies: [{ by: ['stage'], sum: ['revenue'] }],
  },
};

const openOptions: OpenOptions = {
  tenant: 'default',
  schema: 1,
  collections: { [people.name]: people.shape },
  migrations: [],
  onSuperseded() {},
};

/** Kith: questions and writes at the storage port; what is live, through a store over it. */
export function kithBook(makeAdapter: (name: string) => StorageAdapter): ContactBook {
  let adapter: StorageAdapter | undefined;
  let store: Store | undefined;

  function opened(): StorageAdapter {
    if (adapter === undefined) throw new Error('The book is not open.');
    return adapter;
  }
  async function open(name: string): Promise<void> {
    adapter = makeAdapter(`${name}-kith`);
    await adapter.open(openOptions);
  }
  async function openedStore(): Promise<Store> {
    if (store === undefined) {
      await opened().close();
      store = await openStore({ adapter: opened(), collections: [people] });
    }
    return store;
  }
  const write = async (rows: readonly BenchContact[], expect: 'absent' | 'present'): Promise<void> => {
    await opened().write({
      ops: rows.map((data) => ({ op: 'put', c: people.name, id: data.id, expect, data })),
    });
  };
  const edit = (rows: readonly BenchContact[]) =>
    command('bench/edit', undefined, async (work) => {
      for (const row of rows) {
        const found = await work.require(people, row.id);
        const staged = found.ok ? work.put(people, row as StoredContact) : found;
        if (!staged.ok) return staged;
      }
      return ok(rows.length);
    });
  const rowsOf = async (query: Omit<Parameters<StorageAdapter['query']>[0], 'c'>): Promise<readonly BenchContact[]> => {
    const page = await opened().query({ c: people.name, ...query });
    return page.rows.map(({ data }) => data as unknown as BenchContact);
  };

  return {
    async create(name) {
      store = undefined;
      if (adapter === undefined) await open(name);
      await opened().destroy();
      await open(name);
    },
    open,
    async load(rows) {
      for (let at = 0; at < rows.length; at += BATCH) await write(rows.slice(at, at + BATCH), 'absent');
    },
    async get(id) {
      const [row] = await opened().get(people.name, [id]);
      return row?.data as unknown as BenchContact | undefined;
    },
    ofCity: (city) => rowsOf({ where: { f: 'city', is: 'eq', v: city }, limit: 10_000 }),
    page: (stage, before) =>
      rowsOf({
        where: {
          and: [
            { f: 'stage', is: 'eq', v: stage },
            { f: 'updatedAt', is: 'lt', v: before },
          ],
        },
        order: [['updatedAt', 'desc']],
        limit: PAGE,
      }),
    scan: (country, points) =>
      rowsOf({
        where: {
          and: [
            { f: 'score', is: 'gt', v: points },
            { f: 'country', is: 'eq', v: country },
          ],
        },
        order: [['name', 'asc']],
        limit: PAGE,
      }),
    async countByStage() {
      const groups = await opened().tally({ c: people.name, by: ['stage'] });
      return STAGES.map((stage) => groups.find(({ key }) => key[0] === stage)?.count ?? 0);
    },
    async put(rows) {
      if (store === undefined) return write(rows, 'present');
      const result = await store.run(edit(rows));
      if (!result.ok) throw new Error(result.problem.message);
    },
    async watchPage(stage, tell) {
      (await openedStore())
        .watch({
          ask: 'rows',
          collection: people,
          where: { field: 'stage', is: 'eq', value: stage },
          order: [['updatedAt', 'desc']],
          limit: PAGE,
        })
        .subscribe(tell);
    },
    async watchCompany(companyId, tell) {
      (await openedStore())
        .watch({ ask: 'rows', collection: people, where: { field: 'companyId', is: 'eq', value: companyId } })
        .subscribe(tell);
    },
  };
}
