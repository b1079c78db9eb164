import type { Page, Query, Row } from '../adapter.js';
import { decodeCursor, encodeCursor } from '../engine/cursor.js';
import { compileOrder, type Place } from '../engine/order.js';
import { StorageFault } from '../fault.js';

/** A question for a page that was checked. */
export interface PageQuestion {
  readonly after: Place | undefined;
  /** Makes the page of its rows. */
  pageOf(rows: readonly Row[], hasMore: boolean): Pick<Page, 'rows' | 'next'>;
}

/** Checks the limit and the cursor of a question: they are `invalid` or `cursor-invalid` before anything is looked for. */
export function pageQuestion(tenant: string, query: Query, mostRows: number): PageQuestion {
  const { limit } = query;
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > mostRows)
    throw new StorageFault({ kind: 'invalid', detail: `a page has 1 to ${mostRows} rows, not ${limit}.` });
  const scope = scopeOf(tenant, query);
  return {
    after: query.after === undefined ? undefined : decodeCursor(query.after, scope),
    pageOf(rows, hasMore) {
      const last = rows.at(-1);
      const next = hasMore && last !== undefined ? encodeCursor(compileOrder(query.order).placeOf(last), scope) : null;
      return { rows, next };
    },
  };
}

const scopeOf = (tenant: string, { c, where, order }: Query): string =>
  JSON.stringify([tenant, c, where ?? null, order ?? []]);
