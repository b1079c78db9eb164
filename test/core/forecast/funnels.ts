import { addDays, type Day } from '@kith/core';
import type { ValuedLife } from '@kith/core/forecast';

/** How deals come and go in a made-up funnel: its truth is known. */
export interface Funnel {
  readonly name: string;
  /** New deals in the first month, and by how much they grow from month to month. */
  readonly perMonth: number;
  readonly growth?: number;
  /** Days until half of those that ever close have closed. */
  readonly median: number;
  /** Of those that close. */
  readonly wonShare: number;
  /** Share that never closes. */
  readonly stuck?: number;
  /** How much more is closed in the first, second and third month of a quarter. */
  readonly season?: readonly [number, number, number];
  /** Deviation of the logarithm of what a single month does. */
  readonly noise?: number;
  /** Deviation by which each month's level moves away from the one before. */
  readonly drift?: number;
  /** From the 14th month on everything closes so many times as fast. */
  readonly regime?: number;
  /** Amounts with a heavy (Pareto) tail instead of a lognormal one. */
  readonly heavy?: true;
  /** How much slower big deals close. */
  readonly slowness?: number;
}

/** Shapes that differ in what makes forecasting hard. */
export const FUNNELS: readonly Funnel[] = [
  { name: 'steady', perMonth: 100, median: 45, wonShare: 0.5 },
  { name: 'fast', perMonth: 150, median: 14, wonShare: 0.4, stuck: 0.1 },
  { name: 'slow', perMonth: 50, median: 110, wonShare: 0.35, stuck: 0.2, noise: 0.1 },
  { name: 'quarter ends', perMonth: 120, median: 55, wonShare: 0.55, stuck: 0.2, season: [0.5, 0.9, 1.8], noise: 0.15 },
  { name: 'growing', perMonth: 40, growth: 0.05, median: 60, wonShare: 0.4, stuck: 0.2, noise: 0.1 },
  { name: 'few deals', perMonth: 10, median: 60, wonShare: 0.4, stuck: 0.2, noise: 0.1 },
  { name: 'heavy tail', perMonth: 80, median: 60, wonShare: 0.4, heavy: true, noise: 0.1 },
  { name: 'regime change', perMonth: 100, median: 60, wonShare: 0.45, regime: 0.6, noise: 0.1 },
  { name: 'noisy', perMonth: 100, median: 60, wonShare: 0.4, stuck: 0.2, noise: 0.3 },
  { name: 'drifting', perMonth: 100, median: 60, wonShare: 0.4, stuck: 0.1, drift: 0.1 },
  { name: 'big ones slow', perMonth: 100, median: 60, wonShare: 0.4, stuck: 0.1, slowness: 0.4, noise: 0.1 },
];

/** The first day of a made-up funnel, and how many months it goes on for. */
export const FIRST_DAY = '2024-01-01' as Day;
export const MONTHS = 26;
const DAYS = Math.floor(MONTHS * 30.44);

/** All deals of a funnel; the same seed makes the same ones. */
export function dealsOf(funnel: Funnel, seed: number): readonly ValuedLife[] {
  const next = drawsFrom(seed);
  const levelOn = levelsOf(funnel, next);
  const scale = funnel.median / Math.LN2 ** (1 / 1.3);
  const lives: ValuedLife[] = [];
  for (let day = 0; day < DAYS; day++) {
    const rate = (funnel.perMonth / 30.44) * (1 + (funnel.growth ?? 0)) ** (day / 30.44);
    for (let arrival = exponential(next); arrival < rate; arrival += exponential(next))
      lives.push(lifeFrom(day, funnel, scale, levelOn, next));
  }
  return lives;
}

function lifeFrom(
  day: number,
  { stuck = 0, slowness = 0, heavy, wonShare }: Funnel,
  scale: number,
  levelOn: readonly number[],
  next: () => number,
): ValuedLife {
  const size = normal(next);
  const minor = Math.round(heavy ? Math.min(1e9, 1e5 * (1 - next()) ** (-1 / 1.3)) : 1e5 * Math.exp(0.9 * size));
  const openedDay = addDays(FIRST_DAY, day);
  if (next() < stuck) return { openedDay, minor };
  // Weibull ages, as fast as the month says: it closes when the hazard has come to an exponential draw.
  let left = exponential(next);
  const speed = Math.exp(-slowness * size);
  for (let age = 1; day + age < DAYS; age++) {
    left -= ((age / scale) ** 1.3 - ((age - 1) / scale) ** 1.3) * speed * (levelOn[day + age] ?? 1);
    if (left <= 0)
      return {
        openedDay,
        minor,
        closed: { day: addDays(openedDay, age), outcome: next() < wonShare ? 'won' : 'lost' },
      };
  }
  return { openedDay, minor };
}

function levelsOf({ noise = 0, drift = 0, season, regime = 1 }: Funnel, next: () => number): readonly number[] {
  let level = 0;
  const months = Array.from({ length: MONTHS + 1 }, (_, month) => {
    level += drift * normal(next);
    return Math.exp(level + noise * normal(next)) * (season?.[month % 3] ?? 1) * (month >= 13 ? regime : 1);
  });
  return Array.from({ length: DAYS }, (_, day) => {
    const at = addDays(FIRST_DAY, day);
    return months[(Number(at.slice(0, 4)) - 2024) * 12 + Number(at.slice(5, 7)) - 1] ?? 1;
  });
}

/** Numbers in [0, 1) that come again for the same seed (a multiplicative generator, Park & Miller 1988). */
function drawsFrom(seed: number): () => number {
  let state = 1 + ((seed * 7_919) % 2_147_483_646);
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const exponential = (next: () => number): number => -Math.log1p(-next());
const normal = (next: () => number): number => Math.sqrt(2 * exponential(next)) * Math.cos(2 * Math.PI * next());
