import { kept } from '../kernel/kept.js';
import { aucOf } from './auc.js';
import { finish } from './finish.js';
import { type JudgedChance, type Measured, measuredMean } from './judged.js';

/** One row of a calibration table: the cases that were given a chance from here to there. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** The mean chance they were given, 0–1. */
  readonly said: number;
  /** The share that was won, 0–1. */
  readonly came: number;
}

/** One row of a lift table: a tenth of the cases, those with the highest chances first. */
export interface LiftDecile {
  readonly decile: number;
  readonly count: number;
  /** How many of them were won; where a tie goes over the edge, a share of it. */
  readonly won: number;
  /** Their rate ÷ the rate of all: 2.4 in the first decile means 2.4 times as many as by chance. */
  readonly lift: number;
  /** The share of all won cases that lies in this decile and those above, 0–1. */
  readonly gained: number;
}

/** How good a model is on cases it has not seen. */
export interface QualityReport {
  readonly count: number;
  readonly won: number;
  /** The chance that a won case is ranked above a lost one; 0.5 is tossing coins. */
  readonly auc: Measured;
  /** Mean of −log of the chance that was given to what came; lower is better. */
  readonly logLoss: Measured;
  /** Mean squared distance between chance and outcome (Brier 1950); lower is better. */
  readonly brier: Measured;
  /** The Brier score of who always says the base rate: a model above this is worse than none. */
  readonly baseBrier: number;
  readonly isBetterThanBaseRate: boolean;
  /** Ten equally wide bins; empty ones are left out. */
  readonly calibration: readonly CalibrationBin[];
  /** Mean distance between said and came over the bins, weighed by their cases. */
  readonly calibrationError: number;
  readonly lift: readonly LiftDecile[];
}

const TENTHS = 10;
/** log(0) would make one sure mistake outweigh everything. */
const SMALLEST_CHANCE = 1e-15;

/**
 * Judges chances by what came. `baseRate` is the share of won cases that was known beforehand; that of the cases themselves
 * when left out. Undefined unless there are won and lost ones.
 */
export const qualityOf = (cases: readonly JudgedChance[], baseRate?: number): QualityReport | undefined =>
  finish(qualitySteps(cases, baseRate));

/** The same in slices. */
export function* qualitySteps(
  cases: readonly JudgedChance[],
  baseRate?: number,
): Generator<void, QualityReport | undefined> {
  const auc = aucOf(cases);
  if (!auc) return undefined;
  yield;
  const won = cases.reduce((count, each) => count + (each.won ? 1 : 0), 0);
  const base = baseRate ?? won / cases.length;
  const brier = measuredMean(
    cases.map((each) => (each.chance - (each.won ? 1 : 0)) ** 2),
    [0, 1],
  );
  yield;
  const baseBrier = (won * (1 - base) ** 2 + (cases.length - won) * base ** 2) / cases.length;
  const logLoss = measuredMean(
    cases.map((each) => -Math.log(Math.max(SMALLEST_CHANCE, each.won ? each.chance : 1 - each.chance))),
    [0, Number.POSITIVE_INFINITY],
  );
  yield;
  const calibration = calibrationTable(cases);
  yield;
  return {
    count: cases.length,
    won,
    auc,
    logLoss,
    brier,
    baseBrier,
    isBetterThanBaseRate: brier.value < baseBrier,
    calibration,
    calibrationError:
      calibration.reduce((sum, { count, said, came }) => sum + count * Math.abs(said - came), 0) / cases.length,
    lift: liftTable(cases),
  };
}

/** What was said and what came, in ten equally wide bins; empty ones are left out. */
export function calibrationTable(cases: readonly JudgedChance[]): readonly CalibrationBin[] {
  const bins = Array.from({ length: TENTHS }, () => ({ count: 0, said: 0, won: 0 }));
  for (const { chance, won } of cases) {
    const bin = bins[Math.min(TENTHS - 1, Math.floor(chance * TENTHS))];
    if (!bin) throw new RangeError(`calibrationTable: a chance lies between 0 and 1, not at ${chance}.`);
    bin.count++;
    bin.said += chance;
    if (won) bin.won++;
  }
  return bins.flatMap(({ count, said, won }, index) =>
    count === 0
      ? []
      : [{ from: index / TENTHS, to: (index + 1) / TENTHS, count, said: said / count, came: won / count }],
  );
}

/** How many are won among the tenth with the highest chances, the next tenth, and so on. Cases with the same chance share their wins equally. */
export function liftTable(cases: readonly JudgedChance[]): readonly LiftDecile[] {
  const ties = new Map<number, { count: number; won: number }>();
  for (const { chance, won } of cases) {
    const tie = kept(ties, chance, () => ({ count: 0, won: 0 }));
    tie.count++;
    if (won) tie.won++;
  }
  const edges = Array.from({ length: TENTHS + 1 }, (_, index) => Math.round((index * cases.length) / TENTHS));
  /** How many are won among so many from the top, edge by edge. */
  const wonUpTo: number[] = [];
  let [count, won] = [0, 0];
  for (const chance of Float64Array.from(ties.keys()).sort().reverse()) {
    const tie = ties.get(chance) ?? { count: 0, won: 0 };
    for (
      let edge = edges[wonUpTo.length];
      edge !== undefined && edge <= count + tie.count;
      edge = edges[wonUpTo.length]
    )
      wonUpTo.push(won + (tie.won * (edge - count)) / tie.count);
    count += tie.count;
    won += tie.won;
  }
  const all = wonUpTo[TENTHS] ?? 0;
  return Array.from({ length: TENTHS }, (_, index) => {
    const here = (edges[index + 1] ?? 0) - (edges[index] ?? 0);
    const wonHere = (wonUpTo[index + 1] ?? 0) - (wonUpTo[index] ?? 0);
    return {
      decile: index + 1,
      count: here,
      won: wonHere,
      lift: here > 0 && all > 0 ? wonHere / here / (all / cases.length) : 0,
      gained: all > 0 ? (wonUpTo[index + 1] ?? 0) / all : 0,
    };
  });
}
