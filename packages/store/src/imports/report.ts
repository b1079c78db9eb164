import type { Id, Problem } from '@kith/core';
import { rejectedHeader, rejectedRow, writeCsvRow } from '@kith/core/imports';

/** What became of the rows. `rowsIn` is always the sum of the other four. */
export interface ImportCounts {
  readonly rowsIn: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** How far an import is. */
export interface ImportProgress extends ImportCounts {
  /** How much of the source was read: bytes, or characters where it was given as text. */
  readonly read: number;
}

/** A row that did not get in, and why. */
export interface Rejection {
  readonly line: number;
  readonly problems: readonly Problem[];
}

/** What an import came to. */
export interface ImportReport extends ImportCounts {
  /** `tried` wrote nothing: it was a dry run. `failed` comes with an {@link ImportError} only. */
  readonly state: 'finished' | 'cancelled' | 'failed' | 'tried';
  /** What {@link revertImport} takes; absent when nothing was written. */
  readonly importId?: Id<'import'>;
  /** What the rows brought with them, by collection: lookups that were made, the pipeline. Not among the counts. */
  readonly alsoCreated: Readonly<Record<string, number>>;
  /** The first thousand rejected rows. */
  readonly rejections: readonly Rejection[];
  /** All rejected rows as CSV: the reason, then the row as it stood in the file. Empty when there is none. */
  readonly rejectedCsv: string;
}

const REJECTIONS_KEPT = 1_000;

/** Counts while an import runs. */
export interface Tally {
  count(what: 'created' | 'updated' | 'unchanged', rows: number): void;
  countAlso(collection: string): void;
  countRead(size: number): void;
  reject(row: { readonly line: number; readonly cells: readonly string[] }, problems: readonly Problem[]): void;
  progress(): ImportProgress;
  report(state: ImportReport['state'], importId: Id<'import'> | undefined): ImportReport;
}

/** A tally of nothing yet, for a file with this header and delimiter. */
export function newTally(header: readonly string[], delimiter: string | undefined): Tally {
  const counted = { created: 0, updated: 0, unchanged: 0 };
  const alsoCreated: Record<string, number> = {};
  const rejections: Rejection[] = [];
  const csv: string[] = [];
  let rejected = 0;
  let read = 0;
  const counts = (): ImportCounts => ({
    rowsIn: counted.created + counted.updated + counted.unchanged + rejected,
    ...counted,
    rejected,
  });
  return {
    count(what, rows) {
      counted[what] += rows;
    },
    countAlso(collection) {
      alsoCreated[collection] = (alsoCreated[collection] ?? 0) + 1;
    },
    countRead(size) {
      read += size;
    },
    reject(row, problems) {
      rejected += 1;
      if (rejections.length < REJECTIONS_KEPT) rejections.push({ line: row.line, problems });
      if (csv.length === 0) csv.push(writeCsvRow(rejectedHeader(header), { delimiter }));
      const reason = problems.map((problem) => problem.message).join(' ');
      csv.push(writeCsvRow(rejectedRow(header, row.cells, reason), { delimiter }));
    },
    progress: () => ({ ...counts(), read }),
    report: (state, importId) => ({
      state,
      ...(importId && { importId }),
      ...counts(),
      alsoCreated,
      rejections,
      rejectedCsv: csv.join(''),
    }),
  };
}
