import { addDays, type Day, type Deal, type Id, ok, type Result } from '@kith/core';
import { withDetails } from '@kith/core/deals';
import {
  type AgeModelSetup,
  calibrationSteps,
  type ExpectedClose,
  type ForecastDeal,
  isStepEnd,
  type LearnedHistory,
  learnSteps,
  lifeOf,
  type OpenDeal,
  type RangeForecast,
  type RangeSetup,
  rangeSteps,
  type StageCalibration,
  type Steps,
  teamsOn,
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
  /**
   * Only what the deals of this team and those below it bring: won ones by the team their owner was in when they closed, open
   * ones by the team of today. Likewise without deals to be created.
   */
  readonly team?: Id<'team'>;
  /**
   * Whether a deal is expected to close by its age (the default), or by the day it is promised for: then history says how far
   * promises slip and what the chances of the stages are worth. Deals without a promise go by their age.
   */
  readonly closing?: 'age' | 'promise';
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

/** A life, and the day that was promised first. */
interface PromisedLife extends ValuedLife {
  readonly expected?: Day;
}

/** What was read and learned the time before. */
interface History {
  /** What the lives were read by. */
  frame: readonly unknown[];
  lives: WeakMap<Deal, PromisedLife>;
  known: readonly PromisedLife[];
  learned: Result<LearnedHistory> | undefined;
}

const newHistory = (): History => ({ frame: [], lives: new WeakMap(), known: [], learned: undefined });

function* workOut(live: LiveForecast, setup: WatchRangeSetup, history: History): Steps<Result<LiveRange>> {
  const { asOf, periods, basis } = live;
  const { pipeline, owner, team, age, closing = 'age', ...drawn } = setup;
  const withCreated = setup.withCreated ?? (owner === undefined && team === undefined);
  const all = [...basis.deals()];
  const closed = new Map(
    periods.map(({ key }) => {
      const line = live.line({
        period: key,
        ...(owner && { owner }),
        ...(team && { team }),
        ...(pipeline && { pipeline }),
      });
      return [key, line.converted?.rollUp.closed ?? 0];
    }),
  );
  yield;
  const convert = converterTo(basis.reportCurrency, basis.rates);
  const frame = [asOf, basis.rates];
  if (frame.some((part, index) => part !== history.frame[index]))
    Object.assign(history, { ...newHistory(), frame } satisfies History);
  const knownUpTo = addDays(asOf, -1);
  const chanceOf = closing === 'promise' ? yield* calibratedChances(live, pipeline) : undefined;
  const isInTeam = team === undefined ? () => true : teamTest(live, team);
  const known: PromisedLife[] = [];
  const open: OpenDeal[] = [];
  const withoutRate = new Set<string>();
  for (const [index, { deal, seen }] of all.entries()) {
    if (isStepEnd(8 * index + 7)) yield;
    if (pipeline !== undefined && seen.pipelineId !== pipeline) continue;
    const life = readLife(history, deal, { live, convert });
    if (life.openedDay <= knownUpTo) known.push(life);
    const isTheirs = (!owner || seen.ownerId === owner) && isInTeam(seen.ownerId);
    const isMeant = seen.status === 'open' && seen.category !== 'omitted' && isTheirs;
    if (isMeant && seen.amount) {
      const minor = convert(seen.amount.minor, seen.amount.currency, asOf);
      if (minor === undefined) withoutRate.add(seen.amount.currency);
      else {
        const promise = chanceOf && seen.closeDay && { expected: seen.closeDay, chance: chanceOf(deal, seen) };
        open.push({ id: deal.id, openedDay: life.openedDay, minor, ...(promise && { promise }) });
      }
    }
  }
  if (!history.learned || !isSameHistory(history.known, known, knownUpTo)) {
    history.known = known;
    history.learned = undefined;
    history.learned = yield* learnSteps(known, {
      asOf,
      periods,
      ...(age && { age }),
      ...(closing === 'promise' && { promises: promisesOf(known) }),
    });
  }
  if (!history.learned.ok) return history.learned;
  const range = yield* rangeSteps(history.learned.value, open, { ...drawn, closed, withCreated });
  return ok({ ...range, asOf, currency: basis.reportCurrency, withoutRate: [...withoutRate].sort() });
}

/** How likely a deal is won at all: what its stage has come to in the past, unless somebody knows better of this deal. */
function* calibratedChances(
  { asOf, basis }: LiveForecast,
  only: Id<'pipeline'> | undefined,
): Steps<(deal: Deal, seen: ForecastDeal) => number> {
  const pipelines = basis.pipelines.filter(({ id }) => only === undefined || id === only);
  const byPipeline = new Map<Id<'pipeline'>, Deal[]>(pipelines.map(({ id }) => [id, []]));
  for (const { deal } of basis.deals()) byPipeline.get(deal.pipelineId)?.push(deal);
  yield;
  const known = new Map<string, StageCalibration>();
  for (const pipeline of pipelines) {
    const found = yield* calibrationSteps(pipeline, byPipeline.get(pipeline.id) ?? [], asOf, basis.calendar);
    // With too little history the chances are the ones that were set.
    if (found.ok) for (const each of found.value) known.set(`${pipeline.id} ${each.stageId}`, each);
  }
  return ({ pipelineId, stageId }, { probability }) => {
    const stage = known.get(`${pipelineId} ${stageId}`);
    return (stage?.configured === probability ? stage.calibrated : probability) / 100;
  };
}

/** Whether an owner is in a team today, or in one below it. */
function teamTest({ asOf, basis }: LiveForecast, team: Id<'team'>): (owner: Id<'user'> | undefined) => boolean {
  const answers = new Map<Id<'user'>, boolean>();
  return (owner) => {
    if (owner === undefined) return false;
    const known = answers.get(owner) ?? teamsOn(basis.hierarchy, owner, asOf).includes(team);
    answers.set(owner, known);
    return known;
  };
}

/** The promises of the past: of lost deals none, for they never slipped to a day. */
function* promisesOf(known: readonly PromisedLife[]): Generator<ExpectedClose, void, void> {
  for (const { expected, closed } of known)
    if (expected !== undefined && closed?.outcome !== 'lost') yield { expected, ...(closed && { closed: closed.day }) };
}

/** A deal's life in the currency of the report; read once for each row. */
function readLife(
  { lives }: History,
  deal: Deal,
  { live: { asOf, basis }, convert }: { readonly live: LiveForecast; readonly convert: Converter },
): PromisedLife {
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
  const expected = deal.closeDayHistory?.[0]?.day ?? deal.expectedCloseDay;
  const life = {
    openedDay,
    minor,
    ...(closed && { closed }),
    ...(brought !== undefined && { brought }),
    ...(expected !== undefined && { expected }),
  };
  lives.set(deal, life);
  return life;
}

/** Whether lives say the same of what was known at the end of a day. */
const isSameHistory = (before: readonly PromisedLife[], now: readonly PromisedLife[], day: Day): boolean =>
  before.length === now.length && now.every((life, index) => isSameUpTo(before[index], life, day));

function isSameUpTo(before: PromisedLife | undefined, now: PromisedLife, day: Day): boolean {
  if (before === now) return true;
  if (before?.openedDay !== now.openedDay || before.minor !== now.minor || before.expected !== now.expected)
    return false;
  const [was, is] = [before.closed, now.closed].map((closed) => (closed && closed.day <= day ? closed : undefined));
  return was?.day === is?.day && was?.outcome === is?.outcome && (!is || before.brought === now.brought);
}
