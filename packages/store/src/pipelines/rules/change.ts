import { type Id, lostStage, ok, type Pipeline, type Result, refuse, type Stage } from '@kith/core';
import { type ChangePlan, type PipelineChange, planChange, type Staged, statusIn } from '@kith/core/pipelines';
import { canonical } from '../../canonical.js';
import type { Collection } from '../../collection.js';
import { type Command, command } from '../../command.js';
import { deals } from '../../deals/collection.js';
import type { RowsQuery } from '../../query.js';
import type { Work } from '../../work.js';
import { pipelines } from '../collection.js';
import { inStage } from '../gates.js';
import { type PipelineChangeRow, pipelineChanges, pipelineSteps } from './collections.js';

/** A new definition, and what its rows need on their way. */
export interface ChangeInput extends PipelineChange {
  readonly id: Id<'pipeline'>;
  /** Why deals are lost that come into a lost stage by this. */
  readonly lossReason?: string | undefined;
  /** The pipeline that the new definition was made from: where somebody has changed it since, it is refused. */
  readonly seen?: Pipeline | undefined;
}

/**
 * Changes the definition of a pipeline: at once for whoever looks, with its rows still to follow (`settle`, or
 * `settlePipeline` for all of them). A stage that is gone names the one that takes its place. It has a way back of its own
 * (`revertChange`), not undo. Problems: `pipelines/changed-meanwhile`, `pipelines/change-under-way`,
 * `pipelines/rows-cannot-follow`, `pipelines/reason-required`, and those of `planChange`.
 */
export const change = (input: ChangeInput, collection: Collection<Staged> = dealsAsRows): Command<PipelineChangeRow> =>
  command(
    'pipelines/change',
    input,
    async (work) => {
      const pipeline = await work.require(pipelines, input.id);
      if (!pipeline.ok) return pipeline;
      if (input.seen && definitionOf(input.seen) !== definitionOf(pipeline.value))
        return refuse({
          code: 'pipelines/changed-meanwhile',
          message: `Somebody has changed "${pipeline.value.name}" meanwhile. Look at what is there now first.`,
          path: 'seen',
          params: { pipeline: pipeline.value.name },
        });
      const plan = planChange(pipeline.value, input);
      return plan.ok ? begin(work, collection, pipeline.value, plan.value, input) : plan;
    },
    { history: 'none' },
  );

/**
 * Takes a change back: the definition at once, and the rows with `settle` as before. Rows that have gone on since stay
 * where they went. Stages that the change had added need a `target` where rows have come into them by themselves.
 * Problems: `pipelines/changed-again`, and those of `change`.
 */
export const revertChange = (
  input: {
    readonly id: Id<'pipelineChange'>;
    readonly targets?: Readonly<Record<Id<'stage'>, Id<'stage'>>> | undefined;
    readonly lossReason?: string | undefined;
  },
  collection: Collection<Staged> = dealsAsRows,
): Command<PipelineChangeRow> =>
  command(
    'pipelines/revert-change',
    input,
    async (work) => {
      const found = await work.require(pipelineChanges, input.id);
      if (!found.ok) return found;
      const { before, after, pipelineId } = found.value;
      const pipeline = await work.require(pipelines, pipelineId);
      if (!pipeline.ok) return pipeline;
      if (pipeline.value.past?.version !== after.past?.version)
        return refuse({
          code: 'pipelines/changed-again',
          message: `"${pipeline.value.name}" has been changed again since. Take the later change back first.`,
          path: 'id',
        });
      const added = after.stages.filter(({ id }) => !before.stages.some((stage) => stage.id === id));
      const targets: Record<Id<'stage'>, Id<'stage'>> = { ...input.targets };
      for (const stage of added)
        targets[stage.id] ??= (await homeOf(work, collection, found.value, stage)) ?? ('' as Id<'stage'>);
      const named = Object.fromEntries(Object.entries(targets).filter(([, target]) => target !== ''));
      const plan = planChange(pipeline.value, { stages: before.stages, name: before.name, targets: named });
      if (!plan.ok) return plan;
      return begin(work, collection, pipeline.value, plan.value, {
        id: pipelineId,
        lossReason: input.lossReason,
        reverts: input.id,
      });
    },
    { history: 'none' },
  );

/** Every definition of a pipeline there was, with the changes that led on from them; the newest first. */
export const changesOf = (pipelineId: Id<'pipeline'>): RowsQuery<PipelineChangeRow> => ({
  ask: 'rows',
  collection: pipelineChanges,
  where: { field: 'pipelineId', is: 'eq', value: pipelineId },
  order: [['at', 'desc']],
});

