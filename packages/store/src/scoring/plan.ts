import type { Filter, Id } from '@kith/core';
import type { BayesCase, FrequencySetup, GradeScale, ScoringScheme } from '@kith/core/scoring';
import { activities } from '../activities/collection.js';
import type { Collection } from '../collection.js';

/** Where what somebody did is written down. */
export interface EventSource {
  readonly collection: Collection;
  /** The path that names the row it counts for, and the one of the moment it took place. */
  readonly subject: string;
  readonly at: string;
  /** Which of them count at all. It must not depend on the time at which it is asked. */
  readonly where?: Filter;
}

/** What every plan has. */
interface Planned {
  readonly of: Collection;
  /**
   * Fields of the row that stand in its score as well, under `about`, such as `ownerId`: so that a list in the order of
   * scores can be filtered by them. They say no more than the row does, so whoever reads scores should see them there.
   */
  readonly along?: readonly string[];
}

/** Rows of a collection scored by rules. */
export interface RulePlan extends Planned {
  readonly scheme: ScoringScheme;
  readonly events?: EventSource;
}

/** Rows of a collection scored by the newest trained model of a name. */
export interface ModelPlan extends Planned {
  readonly model: string;
  readonly grades?: GradeScale;
}

/**
 * Rows of a collection scored by how often rows like them were won and lost, as Odoo does it: each outcome is counted in the
 * commit that brings it, and out again in the one that takes it back. Percent with two digits.
 */
export interface FrequencyPlan extends Planned {
  /** What the table, and its scores, are called. */
  readonly table: string;
  /** Stages in their order, and fields of tags, which count from 50 outcomes on. */
  readonly setup: FrequencySetup;
  /** What counts of a row. */
  caseOf(row: unknown): BayesCase;
  /** How it ended; undefined while it goes on: only those are scored. */
  outcomeOf(row: unknown): 'won' | 'lost' | undefined;
  readonly grades?: GradeScale;
}

/** How rows of a collection are scored. */
export type ScoringPlan = RulePlan | ModelPlan | FrequencyPlan;

/** What was done with a contact: only what is done counts, never what is planned. */
export const contactActivities: EventSource = {
  collection: activities,
  subject: 'contactId',
  at: 'at',
  where: { field: 'status', is: 'eq', value: 'done' },
};

/** What was done about a deal. */
export const dealActivities: EventSource = { ...contactActivities, subject: 'dealId' };

/** By what the scores of a plan are found. */
export const modelOf = (plan: ScoringPlan): string =>
  'scheme' in plan ? plan.scheme.id : 'table' in plan ? plan.table : plan.model;

/** The id of a row's score by a plan. */
export const scoreId = (plan: ScoringPlan, subjectId: string): Id<'score'> =>
  `score_${subjectId}.${modelOf(plan)}` as Id<'score'>;
