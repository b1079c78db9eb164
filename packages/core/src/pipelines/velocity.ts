import { type Day, daysBetween } from '../kernel/day.js';
import type { Id } from '../kernel/id.js';
import type { Money } from '../kernel/money.js';
import type { StageStatus } from '../kernel/stage-status.js';
import type { Pipeline } from './schema.js';

/** What velocity looks at in a row. */
export interface VelocityRow {
  readonly status: StageStatus;
  /** Where it stands: says whether it is on hold. */
  readonly stageId?: Id<'stage'> | undefined;
  readonly amount?: Money | undefined;
  readonly actualValue?: Money | undefined;
  readonly openedDay?: Day | undefined;
  readonly actualCloseDay?: Day | undefined;
}

/** How fast a pipeline brings money, in one currency. */
export interface Velocity {
  readonly currency: string;
  readonly open: number;
  /** Won ÷ (won + lost), 0–1. */
  readonly winRate: number;
  /** What a won row brought on average, in minor units; not rounded. */
  readonly averageValue: number;
  /** Days from being opened to being won, on average. */
  readonly cycleDays: number;
  /** Open rows × win rate × average value ÷ cycle days: minor units a day, not rounded. Infinite where all are won on the day they open. */
  readonly perDay: number;
}

/**
 * The sales velocity of each currency by itself: open rows × win rate × average value ÷ length of the cycle. Learned from
 * rows closed in a window of days. Currencies in which nothing was won in the window have none. What is on hold in one of
 * the stages of `pipeline` moves nowhere, and is not counted among the open ones.
 */
export function velocities(
  rows: Iterable<VelocityRow>,
  window: { readonly first: Day; readonly last: Day },
  pipeline?: Pick<Pipeline, 'stages'>,
): readonly Velocity[] {
  const held = new Set(pipeline?.stages.flatMap(({ id, type }) => (type === 'hold' ? [id] : [])));
  const countsByCurrency = new Map<string, Counts>();
  for (const row of rows) {
    const money = row.status === 'won' ? (row.actualValue ?? row.amount) : row.amount;
    if (!money || (row.stageId !== undefined && held.has(row.stageId))) continue;
    const counts = countsByCurrency.get(money.currency) ?? { open: 0, won: 0, lost: 0, value: 0, days: 0, timed: 0 };
    countsByCurrency.set(money.currency, counts);
    take(counts, row, money, window);
  }
  return [...countsByCurrency]
    .filter(([, { won, timed }]) => won > 0 && timed > 0)
    .map(([currency, { open, won, lost, value, days, timed }]) => {
      const winRate = won / (won + lost);
      const averageValue = value / won;
      const cycleDays = days / timed;
      return { currency, open, winRate, averageValue, cycleDays, perDay: (open * winRate * averageValue) / cycleDays };
    })
    .sort((left, right) => (left.currency < right.currency ? -1 : 1));
}

interface Counts {
  open: number;
  won: number;
  lost: number;
  value: number;
  days: number;
  /** Won ones of which both days are known. */
  timed: number;
}

function take(
  counts: Counts,
  { status, openedDay, actualCloseDay }: VelocityRow,
  { minor }: Money,
  { first, last }: { readonly first: Day; readonly last: Day },
): void {
  if (status === 'open') counts.open++;
  else if (actualCloseDay !== undefined && first <= actualCloseDay && actualCloseDay <= last) {
    counts[status]++;
    if (status === 'won') counts.value += minor;
    if (status === 'won' && openedDay !== undefined) {
      counts.timed++;
      counts.days += Math.max(0, daysBetween(openedDay, actualCloseDay));
    }
  }
}
