import { rowOrder } from '@kith/adapters';
import type { Id } from '@kith/core';
import type { LiveSegments } from '@kith/core/segments';
import type { Identified } from '../collection.js';

/** A stretch of the members of a segment. */
export interface MembersPage {
  readonly rows: readonly Identified[];
  /** The place of the first of them in the whole list, from 0. */
  readonly from: number;
  readonly total: number;
}

/** In which order members come, and which of them. */
export interface MembersAsked {
  readonly order?: ReadonlyArray<readonly [path: string, direction: 'asc' | 'desc']>;
  readonly from?: number;
  readonly limit: number;
}

/** The members of one segment in an order, kept row by row. */
export interface MemberList {
  /** Some rows may have changed, entered or left; answers whether any has. */
  touch(ids: Iterable<string>): boolean;
  page(): MembersPage;
}

/** Sorts the members once; from then on a row is looked up and moved. */
export function newMemberList(
  live: LiveSegments,
  segment: { readonly id: Id<'segment'>; readonly of: string },
  { order = [], from = 0, limit }: MembersAsked,
): MemberList {
  const compare = rowOrder(order);
  const rowsById = new Map<string, Identified>();
  for (const id of live.members(segment.id)) rowsById.set(id, live.row(segment.of, id) as Identified);
  const rows = [...rowsById.values()].sort(compare);
  const placeOf = (row: Identified): number => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(rows[middle] as Identified, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    touch(ids) {
      let isTouched = false;
      for (const id of ids) {
        const before = rowsById.get(id);
        const after = live.has(segment.id, id) ? (live.row(segment.of, id) as Identified) : undefined;
        if (before === after) continue;
        isTouched = true;
        if (before) rows.splice(placeOf(before), 1);
        if (after) {
          rows.splice(placeOf(after), 0, after);
          rowsById.set(id, after);
        } else rowsById.delete(id);
      }
      return isTouched;
    },
    page: () => ({ rows: rows.slice(from, from + limit), from, total: rows.length }),
  };
}
