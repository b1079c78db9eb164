import type { Change, Json, Op, Query, Row, RowData, StorageAdapter } from '../adapter.js';
import { holds, same } from './assert.js';

/** A step that writes a row, whatever is there. */
export const put = (id: string, data: RowData, c = 'items'): Op => ({ op: 'put', c, id, expect: 'any', data });

/** A step that deletes a row, if it is there. */
export const remove = (id: string, c = 'items'): Op => ({ op: 'delete', c, id, expect: 'any' });

/** A step that erases a row. */
export const purge = (id: string, c = 'items'): Op => ({ op: 'purge', c, id });

/** Writes rows, whatever is there. */
export async function write(
  adapter: StorageAdapter,
  rows: Readonly<Record<string, RowData>>,
  c = 'items',
): Promise<void> {
  await adapter.write({ ops: Object.entries(rows).map(([id, data]) => put(id, data, c)) });
}

/** Writes many steps, in as many batches as the adapter needs. */
export async function writeAll(adapter: StorageAdapter, ops: readonly Op[]): Promise<void> {
  const { batchOps } = adapter.capabilities.limits;
  for (let at = 0; at < ops.length; at += batchOps) await adapter.write({ ops: ops.slice(at, at + batchOps) });
}

/** Numbers from 0 up to and without one, made into something. */
export const range = <Item>(size: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: size }, (_, index) => make(index));

/** One row. */
export async function read(adapter: StorageAdapter, id: string, c = 'items'): Promise<Row | null> {
  return (await adapter.get(c, [id]))[0] ?? null;
}

/** The content of one row, which must be there. */
export async function contentOf(adapter: StorageAdapter, id: string, c = 'items'): Promise<Json> {
  const row = await read(adapter, id, c);
  holds(row !== null && !row.deleted, `${c}/${id} is there`);
  return row?.data ?? null;
}

/** All pages of a question. */
export async function readAll(
  adapter: StorageAdapter,
  query: Omit<Query, 'limit' | 'c'> & { readonly c?: string },
  limit = 7,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const size = Math.min(limit, adapter.capabilities.limits.pageRows);
  let after: string | undefined;
  for (let pages = 0; ; pages++) {
    const page = await adapter.query({ c: 'items', ...query, limit: size, ...(after !== undefined && { after }) });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    holds(pages < 10_000, 'the pages come to an end');
    after = page.next;
  }
}

/** The ids of all pages of a question. */
export async function idsOf(
  adapter: StorageAdapter,
  query: Omit<Query, 'limit' | 'c'> & { readonly c?: string },
  limit?: number,
): Promise<readonly string[]> {
  return (await readAll(adapter, query, limit)).map(({ id }) => id);
}

/** The whole feed behind a place, page by page. */
export async function follow(adapter: StorageAdapter, since = '', limit = 3): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (let place = since; ; ) {
    const page = await adapter.changes(place, limit);
    changes.push(...page.changes);
    place = page.next;
    if (!page.more) return changes;
  }
}

/** Reads the feed to its end, so that a handle knows what others wrote. */
export async function catchUp(adapter: StorageAdapter): Promise<void> {
  await follow(adapter, '', 1000);
}

/** All rows of a dump, by `collection/id`. */
export async function dumpOf(adapter: StorageAdapter): Promise<ReadonlyMap<string, Row>> {
  const rows = new Map<string, Row>();
  for await (const { c, row } of adapter.dump()) {
    holds(!rows.has(`${c}/${row.id}`), `the dump has ${c}/${row.id} once`);
    rows.set(`${c}/${row.id}`, row);
  }
  return rows;
}

/** What is there, as one text that is the same when everything is: rows with revisions, tombstones, indexes and feed. */
export async function stateOf(adapter: StorageAdapter): Promise<string> {
  const dumped = await dumpOf(adapter);
  const rows = [...dumped]
    .map(([name, { rev, deleted, data }]) => `${name}@${rev}${deleted ? ' deleted' : JSON.stringify(data)}`)
    .sort();
  const told = new Map((await follow(adapter, '', 1000)).map(({ c, id, rev }) => [`${c}/${id}`, rev]));
  const live = [...dumped]
    .filter(([name, { deleted }]) => name.startsWith('items/') && !deleted)
    .map(([, { id }]) => id);
  same([...(await idsOf(adapter, {}, 1000))], live.sort(), 'what is found is what is dumped');
  same(await adapter.count('items'), live.length, 'what is counted is what is dumped');
  for (const [name, { rev }] of dumped) same(told.get(name), rev, `the feed tells ${name} as it is`);
  return rows.join('\n');
}

/** Lets everything else have its turn, so that a loop that only reads starves nobody. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** `item0001`, which sorts as its number does. */
export const numbered = (index: number, prefix = 'item'): string => `${prefix}${String(index).padStart(5, '0')}`;
