import type { Json, Op, Query, Row, RowData, StorageAdapter } from '../adapter.js';
import { holds } from './assert.js';

/** A step that writes a row, whatever is there. */
export const put = (id: string, data: RowData, c = 'items'): Op => ({ op: 'put', c, id, expect: 'any', data });

/** Writes rows, whatever is there. */
export async function write(
  adapter: StorageAdapter,
  rows: Readonly<Record<string, RowData>>,
  c = 'items',
): Promise<void> {
  await adapter.write({ ops: Object.entries(rows).map(([id, data]) => put(id, data, c)) });
}

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
  let after: string | undefined;
  for (let pages = 0; ; pages++) {
    const page = await adapter.query({ c: 'items', ...query, limit, ...(after !== undefined && { after }) });
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
