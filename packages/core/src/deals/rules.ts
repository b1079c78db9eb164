import { type Day, isDay } from '../kernel/day.js';
import { type Env, today } from '../kernel/env.js';
import type { Id } from '../kernel/id.js';
import type { Money } from '../kernel/money.js';
import type { Rank } from '../kernel/rank.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { type StageStatus, statusIn } from '../kernel/stage-status.js';
import { staysWith } from '../kernel/stays.js';
import { withoutEmpty } from '../kernel/without-empty.js';
import type { Pipeline, Stage } from '../pipelines/schema.js';
import { amountProblem } from './amounts.js';
import type { Deal } from './schema.js';

/** What a closing stage may ask for. */
export interface Closing {
  /** The value it brought, on the way into a won stage; its amount when left out. */
  readonly actualValue?: Money | undefined;
  /** The day it was closed, on the way into a won or lost stage; today when left out. */
  readonly closeDay?: Day | undefined;
  /** Required on the way into a lost stage. */
  readonly lossReason?: string | undefined;
  readonly lossNote?: string | undefined;
}

/** Where a deal is to go, and what the new stage may ask for. */
export interface Move extends Closing {
  readonly stageId: Id<'stage'>;
  /** Its place in the column, from the neighbours it lands between. */
  readonly rank: Rank;
}

/**
 * Moves a deal to a stage of its pipeline, or to another place in its own column (D5–D14 in docs/spec/deals.md).
 * Into a won stage it is closed with its day and value; into a lost one it needs a reason; back into an open one, or one
 * on hold, it is reopened and all that closing had set is taken off.
 * Problems: `deals/unknown-stage`, `deals/loss-reason-required`, `deals/value-required`, `deals/negative-value`,
 * `deals/absurd-amount`, `deals/closed-in-the-future`, `deals/no-such-day`.
 */
export function moveDeal(deal: Deal, pipeline: Pipeline, move: Move, env: Env): Result<Deal> {
  const stage = pipeline.stages.find((each) => each.id === move.stageId);
  if (!stage || deal.pipelineId !== pipeline.id) return unknownStage(pipeline, move.stageId);
  const placed = withoutEmpty({ ...deal, rank: move.rank, modifiedAt: env.now, modifiedBy: env.actor });
  if (stage.id === deal.stageId) return ok(placed);
  const status = statusIn(stage);
  const outcome = outcomeOf(deal, status, move, env);
  if (!outcome.ok) return outcome;
  return ok(
    withoutEmpty({
      ...placed,
      ...NO_OUTCOME,
      ...outcome.value,
      stageId: stage.id,
      status,
      stageEnteredAt: env.now,
      stageHistory: staysWith(deal.stageHistory, stage.id, env),
    }),
  );
}

type Outcome = Pick<Deal, 'actualCloseDay' | 'actualValue' | 'lossReason' | 'lossNote'>;

const NO_OUTCOME: Outcome = {
  actualCloseDay: undefined,
  actualValue: undefined,
  lossReason: undefined,
  lossNote: undefined,
};

/** What closing sets. From one won stage on to another (contract, then delivery) a deal keeps what it was won with; lost ones likewise. */
function outcomeOf(deal: Deal, status: StageStatus, move: Move, env: Env): Result<Outcome> {
  const known: Outcome = deal.status === status ? deal : NO_OUTCOME;
  switch (status) {
    case 'open':
      return ok(NO_OUTCOME);
    case 'won': {
      const actualValue = move.actualValue ?? known.actualValue ?? deal.amount;
      if (!actualValue)
        return refuse({
          code: 'deals/value-required',
          message: `"${deal.name}" has no amount. Say what it brought to win it.`,
          path: 'actualValue',
          fix: { kind: 'fields', fields: ['actualValue'] },
        });
      const problem = amountProblem(actualValue, 'actualValue');
      if (problem) return refuse(problem);
      const closeDay = checkCloseDay(move.closeDay ?? known.actualCloseDay ?? today(env), env);
      return closeDay.ok ? ok({ actualCloseDay: closeDay.value, actualValue }) : closeDay;
    }
    case 'lost': {
      const lossReason = move.lossReason?.trim() || known.lossReason;
      if (!lossReason)
        return refuse({
          code: 'deals/loss-reason-required',
          message: `Say why "${deal.name}" was lost.`,
          path: 'lossReason',
          fix: { kind: 'fields', fields: ['lossReason'] },
        });
      const closeDay = checkCloseDay(move.closeDay ?? known.actualCloseDay ?? today(env), env);
      if (!closeDay.ok) return closeDay;
      return ok({ actualCloseDay: closeDay.value, lossReason, lossNote: move.lossNote?.trim() || known.lossNote });
    }
  }
}

function checkCloseDay(day: Day, env: Env): Result<Day> {
  if (!isDay(day))
    return refuse({
      code: 'deals/no-such-day',
      message: `${String(day)} is not a day. Write it as YYYY-MM-DD.`,
      path: 'closeDay',
      fix: { kind: 'fields', fields: ['closeDay'] },
    });
  if (day > today(env))
    return refuse({
      code: 'deals/closed-in-the-future',
      message: `A deal is closed today or on an earlier day, not on ${day}.`,
      path: 'closeDay',
      params: { day },
      fix: { kind: 'fields', fields: ['closeDay'] },
    });
  return ok(day);
}

/** The refusal of a stage that a pipeline does not have. */
export const unknownStage = (pipeline: Pipeline, stageId: Id<'stage'> | undefined): Result<never> =>
  refuse({
    code: 'deals/unknown-stage',
    message: `"${pipeline.name}" has no ${stageId === undefined ? 'open stage' : `stage ${stageId}`}. Choose one of ${pipeline.stages.map((each) => each.name).join(', ')}.`,
    path: 'stageId',
    params: { pipeline: pipeline.name },
  });

/** The stage a deal begins in: the first of type `open`. */
export const openStage = (pipeline: Pipeline): Stage | undefined => firstOf(pipeline, 'open');

/** The stage a deal is won by: the first of type `won`. */
export const wonStage = (pipeline: Pipeline): Stage | undefined => firstOf(pipeline, 'won');

/** The stage a deal is lost by: the first of type `lost`. */
export const lostStage = (pipeline: Pipeline): Stage | undefined => firstOf(pipeline, 'lost');

const firstOf = (pipeline: Pipeline, type: Stage['type']): Stage | undefined =>
  pipeline.stages.find((stage) => stage.type === type);

/** The stage a closed deal goes back to: the last open stage it was in that the pipeline still has, or its first open one. */
export function reopenStage(deal: Pick<Deal, 'stageHistory'>, pipeline: Pipeline): Stage | undefined {
  const been = deal.stageHistory.map((stay) =>
    pipeline.stages.find((stage) => stage.id === stay.stageId && stage.type === 'open'),
  );
  return been.findLast((stage) => stage) ?? openStage(pipeline);
}
