import type { BackupHeader } from '@kith/store/backup';

/** How many rows of one kind a backup holds. */
export interface RowsOfKind {
  /** The name of their collection. */
  readonly kind: string;
  readonly count: number;
}

/** What is in a backup, as people count: without what was deleted, and without kinds of which there is nothing. */
export const rowsOfKinds = ({ rows, tombstones = {} }: BackupHeader): readonly RowsOfKind[] =>
  Object.entries(rows)
    .map(([kind, count]) => ({ kind, count: count - (tombstones[kind] ?? 0) }))
    .filter(({ count }) => count > 0);

/** How many rows that is. */
export const rowCount = (header: BackupHeader): number =>
  rowsOfKinds(header).reduce((sum, { count }) => sum + count, 0);
