import { type Deal, type Id, moveDeal, ok, type Pipeline, type Problem, type Result, type Stage } from '@kith/core';
import { moveStaged, type Staged, stageOf, statusIn } from '@kith/core/pipelines';
import type { Collection } from '../../collection.js';
import { type Command, command } from '../../command.js';
import { deals } from '../../deals/collection.js';
import type { Work } from '../../work.js';
import { pipelines } from '../collection.js';
import { inStage } from '../gates.js';
import { dealsAsRows } from './change.js';
import { type MigratedRow, type PipelineChangeRow, pipelineChanges, pipelineSteps } from './collections.js';

/** What one slice has done. */
export interface Settled {
  /** Rows that were moved on. */
  readonly moved: number;
  /** Rows that are still to be moved on; on the way back of a change, at most so many. */
  readonly left: number;
  /** Rows that cannot be: each with the reason. They stay where they are, and count for the stage that took its place. */
  readonly stuck: readonly { readonly id: Id; readonly problem: Problem }[];
  /** Nothing is left to do, and the change is over. */
  readonly isDone: boolean;
}

/** Rows in one slice: in memory about ten milliseconds. */
export const SLICE = 50;

/**
 * Moves some rows on to where the definition of their pipeline wants them: out of stages that are gone, and to the status
 * of their stage. It can be carried out at any time, again and again, in any tab: it does what is left to do, rows that
 * somebody moves meanwhile are theirs, and what undo or a backup has put into a stage that is gone is found, too. Neither
 * rules of stages nor rights are asked, and it is no progress: rotting goes on counting.
 */
export const settle = (
  input: { readonly pipelineId: Id<'pipeline'>; readonly most?: number | undefined },
  collection: Collection<Staged> = dealsAsRows,
): Command<Settled> =>
  command(
    'pipelines/settle',
    input,
    async ({ system: work }) => {
      const found = await work.require(pipelines, input.pipelineId);
      if (!found.ok) return found;
      const pipeline = found.value;
      const { changeId } = pipeline.past ?? {};
      const change = changeId === undefined ? undefined : await work.get(pipelineChanges, changeId);
      const most = input.most ?? SLICE;
      const back = change?.reverts ? await takeBack(work, collection, change.reverts) : undefined;
      if (back) return ok(back);
      return moveOn(work, collection, pipeline, change, most);
    },
    { history: 'none', through: 'rule' },
  );

async function moveOn(
  work: Work,
  collection: Collection<Staged>,
  pipeline: Pipeline,
  change: PipelineChangeRow | undefined,
  most: number,
): Promise<Result<Settled>> {
  const rows: MigratedRow[] = [];
  const stuck: { id: Id; problem: Problem }[] = [];
  let left = 0;
  for (const { target, where } of ways(pipeline, change)) {
    left += await work.count(collection, where);
    const room = most - rows.length - stuck.length;
    if (room <= 0) continue;
    for (const row of await work.find({ ask: 'rows', collection, where, limit: room })) {
      const moved = migrated(work, collection, row, pipeline, target, change?.lossReason);
      const put = moved.ok ? work.put(collection, moved.value) : moved;
      if (put.ok) rows.push(stepOf(row, put.value));
      else stuck.push({ id: row.id, problem: put.problem });
    }
  }
  const isDone = left === rows.length;
  if (change && rows.length > 0)
    work.put(pipelineSteps, { id: work.env.newId('pipelineStep'), changeId: change.id, rows });
  if (change && isDone) {
    const { changeId: _, ...past } = pipeline.past ?? { version: 1, successors: {} };
    work.put(pipelines, { ...pipeline, past });
  }
  return ok({ moved: rows.length, left: left - rows.length, stuck, isDone });
}

/** Where rows may stand that do not belong there, and where they belong. */
function ways(
  pipeline: Pipeline,
  change: PipelineChangeRow | undefined,
): readonly { readonly target: Stage; readonly where: ReturnType<typeof inStage> }[] {
  const gone = Object.keys(pipeline.past?.successors ?? {}) as Id<'stage'>[];
  return [
    ...gone.flatMap((id) => {
      const target = stageOf(pipeline, id);
      return target ? [{ target, where: inStage(pipeline.id, id) }] : [];
    }),
    ...pipeline.stages
      .filter(({ id }) => change?.retyped.includes(id))
      .map((target) => ({
        target,
        where: {
          and: [inStage(pipeline.id, target.id), { field: 'status', is: 'ne' as const, value: statusIn(target) }],
        },
      })),
  ];
}

/** A row where it belongs: moved by its own rule, but neither progress nor, within one stage, a stay of its own. */
function migrated(
  work: Work,
  collection: Collection<Staged>,
  row: Staged,
  pipeline: Pipeline,
  { id: stageId }: Stage,
  lossReason: string | undefined,
): Result<Staged> {
  const { actor: _, ...env } = work.env;
  const to = { stageId, rank: row.rank };
  // Without a stage of its own it enters the target whether it comes from there or not.
  const apart = { ...row, stageId: '' as Id<'stage'> };
  const moved =
    collection.name === deals.name
      ? (moveDeal(apart as unknown as Deal, pipeline, { ...to, lossReason }, env) as unknown as Result<Staged>)
      : moveStaged(apart, pipeline, to, env);
  if (!moved.ok) return moved;
  const stays = row.stageId === stageId ? { stageHistory: row.stageHistory } : {};
  return ok({ ...moved.value, ...stays, stageEnteredAt: row.stageEnteredAt });
}

const CHANGED = [
  'stageId',
  'status',
  'stageEnteredAt',
  'stageHistory',
  'actualCloseDay',
  'actualValue',
  'lossReason',
  'lossNote',
  'modifiedBy',
] as const;

const stepOf = (before: Staged, after: Staged): MigratedRow => ({
  id: before.id,
  toStageId: after.stageId,
  stays: after.stageHistory.length,
  from: Object.fromEntries(CHANGED.map((field) => [field, Reflect.get(before, field) ?? null])),
});

/** Undoes the last step of a change; undefined when there is none left. Rows that have gone on since are left alone. */
async function takeBack(
  work: Work,
  collection: Collection<Staged>,
  changeId: Id<'pipelineChange'>,
): Promise<Settled | undefined> {
  const where = { field: 'changeId', is: 'eq', value: changeId } as const;
  const [step] = await work.find({
    ask: 'rows',
    collection: pipelineSteps,
    where,
    order: [['id', 'desc']],
    limit: 1,
  });
  if (!step) return undefined;
  let moved = 0;
  for (const { id, toStageId, stays, from } of step.rows) {
    const row = await work.get(collection, id);
    if (!row || row.stageId !== toStageId || row.stageHistory.length !== stays) continue;
    const back = { ...row, ...from, modifiedAt: work.env.now };
    const present = Object.fromEntries(Object.entries(back).filter(([, value]) => value !== null));
    if (work.put(collection, present as unknown as Staged).ok) moved++;
  }
  work.remove(pipelineSteps, step.id);
  const left = ((await work.count(pipelineSteps, where)) - 1) * Math.max(SLICE, step.rows.length);
  return { moved, left, stuck: [], isDone: false };
}
