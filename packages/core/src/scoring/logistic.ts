import { solveSteps } from './cholesky.js';
import type { DesignMatrix } from './design-matrix.js';

/** A fitted logistic regression: P(won) = 1 ÷ (1 + exp(−(intercept + Σ weight · column))). */
export interface LogisticFit {
  readonly intercept: number;
  readonly weights: readonly number[];
  /** −2 · log-likelihood, without the penalty. */
  readonly deviance: number;
  /** How many Newton steps it took. */
  readonly rounds: number;
}

/** What is fitted. */
export interface LogisticSetup {
  /** The weight λ of the penalty λ/2 · Σ weight². 0 is plain maximum likelihood, which has no answer where the classes are separable. */
  readonly strength: number;
  /** Rows to learn from; all when left out. */
  readonly rows?: Uint32Array;
  /** It ends when a round lowers the penalised deviance by less than this share of it: 1e-10 when left out. */
  readonly tolerance?: number;
  /** Where to begin: another fit of the same columns. */
  readonly from?: Pick<LogisticFit, 'intercept' | 'weights'>;
}

const MOST_ROUNDS = 60;
const SLICE = 1_024;

/**
 * Fits by Newton's method, which for logistic regression is iteratively reweighted least squares (Hastie, Tibshirani &
 * Friedman 2009, 4.4.1), with an L2 penalty on all weights but the intercept. A step that does not lower the penalised
 * deviance is halved, so that it ends also where the classes are separable. The same rows give the same weights to the bit.
 * It pauses every thousand rows.
 */
export function* logisticSteps(matrix: DesignMatrix, setup: LogisticSetup): Generator<void, LogisticFit> {
  const size = matrix.width + 1;
  const rows = setup.rows ?? allRows(matrix.rows);
  let weights = startOf(matrix, rows, setup);
  yield;
  let current = yield* derivatives(matrix, rows, weights, setup.strength);
  let rounds = 0;
  while (rounds < MOST_ROUNDS) {
    rounds++;
    const step = yield* solveSteps(current.hessian, current.gradient, size);
    let taken: Derivatives | undefined;
    let next = weights;
    for (let share = 1; share > 1e-4; share /= 2) {
      next = weights.map((weight, index) => weight + share * (step[index] ?? 0));
      const there = yield* derivatives(matrix, rows, next, setup.strength);
      if (there.objective <= current.objective + 1e-12 * Math.abs(current.objective)) {
        taken = there;
        break;
      }
    }
    if (!taken) break;
    const gain = current.objective - taken.objective;
    weights = next;
    current = taken;
    if (gain <= (setup.tolerance ?? 1e-10) * (Math.abs(taken.objective) + 1)) break;
  }
  return { intercept: weights[0] ?? 0, weights: Array.from(weights.subarray(1)), deviance: 2 * current.loss, rounds };
}

function allRows(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

/** Begins at the base rate: no column says anything yet. */
function startOf({ outcomes, width }: DesignMatrix, rows: Uint32Array, { from }: LogisticSetup): Float64Array {
  const weights = new Float64Array(width + 1);
  if (from) {
    weights[0] = from.intercept;
    weights.set(from.weights, 1);
    return weights;
  }
  let won = 0;
  for (const row of rows) won += outcomes[row] ?? 0;
  weights[0] = Math.log((won + 0.5) / (rows.length - won + 0.5));
  return weights;
}

interface Derivatives {
  readonly loss: number;
  readonly objective: number;
  /** Downhill. */
  readonly gradient: Float64Array;
  /** Lower triangle, row by row. */
  readonly hessian: Float64Array;
}

function* derivatives(
  { offsets, columns, values, outcomes, width }: DesignMatrix,
  rows: Uint32Array,
  weights: Float64Array,
  strength: number,
): Generator<void, Derivatives> {
  const size = width + 1;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  let loss = 0;
  for (let at = 0; at < rows.length; at++) {
    if (at % SLICE === SLICE - 1) yield;
    const row = rows[at] as number;
    const [first, end] = [offsets[row] as number, offsets[row + 1] as number];
    let margin = weights[0] as number;
    for (let entry = first; entry < end; entry++)
      margin += (weights[(columns[entry] as number) + 1] as number) * (values[entry] as number);
    const chance = chanceOf(margin);
    const outcome = outcomes[row] as number;
    loss += softplus(margin) - outcome * margin;
    const error = outcome - chance;
    const spread = chance * (1 - chance);
    gradient[0] = (gradient[0] as number) + error;
    hessian[0] = (hessian[0] as number) + spread;
    // Entries of a row come in the order of their columns, so all of this lies in the lower triangle.
    for (let entry = first; entry < end; entry++) {
      const line = (columns[entry] as number) + 1;
      const value = values[entry] as number;
      const pull = spread * value;
      gradient[line] = (gradient[line] as number) + error * value;
      const base = line * size;
      hessian[base] = (hessian[base] as number) + pull;
      for (let other = first; other <= entry; other++) {
        const cell = base + (columns[other] as number) + 1;
        hessian[cell] = (hessian[cell] as number) + pull * (values[other] as number);
      }
    }
  }
  let penalty = 0;
  // Without any penalty a column that repeats others would leave the step undefined.
  hessian[0] = (hessian[0] as number) + 1e-9;
  for (let index = 1; index < size; index++) {
    const weight = weights[index] as number;
    penalty += (strength / 2) * weight * weight;
    gradient[index] = (gradient[index] as number) - strength * weight;
    const cell = index * size + index;
    hessian[cell] = (hessian[cell] as number) + strength + 1e-9;
  }
  return { loss, objective: loss + penalty, gradient, hessian };
}

/** The chance that belongs to log-odds: 1 ÷ (1 + exp(−x)). */
export const chanceOf = (logOdds: number): number =>
  logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));

/** log(1 + exp(x)), without overflow. */
const softplus = (margin: number): number => Math.max(margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
