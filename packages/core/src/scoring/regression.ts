import type { DesignMatrix } from './design-matrix.js';
import { matrixSteps } from './design-matrix.js';
import { makeEncoder } from './encoder.js';
import { type Encodings, encodingSteps, type FieldEncoding, type UnusedField } from './encoding.js';
import type { Example } from './example.js';
import { chanceOf, type LogisticFit, logisticSteps } from './logistic.js';

/** A logistic regression over fields: plain JSON, to be kept and read again. */
export interface RegressionModel {
  readonly kind: 'regression';
  readonly version: 1;
  readonly fields: readonly FieldEncoding[];
  readonly blanks: readonly string[];
  readonly unused: readonly UnusedField[];
  /** Log-odds where every column is 0. */
  readonly intercept: number;
  readonly weights: readonly number[];
  /** The mean of each column over the rows it has learned from: what an average row has. */
  readonly means: readonly number[];
  /** The weight of the L2 penalty. */
  readonly strength: number;
  readonly learnedFrom: { readonly won: number; readonly lost: number };
}

/** What a regression is trained with. */
export interface RegressionSetup {
  readonly examples: readonly Example[];
  readonly fields: readonly string[];
  readonly blanks?: readonly string[] | undefined;
  readonly strength?: number | undefined;
}

/** Penalties that are tried out. 1 on standardised columns is the usual one. */
const STRENGTHS = [1, 4, 16, 64] as const;
const FOLDS = 4;
/** With more outcomes than this the penalty hardly matters, and trying several takes long. */
const FEW_ROWS = 6_000;

/** Trains in slices; the outcomes have been counted before. */
export function* regressionSteps(
  setup: RegressionSetup,
  learnedFrom: RegressionModel['learnedFrom'],
): Generator<void, RegressionModel> {
  const { examples, blanks = [] } = setup;
  const { fields, unused }: Encodings = yield* encodingSteps(examples, { fields: setup.fields, blanks });
  const encoder = makeEncoder(fields, blanks);
  const matrix = yield* matrixSteps(examples, encoder);
  yield;
  const strength = setup.strength ?? (yield* strengthSteps(matrix));
  const { intercept, weights } = yield* logisticSteps(matrix, { strength });
  yield;
  const means = meansOf(matrix);
  return { kind: 'regression', version: 1, fields, blanks, unused, intercept, weights, means, strength, learnedFrom };
}

/** The penalty that foresees rows best which were held back (four folds, log loss); the usual one where there are many. */
function* strengthSteps(matrix: DesignMatrix): Generator<void, number> {
  if (matrix.rows > FEW_ROWS || matrix.width === 0) return STRENGTHS[0];
  const folds = Array.from({ length: FOLDS }, (_, fold) => ({
    held: rowsWhere(matrix, (row) => foldOf(row) === fold),
    rest: rowsWhere(matrix, (row) => foldOf(row) !== fold),
  }));
  let best: { readonly strength: number; readonly loss: number } | undefined;
  const fits: (LogisticFit | undefined)[] = folds.map(() => undefined);
  for (const strength of STRENGTHS) {
    let loss = 0;
    for (const [index, { held, rest }] of folds.entries()) {
      const from = fits[index];
      const fit = yield* logisticSteps(matrix, { strength, rows: rest, tolerance: 1e-6, ...(from && { from }) });
      fits[index] = fit;
      loss += lossOf(matrix, held, fit);
      yield;
    }
    // The loss falls to its lowest and rises from there.
    if (best && loss >= best.loss) break;
    best = { strength, loss };
  }
  return best?.strength ?? STRENGTHS[0];
}

/** Folds that no order of the rows can match, and the same each time. */
const foldOf = (row: number): number => (Math.imul(row + 1, 0x9e3779b1) >>> 16) % FOLDS;

const rowsWhere = ({ rows }: DesignMatrix, holds: (row: number) => boolean): Uint32Array =>
  Uint32Array.from(Array.from({ length: rows }, (_, row) => row).filter(holds));

function lossOf(matrix: DesignMatrix, rows: Uint32Array, fit: LogisticFit): number {
  let loss = 0;
  for (const row of rows) {
    const chance = chanceOf(marginOf(matrix, row, fit));
    loss -= Math.log(Math.max(1e-15, matrix.outcomes[row] ? chance : 1 - chance));
  }
  return loss;
}

function marginOf(
  { offsets, columns, values }: DesignMatrix,
  row: number,
  { intercept, weights }: LogisticFit,
): number {
  let margin = intercept;
  for (let entry = offsets[row] ?? 0; entry < (offsets[row + 1] ?? 0); entry++)
    margin += (weights[columns[entry] ?? 0] ?? 0) * (values[entry] ?? 0);
  return margin;
}

function meansOf({ rows, width, columns, values, offsets }: DesignMatrix): readonly number[] {
  const sums = new Float64Array(width);
  const end = offsets[rows] ?? 0;
  for (let entry = 0; entry < end; entry++) {
    const column = columns[entry] ?? 0;
    sums[column] = (sums[column] ?? 0) + (values[entry] ?? 0);
  }
  return Array.from(sums, (sum) => sum / Math.max(1, rows));
}
