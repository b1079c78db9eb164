import { type Id, ok, type Pipeline, type Problem, type Result, refuse, type Stage } from '@kith/core';
import { type Approvers, type Audience, isAmong, type Staged } from '@kith/core/pipelines';
import type { Collection } from '../../collection.js';
import { type Command, command } from '../../command.js';
import { deals } from '../../deals/collection.js';
import type { MoveInput } from '../../deals/commands.js';
import type { RowsQuery } from '../../query.js';
import type { Work } from '../../work.js';
import { actorOf } from '../actor.js';
import { pipelines } from '../collection.js';
import { namesOf, openRequestFor, sayingWho, stillFor, together } from '../still-to-approve.js';
import { type Approval, approvals, type GivenApproval } from './collections.js';
import { crossingOf, type RowMove } from './move.js';

/** A move to ask for: what `deals.move` takes, and a word to whoever approves it. */
export type Ask = (RowMove & { readonly id: Id }) | MoveInput;

const ALREADY_ASKED: Problem = {
  code: 'pipelines/already-asked',
  message: 'This approval has been asked for. Wait for the answer, or withdraw it.',
  path: 'stageId',
};

const dealsAsRows = deals as unknown as Collection<Staged>;

/**
 * Asks for the approval that a move needs. Everything else is checked now: nobody is asked for what would be refused
 * anyway. `collection` is for rows other than deals. Problems: `pipelines/no-approval-needed`,
 * `pipelines/already-asked`, and those of the move.
 */
export const requestApproval = (
  input: Ask & { readonly note?: string | undefined },
  collection: Collection<Staged> = dealsAsRows,
): Command<Approval> =>
  command('approvals/request', input, async (work) => {
    const { id, note, ...to } = input;
    const found = await rowAndPipeline(work, collection, id);
    if (!found.ok) return found;
    const { row, pipeline } = found.value;
    const needed = await crossingOf(collection)(withoutWrites(work), row, pipeline, to);
    if (needed.ok)
      return refuse({
        code: 'pipelines/no-approval-needed',
        message: 'This move needs no approval. Just move it.',
        path: 'stageId',
      });
    if (needed.problem.code !== 'pipelines/approval-needed') return needed;
    const { stageId, ...rest } = to;
    const stage = pipeline.stages.find((each) => each.id === stageId);
    if (stage && (await openRequestFor(work, id, stageId)))
      return refuse(await sayingWho(work, ALREADY_ASKED, id, stage));
    return work.put(approvals, {
      id: work.env.newId('approval'),
      collection: collection.name,
      rowId: id,
      pipelineId: pipeline.id,
      fromStageId: row.stageId,
      toStageId: stageId,
      input: JSON.parse(JSON.stringify(rest)),
      state: 'asked',
      askedAt: work.env.now,
      ...(note !== undefined && { note }),
      ...(work.env.actor && { askedBy: work.env.actor }),
    });
  });

/**
 * Approves a request: the row moves now, by all the rules as they are now, for whoever asked. Whoever asked cannot approve
 * it, and must still be allowed to move there. Where the stage needs more than one (`need`), the row moves with the last of
 * them; until then the request stays open and keeps who has approved it.
 * Problems: `pipelines/already-decided`, `pipelines/own-approval`, `pipelines/may-not-approve`,
 * `pipelines/already-approved`, `pipelines/not-your-turn`, `pipelines/request-outdated`, `pipelines/asker-may-not`, `pipelines/no-approval-needed`, and those of the move.
 */
