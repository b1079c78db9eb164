import { dexieAdapter } from '@kith/adapters/dexie';
import { type Id, ok, refuse } from '@kith/core';
import { type Collection, type Command, command, erase, KithError, openStore, type Store } from '@kith/store';
import * as z from 'zod/mini';
import { type Item, newItem } from './book-model.js';
import type { Deed } from './deeds.js';

/** A tab with the book open, here or in a browser. */
export interface Tab {
  readonly actor: string;
  /** Does a deed: answers `ok`, the code of the problem, or the code of the error it rejected with. */
  perform(deed: Deed): Promise<string>;
  /** What is stored, as far as this tab knows. */
  rows(): Promise<readonly Item[]>;
  /** What a live list shows, without asking again. */
  shown(): Promise<readonly Item[]>;
  /** One page of the feed. */
  changes(place: string): Promise<Told>;
  close(): Promise<void>;
  /** Closes it, and removes the book for good. */
  destroy(): Promise<void>;
}

/** What the feed says has become of some rows; null is gone. */
export interface Told {
  readonly items: ReadonlyArray<readonly [id: string, item: Item | null]>;
  readonly next: string;
  readonly more: boolean;
}

const schema = z.object({
  id: z.string(),
  name: z.string(),
  text: z.string(),
  column: z.string(),
  amount: z.number(),
});

/** An item as the store knows it: an id there is of a kind. */
type Row = Omit<Item, 'id'> & { readonly id: Id };

const items: Collection<Row> = {
  name: 'items',
  kind: 'item',
  schema: schema as never,
  shape: { indexes: [['column', 'name']], tallies: [{ by: ['column'], sum: ['amount'] }] },
};

/** Two tabs of one person, and one of somebody else. */
const ACTORS = ['user_ana', 'user_ana', 'user_bo'];

let now = Date.UTC(2026, 10, 22);
/** Every look at the clock is three seconds later, so that no two edits are one step. */
const clock = (): number => {
  now += 3_000;
  return now;
};

/** Opens a tab: a store of its own over the database of this name. */
export async function openTab(name: string, number: number): Promise<Tab> {
  const actor = ACTORS[number % ACTORS.length] as string;
  const adapter = dexieAdapter({ name });
  const store = await openStore({
    adapter,
    collections: [items as unknown as Collection],
    actor: actor as Id<'user'>,
    timeZone: 'UTC',
    clock,
    wait: async () => undefined,
  });
  let shown: readonly Item[] = [];
  store.watch({ ask: 'rows', collection: items, order: [['name', 'asc']] }).subscribe((rows) => {
    shown = rows;
  });
  return {
    actor,
    perform: (deed) => perform(store, deed),
    rows: async () => (await adapter.query({ c: 'items', limit: 100 })).rows.map(({ data }) => data as unknown as Item),
    shown: async () => shown,
    async changes(place) {
      const { changes, next, more } = await adapter.changes(place, 20);
      const told = changes.filter(({ c }) => c === 'items');
      return {
        items: told.map(({ id, row }) => [id, row && !row.deleted ? (row.data as unknown as Item) : null]),
        next,
        more,
      };
    },
    close: () => store.close(),
    async destroy() {
      await adapter.destroy();
      await store.close();
    },
  };
}

async function perform(store: Store, deed: Deed): Promise<string> {
  try {
    const result = await ('id' in deed || 'from' in deed ? store.run(commandFor(deed)) : store[deed.do]());
    return result.ok ? 'ok' : result.problem.code;
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    return `failed: ${error.code}`;
  }
}

function commandFor(deed: Extract<Deed, { readonly id: string } | { readonly from: string }>): Command<unknown> {
  switch (deed.do) {
    case 'create':
      return command('items/create', deed, async (work) =>
        (await work.get(items, deed.id))
          ? refuse({ code: 'test/is-there', message: `${deed.id} is there.` })
          : work.put(items, newItem(deed.id, deed.name) as Row),
      );
    case 'edit':
      return changing(deed.id, (item) => ({ ...item, [deed.field]: deed.value }));
    case 'move':
      return changing(deed.id, (item) => ({ ...item, column: deed.column }));
    case 'transfer':
      return command('items/transfer', deed, async (work) => {
        const from = await work.require(items, deed.from);
        const to = await work.require(items, deed.to);
        if (!from.ok) return from;
        if (!to.ok || deed.from === deed.to) return to.ok ? work.put(items, from.value) : to;
        work.put(items, { ...from.value, amount: from.value.amount - deed.amount });
        return work.put(items, { ...to.value, amount: to.value.amount + deed.amount });
      });
    case 'remove':
      return command('items/remove', deed, async (work) => {
        const found = await work.require(items, deed.id);
        if (found.ok) work.remove(items, deed.id);
        return found.ok ? ok(undefined) : found;
      });
    case 'erase':
      return erase(items as unknown as Collection, deed.id);
  }
}

const changing = (id: string, next: (item: Row) => Row): Command<Row> =>
  command('items/edit', { id }, async (work) => {
    const found = await work.require(items, id);
    return found.ok ? work.put(items, next(found.value)) : found;
  });
