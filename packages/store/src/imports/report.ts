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
  /** `tried` wrote nothing: it was a dry run. */
  readonly state: 'finished' | 'cancelled' | 'tried';
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
export class Tally {
  created = 0;
  updated = 0;
  unchanged = 0;
  rejected = 0;
  read = 0;
  readonly alsoCreated: Record<string, number> = {};
  readonly rejections: Rejection[] = [];
  #csv: string[] = [];

  reject(
    header: readonly string[],
    row: { readonly line: number; readonly cells: readonly string[] },
    problems: readonly Problem[],
    delimiter?: string,
  ): void {
    this.rejected += 1;
    if (this.rejections.length < REJECTIONS_KEPT) this.rejections.push({ line: row.line, problems });
    if (this.#csv.length === 0) this.#csv.push(writeCsvRow(rejectedHeader(header), { delimiter }));
    const reason = problems.map((problem) => problem.message).join(' ');
    this.#csv.push(writeCsvRow(rejectedRow(header, row.cells, reason), { delimiter }));
  }

  counts(): ImportCounts {
    const { created, updated, unchanged, rejected } = this;
    return { rowsIn: created + updated + unchanged + rejected, created, updated, unchanged, rejected };
  }

  report(state: ImportReport['state'], importId: Id<'import'> | undefined): ImportReport {
    return {
      state,
      ...(importId && { importId }),
      ...this.counts(),
      alsoCreated: this.alsoCreated,
      rejections: this.rejections,
      rejectedCsv: this.#csv.join(''),
    };
  }
}
