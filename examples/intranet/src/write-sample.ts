import { type Day, ok } from '@kith/core';
import { type SalesRow, sampleSales } from '@kith/core/sample';
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
import { DESK } from './desk.js';
import { ACTOR } from './open-book.js';

const ROWS = 3_000;
const ROWS_AT_ONCE = 500;

const PLAIN = [teams, users, products, pipelines, companies, contacts, deals, activities];
const collections: ReadonlyMap<string, Collection> = new Map(
  [...PLAIN.map(({ collection }): Collection => collection), ...DESK].map((each) => [each.name, each]),
);

/** Writes a sales desk that ends today; whoever is signed in is the first of its people. */
export async function writeSample(store: Store): Promise<void> {
  const until = new Date().toLocaleDateString('sv') as Day;
  const sample = [...sampleSales({ seed: 'nordhav', size: ROWS, until })];
  const first = sample.find(({ collection }) => collection === 'users');
  const rows = first
    ? (JSON.parse(JSON.stringify(sample).replaceAll(first.entity.id, ACTOR)) as readonly SalesRow[])
    : sample;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await write(store, rows.slice(from, from + ROWS_AT_ONCE));
}

async function write(store: Store, rows: readonly SalesRow[]): Promise<void> {
  // It has its own way back (a new book), so it stays out of undo.
  const fill: Command<number> = {
    type: 'intranet/fill',
    input: rows.length,
    history: 'none',
    carryOut: async (work) => {
      for (const { collection, entity } of rows) {
        const into = collections.get(collection);
        const put = into && work.put<Identified>(into, entity);
        if (put && !put.ok) return put;
      }
      return ok(rows.length);
    },
  };
  const filled = await store.run(fill);
  if (!filled.ok) throw new Error(filled.problem.message);
}
