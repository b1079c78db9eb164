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
import type { SaleDeal } from '@kith/core/deals';
import { type Command, command } from '../command.js';
import { type Changes, type Draft, edit as editEntity } from '../entity.js';
import { pipelines } from '../pipelines/collection.js';
import type { Crossing } from '../pipelines/gates.js';
import { type Place, rankAt } from '../pipelines/place.js';
import type { Work } from '../work.js';
import { deals } from './collection.js';

/** What a closing stage may ask for. */
interface Closing {
  readonly lossReason?: string | undefined;
  readonly lossNote?: string | undefined;
  /** The value it brought; its amount when left out. */
  readonly actualValue?: Money | undefined;
  /** The day it was closed; today when left out. */
  readonly closeDay?: Day | undefined;
  /** Values for fields that the stage requires, by path; others are left alone. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

/** Where a deal goes, and what the stage there may ask for. */
export interface MoveInput extends Place<Id<'deal'>>, Closing {
  readonly id: Id<'deal'>;
  readonly stageId: Id<'stage'>;
}

/**
 * Moves a deal to a stage and a place in its column; to the start when no place is named. Problems: those of core's
 * `moveDeal`, those of the rules of both stages (`checkPassage` of `@kith/core/pipelines`), and `store/not-found`.
 */
export const move = (input: MoveInput): Command<Deal> =>
  command('deals/move', input, (work) => moveTo(work, input.id, input, () => ok(input.stageId)));

/** Wins a deal: to the first won stage, with the day and the value. */
export const win = (
  input: { readonly id: Id<'deal'> } & Pick<Closing, 'actualValue' | 'closeDay' | 'fields'>,
): Command<Deal> =>
  command('deals/win', input, (work) =>
    moveTo(work, input.id, input, (_, pipeline) => idOf(wonStage(pipeline), pipeline, 'won')),
  );

/** Loses a deal: to the first lost stage, with the reason. */
export const lose = (
  input: { readonly id: Id<'deal'> } & Pick<Closing, 'lossReason' | 'lossNote' | 'closeDay' | 'fields'>,
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

/**
 * Changes fields of a deal; undefined or null empties one. Stage, closing and rank have commands of their own. Problem:
 * `pipelines/fields-required` when it empties what its stage asks for.
 */
export const edit = (input: {
  readonly id: Id<'deal'>;
  readonly changes: Changes<SaleDeal, (typeof FIXED)[number]>;
}): Command<Deal> =>
  command(
    'deals/edit',
    input,
    async (work) => {
      const before = await work.get(deals, input.id);
      const edited = await editEntity(work, deals, input, FIXED);
      if (!before || !edited.ok || edited.value === before) return edited;
      const filled = await (await import('../pipelines/still-filled.js')).stillFilled(
        work,
        deals,
        before,
        edited.value,
      );
      if (!filled.ok) return filled;
      if (edited.value.expectedCloseDay === before.expectedCloseDay) return edited;
      const kept = (await import('./close-day.js')).keepCloseDay(before, edited.value, work.env);
      return kept === edited.value ? edited : work.put(deals, kept);
    },
    { history: 'typing' },
  );

/** What is given for a new deal: at least its name and its pipeline. */
export type CreateInput = Pick<Deal, 'name' | 'pipelineId'> &
  Partial<Omit<Draft<SaleDeal>, (typeof FIXED)[number] | 'name' | 'pipelineId'>> &
  Place<Id<'deal'>> & { readonly stageId?: Id<'stage'> | undefined };

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
  'closeDayHistory',
] as const;

/** Opens a deal, in the first open stage when none is named, at the end of its column when no place is named. Problems: those of core's `newDeal`, and of the rules of the stage. */
export const create = (input: CreateInput): Command<Deal> =>
  command('deals/create', input, async (work) => {
    const pipeline = await work.require(pipelines, input.pipelineId);
    if (!pipeline.ok) return pipeline;
    const { after, before, at = 'end', ...draft } = input;
    const stageId = draft.stageId ?? pipeline.value.stages.find((stage) => stage.type === 'open')?.id;
    if (stageId === undefined) return noSuchStage(pipeline.value, 'open');
    const rank = await rankAt(
      work,
      { collection: deals, pipelineId: input.pipelineId, stageId },
      { after, before, at },
    );
    const made = newDeal({ ownerId: work.env.actor, ...draft, stageId, rank }, pipeline.value, work.env);
    if (!made.ok) return made;
    const gates = await gatesOf(pipeline.value);
    const crossing = { pipeline: pipeline.value, before: undefined, after: made.value };
    const passed = await gates?.passGates(work, deals, crossing);
    return passed?.ok === false ? passed : work.put(deals, made.value);
  });

async function moveTo(
  work: Work,
  id: Id<'deal'>,
  input: Place<Id<'deal'>> & Closing,
  stageOf: (deal: Deal, pipeline: Pipeline) => Result<Id<'stage'>>,
): Promise<Result<Deal>> {
  const deal = await work.require(deals, id);
  if (!deal.ok) return deal;
  const pipeline = await work.require(pipelines, deal.value.pipelineId);
  if (!pipeline.ok) return pipeline;
  const stageId = stageOf(deal.value, pipeline.value);
  return stageId.ok ? cross(work, deal.value, pipeline.value, { ...input, stageId: stageId.value }) : stageId;
}

/** Moves a deal within its pipeline by all its rules. `approved` is for a move that somebody has approved. */
export async function cross(
  work: Work,
  deal: Deal,
  pipeline: Pipeline,
  { after, before, at, stageId, fields, ...closing }: Omit<MoveInput, 'id'>,
  approved?: Crossing<Deal>['approved'],
): Promise<Result<Deal>> {
  const isOther = stageId !== deal.stageId;
  if (!isOther && after === undefined && before === undefined && at === undefined) return ok(deal);
  const gates = isOther ? await gatesOf(pipeline) : undefined;
  const filled = gates?.filledFor(deal, pipeline, stageId, fields) ?? deal;
  const column = { collection: deals, pipelineId: deal.pipelineId, stageId };
  const rank = await rankAt(work, column, { after, before, at }, deal.id);
  const moved = moveDeal(filled, pipeline, { ...closing, stageId, rank }, work.env);
  const passed = await gates?.passMove(work, deals, { pipeline, before: filled, moved, to: stageId, approved });
  if (passed?.ok === false) return passed;
  if (!moved.ok) return moved;
  const settled = await closingOf(deal, moved.value);
  const closed = await settled?.atClose(work, deal, moved.value);
  return closed?.ok === false ? closed : work.put(deals, closed?.value ?? moved.value);
}

/** What closing and reopening take besides; it is fetched only then. */
const closingOf = async (before: Deal, after: Deal): Promise<typeof import('./at-close.js') | undefined> =>
  before.status === 'open' && after.status === 'open' ? undefined : import('./at-close.js');

/** What the rules of stages take to be asked; they are fetched only where a pipeline has some. */
const gatesOf = async ({ stages }: Pipeline): Promise<typeof import('../pipelines/gates.js') | undefined> =>
  stages.some(({ rules }) => rules) ? import('../pipelines/gates.js') : undefined;

const idOf = (stage: Stage | undefined, pipeline: Pipeline, type: Stage['type']): Result<Id<'stage'>> =>
  stage ? ok(stage.id) : noSuchStage(pipeline, type);

const noSuchStage = (pipeline: Pipeline, type: Stage['type']): Result<never> =>
  refuse({
    code: 'deals/no-such-stage',
    message: `"${pipeline.name}" has no stage of type "${type}". Add one to the pipeline first.`,
    params: { pipeline: pipeline.name, type },
  });
