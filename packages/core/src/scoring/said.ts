import { kept } from '../kernel/kept.js';

/** What a model said of a case (log-odds) before its outcome was known, and the outcome. */
export interface Said {
  readonly logOdds: number;
  readonly won: boolean;
}

/** How often the same was said, and what came of it. */
export interface SaidPoint {
  readonly logOdds: number;
  readonly won: number;
  readonly lost: number;
}

/** Log-odds closer than this are the same thing said. */
const GRAIN = 0.01;

/** Gathers what was said into points, in rising order: a few hundred, however many cases there were. */
export function pointsOf(said: Iterable<Said>): readonly SaidPoint[] {
  const points = new Map<number, { won: number; lost: number }>();
  for (const { logOdds, won } of said) {
    const at = Math.round(logOdds / GRAIN);
    const point = kept(points, at, () => ({ won: 0, lost: 0 }));
    if (won) point.won++;
    else point.lost++;
  }
  return [...points]
    .sort(([left], [right]) => left - right)
    .map(([at, { won, lost }]) => ({ logOdds: at * GRAIN, won, lost }));
}
