import type { Filter, Id } from '@kith/core';
import type { GradeScale, ScoringScheme } from '@kith/core/scoring';
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

/** Rows of a collection scored by rules. */
export interface RulePlan {
  readonly of: Collection;
  readonly scheme: ScoringScheme;
  readonly events?: EventSource;
}

/** Rows of a collection scored by the newest trained model of a name. */
export interface ModelPlan {
  readonly of: Collection;
  readonly model: string;
  readonly grades?: GradeScale;
}

/** How rows of a collection are scored. */
export type ScoringPlan = RulePlan | ModelPlan;

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
export const modelOf = (plan: ScoringPlan): string => ('scheme' in plan ? plan.scheme.id : plan.model);

/** The id of a row's score by a plan. */
export const scoreId = (plan: ScoringPlan, subjectId: string): Id<'score'> =>
  `score_${subjectId}.${modelOf(plan)}` as Id<'score'>;
