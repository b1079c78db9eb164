import type { Day } from '../kernel/day.js';
import { isDay } from '../kernel/day.js';
import { type Env, today } from '../kernel/env.js';
import type { Id } from '../kernel/id.js';
import { type Instant, millisBetween } from '../kernel/instant.js';
import type { Money } from '../kernel/money.js';
import type { Rank } from '../kernel/rank.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { Pipeline, Stage } from '../pipelines/schema.js';
import type { Deal } from './schema.js';

/** Where a deal is to go, and what the new stage may ask for. */
export interface Move {
  readonly stageId: Id<'stage'>;
  /** Its place in the column, from the neighbours it lands between. */
  readonly rank: Rank;
  /** Required on the way into a lost stage. */
  readonly lossReason?: string | undefined;
  readonly lossNote?: string | undefined;
  /** The value it brought, on the way into a won stage; `amount` when left out. */
  readonly actualValue?: Money | undefined;
  /** The day it was closed, on the way into a won or lost stage; today when left out. */
  readonly closeDay?: Day | undefined;
}

const MILLIS_PER_DAY = 86_400_000;

/**
 * Moves a deal to a stage of its pipeline, or to another place in its own column (D1–D9 in docs/spec/deals.md).
 * Into a won stage it is closed with its day and value; into a lost one it needs a reason; back into an open one it
 * is reopened and all that closing had set is taken off.
 * Problems: `deals/unknown-stage`, `deals/loss-reason-required`, `deals/value-required`, `deals/negative-value`,
 * `deals/closed-in-the-future`, `deals/no-such-day`.
 */
export function moveDeal(deal: Deal, pipeline: Pipeline, move: Move, env: Env): Result<Deal> {
  const stage = pipeline.stages.find((each) => each.id === move.stageId);
  if (!stage || deal.pipelineId !== pipeline.id)
    return refuse({ code: 'deals/unknown-stage', message: `"${pipeline.name}" has no stage ${move.stageId}. Choose one of ${pipeline.stages.map((each) => each.name).join(', ')}.`, path: 'stageId', params: { pipeline: pipeline.name } });
  const placed = { ...deal, rank: move.rank, modifiedAt: env.now, modifiedBy: env.actor };
  if (stage.id === deal.stageId) return ok(placed);
  const entered: Deal = { ...placed, stageId: stage.id, status: stage.type, stageEnteredAt: env.now, stageHistory: enter(deal, stage.id, env) };
  switch (stage.type) {
    case 'open':
      return ok({ ...entered, actualCloseDay: undefined, actualValue: undefined, lossReason: undefined, lossNote: undefined });
    case 'won':
      return close(entered, move, env, () => {
        const value = move.actualValue ?? deal.amount;
        if (!value) return refuse({ code: 'deals/value-required', message: `"${deal.name}" has no amount. Say what it brought to win it.`, path: 'actualValue', fix: { kind: 'fields', fields: ['actualValue'] } });
        if (value.minor < 0) return refuse({ code: 'deals/negative-value', message: 'A won deal cannot have brought less than nothing. Enter 0 or more.', path: 'actualValue', fix: { kind: 'fields', fields: ['actualValue'] } });
        return ok({ actualValue: value, lossReason: undefined, lossNote: undefined });
      });
    case 'lost':
      return close(entered, move, env, () => {
        const reason = move.lossReason?.trim();
        if (!reason) return refuse({ code: 'deals/loss-reason-required', message: `Say why "${deal.name}" was lost.`, path: 'lossReason', fix: { kind: 'fields', fields: ['lossReason'] } });
        return ok({ actualValue: undefined, lossReason: reason, lossNote: move.lossNote?.trim() || undefined });
      });
  }
}

function close(entered: Deal, move: Move, env: Env, outcome: () => Result<Partial<Deal>>): Result<Deal> {
  const actualCloseDay = move.closeDay ?? today(env);
  if (!isDay(actualCloseDay)) return refuse({ code: 'deals/no-such-day', message: `${String(actualCloseDay)} is not a day. Write it as YYYY-MM-DD.`, path: 'closeDay' });
  if (actualCloseDay > today(env)) return refuse({ code: 'deals/closed-in-the-future', message: `A deal is closed today or on an earlier day, not on ${actualCloseDay}.`, path: 'closeDay', params: { day: actualCloseDay } });
  const decided = outcome();
  return decided.ok ? ok({ ...entered, actualCloseDay, ...decided.value }) : decided;
}

function enter(deal: Deal, stageId: Id<'stage'>, env: Env): Deal['stageHistory'] {
  const left = deal.stageHistory.map((stay, index) => (index === deal.stageHistory.length - 1 ? { ...stay, leftAt: env.now } : stay));
  return [...left, { stageId, enteredAt: env.now, enteredBy: env.actor }];
}

/** The stage a deal is won by: the first of type `won`. */
export const wonStage = (pipeline: Pipeline): Stage | undefined => pipeline.stages.find((stage) => stage.type === 'won');

/** The stage a deal is lost by: the first of type `lost`. */
export const lostStage = (pipeline: Pipeline): Stage | undefined => pipeline.stages.find((stage) => stage.type === 'lost');

/** The stage a closed deal goes back to: the last open stage it was in, or the pipeline's first open one. */
export function reopenStage(deal: Deal, pipeline: Pipeline): Stage | undefined {
  const isOpen = (stage: Stage): boolean => stage.type === 'open';
  const last = deal.stageHistory.findLast((stay) => pipeline.stages.some((stage) => stage.id === stay.stageId && isOpen(stage)));
  return pipeline.stages.find((stage) => (last ? stage.id === last.stageId : isOpen(stage)));
}

/** How long a deal was in each stage so far, in milliseconds; several stays in one stage add up. */
export function timeInStages(deal: Deal, now: Instant): ReadonlyMap<Id<'stage'>, number> {
  const millisByStage = new Map<Id<'stage'>, number>();
  for (const stay of deal.stageHistory)
    millisByStage.set(stay.stageId, (millisByStage.get(stay.stageId) ?? 0) + millisBetween(stay.enteredAt, stay.leftAt ?? now));
  return millisByStage;
}

/** Whole days an open deal is beyond its stage's `rottingDays` without progress, counted from its last move; undefined when it is not rotting. */
export function rottingDays(deal: Deal, stage: Stage, now: Instant): number | undefined {
  if (deal.status !== 'open' || stage.rottingDays === undefined) return undefined;
  const days = Math.floor(millisBetween(deal.stageEnteredAt, now) / MILLIS_PER_DAY);
  return days >= stage.rottingDays ? days : undefined;
}
