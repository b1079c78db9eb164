import type { DetailField } from '../parts/details.js';
import type { RowSight } from './sight.js';

/** Rows as somebody may see them: what is hidden is not there, and what they may not change cannot be opened. */
export const asSeen = (rows: readonly DetailField[], sight: RowSight): readonly DetailField[] =>
  rows
    .filter(({ name }) => sight.sees(name))
    .map((row) => (row.save && !sight.edits(row.name) ? { ...row, save: undefined } : row));
