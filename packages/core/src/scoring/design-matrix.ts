import type { Encoder } from './encoder.js';
import type { Example } from './example.js';

/** The columns of many rows, without the zeros (compressed sparse rows), and how each row ended (1 won, 0 lost). */
export interface DesignMatrix {
  readonly rows: number;
  readonly width: number;
  /** Where the entries of a row begin; one more than there are rows. */
  readonly offsets: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
  readonly outcomes: Uint8Array;
}

const SLICE = 256;

/** Encodes all rows. It pauses every few hundred. */
export function* matrixSteps(examples: readonly Example[], encoder: Encoder): Generator<void, DesignMatrix> {
  const offsets = new Uint32Array(examples.length + 1);
  const outcomes = new Uint8Array(examples.length);
  let columns = new Uint32Array(16 * examples.length + 16);
  let values = new Float64Array(columns.length);
  let size = 0;
  const sink = (column: number, value: number): void => {
    if (size === columns.length) {
      const [shortColumns, shortValues] = [columns, values];
      columns = new Uint32Array(2 * size);
      columns.set(shortColumns);
      values = new Float64Array(2 * size);
      values.set(shortValues);
    }
    columns[size] = column;
    values[size++] = value;
  };
  for (let row = 0; row < examples.length; row++) {
    if (row % SLICE === SLICE - 1) yield;
    encoder.encode(examples[row]?.row, sink);
    offsets[row + 1] = size;
    outcomes[row] = examples[row]?.won ? 1 : 0;
  }
  return { rows: examples.length, width: encoder.width, offsets, columns, values, outcomes };
}

/** The matrix of rows that are numbers already, for fits without fields. */
export function denseMatrix(rows: readonly (readonly number[])[], won: readonly boolean[]): DesignMatrix {
  const width = rows[0]?.length ?? 0;
  return {
    rows: rows.length,
    width,
    offsets: Uint32Array.from({ length: rows.length + 1 }, (_, row) => row * width),
    columns: Uint32Array.from({ length: rows.length * width }, (_, entry) => entry % width),
    values: Float64Array.from(rows.flat()),
    outcomes: Uint8Array.from(won, (each) => (each ? 1 : 0)),
  };
}