export const approve = (
  input: { readonly id: Id<'approval'>; readonly reason?: string | undefined },
  collection: Collection<Staged> = dealsAsRows,
): Command<Approval> =>
  command('approvals/approve', input, async (work) => {
    const request = await openRequest(work, input.id, collection);
    if (!request.ok) return request;
    const approval = request.value;
    const found = await rowAndPipeline(work, collection, approval.rowId);
    if (!found.ok) return found;
    const { row, pipeline } = found.value;
    const may = await mayDecide(work, approval, pipeline);
    if (!may.ok) return may;
    const next = await afterMine(work, approval, may.value);
    if (!next.ok) return next;
    const { isLast, given } = next.value;
    if (row.stageId !== approval.fromStageId)
      return refuse({
        code: 'pipelines/request-outdated',
        message: 'It has gone elsewhere since this was asked for. Reject the request, or ask for a new one.',
        path: 'id',
      });
    const to = { ...approval.input, stageId: approval.toStageId } as RowMove;
    const cross = crossingOf(collection);
    // Nobody approves in vain: the first of several is told, too, what would be refused of the last.
    const moved = await cross(isLast ? work : withoutWrites(work), row, pipeline, to, { mover: approval.askedBy });
    if (!moved.ok)
      return moved.problem.code === 'pipelines/may-not-move'
        ? refuse({
            ...moved.problem,
            code: 'pipelines/asker-may-not',
            message: 'Whoever asked for this may not move it there any more. Reject the request.',
          })
        : moved;
    const sofar = given ? { ...approval, given: [...given, ...mine(work, input.reason)] } : approval;
    return isLast ? decide(work, sofar, 'approved', input.reason) : work.put(approvals, sofar);
  });

/**
 * Rejects a request, with the reason; nothing moves. Anybody whom the stage names may, whoever has approved it or is to do
 * so first: one no ends it. Problems: those of `approve`, and `pipelines/reason-required`. */
export const reject = (
  input: { readonly id: Id<'approval'>; readonly reason: string },
  collection: Collection<Staged> = dealsAsRows,
): Command<Approval> =>
  command('approvals/reject', input, async (work) => {
    const request = await openRequest(work, input.id, collection);
    if (!request.ok) return request;
    const pipeline = await work.require(pipelines, request.value.pipelineId);
    if (!pipeline.ok) return pipeline;
    const may = await mayDecide(work, request.value, pipeline.value);
    if (!may.ok && may.problem.code !== 'pipelines/no-approval-needed') return may;
    if (input.reason.trim() === '')
      return refuse({
        code: 'pipelines/reason-required',
        message: 'Say why it is rejected.',
        path: 'reason',
        fix: { kind: 'fields', fields: ['reason'] },
      });
    return decide(work, request.value, 'rejected', input.reason.trim());
  });

/** Takes a request back; only whoever asked may. Problems: `pipelines/already-decided`, `pipelines/not-your-request`. */
export const withdraw = (input: { readonly id: Id<'approval'> }): Command<Approval> =>
  command('approvals/withdraw', input, async (work) => {
    const request = await openRequest(work, input.id);
    if (!request.ok) return request;
    if (work.env.actor !== undefined && work.env.actor !== request.value.askedBy)
      return refuse({
        code: 'pipelines/not-your-request',
        message: 'Only whoever asked for it can withdraw it. Reject it instead.',
        path: 'id',
      });
    return decide(work, request.value, 'withdrawn');
  });

/** What waits for an answer, the oldest first. */
export const openApprovals = (): RowsQuery<Approval> => ({
  ask: 'rows',
  collection: approvals,
  where: { field: 'state', is: 'eq', value: 'asked' },
  order: [['askedAt', 'asc']],
});

/** Every request about one row, the newest first. */
export const approvalsOf = (rowId: Id): RowsQuery<Approval> => ({
  ask: 'rows',
  collection: approvals,
  where: { field: 'rowId', is: 'eq', value: rowId },
  order: [['askedAt', 'desc']],
});

async function openRequest(work: Work, id: Id<'approval'>, collection?: Collection<Staged>): Promise<Result<Approval>> {
  const approval = await work.require(approvals, id);
  if (!approval.ok) return approval;
  if (collection && collection.name !== approval.value.collection)
    throw new Error(`approvals: ${id} is about ${approval.value.collection}; pass that collection.`);
  if (approval.value.state === 'asked') return approval;
  return refuse({
    code: 'pipelines/already-decided',
    message: `This request has been ${approval.value.state}. Look at it as it is now.`,
    path: 'id',
    params: { state: approval.value.state },
  });
}

