import { type Filter, type Id, type Pipeline, type Result, refuse, type Stage } from '@kith/core';
import {
  checkPassage,
  checkStillFilled,
  countedAmount,
  limitedField,
  type Passage,
  type Staged,
  stageOf,
  statusIn,
  withFields,
} from '@kith/core/pipelines';
import type { Collection } from '../collection.js';
import type { Work } from '../work.js';
import { actorOf } from './actor.js';
import { type StageCounter, stageCounters } from './stage-counters.js';

export { checkPipeline } from '@kith/core/pipelines';

/** A row that goes from one stage to another, or comes into its first one. */
export interface Crossing<Row extends Staged> {
  readonly pipeline: Pipeline;
  /** As it stands, with what was filled in for the move; undefined when it is being made. */
  readonly before: Row | undefined;
  readonly after: Row;
  /** Whoever may has approved it; `mover` is for whom then. */
  readonly approved?: { readonly mover: Id<'user'> | undefined } | undefined;
}

/**
 * Asks the rules of both stages, and counts the row in and out where a stage has a hard limit. Problems: those of
 * `checkPassage`.
 */
export async function passGates<Row extends Staged>(
  work: Work,
  collection: Collection<Row>,
  { pipeline, before, after, approved }: Crossing<Row>,
): Promise<Result<undefined>> {
  const to = pipeline.stages.find(({ id }) => id === after.stageId);
  const from = before && stageOf(pipeline, before.stageId);
  if (!to) throw new Error(`passGates: ${pipeline.id} has no stage ${after.stageId}; move the row by a rule first.`);
  const held = hasHardLimit(to) ? await heldIn(work, collection, pipeline, to) : undefined;
  const asksWho = to.rules?.movers !== undefined || to.rules?.approvers !== undefined;
  const passage: Passage = {
    pipeline,
    from,
    to,
    before,
    after,
    others: held?.count,
    othersAmount: held?.amount,
    actor: asksWho ? await actorOf(work, approved ? approved.mover : work.env.actor) : undefined,
    isApproved: approved !== undefined,
  };
  const passed = checkPassage(passage, work.env);
  if (!passed.ok) {
    const refused = checkPassage({ ...passage, labelOf: await labelsFor(work, collection) }, work.env);
    if (refused.ok || !before || refused.problem.fix?.kind !== 'approval') return refused;
    const { sayingWho } = await import('./still-to-approve.js');
    return refuse(await sayingWho(work, refused.problem, before.id, to));
  }
  if (held) await setCounter(work, pipeline, to, held, { count: 1, amount: amountFor(to, after) });
  if (from && hasHardLimit(from) && before?.stageId === from.id) {
    // What was filled in for the move has not been part of what the stage held.
    const left = await work.system.get(collection, before.id);
    const gone = { count: -1, amount: -amountFor(from, left) };
    await setCounter(work, pipeline, from, await heldIn(work, collection, pipeline, from), gone);
  }
  return passed;
}

/**
 * The same for a move that its own rule may have refused (`moved`): what nobody can mend by filling in fields (the wrong
 * stage, the wrong person, no room) is said first, so that nobody is asked for a reason in vain.
 */
export async function passMove<Row extends Staged>(
  work: Work,
  collection: Collection<Row>,
  {
    moved,
    to,
    ...crossing
  }: Omit<Crossing<Row>, 'after'> & { readonly before: Row; readonly moved: Result<Row>; readonly to: Id<'stage'> },
): Promise<Result<undefined>> {
  if (moved.ok) return passGates(work, collection, { ...crossing, after: moved.value });
  const stage = crossing.pipeline.stages.find(({ id }) => id === to);
  if (!stage) return moved;
  const after = { ...crossing.before, stageId: stage.id, status: statusIn(stage) };
  const passed = await passGates(work, collection, { ...crossing, after });
  const kind = passed.ok ? 'fields' : passed.problem.fix?.kind;
  return kind === 'fields' || kind === 'edit' || kind === 'approval' ? moved : passed;
}

