import { type JudgedChance, type Measured, measured } from './judged.js';

/**
 * The chance that a won case was given more than a lost one, ties counting half (Mann & Whitney 1947), with the range of
 * DeLong, DeLong & Clarke-Pearson 1988 by mid-ranks (Sun & Xu 2014). 0.5 is tossing coins. Undefined without cases of both
 * kinds.
 */
export function aucOf(cases: readonly JudgedChance[]): Measured | undefined {
  const [won, lost] = [chancesWhere(cases, true), chancesWhere(cases, false)];
  if (won.length === 0 || lost.length === 0) return undefined;
  // What share of the other kind each case stands above.
  const ofWon = standings(won, lost);
  const ofLost = standings(lost, won);
  const auc = meanOf(ofWon);
  const error = Math.sqrt(varianceOf(ofWon) / won.length + varianceOf(ofLost) / lost.length);
  return measured(auc, error, [0, 1]);
}

/** The chances of the cases of one kind, sorted. */
function chancesWhere(cases: readonly JudgedChance[], won: boolean): Float64Array {
  const chances = new Float64Array(cases.length);
  let count = 0;
  for (const each of cases) if (each.won === won) chances[count++] = each.chance;
  return chances.subarray(0, count).sort();
}

/** For each of some sorted values the share of sorted others below it, equal ones counting half. */
function standings(values: Float64Array, others: Float64Array): Float64Array {
  let [below, upTo] = [0, 0];
  return values.map((value) => {
    while (below < others.length && (others[below] as number) < value) below++;
    upTo = Math.max(upTo, below);
    while (upTo < others.length && (others[upTo] as number) <= value) upTo++;
    return (below + upTo) / 2 / others.length;
  });
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function varianceOf(values: Float64Array): number {
  const mean = meanOf(values);
  return values.length < 2 ? 0 : values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
