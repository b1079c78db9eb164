import { ok, type Problem, type Result, refuse } from '../kernel/result.js';
import { type CsvReaderOptions, type CsvRecord, csvReader } from './csv-reader.js';

/** A CSV file with a header, read piece by piece. */
export interface CsvTable {
  /** The names of the columns, once the first line is read. */
  readonly header: readonly string[] | undefined;
  /** Rows that are complete with this piece of text, the header not among them. */
  push(text: string): Result<readonly CsvRecord[]>;
  end(): Result<readonly CsvRecord[]>;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const BOM = '\uFEFF';
/** As far as the delimiter is looked for. */
const GUESS_LENGTH = 64_000;

/**
 * Reads a CSV file whose first record names the columns. Without a declared delimiter the one of `, ; tab |` that the
 * first line has most of is taken.
 *
 * Refuses the file with `imports/no-header`, `imports/duplicate-column`, `imports/nul-byte` (in the header) or as
 * {@link csvReader} does. A row may have the problem `imports/wrong-column-count`, `imports/nul-byte` or
 * `imports/stray-quote`.
 */
export function csvTable(options: CsvReaderOptions = {}): CsvTable {
  let reader = options.delimiter === undefined ? undefined : csvReader(options);
  let waiting = '';
  let isAtStart = true;
  let header: readonly string[] | undefined;

  function toRows(read: Result<readonly CsvRecord[]>): Result<readonly CsvRecord[]> {
    if (!read.ok) return read;
    let records = read.value;
    if (!header && records[0]) {
      const named = toHeader(records[0]);
      if (!named.ok) return named;
      header = named.value;
      records = records.slice(1);
    }
    const width = header?.length ?? 0;
    return ok(records.map((record) => checked(record, width)));
  }
  const begin = (): Result<readonly CsvRecord[]> => {
    reader = csvReader({ ...options, delimiter: guessDelimiter(waiting) });
    const text = waiting;
    waiting = '';
    return toRows(reader.push(text));
  };

  return {
    get header() {
      return header;
    },
    push(piece) {
      const text = isAtStart && piece.startsWith(BOM) ? piece.slice(1) : piece;
      if (piece !== '') isAtStart = false;
      if (reader) return toRows(reader.push(text));
      waiting += text;
      return waiting.length >= GUESS_LENGTH || firstLine(waiting).length < waiting.length ? begin() : ok([]);
    },
    end() {
      const begun = reader ? ok([]) : begin();
      const last = begun.ok && reader ? toRows(reader.end()) : begun;
      if (!begun.ok || !last.ok) return last;
      return header ? ok([...begun.value, ...last.value]) : refuse(NO_HEADER);
    },
  };
}

/** The delimiter that a line has most of, outside of quotes; a comma where there is none. */
export function guessDelimiter(text: string): string {
  const bare = firstLine(text).replaceAll(/"[^"]*"?/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** The first line that is not empty; a line end between quotes does not end it. */
const firstLine = (text: string): string =>
  /^[\r\n]*(?:"[^"]*"?|[^"\r\n])*/.exec(text.slice(0, GUESS_LENGTH))?.[0] ?? '';

function toHeader(record: CsvRecord): Result<readonly string[]> {
  if (record.problem) return refuse(record.problem);
  const header = record.cells.map((cell) => cell.trim());
  if (header.some(hasNul)) return refuse(nulByte(record.line));
  const duplicate = header.find((name, index) => name !== '' && header.indexOf(name) < index);
  if (duplicate !== undefined)
    return refuse({
      code: 'imports/duplicate-column',
      message: `Two columns are called "${duplicate}". Rename one of them, so that it is clear which one is meant.`,
      path: duplicate,
      params: { column: duplicate },
    });
  return ok(header);
}

function checked(record: CsvRecord, width: number): CsvRecord {
  if (record.problem) return record;
  if (record.cells.some(hasNul)) return { ...record, problem: nulByte(record.line) };
  return record.cells.length === width ? record : { ...record, problem: wrongColumnCount(record, width) };
}

const hasNul = (cell: string): boolean => cell.includes('\0');

const NO_HEADER: Problem = {
  code: 'imports/no-header',
  message: 'The file is empty. Its first line has to name the columns.',
};

const nulByte = (line: number): Problem => ({
  code: 'imports/nul-byte',
  message: `Line ${line} holds a NUL character, which no text does. The file may be UTF-16 without a mark: save it as UTF-8, or say its encoding.`,
  params: { line },
});

const wrongColumnCount = ({ line, cells }: CsvRecord, width: number): Problem => ({
  code: 'imports/wrong-column-count',
  message: `Line ${line} has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} where the header has ${width} columns. Put text that holds a delimiter or a line end between quotes.`,
  params: { line, cells: cells.length, columns: width },
});
