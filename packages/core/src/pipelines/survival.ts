import { allSteps, type InSteps } from './in-steps.js';

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
  const visiting = visitEnds(durations, (time, atRisk, ended) => {
    survival *= 1 - ended / atRisk;
    variance += ended / (atRisk * (atRisk - ended));
    steps.push({ time, atRisk, ended, survival, standardError: survival * Math.sqrt(variance) });
  });
  allSteps(visiting);
  return steps;
}

/** The time by which a share has ended (0.5 is the median): the first at which so few are left. Undefined when that was not seen. */
export const survivalQuantile = (steps: readonly SurvivalStep[], share: number): number | undefined =>
  steps.find(({ survival }) => survival <= 1 - share + ROUNDING)?.time;

/**
 * The share that has ended in each way by the last time anything did, when each can end only once and some have not yet:
 * F_k = Σ S(t−) · d_k(t) ÷ n(t) (Aalen & Johansen 1978). With one way to end it is 1 − Kaplan–Meier; treating the other
 * ends as censored instead would promise too much.
 */
export const endShares = (durations: readonly Duration[]): ReadonlyMap<string, number> => endsOf(durations).shares;

/** How durations end: the share of each way (see {@link endShares}), and the time by which half have ended. */
export interface DurationEnds {
  readonly shares: ReadonlyMap<string, number>;
  readonly median: number | undefined;
}

/** How durations end, in one go. */
export const endsOf = (durations: readonly Duration[]): DurationEnds => allSteps(endsInSteps(durations));

/** How durations end, in steps of a few thousand of them. */
export function* endsInSteps(durations: readonly Duration[]): InSteps<DurationEnds> {
  const shares = new Map<string, number>();
  let survival = 1;
  let median: number | undefined;
  yield* visitEnds(durations, (time, atRisk, ended, ends) => {
    for (const { end, count } of ends)
      if (end !== undefined && count > 0) shares.set(end, (shares.get(end) ?? 0) + (survival * count) / atRisk);
    survival *= 1 - ended / atRisk;
    if (median === undefined && survival <= 0.5 + ROUNDING) median = time;
  });
  return { shares, median };
}

/** Durations of one end in order, and how many of them end at the time that is visited. */
interface Ends {
  readonly end: string | undefined;
  readonly times: Float64Array;
  at: number;
  count: number;
}

/**
 * Visits the times at which something ended, in order, with how many were there just before. There may be hundreds of
 * thousands: nothing is made for each. Times that are no number are left out.
 */
function* visitEnds(
  durations: readonly Duration[],
  visit: (time: number, atRisk: number, ended: number, ends: readonly Ends[]) => void,
): InSteps<void> {
  const timesByEnd = new Map<string | undefined, number[]>();
  let taken = 0;
  for (const { time, end } of durations) {
    if (++taken % STEP === 0) yield;
    if (Number.isNaN(time)) continue;
    const times = timesByEnd.get(end);
    if (times) times.push(time);
    else timesByEnd.set(end, [time]);
  }
  const ends: Ends[] = [];
  for (const [end, times] of timesByEnd) {
    yield;
    ends.push({ end, times: new Float64Array(times).sort(), at: 0, count: 0 });
  }
  let atRisk = ends.reduce((sum, { times }) => sum + times.length, 0);
  for (let visited = 1; atRisk > 0; visited++) {
    if (visited % STEP === 0) yield;
    let time = Number.POSITIVE_INFINITY;
    for (const { times, at } of ends) time = Math.min(time, times[at] ?? time);
    let [ended, gone] = [0, 0];
    for (const each of ends) {
      each.count = 0;
      for (; each.times[each.at] === time; each.at++) each.count++;
      gone += each.count;
      if (each.end !== undefined) ended += each.count;
    }
    if (ended > 0) visit(time, atRisk, ended, ends);
    atRisk -= gone;
  }
}

/** So many durations, or moments, are looked at in one step. */
const STEP = 8_192;

/** A hair's breadth for what a long product loses in rounding. */
const ROUNDING = 1e-12;