/** What a change changes, to tell one definition from another. */
const definitionOf = ({ name, stages, past }: Pipeline): string => canonical([name, stages, past]);

export const dealsAsRows = deals as unknown as Collection<Staged>;

async function begin(
  work: Work,
  collection: Collection<Staged>,
  before: Pipeline,
  { next, removed, retyped }: ChangePlan,
  input: Pick<ChangeInput, 'id' | 'lossReason'> & { readonly reverts?: Id<'pipelineChange'> },
): Promise<Result<PipelineChangeRow>> {
  if (before.past?.changeId !== undefined)
    return refuse({
      code: 'pipelines/change-under-way',
      message: `"${before.name}" is being changed. Let its rows settle first.`,
      path: 'id',
    });
  const successors = next.past?.successors ?? {};
  const goals = [
    ...removed.flatMap((from) => {
      const to = next.stages.find(({ id }) => id === successors[from.id]);
      return to ? [{ from, to }] : [];
    }),
    ...retyped.flatMap((to) => before.stages.filter(({ id }) => id === to.id).map((from) => ({ from, to }))),
  ];
  for (const { from, to } of goals) {
    const may = input.reverts ? ok(undefined) : await canFollow(work, collection, before, from, to, input.lossReason);
    if (!may.ok) return may;
  }
  const id = work.env.newId('pipelineChange');
  const after: Pipeline = {
    ...next,
    past: { version: 1, successors: {}, ...next.past, changeId: id },
    modifiedAt: work.env.now,
    ...(work.env.actor && { modifiedBy: work.env.actor }),
  };
  const put = work.put(pipelines, after);
  if (!put.ok) return put;
  return work.system.put(pipelineChanges, {
    id,
    pipelineId: before.id,
    collection: collection.name,
    before,
    after,
    retyped: retyped.map((stage) => stage.id),
    at: work.env.now,
    ...(input.lossReason !== undefined && { lossReason: input.lossReason }),
    ...(input.reverts && { reverts: input.reverts }),
    ...(work.env.actor && { by: work.env.actor }),
  });
}

/** Whether all rows of a stage can become what the stage they come to makes of them. Asked before anything is changed. */
async function canFollow(
  work: Work,
  collection: Collection<Staged>,
  pipeline: Pipeline,
  from: Stage,
  to: Stage,
  lossReason: string | undefined,
): Promise<Result<undefined>> {
  const status = statusIn(to);
  if (collection.name !== deals.name || statusIn(from) === status || status === 'open') return ok(undefined);
  const here = inStage(pipeline.id, from.id);
  if (status === 'won') {
    const count = await work.system.count(collection, {
      and: [here, { field: 'amount.minor', is: 'exists', value: false }],
    });
    return count === 0
      ? ok(undefined)
      : refuse({
          code: 'pipelines/rows-cannot-follow',
          message: `Some in "${from.name}" have no amount, so "${to.name}" would not know what they brought. Give them one.`,
          path: 'stages',
          params: { stage: from.name, target: to.name },
          fix: { kind: 'edit', fields: ['amount'] },
        });
  }
  if (lossReason?.trim() || (await work.system.count(collection, here)) === 0) return ok(undefined);
  return refuse({
    code: 'pipelines/reason-required',
    message: `Say why what is in "${from.name}" is lost.`,
    path: 'lossReason',
    params: { stage: from.name },
    fix: { kind: 'fields', fields: ['lossReason'] },
  });
}

/**
 * Where rows go that stand in a stage which a revert takes away: back to where the change brought them from, if it brought
 * all of them; undefined when some have come by themselves, and somebody has to say.
 */
async function homeOf(
  work: Work,
  collection: Collection<Staged>,
  { id, before, after }: PipelineChangeRow,
  stage: Stage,
): Promise<Id<'stage'> | undefined> {
  const home = before.stages.find((each) => after.past?.successors[each.id] === stage.id) ?? firstLike(before, stage);
  const there = await work.system.count(collection, inStage(after.id, stage.id));
  if (there === 0) return home?.id;
  const steps = await work.system.find({
    ask: 'rows',
    collection: pipelineSteps,
    where: { field: 'changeId', is: 'eq', value: id },
  });
  const brought = steps.flatMap(({ rows }) => rows).filter(({ toStageId }) => toStageId === stage.id);
  return there <= brought.length ? home?.id : undefined;
}

const firstLike = (pipeline: Pipeline, { type }: Stage): Stage | undefined =>
  type === 'lost' ? lostStage(pipeline) : (pipeline.stages.find((stage) => stage.type === type) ?? pipeline.stages[0]);
