import {
  compareKeys,
  type Row,
  type Filter as RowFilter,
  type StorageAdapter,
  StorageFault,
  toKey,
} from '@kith/adapters';
import { compileFilter, dependenciesOf, type Filter, type FilterMoment, lowerFilter, type Matcher } from '@kith/core';
import { valueAt } from '@kith/core/imports';
import type { Identified } from './collection.js';
import type { RowsQuery, SearchQuery, TallyGroup, TallyQuery } from './query.js';

/** Everything a filter can need to be answered: what to push down, and how to test one entity. */
export interface Condition {
  readonly pushed: RowFilter | undefined;
  /** Whether what the adapter answers must be tested again. */
  readonly exact: boolean;
  readonly matches: (entity: unknown) => boolean;
}

const ALWAYS: Condition = { pushed: undefined, exact: true, matches: () => true };

/** Prepares a filter for one moment. */
export function condition(where: Filter | undefined, moment: FilterMoment): Condition {
  if (!where) return ALWAYS;
  const lowered = lowerFilter(where, moment);
  return { pushed: lowered.filter, exact: lowered.exact, matches: compileFilter(where, moment) };
}

/** A filter made ready; only one that reads the clock is made ready again each time. */
export function matcherOf(where: Filter | undefined, moment: () => FilterMoment): () => Matcher {
  if (!where) return () => () => true;
  if (dependenciesOf(where).readsClock) return () => compileFilter(where, moment());
  let matcher: Matcher | undefined;
  return () => {
    matcher ??= compileFilter(where, moment());
    return matcher;
  };
}

/** Rows of a query, page by page until there are enough. */
export async function readRows<Entity extends Identified>(
  adapter: StorageAdapter,
  query: RowsQuery<Entity>,
  asked: Condition,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const page of pagesOf(adapter, query, asked)) for (const row of page) rows.push(row);
  return rows;
}

/** The same, page by page: for who has a look at many and keeps few. */
export async function* pagesOf<Entity extends Identified>(
  adapter: StorageAdapter,
  query: RowsQuery<Entity>,
  { pushed, exact, matches }: Condition,
): AsyncGenerator<readonly Row[], void, undefined> {
  let wanted = query.limit ?? Number.POSITIVE_INFINITY;
  const { pageRows } = adapter.capabilities.limits;
  let after: string | undefined;
  do {
    const page = await adapter.query({
      c: query.collection.name,
      ...(pushed && { where: pushed }),
      ...(query.order && { order: query.order }),
      ...(after !== undefined && { after }),
      limit: exact ? Math.min(pageRows, wanted) : pageRows,
    });
    const rows = (exact ? page.rows : page.rows.filter(({ data }) => matches(data))).slice(0, wanted);
    wanted -= rows.length;
    yield rows;
    after = page.next ?? undefined;
  } while (after !== undefined && wanted > 0);
}

/** All rows of a collection that pass a filter of the port. */
export const readWhere = (
  adapter: StorageAdapter,
  collection: RowsQuery<Identified>['collection'],
  where: RowFilter,
): Promise<readonly Row[]> => readRows(adapter, { ask: 'rows', collection }, { ...ALWAYS, pushed: where });

/** Rows that a search finds, the best first. Where the storage cannot test the whole condition, it is asked for more. */
export async function readHits<Entity extends Identified>(
  adapter: StorageAdapter,
  { collection, text, limit }: SearchQuery<Entity>,
  { pushed, exact, matches }: Condition,
): Promise<readonly Row[]> {
  const { search, limits } = adapter.capabilities;
  if (!search)
    throw new StorageFault({
      kind: 'unsupported',
      detail: `this storage (${adapter.name}) does not search. Use a filter with "contains", or another adapter.`,
    });
  for (let asked = limit; ; asked *= 4) {
    const most = Math.min(asked, limits.pageRows);
    const hits = await adapter.search({ c: collection.name, text, ...(pushed && { where: pushed }), limit: most });
    const rows = hits.map(({ row }) => row).filter((row) => exact || matches(row.data));
    if (rows.length >= limit || hits.length < most || most === limits.pageRows) return rows.slice(0, limit);
  }
}

/** Counts and sums of a tally: from the adapter's counters where it has them, else by reading the rows. */
export async function readTally(
  adapter: StorageAdapter,
  query: TallyQuery,
  prepared: Condition,
): Promise<readonly TallyGroup[]> {
  if (adapter.capabilities.tallies && prepared.exact) {
    const groups = await adapter.tally({
      c: query.collection.name,
      ...(prepared.pushed && { where: prepared.pushed }),
      by: query.by,
      ...(query.sum && { sum: query.sum }),
    });
    return groups as readonly TallyGroup[];
  }
  const rows = await readRows(adapter, { ask: 'rows', collection: query.collection }, prepared);
  const groupsByKey = new Map<string, { key: TallyGroup['key']; count: number; sums: number[] }>();
  for (const { data } of rows) {
    const key = query.by.map((path) => scalarOf(valueAt(data, path)));
    const group = groupsByKey.get(JSON.stringify(key)) ?? { key, count: 0, sums: (query.sum ?? []).map(() => 0) };
    groupsByKey.set(JSON.stringify(key), group);
    group.count += 1;
    query.sum?.forEach((path, index) => {
      const value = valueAt(data, path);
      if (typeof value === 'number') group.sums[index] = (group.sums[index] ?? 0) + value;
    });
  }
  return [...groupsByKey.values()].sort(compareGroups);
}

/** The order of groups: that of their keys; strings that sort alike but are not the same, by their code units. */
export function compareGroups({ key: left }: TallyGroup, { key: right }: TallyGroup): number {
  for (const [index, a] of left.entries()) {
    const b = right[index] ?? null;
    const order = compareKeys(toKey(a), toKey(b)) || (a === b ? 0 : String(a) < String(b) ? -1 : 1);
    if (order !== 0) return order;
  }
  return 0;
}

const scalarOf = (value: unknown): string | number | boolean | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
