import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import { isCurrencyCode } from '../kernel/money.js';
import { day, type Infer, id, name } from '../kernel/schema.js';
import { Metric } from '../metrics/metric.js';

/**
 * What is to be reached by whom in which days. It names days, not a period of some calendar, and its owner, not a place in
 * some hierarchy: another calendar or hierarchy takes nothing from it.
 */
export const Goal = z.object({
  id: id('goal'),
  name,
  metric: Metric,
  /** In minor units where the metric is of money. */
  target: z.number().check(z.refine((value) => Number.isFinite(value) && value > 0, 'Expected a number above 0.')),
  /** Of the target, where the metric is of money; amounts in others count by their rate. */
  currency: z.optional(z.string().check(z.refine(isCurrencyCode, 'Expected an ISO 4217 code such as EUR.'))),
  /** More than the target, for who wants to go further. */
  stretch: z.optional(z.number()),
  first: day,
  /** Belongs to it. */
  last: day,
  /** The goal that it is a part of, such as that of the team for a person's. */
  parentId: z.optional(id('goal')),
  /** A user or a team; the whole house when left out. */
  holder: z.optional(z.string()),
  /** Whether what is expected grows with the days of the calendar or with those somebody works; calendar days when left out. */
  pace: z.optional(z.enum(['days', 'workingDays'])),
  ...entityFields,
});
export type Goal = Infer<typeof Goal>;
