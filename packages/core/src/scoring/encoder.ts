import { clip, type FieldEncoding } from './encoding.js';
import { fieldReader, numberOf, type Reading } from './values.js';

/** Takes one column of a row: its index and its value, which is not 0. */
export type ColumnSink = (column: number, value: number) => void;

/** Turns rows into columns of numbers. */
export interface Encoder {
  /** How many columns there are. */
  readonly width: number;
  /** Where the columns of each field begin, in the order of the encodings. */
  readonly starts: readonly number[];
  encode(row: unknown, sink: ColumnSink): void;
}

/** Makes the encoder of some fields. A level that was never seen counts as a rare one. */
export function makeEncoder(fields: readonly FieldEncoding[], blanks: readonly string[] = []): Encoder {
  const blankWords = new Set(blanks);
  const starts: number[] = [];
  let width = 0;
  const writers = fields.map((encoding) => {
    const start = width;
    starts.push(start);
    width += widthOf(encoding);
    const read = fieldReader(encoding.field, blankWords);
    const write = encoding.as === 'number' ? numberWriter(encoding, start) : categoryWriter(encoding, start);
    return (row: unknown, sink: ColumnSink): void => write(read(row), sink);
  });
  return {
    width,
    starts,
    encode(row, sink) {
      for (const write of writers) write(row, sink);
    },
  };
}

type Writer = (readings: readonly Reading[], sink: ColumnSink) => void;

/** How many columns a field has. */
const widthOf = (encoding: FieldEncoding): number =>
  (encoding.hasMissing ? 1 : 0) +
  (encoding.as === 'number' ? 1 + encoding.knots.length : encoding.levels.length + (encoding.hasOther ? 1 : 0));

function numberWriter(encoding: Extract<FieldEncoding, { as: 'number' }>, start: number): Writer {
  const { low, high, mean, scale, knots, hasMissing } = encoding;
  return (readings, sink) => {
    const number = averageOf(readings);
    if (Number.isNaN(number)) {
      if (hasMissing) sink(start + 1 + knots.length, 1);
      return;
    }
    const within = clip(number, low, high);
    if (within !== mean) sink(start, (within - mean) / scale);
    for (let index = 0; index < knots.length; index++) {
      const beyond = within - (knots[index] ?? 0);
      if (beyond <= 0) break;
      sink(start + 1 + index, beyond / scale);
    }
  };
}

function averageOf(readings: readonly Reading[]): number {
  let [sum, count] = [0, 0];
  for (const reading of readings) {
    const number = numberOf(reading);
    if (Number.isNaN(number)) continue;
    sum += number;
    count++;
  }
  return count === 0 ? Number.NaN : sum / count;
}

function categoryWriter(encoding: Extract<FieldEncoding, { as: 'category' }>, start: number): Writer {
  const { levels, hasOther, hasMissing } = encoding;
  const columnByLevel = new Map(levels.map((level, index) => [level, start + index]));
  const other = start + levels.length;
  const missing = other + (hasOther ? 1 : 0);
  return (readings, sink) => {
    if (readings.length === 0) {
      if (hasMissing) sink(missing, 1);
      return;
    }
    if (readings.length === 1) {
      const column = columnByLevel.get(String(readings[0])) ?? (hasOther ? other : undefined);
      if (column !== undefined) sink(column, 1);
      return;
    }
    // A level that stands twice in a list is there once, and columns come in their order.
    const columns = new Set<number>();
    for (const reading of readings) columns.add(columnByLevel.get(String(reading)) ?? other);
    for (const column of [...columns].sort((left, right) => left - right))
      if (column !== other || hasOther) sink(column, 1);
  };
}
