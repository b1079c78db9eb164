/** How long something lasted, and whether its end was seen: without an end it was still going on when last looked at. */
export interface Duration {
  /** In any unit, ≥ 0. */
  readonly time: number;
  /** What ended it, by any name; absent while it has not ended (censored). */
  readonly end?: string | undefined;
}

/** The curve after one moment at which something ended. */
export interface SurvivalStep {
  readonly time: number;
  /** How many were still there just before. */
  readonly atRisk: number;
  readonly ended: number;
  /** The share that is still there afterwards, 0–1. */
  readonly survival: number;
  /** Of `survival` (Greenwood 1926); NaN where nobody is left. */
  readonly standardError: number;
}

/**
 * The share that lasts beyond each time, with those that have not ended counted as long as they were seen: the
 * product-limit estimator S(t) = Π (1 − d ÷ n) of Kaplan & Meier (1958), with Greenwood's standard error. What ends at
 * the same time as another is last seen counts as before it. Any end counts, whatever its name.
 */
export function kaplanMeier(durations: readonly Duration[]): readonly SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let [survival, variance] = [1, 0];
  for (const { time, atRisk, ends } of moments(durations)) {
    const ended = [...ends.values()].reduce((sum, count) => sum + count, 0);
    survival *= 1 - ended / atRisk;
    variance += ended / (atRisk * (atRisk - ended));
    steps.push({ time, atRisk, ended, survival, standardError: survival * Math.sqrt(variance) });
  }
  return steps;
}

/** The time by which a share has ended (0.5 is the median): the first at which so few are left. Undefined when that was not seen. */
export const survivalQuantile = (steps: readonly SurvivalStep[], share: number): number | undefined =>
  // A hair's breadth for what the product has lost in rounding.
  steps.find(({ survival }) => survival <= 1 - share + 1e-12)?.time;

/**
 * The share that has ended in each way by the last time anything did, when each can end only once and some have not yet:
 * F_k = Σ S(t−) · d_k(t) ÷ n(t) (Aalen & Johansen 1978). With one way to end it is 1 − Kaplan–Meier; treating the other
 * ends as censored instead would promise too much.
 */
export function endShares(durations: readonly Duration[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  let survival = 1;
  for (const { atRisk, ends } of moments(durations)) {
    let ended = 0;
    for (const [end, count] of ends) {
      shares.set(end, (shares.get(end) ?? 0) + (survival * count) / atRisk);
      ended += count;
    }
    survival *= 1 - ended / atRisk;
  }
  return shares;
}

interface Moment {
  readonly time: number;
  readonly atRisk: number;
  readonly ends: ReadonlyMap<string, number>;
}

/** The times at which something ended, in order, with how many were there just before. */
function* moments(durations: readonly Duration[]): Generator<Moment, void, void> {
  const sorted = [...durations].sort((left, right) => left.time - right.time);
  for (let index = 0; index < sorted.length; ) {
    const time = sorted[index]?.time ?? 0;
    const atRisk = sorted.length - index;
    const ends = new Map<string, number>();
    for (; sorted[index]?.time === time; index++) {
      const end = sorted[index]?.end;
      if (end !== undefined) ends.set(end, (ends.get(end) ?? 0) + 1);
    }
    if (ends.size > 0) yield { time, atRisk, ends };
    // Times that are no number end here rather than never.
    if (Number.isNaN(time)) return;
  }
}
