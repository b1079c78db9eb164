import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import { day, id, instant, name, whole } from '../kernel/schema.js';
import type { LeakWarning } from './leaks.js';
import type { ScoreModel } from './model.js';
import type { Tally } from './tally.js';

/**
 * What a row is worth by one scheme or model. It stands beside the row and not in it, so that scoring anew is no edit of
 * the row. Its id is that of the row and of the model: each row has one score by each.
 */
export const Score = z.object({
  id: id('score'),
  /** The row that is scored, and the collection it is in. */
  subjectId: z.string(),
  of: z.string(),
  /** The id of the scheme, or the name of the model. */
  model: name,
  /** What the plan carries along of the row, by path: lists in the order of scores are filtered by it. */
  about: z.optional(z.record(z.string(), z.unknown())),
  /** By rules the total; by a model percent, 0.01–99.99. */
  points: z.number(),
  fit: z.optional(z.number()),
  engagement: z.optional(z.number()),
  grade: z.optional(z.string()),
  /** The grade before, and when it became the present one. */
  gradeBefore: z.optional(z.string()),
  gradeSince: z.optional(instant),
  /** In the very commit that brought the grade; the next one takes it out. */
  isNewGrade: z.optional(z.literal(true)),
  /** What the model says, where a person has set other points by hand. */
  automatic: z.optional(z.number()),
  /** The day from which on it may be another without anything happening. */
  dueDay: z.optional(day),
  tally: z.optional(z.custom<Tally>(Array.isArray, 'Expected a tally.')),
  /** By which rules the tally was made. */
  tallyKey: z.optional(z.string()),
  /** The version of the model. */
  version: z.optional(whole(1)),
  scoredAt: instant,
});
export type Score = Readonly<z.infer<typeof Score>>;

/** A model that was trained: which version, on what, how well it does, and what was warned about. */
export const TrainedModel = z.object({
  id: id('scoreModel'),
  name,
  /** 1 for the first of its name; the highest one scores. */
  version: whole(1),
  /** The collection whose rows it scores. */
  of: z.string(),
  model: z.custom<ScoreModel>((value) => typeof value === 'object' && value !== null, 'Expected a model.'),
  /** How it did on examples held back. Absent where it was not tested. */
  quality: z.optional(
    z.object({
      tested: whole(1),
      auc: z.number(),
      aucLow: z.number(),
      aucHigh: z.number(),
      logLoss: z.number(),
      brier: z.number(),
      baseBrier: z.number(),
      calibrationError: z.number(),
      liftOfTopTenth: z.number(),
    }),
  ),
  warnings: z.array(
    z.custom<LeakWarning>((value) => typeof value === 'object' && value !== null, 'Expected a warning.'),
  ),
  ...entityFields,
});
export type TrainedModel = Readonly<z.infer<typeof TrainedModel>>;
