import type { Page, Query, Row, TallyGroup, TallyQuery } from '../adapter.js';
import type { PreviewRow } from '../engine/columns/preview.js';
import type { Filter } from '../filter.js';
import type { Early } from './journal.js';
import { pageQuestion } from './page.js';

/** What a book answers before its rows are read; undefined where they have to be waited for. */
export interface EarlyAnswers {
  count(c: string, where: Filter | undefined): number | undefined;
  tally(query: TallyQuery): readonly TallyGroup[] | undefined;
  query(query: Query): Promise<Page | undefined>;
  get(c: string, ids: readonly string[]): Promise<ReadonlyArray<Row | null> | undefined>;
}

/** Answers from columns, and reads only the rows that are to be shown. */
export function earlyAnswers({ at, previewOf, rowsOf }: Early, tenant: string, mostRows: number): EarlyAnswers {
  // Nothing is known of the columns of a collection without rows, and nothing needs to be.
  const orNone = <Answer>(c: string, answer: Answer | undefined, none: Answer): Answer | undefined =>
    answer ?? (previewOf(c).live === 0 ? none : undefined);
  return {
    count: (c, where) => orNone(c, previewOf(c).count(where), 0),
    tally: (query) => orNone(query.c, previewOf(query.c).tally(query), []),
    async query(query) {
      const { c, limit } = query;
      const { after, pageOf } = pageQuestion(tenant, query, mostRows);
      const found = orNone(c, previewOf(c).find(query, after, limit + 1), []);
      // Whether there are more is known without reading the next row.
      const rows = found && (await rowsOf(c, found.slice(0, limit)));
      return rows && { ...pageOf(rows, found.length > limit), at };
    },
    async get(c, ids) {
      const known: PreviewRow[] = [];
      for (const id of ids) {
        const row = previewOf(c).row(id);
        // It may have been deleted, and then its tombstone is the answer.
        if (row === undefined) return undefined;
        known.push(row);
      }
      return rowsOf(c, known);
    },
  };
}
