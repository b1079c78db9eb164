import { addDays, type Day, type Deal, type Id, ok, type Result } from '@kith/core';
import { withDetails } from '@kith/core/deals';
import {
  type AgeModelSetup,
  isStepEnd,
  type LearnedHistory,
  learnSteps,
  lifeOf,
  type OpenDeal,
  type RangeForecast,
  type RangeSetup,
  rangeSteps,
  type Steps,
  type ValuedLife,
} from '@kith/core/forecast';
import { type Converter, converterTo } from '@kith/core/rates';
import type { Observable } from 'rxjs';
import { inSlices } from './in-slices.js';
import type { LiveForecast } from './live-forecast.js';

/** What is asked of a range over a live forecast. */
export interface WatchRangeSetup extends Omit<RangeSetup, 'closed'> {
  /** Only this pipeline: history, open deals and what was won. Ask so where pipelines differ in pace. */
  readonly pipeline?: Id<'pipeline'>;
  /** Only what this person's deals bring; history is still everybody's. Without deals to be created, which are nobody's yet. */
  readonly owner?: Id<'user'>;
  readonly age?: AgeModelSetup;
}

/** A range over a book as it is now. */
export interface LiveRange extends RangeForecast {
  readonly asOf: Day;
  readonly currency: string;
  /** Currencies of open deals that are left out for want of a rate. */
  readonly withoutRate: readonly string[];
}

/**
 * How much will come in, and how sure that is: P10, P50 and P90 for each period of a live forecast, now and again after
 * each change in it. What history says is learned from what was known at the end of yesterday, and anew only when that
 * has changed; the rest is drawn anew, each deal with the luck it had. Works in slices, and rests as long as it worked.
 * Refused with `forecast/too-little-history` until there is enough to learn from; omitted deals count nothing.
 */
export const watchRange = (
  forecast$: Observable<LiveForecast>,
  setup: WatchRangeSetup = {},
): Observable<Result<LiveRange>> => {
  const history = newHistory();
  return inSlices(forecast$, (live) => workOut(live, setup, history));
};

/** What was read and learned the time before. */
interface History {
  /** What the lives were read by. */
  frame: readonly unknown[];
  lives: WeakMap<Deal, ValuedLife>;
  known: readonly ValuedLife[];
  learned: Result<LearnedHistory> | undefined;
}

const newHistory = (): History => ({ frame: [], lives: new WeakMap(), known: [], learned: undefined });

function* workOut(live: LiveForecast, setup: WatchRangeSetup, history: History): Steps<Result<LiveRange>> {
  const { asOf, periods, basis } = live;
  const { pipeline, owner, age, withCreated = owner === undefined, ...drawn } = setup;
  const all = [...basis.deals()];
  const closed = new Map(
    periods.map(({ key }) => {
      const line = live.line({ period: key, ...(owner && { owner }), ...(pipeline && { pipeline }) });
      return [key, line.converted?.rollUp.closed ?? 0];
    }),
  );
  yield;
  const convert = converterTo(basis.reportCurrency, basis.rates);
  const frame = [asOf, basis.rates];
  if (frame.some((part, index) => part !== history.frame[index]))
    Object.assign(history, { ...newHistory(), frame } satisfies History);
  const knownUpTo = addDays(asOf, -1);
  const known: ValuedLife[] = [];
  const open: OpenDeal[] = [];
  const withoutRate = new Set<string>();
  for (const [index, { deal, seen }] of all.entries()) {
    if (isStepEnd(8 * index + 7)) yield;
    if (pipeline !== undefined && seen.pipelineId !== pipeline) continue;
    const life = readLife(history, deal, { live, convert });
    if (life.openedDay <= knownUpTo) known.push(life);
    const isMeant = seen.status === 'open' && seen.category !== 'omitted' && (!owner || seen.ownerId === owner);
    if (isMeant && seen.amount) {
      const minor = convert(seen.amount.minor, seen.amount.currency, asOf);
      if (minor === undefined) withoutRate.add(seen.amount.currency);
      else open.push({ id: deal.id, openedDay: life.openedDay, minor });
    }
  }
  if (!history.learned || !isSameHistory(history.known, known, knownUpTo)) {
    history.known = known;
    history.learned = undefined;
    history.learned = yield* learnSteps(known, { asOf, periods, ...(age && { age }) });
  }
  if (!history.learned.ok) return history.learned;
  const range = yield* rangeSteps(history.learned.value, open, { ...drawn, closed, withCreated });
  return ok({ ...range, asOf, currency: basis.reportCurrency, withoutRate: [...withoutRate].sort() });
}

/** A deal's life in the currency of the report; read once for each row. */
function readLife(
  { lives }: History,
  deal: Deal,
  { live: { asOf, basis }, convert }: { readonly live: LiveForecast; readonly convert: Converter },
): ValuedLife {
  const known = lives.get(deal);
  if (known) return known;
  const { openedDay, closed } = lifeOf(deal, basis.calendar);
  const day = closed?.day ?? asOf;
  const inReport = (amount: Deal['amount']): number | undefined =>
    amount && convert(amount.minor, amount.currency, day);
  const minor = inReport(deal.amount) ?? 0;
  const frozen = withDetails(deal).houseValue?.amount;
  const brought =
    closed?.outcome !== 'won'
      ? undefined
      : frozen?.currency === basis.reportCurrency
        ? frozen.minor
        : inReport(deal.actualValue);
  const life = { openedDay, minor, ...(closed && { closed }), ...(brought !== undefined && { brought }) };
  lives.set(deal, life);
  return life;
}

/** Whether lives say the same of what was known at the end of a day. */
const isSameHistory = (before: readonly ValuedLife[], now: readonly ValuedLife[], day: Day): boolean =>
  before.length === now.length && now.every((life, index) => isSameUpTo(before[index], life, day));

function isSameUpTo(before: ValuedLife | undefined, now: ValuedLife, day: Day): boolean {
  if (before === now) return true;
  if (before?.openedDay !== now.openedDay || before.minor !== now.minor) return false;
  const [was, is] = [before.closed, now.closed].map((closed) => (closed && closed.day <= day ? closed : undefined));
  return was?.day === is?.day && was?.outcome === is?.outcome && (!is || before.brought === now.brought);
}
