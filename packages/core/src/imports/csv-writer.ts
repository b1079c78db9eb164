/** How rows are written. */
export interface CsvWriterOptions {
  /** `,` when left out. */
  readonly delimiter?: string | undefined;
  /**
   * What becomes of a cell that a spreadsheet would take for a formula (it begins with `= + - @`, a tab or a line
   * end; OWASP, CSV injection). `neutralise` puts an apostrophe before it, as before one that has such an apostrophe
   * already, so that it can be taken away again: right for an export that somebody opens in a spreadsheet. `keep` writes it as it is, so that reading gives back exactly what was written: right for rejected
   * rows, which are mended and imported again.
   */
  readonly formulas?: 'keep' | 'neutralise' | undefined;
}

/** A cell that a spreadsheet would take for a formula, with an apostrophe before it; any other as it is. */
export const neutralised = (cell: string): string => (/^'*[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell);

/** What stood in a cell before it was neutralised. */
export const restored = (cell: string): string => (/^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell);

/** The column that says why a row was rejected. It comes first, so that a row with too many cells keeps its places. */
export const REASON_COLUMN = 'Rejected because';

/** One row as CSV (RFC 4180), with CR LF at its end. */
export function writeCsvRow(cells: readonly string[], options: CsvWriterOptions = {}): string {
  const { delimiter = ',', formulas = 'keep' } = options;
  const write = (cell: string): string => quoted(formulas === 'neutralise' ? neutralised(cell) : cell, delimiter);
  // A row of one empty cell would be an empty line, which readers pass over.
  return `${cells.length === 1 && cells[0] === '' ? '""' : cells.map(write).join(delimiter)}\r\n`;
}

/** The header of a file of rejected rows. Its reason column replaces that of an earlier rejection. */
export const rejectedHeader = (header: readonly string[]): readonly string[] =>
  header[0] === REASON_COLUMN ? header : [REASON_COLUMN, ...header];

/** A rejected row under {@link rejectedHeader}: its reason, then its cells as they stood in the file. */
export const rejectedRow = (header: readonly string[], cells: readonly string[], reason: string): readonly string[] => [
  reason,
  ...(header[0] === REASON_COLUMN ? cells.slice(1) : cells),
];

const quoted = (cell: string, delimiter: string): string =>
  /["\r\n]|^[\s\uFEFF]|\s$/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
