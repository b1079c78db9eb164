import * as z from 'zod/mini';
import type { Filter } from '../filters/filter.js';
import { parseFilter } from '../filters/parse.js';
import { entityFields } from '../kernel/entity.js';
import { type Infer, id, instant, name, whole } from '../kernel/schema.js';
import { checkWorkingTime, type WorkingTime } from '../working-time/working-time.js';

/** The schema of a filter that is kept in a row. */
const filter = z.custom<Filter>((value) => parseFilter(value).ok, 'Expected a filter.');
const workingTime = z.custom<WorkingTime>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'timeZone' in value &&
    'week' in value &&
    typeof value.week === 'object' &&
    value.week !== null &&
    checkWorkingTime(value as WorkingTime).ok,
  'Expected working time with at least one shift.',
);

/** Somebody to whom work can be given: what they know, where they work, and how much they can take. */
export const Agent = z.object({
  id: id('agent'),
  userId: id('user'),
  teamId: z.optional(id('team')),
  /** Such as `de` or `medical devices`; compared whole. */
  skills: z.optional(z.array(z.string())),
  /** Such as `AT` or `1060`; compared whole. */
  territories: z.optional(z.array(z.string())),
  /** In the agent's own zone. Without it they always work. */
  workingTime: z.optional(workingTime),
  /** Stretches in which they are not there, whatever their working time. */
  away: z.optional(z.array(z.object({ from: instant, to: instant }))),
  /** The most open rows they hold; no bound when left out. */
  capacity: z.optional(whole(0)),
  active: z.optional(z.boolean()),
  ...entityFields,
});
export type Agent = Infer<typeof Agent>;

/** How one of several people is chosen. */
export const AssignmentMethod = z.enum(['roundRobin', 'weighted', 'leastOpen']);
export type AssignmentMethod = z.infer<typeof AssignmentMethod>;

/** One rule of a plan: for which rows it is, whom they may go to, and how one of those is chosen. */
export const AssignmentRule = z.object({
  /** A short name of its own within the plan: letters, digits, `-`. */
  id: z
    .string()
    .check(z.refine((value) => /^[a-z][a-z0-9-]{0,63}$/i.test(value), 'Expected a short name such as dach.')),
  name,
  /** Every row when left out. */
  where: z.optional(filter),
  /** These people, in this order; with `teamIds` those of the teams as well; everybody when neither is given. */
  userIds: z.optional(z.array(id('user'))),
  teamIds: z.optional(z.array(id('team'))),
  /** Skills that whoever gets it has, all of them. */
  skills: z.optional(z.array(z.string())),
  /** A path in the row; whoever gets it has its value (all of its values) among their skills. */
  skillFrom: z.optional(z.string()),
  /** A path in the row; whoever gets it has its value among their territories. */
  territoryFrom: z.optional(z.string()),
  method: AssignmentMethod,
  /** Shares for `weighted`: whole numbers by user; 1 when left out, 0 gets nothing. */
  weights: z.optional(z.record(z.string(), whole(0, 1_000))),
  /** `working`, when left out: only to people who work at the moment. */
  hours: z.optional(z.enum(['working', 'any'])),
  /** What happens when nobody can take it: `wait` (when left out), or the `next` rule that fits is tried. */
  whenNobody: z.optional(z.enum(['wait', 'next'])),
});
export type AssignmentRule = Infer<typeof AssignmentRule>;

/** Rules in order: the first that a row fits decides. */
export const AssignmentPlan = z.object({
  id: id('assignmentPlan'),
  name,
  rules: z
    .array(AssignmentRule)
    .check(
      z.refine((rules) => new Set(rules.map((rule) => rule.id)).size === rules.length, 'Two rules have the same id.'),
    ),
  /** Minutes after which it is tried again when everybody is full; 60 when left out. */
  retryMinutes: z.optional(whole(1, 10_080)),
  ...entityFields,
});
export type AssignmentPlan = Infer<typeof AssignmentPlan>;

/** Whose turn it is, for each rule of a plan. Kept beside the plan, so that nobody's turn is lost or taken twice. */
export const AssignmentTurns = z.object({
  id: id('assignmentTurns'),
  turns: z.record(
    z.string(),
    z.object({
      /** Who got the last one (`roundRobin`). */
      last: z.optional(id('user')),
      /** What each is owed, in shares of `total` (`weighted`). */
      credits: z.optional(z.record(z.string(), z.number())),
      total: z.optional(z.number()),
    }),
  ),
  createdAt: instant,
  modifiedAt: instant,
});
export type AssignmentTurns = Infer<typeof AssignmentTurns>;
