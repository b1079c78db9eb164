import type { Deal } from '../deals/schema.js';
import { type Day, dayIn, daysBetween } from '../kernel/day.js';
import type { Pipeline } from '../pipelines/schema.js';
import type { ExpectedClose } from './slippage.js';
import type { ValuedLife } from './spread.js';
import type { StageEntry } from './stage-calibration.js';

/** What history is read in: its zone says which day a moment belongs to. */
export interface HistoryZone {
  readonly timeZone: string;
}

/**
 * A deal's life for an age model: from the day work on it began (the day it was entered where that is not known). Its
 * value is what it was expected to bring, so that past forecasts are made as today's are; only in `currency`.
 */
export function lifeOf(deal: Deal, { timeZone }: HistoryZone, currency?: string): ValuedLife {
  const openedDay = deal.openedDay ?? dayIn(timeZone, deal.createdAt);
  const minor = currency === undefined ? undefined : deal.amount?.currency === currency ? deal.amount.minor : 0;
  return {
    openedDay,
    ...(minor !== undefined && { minor }),
    ...(deal.status !== 'open' && { closed: { day: closedOn(deal, timeZone), outcome: deal.status } }),
  };
}

/**
 * How a deal went from each open stage it came into, for {@link calibrateStages}: one entry for each stage, from the
 * first time it came there. An open deal was seen up to `asOf`.
 */
export function stageEntriesOf(
  deal: Deal,
  pipeline: Pick<Pipeline, 'stages'>,
  asOf: Day,
  { timeZone }: HistoryZone,
): readonly StageEntry[] {
  const end = deal.status === 'open' ? asOf : closedOn(deal, timeZone);
  const entries = new Map<string, StageEntry>();
  for (const { stageId, enteredAt } of deal.stageHistory) {
    const isOpen = pipeline.stages.some(({ id, type }) => id === stageId && type === 'open');
    if (!isOpen || entries.has(stageId)) continue;
    const days = Math.max(0, daysBetween(dayIn(timeZone, enteredAt), end));
    entries.set(stageId, { stageId, days, ...(deal.status !== 'open' && { outcome: deal.status }) });
  }
  return [...entries.values()];
}

/**
 * The close day that was first promised for a deal and the day it was won, for {@link slippageOf}; undefined without a
 * promise, and for a lost deal, which never slips to a day.
 */
export function expectedCloseOf(deal: Deal, { timeZone }: HistoryZone): ExpectedClose | undefined {
  const promised = deal.closeDayHistory?.[0]?.day;
  const expected = promised ?? deal.expectedCloseDay;
  if (expected === undefined || deal.status === 'lost') return undefined;
  return { expected, ...(deal.status === 'won' && { closed: closedOn(deal, timeZone) }) };
}

const closedOn = (deal: Deal, timeZone: string): Day => deal.actualCloseDay ?? dayIn(timeZone, deal.stageEnteredAt);
