import { type BayesModel, bayesReader } from './bayes-model.js';
import { calibrated } from './calibration.js';
import { makeEncoder } from './encoder.js';
import type { FieldEncoding } from './encoding.js';
import { makeFrequencies } from './frequencies.js';
import { chanceOf } from './logistic.js';
import type { RegressionModel } from './regression.js';
import { fieldReader } from './values.js';

/** A trained model: plain JSON, so it can be stored, sent, and read again. */
export type ScoreModel = RegressionModel | BayesModel;

/** What one field adds to the score of a row. */
export interface Contribution {
  readonly field: string;
  /** What the row holds there; absent when nothing. */
  readonly value?: string;
  /** What it adds to the log-odds, against an average row; below 0 it speaks against. */
  readonly logOdds: number;
  /** The same in points, that is hundredths of the chance. All points and the base sum to the score. */
  readonly points: number;
}

/** Why a row has its score. */
export interface Explanation {
  /** 0–1. */
  readonly chance: number;
  /** The chance of an average row, 0–1. */
  readonly base: number;
  /** The strongest first; fields that add nothing are left out. */
  readonly contributions: readonly Contribution[];
}

/** Scores rows by a model. */
export interface Scorer {
  /** The chance to win, 0–1. */
  chance(row: unknown): number;
  explain(row: unknown): Explanation;
}

/** Makes a model ready to score many rows. */
export function makeScorer(model: ScoreModel): Scorer {
  switch (model.kind) {
    case 'regression':
      return regressionScorer(model);
    case 'bayes':
      return bayesScorer(model);
  }
}

function regressionScorer(model: RegressionModel): Scorer {
  const encoder = makeEncoder(model.fields, model.blanks);
  const values = valuesReader(model);
  const fieldOfColumn = encoder.starts.flatMap((start, index) =>
    new Array<number>((encoder.starts[index + 1] ?? encoder.width) - start).fill(index),
  );
  const weightOf = (column: number): number => model.weights[column] ?? 0;
  const average = model.fields.map(() => 0);
  model.means.forEach((mean, column) => {
    const field = fieldOfColumn[column] ?? 0;
    average[field] = (average[field] ?? 0) + mean * weightOf(column);
  });
  const base = average.reduce((sum, each) => sum + each, model.intercept);
  return {
    chance(row) {
      let logOdds = model.intercept;
      encoder.encode(row, (column, value) => {
        logOdds += weightOf(column) * value;
      });
      return chanceOf(logOdds);
    },
    explain(row) {
      const added = average.map((each) => -each);
      encoder.encode(row, (column, value) => {
        const field = fieldOfColumn[column] ?? 0;
        added[field] = (added[field] ?? 0) + weightOf(column) * value;
      });
      const parts = model.fields.map(({ field }, index) => ({
        field,
        value: values(row, index),
        logOdds: added[index] ?? 0,
      }));
      return explained(parts, base, chanceOf);
    },
  };
}

function bayesScorer(model: BayesModel): Scorer {
  const caseOf = bayesReader(model.fields, model.blanks);
  const frequencies = makeFrequencies({ tagFields: model.tagFields }, model.frequencies);
  const prior = frequencies.prior() ?? 0;
  const toChance = (logOdds: number): number => calibrated(model.calibration, logOdds);
  return {
    chance: (row) => toChance(frequencies.factors(caseOf(row)).reduce((sum, { logOdds }) => sum + logOdds, prior)),
    explain: (row) => explained(frequencies.factors(caseOf(row)), prior, toChance),
  };
}

interface Part {
  readonly field: string;
  readonly value?: string | undefined;
  readonly logOdds: number;
}

/**
 * Shares the way from the base to the chance out in proportion to the log-odds: what each adds while all grow together from
 * nothing (Aumann & Shapley 1974), so that the points always sum exactly.
 */
function explained(parts: readonly Part[], start: number, toChance: (logOdds: number) => number): Explanation {
  const sum = parts.reduce((all, { logOdds }) => all + logOdds, 0);
  const [base, chance] = [toChance(start), toChance(start + sum)];
  // Where all adds up to next to nothing, the slope there says what a step is worth.
  const slope = Math.abs(sum) > 1e-6 ? (chance - base) / sum : (toChance(start + 0.01) - toChance(start - 0.01)) / 0.02;
  const contributions = parts
    .filter(({ logOdds }) => Math.abs(logOdds) > 1e-12)
    .map(({ field, value, logOdds }) => ({
      field,
      ...(value !== undefined && { value }),
      logOdds,
      points: 100 * slope * logOdds,
    }))
    .sort((left, right) => Math.abs(right.logOdds) - Math.abs(left.logOdds));
  return { chance, base, contributions };
}

const valuesReader = ({
  fields,
  blanks,
}: {
  readonly fields: readonly FieldEncoding[];
  readonly blanks: readonly string[];
}) => {
  const blankWords = new Set(blanks);
  const readers = fields.map(({ field }) => fieldReader(field, blankWords));
  return (row: unknown, index: number): string | undefined => {
    const found = readers[index]?.(row) ?? [];
    return found.length === 0 ? undefined : found.join(', ');
  };
};
