import { isotonicOf } from './isotonic.js';
import { chanceOf } from './logistic.js';
import { type Platt, plattOf } from './platt.js';
import { pointsOf, type Said } from './said.js';

/** How what a model says becomes a chance that can be believed. */
export type Calibration =
  | { readonly by: 'platt'; readonly slope: number; readonly intercept: number }
  | { readonly by: 'isotonic'; readonly logOdds: readonly number[]; readonly chances: readonly number[] }
  | { readonly by: 'none' };

/** From this many outcomes on a free shape is safe (Niculescu-Mizil & Caruana 2005). */
const ENOUGH_FOR_ISOTONIC = 1_000;

/** Learns a calibration from what was said of cases that the model had not learned from: isotonic from 1,000 outcomes on, Platt below. */
export function calibrationOf(said: readonly Said[], by?: Calibration['by']): Calibration {
  switch (by ?? (said.length >= ENOUGH_FOR_ISOTONIC ? 'isotonic' : 'platt')) {
    case 'platt':
      return { by: 'platt', ...rising(plattOf(pointsOf(said)), said) };
    case 'isotonic':
      return { by: 'isotonic', ...isotonicOf(pointsOf(said)) };
    case 'none':
      return { by: 'none' };
  }
}

/** A sigmoid that falls would turn cases round: what a model says is worth nothing then, and each has the chance of all. */
function rising({ slope, intercept }: Platt, said: readonly Said[]): Platt {
  if (slope >= 0) return { slope, intercept };
  const won = said.filter((each) => each.won).length;
  return { slope: 0, intercept: Math.log((won + 1) / (said.length - won + 1)) };
}

/** The chance (0–1) that belongs to what a model said. Between two points of an isotonic calibration it is interpolated. */
export function calibrated(calibration: Calibration, logOdds: number): number {
  switch (calibration.by) {
    case 'platt':
      return chanceOf(calibration.slope * logOdds + calibration.intercept);
    case 'isotonic':
      return interpolated(calibration.logOdds, calibration.chances, logOdds);
    case 'none':
      return chanceOf(logOdds);
  }
}

function interpolated(points: readonly number[], chances: readonly number[], at: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((points[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [low - 1, low];
  if (before < 0) return chances[0] ?? 0.5;
  if (after >= points.length) return chances[points.length - 1] ?? 0.5;
  const [from, to] = [points[before] ?? 0, points[after] ?? 0];
  const share = (at - from) / (to - from);
  const start = chances[before] ?? 0;
  return start + ((chances[after] ?? 0) - start) * share;
}
