import { type Id, ok, type Result } from '@kith/core';
import { type Agent, type AssignmentPlan, type AssignmentTurns, assign } from '@kith/core/assignment';
import { applyAssignment, isOpenLead, type Lead } from '@kith/core/leads';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import type { Work } from '../work.js';
import { agents, assignmentPlans, assignmentTurns, leads } from './collection.js';
import { OPEN } from './queries.js';

/** Adds a plan by which leads are given out. */
export const createPlan = (draft: Draft<AssignmentPlan>): Command<AssignmentPlan> =>
  command('leads/create-plan', draft, async (work) => createEntity(work, assignmentPlans, draft));

/** Changes a plan; whose turn it is stays. */
export const editPlan = (input: {
  readonly id: Id<'assignmentPlan'>;
  readonly changes: Changes<AssignmentPlan>;
}): Command<AssignmentPlan> =>
  command('leads/edit-plan', input, (work) => editEntity(work, assignmentPlans, input), { history: 'typing' });

/** Adds somebody to whom leads can be given. */
export const createAgent = (draft: Draft<Agent>): Command<Agent> =>
  command('leads/create-agent', draft, async (work) => createEntity(work, agents, draft));

/** Changes what somebody knows and can take. */
export const editAgent = (input: { readonly id: Id<'agent'>; readonly changes: Changes<Agent> }): Command<Agent> =>
  command('leads/edit-agent', input, (work) => editEntity(work, agents, input), { history: 'typing' });

/** Gives a lead to whoever a plan says; where nobody can take it, it says why and when to try again. */
export const assignByPlan = (input: {
  readonly id: Id<'lead'>;
  readonly planId: Id<'assignmentPlan'>;
}): Command<Lead> =>
  command('leads/assign-by-plan', input, async (work) => {
    const lead = await work.require(leads, input.id);
    if (!lead.ok) return lead;
    const given = await assignOne(work, lead.value, input.planId);
    return given.ok ? work.put(leads, given.value) : given;
  });

/** What a round of assignment did. */
export interface AssignedRound {
  readonly assigned: number;
  readonly unassigned: number;
}

/**
 * Tries again those leads that nobody could take and whose time has come, the longest waiting first; to be run every now and
 * then by whoever keeps the book.
 */
export const assignWaiting = (input: {
  readonly planId: Id<'assignmentPlan'>;
  readonly limit?: number | undefined;
}): Command<AssignedRound> =>
  command(
    'leads/assign-waiting',
    input,
    async (work) => {
      const waiting = await work.find({
        ask: 'rows',
        collection: leads,
        where: { field: 'unassigned.retryAt', is: 'lte', value: { instant: 0 } },
        order: [['unassigned.retryAt', 'asc']],
        limit: input.limit ?? 100,
      });
      const desk = await openDesk(work, input.planId);
      if (!desk.ok) return desk;
      let assigned = 0;
      const open = waiting.filter((lead) => isOpenLead(lead) && lead.ownerId === undefined);
      for (const lead of open) {
        const given = desk.value.give(lead);
        if (!given.ok) return given;
        const put = work.put(leads, given.value);
        if (!put.ok) return put;
        if (given.value.ownerId !== undefined) assigned++;
      }
      const closed = desk.value.close();
      return closed.ok ? ok({ assigned, unassigned: open.length - assigned }) : closed;
    },
    { history: 'none', through: 'rule' },
  );

/** Gives one lead out by a plan. The lead is not staged yet, whose turn it is then is. */
export async function assignOne(work: Work, lead: Lead, planId: Id<'assignmentPlan'>): Promise<Result<Lead>> {
  const desk = await openDesk(work, planId);
  if (!desk.ok) return desk;
  const given = desk.value.give(lead);
  if (!given.ok) return given;
  const closed = desk.value.close();
  return closed.ok ? given : closed;
}

interface Desk {
  give(lead: Lead): Result<Lead>;
  /** Stages whose turn it is. The row was read before, so of two that assign at once one begins anew. */
  close(): Result<unknown>;
}

async function openDesk(work: Work, planId: Id<'assignmentPlan'>): Promise<Result<Desk>> {
  // A plan knows people, their work and whose turn it is, though whoever brings a lead may see none of it.
  const all = work.system;
  const plan = await all.require(assignmentPlans, planId);
  if (!plan.ok) return plan;
  const id = planId.replace(/^[^_]+/, assignmentTurns.kind) as AssignmentTurns['id'];
  const known = await all.get(assignmentTurns, id);
  const people = await all.find({ ask: 'rows', collection: agents });
  const counts = plan.value.rules.some(({ method }) => method === 'leastOpen');
  const openRows = new Map<Id<'user'>, number>();
  for (const { userId, capacity } of people)
    if (counts || capacity !== undefined)
      openRows.set(userId, await all.countAhead(leads, { and: [{ field: 'ownerId', is: 'eq', value: userId }, OPEN] }));
  let turns = known?.turns ?? {};
  return ok({
    give(lead) {
      const decision = assign(lead, plan.value, { agents: people, openRows, turns }, work.env);
      if (decision.kind === 'assigned') {
        turns = decision.turns;
        openRows.set(decision.userId, (openRows.get(decision.userId) ?? 0) + 1);
      }
      return applyAssignment(lead, decision, work.env);
    },
    close: () =>
      all.put(assignmentTurns, { id, turns, createdAt: known?.createdAt ?? work.env.now, modifiedAt: work.env.now }),
  });
}
