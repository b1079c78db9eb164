import type { Deal, StageStay } from '../deals/schema.js';
import { keepCloseDay } from '../kernel/close-days.js';
import { type Day, startOfDay } from '../kernel/day.js';
import { type Env, today } from '../kernel/env.js';
import type { Id } from '../kernel/id.js';
import type { Instant } from '../kernel/instant.js';
import type { Rank } from '../kernel/rank.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { statusIn } from '../kernel/stage-status.js';
import type { Pipeline, Stage } from '../pipelines/schema.js';
import { newEntity, stamped } from './entity-draft.js';
import { type Fields, withFields } from './fields.js';

/** What an imported deal needs besides what its row says. */
export interface DealContext {
  readonly env: Env;
  readonly pipeline: Pipeline;
  /** The stage in which it was from its opened day on. */
  readonly openedIn: Stage;
  /** The next place at the end of its column. */
  nextRank(): Rank;
}

/** The fields of a deal that a file may say something impossible about. */
interface DealDraft {
  readonly openedDay?: Day | undefined;
  readonly actualCloseDay?: Day | undefined;
  readonly lossReason?: string | undefined;
}

/**
 * A new deal from a row. Its stage history says what the file knows: from its opened day it was in the stage the mapping
 * names, and since its close day it is where it is now. What has no day in the file begins with the import.
 * Problems: those of {@link checkDeal}, and `imports/required` for a row without a stage.
 */
export function importedDeal(
  id: Id<'deal'>,
  fields: Fields,
  { env, pipeline, openedIn, nextRank }: DealContext,
): Result<object> {
  const stage = stageIn(fields, pipeline);
  if (!stage)
    return refuse({
      code: 'imports/required',
      message: 'The row names no stage. Fill it in, or declare one in the mapping.',
      path: 'stageId',
      params: { field: 'stageId' },
    });
  const stays = staysOf(stage, openedIn, fields, env);
  const derived = new Map<string, unknown>([
    ['pipelineId', pipeline.id],
    ['status', statusIn(stage)],
    ['rank', nextRank()],
    ['stageEnteredAt', stays.at(-1)?.enteredAt],
    ['stageHistory', stays],
  ]);
  const deal: DealDraft = withFields(newEntity(id, derived, env), fields);
  return checkDeal(deal, stage, env);
}

/**
 * A known deal with what its row says now. Only mapped fields change; into another stage it moves as if somebody had
 * moved it, on its close day where it has one, and a day it was promised for before is kept. The same deal when nothing changed.
 */
export function revisedDeal(
  deal: Deal,
  fields: Fields,
  { env, pipeline, nextRank }: Pick<DealContext, 'env' | 'pipeline' | 'nextRank'>,
): Result<object> {
  const revised = withFields(deal, fields);
  if (revised === deal) return ok(deal);
  const stage = pipeline.stages.find((each) => each.id === revised.stageId);
  if (!stage)
    return refuse({
      code: 'imports/unknown-stage',
      message: 'The deal is in another pipeline by now. Move it by hand, or leave its row out.',
      path: 'stageId',
    });
  const touched = keepCloseDay(deal, stamped(revised, env), env);
  if (stage.id === deal.stageId) return checkDeal(touched, stage, env);
  const enteredAt = later(
    deal.stageEnteredAt,
    statusIn(stage) !== 'open' && revised.actualCloseDay ? momentOf(revised.actualCloseDay, env) : env.now,
  );
  const left = deal.stageHistory.map((stay, index) =>
    index === deal.stageHistory.length - 1 ? { ...stay, leftAt: enteredAt } : stay,
  );
  const moved = {
    ...touched,
    rank: nextRank(),
    status: statusIn(stage),
    stageEnteredAt: enteredAt,
    stageHistory: [...left, { stageId: stage.id, enteredAt }],
  };
  return checkDeal(withFields(moved, leftBehind(stage, fields)), stage, env);
}

/** Whether what a file says about a deal can be true at all. */
function checkDeal(deal: DealDraft, stage: Stage, env: Env): Result<object> {
  const { openedDay, actualCloseDay, lossReason } = deal;
  if (statusIn(stage) !== 'open' && !actualCloseDay)
    return refuse({
      code: 'imports/close-day-required',
      message: `It is in "${stage.name}", but the day it was closed is missing. Fill it in.`,
      path: 'actualCloseDay',
    });
  if (stage.type === 'lost' && !lossReason)
    return refuse({
      code: 'imports/loss-reason-required',
      message: 'It was lost, but the reason is missing. Fill it in, or declare one for all in the mapping.',
      path: 'lossReason',
    });
  if (openedDay && actualCloseDay && actualCloseDay < openedDay)
    return refuse({
      code: 'imports/closed-before-opened',
      message: `It was closed on ${actualCloseDay}, before it was opened on ${openedDay}. Correct one of the days.`,
      path: 'actualCloseDay',
    });
  if (actualCloseDay && isToCome(actualCloseDay, env))
    return refuse({
      code: 'imports/closed-in-the-future',
      message: `It cannot have been closed on ${actualCloseDay}, which is yet to come. Correct the day.`,
      path: 'actualCloseDay',
    });
  return ok(deal);
}

function staysOf(stage: Stage, openedIn: Stage, fields: Fields, env: Env): readonly StageStay[] {
  const openedDay = fields.get('openedDay') as Day | undefined;
  const closeDay = fields.get('actualCloseDay') as Day | undefined;
  const opened = openedDay ? momentOf(openedDay, env) : undefined;
  if (statusIn(stage) === 'open') return [{ stageId: stage.id, enteredAt: opened ?? env.now }];
  const closed = closeDay ? momentOf(closeDay, env) : env.now;
  return [
    ...(opened ? [{ stageId: openedIn.id, enteredAt: opened, leftAt: closed }] : []),
    { stageId: stage.id, enteredAt: closed },
  ];
}

/** What closing had set and the row does not say anew goes with the stage. */
function leftBehind(stage: Stage, fields: Fields): Fields {
  const gone = {
    open: ['actualCloseDay', 'actualValue', 'lossReason', 'lossNote'],
    won: ['lossReason', 'lossNote'],
    lost: ['actualValue'],
  }[statusIn(stage)];
  return new Map(gone.filter((field) => fields.get(field) === undefined).map((field) => [field, undefined]));
}

const stageIn = (fields: Fields, pipeline: Pipeline): Stage | undefined =>
  pipeline.stages.find((stage) => stage.id === fields.get('stageId'));
const later = (left: Instant, right: Instant): Instant => (left > right ? left : right);

const moments = new Map<string, Instant>();
/** The moment a day begins for whoever imports. A file has few days and many rows: each is worked out once. */
function momentOf(day: Day, { timeZone }: Env): Instant {
  const key = `${timeZone} ${day}`;
  const moment = moments.get(key) ?? startOfDay(day, timeZone);
  if (moments.size > 10_000) moments.clear();
  moments.set(key, moment);
  return moment;
}

/** Which day it is takes a while to find out, and nothing before the day in UTC can be to come in any zone. */
const isToCome = (day: Day, env: Env): boolean => day >= env.now.slice(0, 10) && day > today(env);
