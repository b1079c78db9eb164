import type { Day, Id } from '@kith/core';
import { Agent, AssignmentPlan, AssignmentTurns } from '@kith/core/assignment';
import { Lead, Pool } from '@kith/core/leads';
import * as z from 'zod/mini';
import type { Collection, Identified } from '../collection.js';
import { doors } from './doors.js';

/** People and companies that may become customers. */
export const leads: Collection<Lead> = {
  name: 'leads',
  kind: 'lead',
  schema: Lead,
  shape: {
    indexes: [
      ['ownerId', 'status', 'createdAt'],
      ['poolId', 'ownerId', 'pooledAt'],
      ['poolId', 'idleSince'],
      ['poolId', 'ownedAt'],
      ['unassigned.retryAt'],
      ['recycleOn'],
      ['converted.contactId'],
      ['name'],
      ['createdAt'],
    ],
    tallies: [{ by: ['ownerId', 'status'] }, { by: ['poolId', 'ownerId', 'status'] }, { by: ['source', 'status'] }],
    search: [
      { path: 'name', weight: 3 },
      { path: 'companyName', weight: 3 },
      { path: 'emails.value', weight: 2 },
      { path: 'phones.value', weight: 2 },
      { path: 'message' },
      { path: 'tags' },
    ],
  },
};

/** Pools of leads that may be claimed (公海). */
export const pools: Collection<Pool> = { name: 'pools', kind: 'pool', schema: Pool, shape: { indexes: [['name']] } };

/** Whom work can be given to. */
export const agents: Collection<Agent> = {
  name: 'agents',
  kind: 'agent',
  schema: Agent,
  shape: { indexes: [['userId']] },
};

/** To whom new leads go. */
export const assignmentPlans: Collection<AssignmentPlan> = {
  name: 'assignmentPlans',
  kind: 'assignmentPlan',
  schema: AssignmentPlan,
  shape: { indexes: [['name']] },
};

/** Whose turn it is, one row for each plan. Whoever assigns writes it, so that a turn is taken once. */
export const assignmentTurns: Collection<AssignmentTurns> = {
  name: 'assignmentTurns',
  kind: 'assignmentTurns',
  schema: AssignmentTurns,
  shape: { indexes: [] },
};

/** What a person or a team claimed from a pool on a day. Whoever claims writes it, so that two claims at once are counted. */
export interface ClaimCount extends Identified {
  readonly poolId: Id<'pool'>;
  readonly holder: string;
  readonly day: Day;
  readonly count: number;
}

export const claimCounts: Collection<ClaimCount> = {
  name: 'leadClaims',
  kind: 'leadClaims',
  schema: z.looseObject({ id: z.string(), day: z.string(), count: z.number() }) as never,
  shape: { indexes: [] },
};

/** Which lead a submission made: the same one never makes two. */
export interface Submission extends Identified {
  readonly leadId: Id<'lead'>;
}

export const submissions: Collection<Submission> = {
  name: 'leadSubmissions',
  kind: 'leadSubmission',
  schema: z.looseObject({ id: z.string(), leadId: z.string() }) as never,
  shape: { indexes: [['leadId']] },
};

/** Everything that leads need: give it to `openStore` as `collections`. */
export const leadCollections: readonly Collection[] = [
  leads,
  pools,
  agents,
  assignmentPlans,
  assignmentTurns,
  claimCounts,
  submissions,
  doors,
];
