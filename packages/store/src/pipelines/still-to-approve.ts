import type { Id, Problem, Stage } from '@kith/core';
import { type Actor, type Approvers, type Audience, stillToApprove } from '@kith/core/pipelines';
import { teams } from '../teams/collection.js';
import { users } from '../users/collection.js';
import type { Work } from '../work.js';
import { actorOf } from './actor.js';
import { type Approval, approvals } from './rules/collections.js';

/** The names that are still to approve a request, in their order, by the rules and rights of this moment. */
export async function stillFor(
  work: Work,
  { given = [], askedBy }: Pick<Approval, 'given' | 'askedBy'>,
  approvers: Approvers,
): Promise<readonly Audience[]> {
  const actors = await Promise.all(given.map(({ by }) => actorOf(work, by)));
  const known = actors.filter((actor): actor is Actor => actor !== undefined);
  return stillToApprove(approvers, known, askedBy);
}

/** The open request of a row for a stage. */
export async function openRequestFor(work: Work, rowId: Id, stageId: Id<'stage'>): Promise<Approval | undefined> {
  if (!work.knows(approvals.name)) return undefined;
  const open = await work.find({
    ask: 'rows',
    collection: approvals,
    where: {
      and: [
        { field: 'rowId', is: 'eq', value: rowId },
        { field: 'state', is: 'eq', value: 'asked' },
      ],
    },
  });
  return open.find(({ toStageId }) => toStageId === stageId);
}

/**
 * A refusal that says who is still to approve the move of a row, where the stage needs more than one: by name in the
 * message, and in `fix`. `asker` is who would ask, where nobody has asked yet.
 */
export async function sayingWho(
  work: Work,
  problem: Problem,
  rowId: Id,
  { id, rules }: Stage,
  asker = work.env.actor,
): Promise<Problem> {
  const approvers = rules?.approvers;
  if (!approvers?.need) return problem;
  const request = await openRequestFor(work, rowId, id);
  const left = await stillFor(work, request ?? { askedBy: asker }, approvers);
  if (left.length === 0) return problem;
  const still = (await namesOf(work, left)).join(', ');
  const by = together(left);
  return {
    ...problem,
    message: `${problem.message} Still to approve: ${still}.`,
    params: { ...problem.params, still },
    fix: problem.fix?.kind === 'approval' ? { ...problem.fix, by } : { kind: 'people', by },
  };
}

/** Several names as one audience. */
export function together(names: readonly Audience[]): Audience {
  const parts = {
    users: names.flatMap(({ users: each = [] }) => each),
    teams: names.flatMap(({ teams: each = [] }) => each),
    roles: names.flatMap(({ roles: each = [] }) => each),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, list]) => list.length > 0));
}

/** What names are called, as whoever acts may know them: people and teams that they may not see keep their id. */
export async function namesOf(work: Work, names: readonly Audience[]): Promise<readonly string[]> {
  const all = together(names);
  const people = (all.users ?? []).map(async (id) => (await work.get(users, id))?.name ?? id);
  const groups = (all.teams ?? []).map(async (id) => (await work.get(teams, id))?.name ?? id);
  return [...(await Promise.all([...people, ...groups])), ...(all.roles ?? [])];
}
