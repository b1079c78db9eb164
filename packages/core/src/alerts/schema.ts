import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import { type Infer, id, instant, name, text, whole } from '../kernel/schema.js';
import { Metric } from '../metrics/metric.js';

const bound = z.number().check(z.refine(Number.isFinite, 'Expected a number.'));
const side = z.enum(['above', 'below']);

/**
 * When a metric raises an alert and when that is over. Each has two bounds, so that a value that trembles around one does not
 * raise it again and again: it is raised at `raise` and cleared at `clear`, which lies on the calm side.
 *
 * - `value`: the metric over the last `days`.
 * - `change`: against its mean over so many earlier stretches of `days` (`stretches`, 1 when left out), as a ratio: 0.2 is a
 *   fifth more (or less, when `below`). They are the ones just before (a moving average), or the same days a week, a month
 *   or a year earlier each (`apart`); the 31st has the last day of a shorter month beside it.
 * - `anomaly`: how many robust deviations it is from the same stretches so many `season` days apart (7 compares Mondays with
 *   Mondays), over so many `seasons` of the past.
 */
const MetricCondition = z.discriminatedUnion('is', [
  z.object({ is: z.literal('value'), side, raise: bound, clear: bound }),
  z.object({
    is: z.literal('change'),
    side,
    raise: bound,
    clear: bound,
    stretches: z.optional(whole(1, 52)),
    apart: z.optional(z.enum(['week', 'month', 'year'])),
  }),
  z.object({
    is: z.literal('anomaly'),
    side: z.enum(['above', 'below', 'both']),
    raise: bound,
    clear: bound,
    season: z.optional(whole(1, 366)),
    seasons: z.optional(whole(5, 104)),
  }),
]);
export type MetricCondition = z.infer<typeof MetricCondition>;

const Watched = z.union([
  /** Rows that enter a segment; over for a row that is no longer in `until`, or in the segment itself when left out. */
  z.object({ segment: id('segment'), until: z.optional(id('segment')) }),
  /** A metric over the last whole days, up to yesterday; `current` counts today in. */
  z.object({
    metric: Metric,
    currency: z.optional(z.string()),
    days: whole(1, 366),
    upTo: z.optional(z.enum(['yesterday', 'today'])),
    condition: MetricCondition,
  }),
]);

/** What is watched, and when somebody wants to hear of it. */
export const AlertRule = z.object({
  id: id('alertRule'),
  name,
  watch: Watched,
  /** Hours in which nobody is told; what happens then is told when they are over. */
  quiet: z.optional(z.object({ timeZone: text(100), from: text(5), to: text(5) })),
  /** Switched off without losing it. */
  paused: z.optional(z.boolean()),
  ...entityFields,
});
export type AlertRule = Infer<typeof AlertRule>;

/** One time that a rule was raised: for a row, or for its metric. */
export const Alert = z.object({
  id: id('alert'),
  ruleId: id('alertRule'),
  /** The row it is about; absent for a metric. */
  subjectId: z.optional(z.string()),
  /** Of a metric: what it was. */
  value: z.optional(z.number()),
  /** Of a metric: what was expected. */
  expected: z.optional(z.number()),
  raisedAt: instant,
  /** When somebody is to be told: later than `raisedAt` where that fell into quiet hours, or was snoozed. */
  notifyAt: instant,
  /** When they were; absent while it waits. */
  notifiedAt: z.optional(instant),
  clearedAt: z.optional(instant),
  acknowledgedAt: z.optional(instant),
  acknowledgedBy: z.optional(id('user')),
  snoozedUntil: z.optional(instant),
  ...entityFields,
});
export type Alert = Infer<typeof Alert>;
