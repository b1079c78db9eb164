import * as z from 'zod/mini';
import { dependenciesOf } from '../filters/dependencies.js';
import type { Filter } from '../filters/filter.js';
import { parseFilter } from '../filters/parse.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { type Infer, text } from '../kernel/schema.js';

/**
 * A figure over the rows of a collection, day by day: how many, or what a field comes to. A row counts on the day that its
 * `day` field names (a day, or a moment in the zone of the report), and for whom its `owner` field names.
 */
export const Metric = z.object({
  collection: text(100),
  /** Which rows count; without relative dates, since the day of a row says when it counts. */
  where: z.optional(z.custom<Filter>((value) => parseFilter(value).ok, 'Expected a filter.')),
  /** The path of a number or an amount of money to add up; rows are counted when it is left out. */
  sum: z.optional(text(200)),
  day: text(200),
  /** `ownerId` when left out. */
  owner: z.optional(text(200)),
});
export type Metric = Infer<typeof Metric>;

/** Checks a metric that somebody entered. Problem: `metrics/relative-date`. */
export function checkMetric(metric: Metric): Result<Metric> {
  return metric.where && dependenciesOf(metric.where as Filter).readsClock
    ? refuse({
        code: 'metrics/relative-date',
        message: 'The filter of a metric has no relative dates: the day of a row says when it counts. Take them out.',
        path: 'where',
      })
    : ok(metric);
}
