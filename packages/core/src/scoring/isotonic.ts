import type { SaidPoint } from './said.js';

/** Chances that never fall as the log-odds rise, at points in between which they are interpolated. */
export interface Isotonic {
  readonly logOdds: readonly number[];
  readonly chances: readonly number[];
}

/** Values that never fall, as close as possible (least squares) to some others: pool adjacent violators (Ayer et al. 1955). */
export function risingFit(
  values: readonly number[],
  weights: readonly number[] = values.map(() => 1),
): readonly number[] {
  const blocks: { value: number; weight: number; count: number }[] = [];
  values.forEach((value, index) => {
    let block = { value, weight: weights[index] ?? 1, count: 1 };
    for (let last = blocks.at(-1); last && last.value >= block.value; last = blocks.at(-1)) {
      blocks.pop();
      const weight = last.weight + block.weight;
      block = {
        value: (last.value * last.weight + block.value * block.weight) / weight,
        weight,
        count: last.count + block.count,
      };
    }
    blocks.push(block);
  });
  return blocks.flatMap(({ value, count }) => new Array<number>(count).fill(value));
}

/** A block speaks for so many more cases that were neither here nor there: few cases do not promise certainty. */
const PRIOR_CASES = 2;

/**
 * Learns a rising curve from what was said and what came (Zadrozny & Elkan 2002). Each step is held at the mean log-odds of its cases, and drawn a little towards the base rate.
 */
export function isotonicOf(points: readonly SaidPoint[]): Isotonic {
  const cases = points.map(({ won, lost }) => won + lost);
  const all = cases.reduce((sum, count) => sum + count, 0);
  const base = (points.reduce((sum, { won }) => sum + won, 0) + 1) / (all + 2);
  const rising = risingFit(
    points.map(({ won, lost }) => won / (won + lost)),
    cases,
  );
  const steps: { sum: number; won: number; count: number; value: number }[] = [];
  points.forEach(({ logOdds, won, lost }, index) => {
    const value = rising[index] ?? 0;
    const last = steps.at(-1);
    const step = last?.value === value ? last : { sum: 0, won: 0, count: 0, value };
    if (step !== last) steps.push(step);
    step.sum += logOdds * (won + lost);
    step.won += won;
    step.count += won + lost;
  });
  const chances = steps.map(({ won, count }) => (won + PRIOR_CASES * base) / (count + PRIOR_CASES));
  return {
    logOdds: steps.map(({ sum, count }) => sum / count),
    chances: risingFit(
      chances,
      steps.map(({ count }) => count),
    ),
  };
}
