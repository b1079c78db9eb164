import type { Query, Row, RowData } from '../adapter.js';
import { StorageFault } from '../fault.js';
import { compareIds, compareKeys, type Key } from './collate.js';
import { type Path, parsePath, sortKeyAt } from './path.js';

/** A place among sorted rows: the sort keys of a row, and its id. */
export interface Place {
  readonly keys: readonly Key[];
  readonly id: string;
}

/** An order made ready: `id` is the last key, in the direction of the one before it. */
export interface Order {
  readonly names: readonly string[];
  readonly paths: readonly Path[];
  readonly descending: readonly boolean[];
  readonly idDescending: boolean;
  placeOf(row: Row): Place;
  compare(a: Place, b: Place): number;
}

/** Compiles the order of a query. */
export function compileOrder(order: Query['order'] = []): Order {
  for (const [, direction] of order) {
    if (direction !== 'asc' && direction !== 'desc')
      throw new StorageFault({ kind: 'invalid', detail: `${direction} is no direction to sort in. Use asc or desc.` });
  }
  const paths = order.map(([field]) => parsePath(field));
  const descending = order.map(([, direction]) => direction === 'desc');
  const idDescending = descending.at(-1) ?? false;
  return {
    names: order.map(([field]) => field),
    paths,
    descending,
    idDescending,
    placeOf: (row) => ({ keys: paths.map((path) => sortKeyAt(path, row.data)), id: row.id }),
    compare(a, b) {
      for (let index = 0; index < paths.length; index++) {
        const order = compareKeys(a.keys[index] as Key, b.keys[index] as Key);
        if (order !== 0) return descending[index] ? -order : order;
      }
      const order = compareIds(a.id, b.id);
      return idDescending ? -order : order;
    },
  };
}

/**
 * Compares two rows' contents as a query in this order lists them, for whoever keeps such a list up to date. Takes
 * what a row holds, with its id among the fields.
 */
export function rowOrder(
  order: Query['order'],
): (left: { readonly id: string }, right: { readonly id: string }) => number {
  const compiled = compileOrder(order);
  const placeOf = (content: { readonly id: string }): Place => ({
    keys: compiled.paths.map((path) => sortKeyAt(path, content as RowData & { id: string })),
    id: content.id,
  });
  return (left, right) => compiled.compare(placeOf(left), placeOf(right));
}
