import { compileFilter } from '@kith/core';
import type { RowsAhead } from './collection.js';
import type { Staging } from './row-rules.js';
import type { Work } from './work.js';

/** The rows as they are stored, with what is staged in their places. */
export const rowsAhead = (work: Work, staged: readonly Staging[]): RowsAhead => ({
  seesAll: (collection) => work.seesAll(collection),
  async count(collection, where) {
    const matches = compileFilter(where, work.env);
    const counts = (row: object | null | undefined): number => Number(row ? matches(row) : false);
    const own = staged.filter((each) => each.collection === collection.name);
    const turnover = own.reduce((sum, { row, to }) => sum + counts(to) - counts(row?.deleted ? null : row?.data), 0);
    return (await work.system.count(collection, where)) + turnover;
  },
});
