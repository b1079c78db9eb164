import { type Filter, type Page, type Query, type Row, type StorageAdapter, StorageFault } from '@kith/adapters';
import type { Instant } from '@kith/core';
import type { Reaches } from '@kith/core/permissions';
import { orderWithoutHidden, type PathSight, withoutHidden } from './question.js';
import type { Shadow } from './shadow.js';

/** What somebody sees of one collection, for the moment. */
export interface CollectionView {
  /** The moment that the scope is of; undefined where it is the same at any. */
  readonly at: Instant | undefined;
  /** The rows they see: all of them where there is none. Not exact, when rows have to be looked at one by one. */
  readonly scope: { readonly filter: Filter; readonly isExact: boolean } | undefined;
  /** Whether fields are hidden in some rows. */
  readonly hidesFields: boolean;
  sight(path: string): PathSight;
  /** How far they see along the paths of a row; undefined when they do not see it. */
  reaches(row: object): Reaches | undefined;
  /** The row without what is hidden; null when it is hidden itself. */
  see(row: Row): Row | null;
  readonly shadow: Shadow;
  /** Where a search looks. */
  readonly searched: readonly string[];
}

/** A place to go on from, with the moment that the first page was asked at: what is seen until then depends on it. */
const OF_MOMENT = /^(\S+Z) (.*)$/s;

/**
 * A storage as somebody sees it: every question is answered as if hidden rows did not exist and hidden fields had never
 * been filled in. What the storage below can answer so by itself is passed on with the scope beside the question; the rest
 * is asked of a shadow. Nothing can be written through it.
 */
export function guardedAdapter(
  inner: StorageAdapter,
  viewOf: (collection: string, at?: Instant) => CollectionView,
): StorageAdapter {
  const denied = async (): Promise<never> => {
    throw new StorageFault({
      kind: 'denied',
      detail: 'with a policy, write by commands; backups are for administrators.',
    });
  };
  const byIds = async (c: string, rows: ReadonlyArray<{ readonly id: string }>): Promise<readonly Row[]> => {
    const view = viewOf(c);
    const found = await inner.get(
      c,
      rows.map(({ id }) => id),
    );
    return found.flatMap((row) => (row && !row.deleted ? (view.see(row) ?? []) : []));
  };
  /** The filter to hand on; undefined when only a shadow can tell. */
  const narrowed = (view: CollectionView, where: Filter | undefined): Filter | 'all' | undefined => {
    if (view.scope && !view.scope.isExact) return undefined;
    const own = where && view.hidesFields ? withoutHidden(where, view.sight) : where;
    if (where && !own) return undefined;
    // One level, where the storage looks for what an index answers.
    const parts = [own, view.scope?.filter].flatMap((part) => (part && 'and' in part ? part.and : (part ?? [])));
    return parts.length > 1 ? { and: parts } : (parts[0] ?? 'all');
  };

  return {
    name: inner.name,
    get capabilities() {
      return inner.capabilities;
    },
    watch: (hint) => inner.watch(hint),
    close: () => inner.close(),
    async get(c, ids) {
      if (ids.length === 0) return inner.get(c, ids);
      const view = viewOf(c);
      return (await inner.get(c, ids)).map((row) => (row && !row.deleted ? view.see(row) : null));
    },
    async query({ after, ...asked }): Promise<Page> {
      const [, at, place = after] = after?.match(OF_MOMENT) ?? [];
      const view = viewOf(asked.c, at as Instant | undefined);
      const query: Query = { ...asked, ...(place !== undefined && { after: place }) };
      const nextOf = ({ next }: Page): string | null => (next !== null && view.at ? `${view.at} ${next}` : next);
      const where = narrowed(view, query.where);
      const order = view.hidesFields ? orderWithoutHidden(query.order, view.sight) : query.order;
      if (where === undefined || order === 'mixed') {
        const page = await view.shadow.ask((adapter) => adapter.query(query));
        return { ...page, next: nextOf(page), rows: await byIds(query.c, page.rows) };
      }
      const { where: _, order: __, ...rest } = query;
      const passed: Query = { ...rest, ...(where !== 'all' && { where }), ...(order && { order }) };
      const page = await inner.query(passed);
      return { ...page, next: nextOf(page), rows: page.rows.flatMap((row) => view.see(row) ?? []) };
    },
    async count(c, where) {
      const view = viewOf(c);
      const passed = narrowed(view, where);
      if (passed === undefined) return view.shadow.ask((adapter) => adapter.count(c, where));
      return inner.count(c, passed === 'all' ? undefined : passed);
    },
    async tally(query) {
      const view = viewOf(query.c);
      const where = narrowed(view, query.where);
      const { by, sum = [] } = query;
      const sights = new Map([...by, ...sum].map((path) => [path, view.hidesFields ? view.sight(path) : 'seen']));
      if (where === undefined || [...sights.values()].includes('mixed'))
        return view.shadow.ask((adapter) => adapter.tally(query));
      const isSeen = (path: string): boolean => sights.get(path) === 'seen';
      const groups = await inner.tally({
        c: query.c,
        ...(where !== 'all' && { where }),
        by: by.filter(isSeen),
        sum: sum.filter(isSeen),
      });
      // What is hidden was never filled in: it groups under null, and adds up to nothing.
      return groups.map(({ key, count, sums }) => {
        const [keys, figures] = [key.values(), sums.values()];
        return {
          key: by.map((path) => (isSeen(path) ? (keys.next().value ?? null) : null)),
          count,
          sums: sum.map((path) => (isSeen(path) ? (figures.next().value ?? 0) : 0)),
        };
      });
    },
    async search(query) {
      const view = viewOf(query.c);
      const isPlain = !view.scope && (!view.hidesFields || view.searched.every((path) => view.sight(path) === 'seen'));
      const where = isPlain ? narrowed(view, query.where) : undefined;
      if (where !== undefined) {
        const { where: _, ...rest } = query;
        const hits = await inner.search({ ...rest, ...(where !== 'all' && { where }) });
        return hits.flatMap(({ row, score }) => {
          const seen = view.see(row);
          return seen ? [{ row: seen, score }] : [];
        });
      }
      const hits = await view.shadow.ask((adapter) => adapter.search(query));
      const rows = new Map(
        (
          await byIds(
            query.c,
            hits.map(({ row }) => row),
          )
        ).map((row) => [row.id, row]),
      );
      return hits.flatMap(({ row: { id }, score }) => {
        const row = rows.get(id);
        return row ? [{ row, score }] : [];
      });
    },
    async changes(since, limit) {
      const page = await inner.changes(since, limit);
      const changes = page.changes.flatMap((change) => {
        const row = change.row && !change.deleted ? viewOf(change.c).see(change.row) : null;
        return row ? [{ ...change, row }] : [];
      });
      return { ...page, changes };
    },
    open: denied,
    write: denied,
    restore: denied,
    destroy: denied,
    dump() {
      return { [Symbol.asyncIterator]: () => ({ next: denied }) };
    },
  };
}