/** Whether an edit leaves what the stage of a row asks for. Problem: `pipelines/fields-required`. */
export async function passEdit(
  work: Work,
  collection: Collection,
  { stage, before, after }: { readonly stage: Stage; readonly before: object; readonly after: object },
): Promise<Result<undefined>> {
  const passed = checkStillFilled(stage, before, after);
  return passed.ok ? passed : checkStillFilled(stage, before, after, await labelsFor(work, collection));
}

/** What the fields of a collection are called, for who has to be told. */
const labelsFor = async (work: Work, collection: Collection): Promise<(path: string) => string> =>
  (await import('./field-labels.js')).fieldLabels(work, collection);

/** A row with what was filled in for a move: only what the stage asks for, so that a move is no way round an edit. */
export function filledFor<Row extends Staged>(
  row: Row,
  pipeline: Pipeline,
  to: Id<'stage'>,
  fields: Readonly<Record<string, unknown>> = {},
): Row {
  const asked = pipeline.stages.find(({ id }) => id === to)?.rules?.requires ?? [];
  return withFields(row, Object.fromEntries(Object.entries(fields).filter(([path]) => asked.includes(path))));
}

/** Rows that stand in a stage. */
export const inStage = (pipelineId: Id<'pipeline'>, stageId: Id<'stage'>): Filter => ({
  and: [
    { field: 'pipelineId', is: 'eq', value: pipelineId },
    { field: 'stageId', is: 'eq', value: stageId },
  ],
});

/** How many rows a stage holds, and what they come to by its amount limit, in minor units. */
interface Held {
  readonly count: number;
  readonly amount: number;
}

const NOTHING: Held = { count: 0, amount: 0 };

/** What one command has brought into a stage so far, or taken out of it: the storage does not know of it yet. */
const underWay = new WeakMap<Work, Map<string, Held>>();

const hasHardLimit = ({ rules }: Stage): boolean => Boolean(rules?.limit?.hard || rules?.amountLimit?.hard);

const amountFor = ({ rules }: Stage, row: unknown): number =>
  rules?.amountLimit ? countedAmount(rules.amountLimit, row) : 0;

async function heldIn(work: Work, collection: Collection, pipeline: Pipeline, stage: Stage): Promise<Held> {
  const moved = underWay.get(work.system)?.get(stage.id) ?? NOTHING;
  const count = await work.system.count(collection, inStage(pipeline.id, stage.id));
  const amount = await amountIn(work, collection, pipeline, stage);
  return { count: count + moved.count, amount: amount + moved.amount };
}

/** What the rows of a stage come to by its hard amount limit, as stored. */
async function amountIn(work: Work, collection: Collection, pipeline: Pipeline, stage: Stage): Promise<number> {
  const limit = stage.rules?.amountLimit;
  if (!limit?.hard) return 0;
  const field = limitedField(limit);
  const isCounted: Filter = { field: `${field}.currency`, is: 'eq', value: limit.most.currency };
  const [group] = await work.system.tally({
    ask: 'tally',
    collection,
    where: { and: [inStage(pipeline.id, stage.id), isCounted] },
    by: [],
    sum: [`${field}.minor`],
  });
  return group?.sums[0] ?? 0;
}

async function setCounter(work: Work, pipeline: Pipeline, stage: Stage, held: Held, by: Held): Promise<void> {
  const id = `${pipeline.id}.${stage.id}` as StageCounter['id'];
  // Read by its id, so that the commit is refused when somebody else has come or gone since.
  await work.system.get(stageCounters, id);
  work.system.put(stageCounters, { id, count: held.count + by.count });
  const moved = underWay.get(work.system) ?? new Map<string, Held>();
  const { count, amount } = moved.get(stage.id) ?? NOTHING;
  underWay.set(work.system, moved.set(stage.id, { count: count + by.count, amount: amount + by.amount }));
}
