import * as z from 'zod/mini';
import type { Filter } from '../filters/filter.js';
import { parseFilter } from '../filters/parse.js';
import { entityFields } from '../kernel/entity.js';
import { type Infer, id } from '../kernel/schema.js';

const Condition = z.custom<Filter>((value) => parseFilter(value).ok, 'Expected a filter.');
const limits = { least: z.optional(z.number()), most: z.optional(z.number()) };
const Limits = z.object(limits);
const groups = z.optional(z.array(z.object({ id: z.string(), ...limits })));
const rule = {
  id: z.string().check(z.minLength(1)),
  where: Condition,
  points: z.number(),
  group: z.optional(z.string()),
};
const Engagement = z.object({
  ...rule,
  cap: z.optional(z.number()),
  dailyCap: z.optional(z.number()),
  halfLifeDays: z.optional(z.number()),
  windowDays: z.optional(z.number()),
});
const points = { fit: z.optional(z.number()), engagement: z.optional(z.number()), total: z.optional(z.number()) };

/** Where what somebody did is written down: a collection, and paths in its rows. */
export const EventPlace = z.object({
  collection: z.string(),
  /** The path that names the row it counts for, and the one of the moment it took place. */
  subject: z.string(),
  at: z.string(),
  /** Which of them count at all. */
  where: z.optional(Condition),
});
export type EventPlace = Infer<typeof EventPlace>;

/** A scheme that was made while the application runs: by which rules rows of a collection are scored. */
export const StoredScheme = z.object({
  id: id('scoringScheme'),
  /** The collection whose rows are scored. */
  of: z.string(),
  scheme: z.object({
    /** Its scores are found by it. */
    id: z.string().check(z.regex(/^[A-Za-z0-9][\w-]{0,63}$/, 'Expected a word of letters, digits, - and _.')),
    timeZone: z.string(),
    fit: z.object({ rules: z.array(z.object(rule)), groups, limits: z.optional(Limits) }),
    engagement: z.object({ rules: z.array(Engagement), groups, limits: z.optional(Limits) }),
    limits: z.optional(Limits),
    grades: z.optional(
      z.object({
        steps: z.array(z.object({ grade: z.string(), at: z.object(points) })),
        hysteresis: z.optional(z.number()),
      }),
    ),
  }),
  events: z.optional(EventPlace),
  ...entityFields,
});
export type StoredScheme = Infer<typeof StoredScheme>;
