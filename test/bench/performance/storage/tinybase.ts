import { createIndexes, createStore, type Indexes, type Row, type Store } from 'tinybase';
import { createIndexedDbPersister, type IndexedDbPersister } from 'tinybase/persisters/persister-indexed-db';
import type { BenchContact } from '../contacts.js';
import { bookContender, type ContactBook, PAGE, STAGES } from './contact-book.js';

const TABLE = 'contacts';

interface Opened {
  readonly store: Store;
  readonly indexes: Indexes;
  readonly persister: IndexedDbPersister;
}

/** TinyBase: everything in memory with indexes, and a persister that keeps it in IndexedDB. */
function tinybaseBook(): ContactBook {
  let current: Opened | undefined;

  function make(name: string): Opened {
    const store = createStore();
    return { store, indexes: createIndexes(store), persister: createIndexedDbPersister(store, `${name}-tinybase`) };
  }
  function define({ indexes }: Opened): void {
    for (const cell of ['email', 'city', 'companyId']) indexes.setIndexDefinition(cell, TABLE, cell);
    indexes.setIndexDefinition('tags', TABLE, (getCell) => getCell('tags') as string[]);
    indexes.setIndexDefinition('stage', TABLE, 'stage', 'updatedAt');
  }
  function opened(): Opened {
    if (current === undefined) throw new Error('The book is not open.');
    return current;
  }
  const contactOf = (id: string): BenchContact => ({ ...opened().store.getRow(TABLE, id) }) as unknown as BenchContact;
  const updatedAt = (id: string): string => opened().store.getCell(TABLE, id, 'updatedAt') as string;

  function page(stage: string, before: string): readonly BenchContact[] {
    const ids = opened().indexes.getSliceRowIds('stage', stage);
    let from = 0;
    for (let to = ids.length; from < to; ) {
      const middle = (from + to) >> 1;
      if (updatedAt(ids[middle] ?? '') < before) from = middle + 1;
      else to = middle;
    }
    return ids
      .slice(Math.max(0, from - PAGE), from)
      .reverse()
      .map(contactOf);
  }
  const ofCompany = (companyId: string) => opened().indexes.getSliceRowIds('companyId', companyId).map(contactOf);
  async function put(rows: readonly BenchContact[]): Promise<void> {
    const { store, persister } = opened();
    store.transaction(() => {
      for (const row of rows) store.setRow(TABLE, row.id, row as unknown as Row);
    });
    await persister.save();
  }

  return {
    async create(name) {
      await current?.persister.destroy();
      await new Promise((resolve, reject) => {
        const deletion = indexedDB.deleteDatabase(`${name}-tinybase`);
        deletion.onsuccess = resolve;
        deletion.onerror = reject;
      });
      current = make(name);
      define(current);
    },
    async open(name) {
      current = make(name);
      await current.persister.load();
      define(current);
    },
    load: put,
    get: async (id) => contactOf(id),
    ofCity: async (city) => opened().indexes.getSliceRowIds('city', city).map(contactOf),
    page: async (stage, before) => page(stage, before),
    async scan(country, points) {
      const { store } = opened();
      const found: { readonly id: string; readonly name: string }[] = [];
      store.forEachRow(TABLE, (id) => {
        if (store.getCell(TABLE, id, 'country') !== country) return;
        if ((store.getCell(TABLE, id, 'score') as number) <= points) return;
        found.push({ id, name: store.getCell(TABLE, id, 'name') as string });
      });
      found.sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
      return found.slice(0, PAGE).map(({ id }) => contactOf(id));
    },
    countByStage: async () => STAGES.map((stage) => opened().indexes.getSliceRowIds('stage', stage).length),
    put,
    async watchPage(stage, tell) {
      const { store, indexes } = opened();
      tell(page(stage, '9999'));
      indexes.addSliceRowIdsListener('stage', stage, () => tell(page(stage, '9999')));
      // A slice tells of its members and their order only, not of what else changed in them.
      store.addRowListener(TABLE, null, (_, __, id) => {
        if (store.getCell(TABLE, id, 'stage') === stage) tell(page(stage, '9999'));
      });
    },
    async watchCompany(companyId, tell) {
      tell(ofCompany(companyId));
      opened().indexes.addSliceRowIdsListener('companyId', companyId, () => tell(ofCompany(companyId)));
    },
  };
}

export const contender = bookContender(tinybaseBook());