async function mayDecide(work: Work, approval: Approval, pipeline: Pipeline): Promise<Result<Approvers>> {
  const stage: Stage | undefined = pipeline.stages.find(({ id }) => id === approval.toStageId);
  const actor = await actorOf(work, work.env.actor);
  if (actor && actor.id === approval.askedBy)
    return refuse({
      code: 'pipelines/own-approval',
      message: 'Nobody decides on what they asked for themselves. Somebody else has to.',
      path: 'id',
      ...(stage?.rules?.approvers && { fix: { kind: 'people', by: stage.rules.approvers } }),
    });
  const by = stage?.rules?.approvers;
  if (!by)
    return refuse({
      code: 'pipelines/no-approval-needed',
      message: 'This stage needs no approval any more. Just move it.',
      path: 'id',
    });
  if (!actor || isAmong(by, actor)) return ok(by);
  return refuse({
    code: 'pipelines/may-not-approve',
    message: `You may not approve moves to "${stage?.name}". Ask somebody who may.`,
    path: 'id',
    params: { stage: stage?.name ?? '' },
    fix: { kind: 'people', by },
  });
}

/** Where a request stands with the approval of whoever acts: whether it is the last one, and what was given before. */
interface Standing {
  readonly isLast: boolean;
  /** Kept only where the stage needs more than one. */
  readonly given: readonly GivenApproval[] | undefined;
}

async function afterMine(work: Work, approval: Approval, by: Approvers): Promise<Result<Standing>> {
  if (!by.need) return ok({ isLast: true, given: undefined });
  const { given = [] } = approval;
  const actor = await actorOf(work, work.env.actor);
  const left = await stillFor(work, approval, by);
  // The system is not asked; and when the rules ask for less than before, whoever may carries out what all have approved.
  if (!actor || left.length === 0) return ok({ isLast: true, given });
  const waits = async (code: string, message: string, names: readonly Audience[]): Promise<Result<never>> => {
    const still = (await namesOf(work, names)).join(', ');
    return refuse({
      code: `pipelines/${code}`,
      message: `${message} ${still}.`,
      path: 'id',
      params: { still },
      fix: { kind: 'people', by: together(names) },
    });
  };
  if (!left.some((name) => isAmong(name, actor)))
    return waits('already-approved', 'You have approved this. It waits for', left);
  const first = left.slice(0, 1);
  if (by.need === 'inOrder' && !first.some((name) => isAmong(name, actor)))
    return waits('not-your-turn', 'It is not your turn yet. First comes', first);
  return ok({ isLast: left.every((name) => isAmong(name, actor)), given });
}

const mine = ({ env }: Work, reason: string | undefined): readonly GivenApproval[] =>
  env.actor ? [{ by: env.actor, at: env.now, ...(reason !== undefined && { reason }) }] : [];

async function rowAndPipeline(
  work: Work,
  collection: Collection<Staged>,
  id: Id,
): Promise<Result<{ readonly row: Staged; readonly pipeline: Pipeline }>> {
  const row = await work.require(collection, id);
  if (!row.ok) return row;
  const pipeline = await work.require(pipelines, row.value.pipelineId);
  return pipeline.ok ? ok({ row: row.value, pipeline: pipeline.value }) : pipeline;
}

const decide = (work: Work, approval: Approval, state: Approval['state'], reason?: string): Result<Approval> =>
  work.put(approvals, {
    ...approval,
    state,
    decidedAt: work.env.now,
    ...(work.env.actor && { decidedBy: work.env.actor }),
    ...(reason !== undefined && { reason }),
  });

/** The same work, in which nothing that is put is staged: to see what a move would say. */
function withoutWrites(work: Work): Work {
  const put: Work['put'] = (_, entity) => ok(entity);
  return { ...work, put, system: { ...work.system, put } };
}
