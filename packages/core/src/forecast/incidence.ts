/** One stretch of waiting: how many days, and how it ended; without an outcome it was still going on when last seen. */
export interface Waiting {
  /** Whole days ≥ 0. */
  readonly days: number;
  readonly outcome?: 'won' | 'lost';
}

/** Shares after each number of days: index 0 is the day it began on. */
export interface Incidence {
  readonly won: readonly number[];
  readonly lost: readonly number[];
  /** Neither yet. */
  readonly open: readonly number[];
}

/**
 * How many are won and lost by age, when each can only be one and some have not ended yet (cumulative incidence with
 * competing risks; Aalen & Johansen 1978): F_k(t) = Σ_{s ≤ t} S(s−1) · d_k(s) ÷ n(s). Those still open count as long as
 * they were seen. Empty for no waiting.
 */
export function incidenceOf(waiting: readonly Waiting[]): Incidence {
  const length = waiting.reduce((most, { days }) => Math.max(most, days + 1), 0);
  const seen = new Float64Array(length);
  const ended = { won: new Float64Array(length), lost: new Float64Array(length) };
  for (const { days, outcome } of waiting) {
    seen[days] = (seen[days] ?? 0) + 1;
    if (outcome) ended[outcome][days] = (ended[outcome][days] ?? 0) + 1;
  }
  const shares = { won: [] as number[], lost: [] as number[], open: [] as number[] };
  let [atRisk, won, lost, open] = [waiting.length, 0, 0, 1];
  for (let day = 0; day < length; day++) {
    const [wins, losses] = [ended.won[day] ?? 0, ended.lost[day] ?? 0];
    won += (open * wins) / atRisk;
    lost += (open * losses) / atRisk;
    open *= 1 - (wins + losses) / atRisk;
    shares.won.push(won);
    shares.lost.push(lost);
    shares.open.push(open);
    atRisk -= seen[day] ?? 0;
  }
  return shares;
}

/**
 * The chance that one still open at an age (days) is won within so many days more:
 * (F_won(age + days) − F_won(age)) ÷ S(age). 0 beyond all ages that were seen.
 */
export function winChance({ won, open }: Incidence, age: number, days: number): number {
  const last = won.length - 1;
  const left = open[age] ?? 0;
  if (age >= last || left <= 0) return 0;
  return ((won[Math.min(age + days, last)] ?? 0) - (won[age] ?? 0)) / left;
}
