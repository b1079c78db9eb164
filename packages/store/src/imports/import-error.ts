import { KithError } from '../error.js';
import type { ImportReport } from './report.js';

/** The storage failed in the middle of an import. `code` is that of the failure; `report` says what had become of the rows. */
export class ImportError extends KithError {
  readonly report: ImportReport | undefined;
  /** `nothing`: the data is as it was before. `rows`: what was written is still there and can be taken back, or gone on from. */
  readonly left: 'nothing' | 'rows';
  constructor(cause: KithError, left: 'nothing' | 'rows', report: ImportReport | undefined) {
    super(cause.code, `${cause.message} ${wordsFor(left, report)}`, { cause });
    this.name = 'ImportError';
    this.left = left;
    this.report = report;
  }
}

const wordsFor = (left: 'nothing' | 'rows', report: ImportReport | undefined): string =>
  left === 'nothing'
    ? 'Of the import nothing is left: the data is as it was before.'
    : `The import had written ${report?.created ?? 0} new and ${report?.updated ?? 0} changed rows, which are still there. Import the file again to go on, or take it back with revertImport(store, '${report?.importId}').`;
