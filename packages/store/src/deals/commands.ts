import {
  type Day,
  type Deal,
  type Id,
  lostStage,
  type Money,
  moveDeal,
  newDeal,
  ok,
  type Pipeline,
  type Result,
  refuse,
  reopenStage,
  type Stage,
  wonStage,
} from '@kith/core';
import { type Command, command } from '../command.js';
import { type Changes, type Draft, edit as editEntity } from '../entity.js';
import { pipelines } from '../pipelines/collection.js';
import type { Work } from '../work.js';
import { deals } from './collection.js';
import { type Place, rankAt } from './place.js';

/** What a closing stage may ask for. */
interface Closing {
  readonly lossReason?: string | undefined;
  readonly lossNote?: string | undefined;
  /** The value it brought; its amount when left out. */
  readonly actualValue?: Money | undefined;
  /** The day it was closed; today when left out. */
  readonly closeDay?: Day | undefined;
}

/** Where a deal goes, and what the stage there may ask for. */
export interface MoveInput extends Place, Closing {
  readonly id: Id<'deal'>;
  readonly stageId: Id<'stage'>;
}

/**
 * Moves a deal to a stage and a place in its column; to the start when no place is named. Problems: those of core's
 * `moveDeal`, and `store/not-found`.
 */
export const move = (input: MoveInput): Command<Deal> =>
  command('deals/move', input, (work) => moveTo(work, input.id, input, () => ok(input.stageId)));

/** Wins a deal: to the first won stage, with the day and the value. */
export const win = (input: { readonly id: Id<'deal'> } & Pick<Closing, 'actualValue' | 'closeDay'>): Command<Deal> =>
  command('deals/win', input, (work) =>
    moveTo(work, input.id, input, (_, pipeline) => idOf(wonStage(pipeline), pipeline, 'won')),
  );

/** Loses a deal: to the first lost stage, with the reason. */
export const lose = (
  input: { readonly id: Id<'deal'> } & Pick<Closing, 'lossReason' | 'lossNote' | 'closeDay'>,
): Command<Deal> =>
  command('deals/lose', input, (work) =>
    moveTo(work, input.id, input, (_, pipeline) => idOf(lostStage(pipeline), pipeline, 'lost')),
  );

/** Opens a closed deal again, in the open stage it was in last. An open one stays where it is. */
export const reopen = (input: { readonly id: Id<'deal'> }): Command<Deal> =>
  command('deals/reopen', input, (work) =>
    moveTo(work, input.id, {}, (deal, pipeline) =>
      deal.status === 'open' ? ok(deal.stageId) : idOf(reopenStage(deal, pipeline), pipeline, 'open'),
    ),
  );

/** Changes fields of a deal; undefined or null empties one. Stage, closing and rank have commands of their own. */
export const edit = (input: {
  readonly id: Id<'deal'>;
  readonly changes: Changes<Deal, (typeof FIXED)[number]>;
}): Command<Deal> =>
  command('deals/edit', input, (work) => editEntity(work, deals, input, FIXED), { history: 'typing' });

/** What is given for a new deal: at least its name and its pipeline. */
export type CreateInput = Pick<Deal, 'name' | 'pipelineId'> &
  Partial<Omit<Draft<Deal>, (typeof FIXED)[number] | 'name' | 'pipelineId'>> &
  Place & { readonly stageId?: Id<'stage'> | undefined };

const FIXED = [
  'pipelineId',
  'stageId',
  'status',
  'rank',
  'actualCloseDay',
  'actualValue',
  'lossReason',
  'lossNote',
  'stageEnteredAt',
  'stageHistory',
] as const;

/** Opens a deal, in the first open stage when none is named, at the end of its column when no place is named. Problems: those of core's `newDeal`. */
export const create = (input: CreateInput): Command<Deal> =>
  command('deals/create', input, async (work) => {
    const pipeline = await work.require(pipelines, input.pipelineId);
    if (!pipeline.ok) return pipeline;
    const { after, before, at = 'end', ...draft } = input;
    const stageId = draft.stageId ?? pipeline.value.stages.find((stage) => stage.type === 'open')?.id;
    if (stageId === undefined) return noSuchStage(pipeline.value, 'open');
    const rank = await rankAt(work, { pipelineId: input.pipelineId, stageId }, { after, before, at });
    const made = newDeal({ ownerId: work.env.actor, ...draft, stageId, rank }, pipeline.value, work.env);
    return made.ok ? work.put(deals, made.value) : made;
  });

async function moveTo(
  work: Work,
  id: Id<'deal'>,
  input: Place & Closing,
  stageOf: (deal: Deal, pipeline: Pipeline) => Result<Id<'stage'>>,
): Promise<Result<Deal>> {
  const deal = await work.require(deals, id);
  if (!deal.ok) return deal;
  const { pipelineId } = deal.value;
  const pipeline = await work.require(pipelines, pipelineId);
  if (!pipeline.ok) return pipeline;
  const stageId = stageOf(deal.value, pipeline.value);
  if (!stageId.ok) return stageId;
  const { after, before, at, ...closing } = input;
  const named = after !== undefined || before !== undefined || at !== undefined;
  if (stageId.value === deal.value.stageId && !named) return deal;
  const rank = await rankAt(work, { pipelineId, stageId: stageId.value }, { after, before, at }, id);
  const moved = moveDeal(deal.value, pipeline.value, { ...closing, stageId: stageId.value, rank }, work.env);
  return moved.ok ? work.put(deals, moved.value) : moved;
}

const idOf = (stage: Stage | undefined, pipeline: Pipeline, type: Stage['type']): Result<Id<'stage'>> =>
  stage ? ok(stage.id) : noSuchStage(pipeline, type);

const noSuchStage = (pipeline: Pipeline, type: Stage['type']): Result<never> =>
  refuse({
    code: 'deals/no-such-stage',
    message: `"${pipeline.name}" has no stage of type "${type}". Add one to the pipeline first.`,
    params: { pipeline: pipeline.name, type },
  });
