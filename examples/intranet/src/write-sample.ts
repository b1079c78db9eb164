import { type Day, ok } from '@kith/core';
import { type SampleRow, sample } from '@kith/core/sample';
import {
  activities,
  type Collection,
  type Command,
  companies,
  contacts,
  deals,
  type Identified,
  pipelines,
  products,
  type Store,
  teams,
  users,
} from '@kith/store';

const ROWS = 3_000;
const ROWS_AT_ONCE = 500;

const collections: Readonly<Record<SampleRow['collection'], Collection>> = {
  teams: teams.collection,
  users: users.collection,
  products: products.collection,
  pipelines: pipelines.collection,
  companies: companies.collection,
  contacts: contacts.collection,
  deals: deals.collection,
  activities: activities.collection,
};

/** Writes a sample book of business that ends today. */
export async function writeSample(store: Store): Promise<void> {
  const today = new Date().toLocaleDateString('sv') as Day;
  let rows: SampleRow[] = [];
  for (const row of sample({ seed: 'nordhav', size: ROWS, until: today })) {
    rows.push(row);
    if (rows.length < ROWS_AT_ONCE) continue;
    await write(store, rows);
    rows = [];
  }
  await write(store, rows);
}

async function write(store: Store, rows: readonly SampleRow[]): Promise<void> {
  // It has its own way back (a new book), so it stays out of undo.
  const fill: Command<number> = {
    type: 'intranet/fill',
    input: rows.length,
    history: 'none',
    carryOut: async (work) => {
      for (const { collection, entity } of rows) {
        const put = work.put<Identified>(collections[collection], entity);
        if (!put.ok) return put;
      }
      return ok(rows.length);
    },
  };
  const filled = await store.run(fill);
  if (!filled.ok) throw new Error(filled.problem.message);
}
