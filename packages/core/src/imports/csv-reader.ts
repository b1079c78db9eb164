import { ok, type Problem, type Result, refuse } from '../kernel/result.js';

/** One record of a CSV file. */
export interface CsvRecord {
  /** The line it begins on, 1 for the first line of the file. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why its cells cannot be trusted; they are then as they stand in the file, quotes included. */
  readonly problem?: Problem;
}

/** Reads CSV piece by piece. After a refusal the reader is spent. */
export interface CsvReader {
  /** The records that are complete with this piece of text. */
  push(text: string): Result<readonly CsvRecord[]>;
  /** The last record, where the file ends without a line end. */
  end(): Result<readonly CsvRecord[]>;
}

/** How a file is read. */
export interface CsvReaderOptions {
  /** What stands between cells: `,` when left out. */
  readonly delimiter?: string | undefined;
  /** The longest record that is read, in UTF-16 code units; 1,000,000 when left out. */
  readonly maxRecordLength?: number | undefined;
}

const MAX_RECORD_LENGTH = 1_000_000;
const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

/**
 * Where the reader stands: before a cell, in a bare cell, between quotes, behind a quote that closes a cell or is the
 * first of a doubled one, or in text that follows a closed cell.
 */
type Place = 'start' | 'bare' | 'quoted' | 'quote' | 'stray';

/**
 * Reads CSV (RFC 4180, and what spreadsheets make of it): LF, CR LF and CR as line ends, also mixed; quoted cells with
 * line ends and doubled quotes in them; empty lines are passed over; a quote inside a bare cell is a character. It looks
 * at each character once and keeps one record, so a file of any size takes the memory of its longest record.
 *
 * Refuses the file with `imports/unclosed-quote` or `imports/record-too-long`, since nothing behind such a place can be
 * trusted. A record with text beside its quotes has the problem `imports/stray-quote`.
 */
export function csvReader(options: CsvReaderOptions = {}): CsvReader {
  const delimiter = (options.delimiter ?? ',').charCodeAt(0);
  const maxLength = options.maxRecordLength ?? MAX_RECORD_LENGTH;
  let place: Place = 'start';
  let cells: string[] = [];
  /** What the cell holds so far, from the pieces before. */
  let held = '';
  /** Length of the record in the pieces before this one. */
  let length = 0;
  let line = 1;
  let recordLine = 1;
  let quoteLine = 1;
  let isAfterCr = false;
  let strayColumn: number | undefined;

  /** Whether a character goes on with a bare cell. */
  const isOfCell = (code: number): boolean => code !== delimiter && code !== LF && code !== CR;
  const tooLong = (): Result<never> =>
    refuse(recordTooLong(recordLine, maxLength, place === 'quoted' ? quoteLine : undefined));

  function push(text: string): Result<readonly CsvRecord[]> {
    const records: CsvRecord[] = [];
    let recordStart = 0;
    let cellStart = 0;
    let at = 0;

    const endCell = (upTo: number): void => {
      let cell = held + text.slice(cellStart, upTo);
      if (place === 'stray') strayColumn ??= cells.length;
      else if (place === 'bare' && strayColumn === undefined && hasQuoteBehindSpace(cell)) strayColumn = cells.length;
      if (place === 'quote') cell = held;
      cells.push(cell);
      held = '';
      place = 'start';
    };
    const endRecord = (upTo: number): void => {
      const isEmptyLine = cells.length === 0 && place === 'start';
      if (!isEmptyLine) {
        endCell(upTo);
        records.push(
          strayColumn === undefined
            ? { line: recordLine, cells }
            : { line: recordLine, cells, problem: strayQuote(recordLine, strayColumn) },
        );
      }
      cells = [];
      strayColumn = undefined;
      length = 0;
    };

    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (isAfterCr) {
        isAfterCr = false;
        if (code === LF) {
          at += 1;
          // Between quotes it belongs to the cell; else the record has ended with the CR.
          if (place !== 'quoted') cellStart = recordStart = at;
          continue;
        }
      }
      if (place === 'quoted') {
        if (code === QUOTE) {
          held += text.slice(cellStart, at);
          place = 'quote';
        } else if (code === LF || code === CR) {
          line += 1;
          isAfterCr = code === CR;
        }
        at += 1;
      } else if (code === LF || code === CR) {
        endRecord(at);
        line += 1;
        isAfterCr = code === CR;
        at += 1;
        cellStart = recordStart = at;
        recordLine = line;
      } else if (code === delimiter) {
        endCell(at);
        at += 1;
        cellStart = at;
      } else if (code === QUOTE && place === 'start') {
        place = 'quoted';
        quoteLine = line;
        at += 1;
        cellStart = at;
      } else if (code === QUOTE && place === 'quote') {
        held += '"';
        place = 'quoted';
        at += 1;
        cellStart = at;
      } else {
        if (place === 'quote') {
          // The cell as it stands in the file, so that nothing of it is lost.
          held = `"${held.replaceAll('"', '""')}"`;
          cellStart = at;
          place = 'stray';
        } else if (place === 'start') place = 'bare';
        at += 1;
        while (at < text.length && isOfCell(text.charCodeAt(at))) at += 1;
      }
      if (length + at - recordStart > maxLength) return tooLong();
    }
    length += text.length - recordStart;
    if (place !== 'quote') held += text.slice(cellStart);
    return ok(records);
  }

  return {
    push,
    end() {
      if (place === 'quoted') return refuse(unclosedQuote(quoteLine));
      return push('\n');
    },
  };
}

/** `"a", "b"` with a space before the quote: bare by the letter, and surely not meant so. */
const hasQuoteBehindSpace = (cell: string): boolean => cell.charCodeAt(0) <= SPACE && /^\s+"/.test(cell);

const strayQuote = (line: number, column: number): Problem => ({
  code: 'imports/stray-quote',
  message: `Line ${line}: cell ${column + 1} has text outside its quotes. Put the whole cell between quotes and double the quotes in it ("5"" pipe").`,
  params: { line, column: column + 1 },
});

const unclosedQuote = (line: number): Problem => ({
  code: 'imports/unclosed-quote',
  message: `Line ${line} opens a quote that is never closed, so everything behind it would be one cell. Close the quote, or double it if it belongs to the text.`,
  params: { line },
});

function recordTooLong(line: number, limit: number, quoteLine: number | undefined): Problem {
  const cause =
    quoteLine === undefined ? 'This may be no CSV file' : `A quote opened on line ${quoteLine} may not be closed`;
  return {
    code: 'imports/record-too-long',
    message: `The record on line ${line} is longer than ${limit} characters. ${cause}; mend the file, or raise the limit if the record is right.`,
    params: { line, limit },
  };
}
