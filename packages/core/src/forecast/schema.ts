import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import type { Id } from '../kernel/id.js';
import { day, type Infer, id, instant, Money, text } from '../kernel/schema.js';
import type { ForecastDeal } from './forecast-deal.js';

/** Somebody, or a team. */
const holder = z.union([id('user'), id('team')]) as unknown as z.ZodMiniType<Id<'user'> | Id<'team'>>;
const inOrder = z.refine<{ readonly first: string; readonly last: string }>(
  ({ first, last }) => first <= last,
  'The last day is before the first.',
);
const days = { first: day, last: day };
const optional = { until: z.optional(day) };
const notOver = z.refine<{ readonly from: string; readonly until?: string | undefined }>(
  ({ from, until }) => until === undefined || from <= until,
  'It ends before it begins.',
);

/** A quota as it is kept. */
export const StoredQuota = z.object({ id: id('quota'), holder, ...days, target: Money, ...entityFields }).check(
  inOrder,
  z.refine(({ target }) => target.minor >= 0, 'A quota is 0 or more.'),
);
export type StoredQuota = Infer<typeof StoredQuota>;

/** An adjustment as it is kept. Each one stays; the latest for a column holds, and one without an amount takes it back. */
export const StoredAdjustment = z
  .object({
    id: id('adjustment'),
    holder,
    ...days,
    column: z.enum(['commit', 'mostLikely', 'bestCase', 'openPipeline']),
    amount: z.optional(Money),
    note: text(2_000),
    by: z.optional(id('user')),
    at: instant,
    ...entityFields,
  })
  .check(inOrder);
export type StoredAdjustment = Infer<typeof StoredAdjustment>;

/** Who was in which team, from day to day, as it is kept. */
export const StoredTeamStay = z
  .object({ id: id('teamStay'), userId: id('user'), teamId: id('team'), from: day, ...optional, ...entityFields })
  .check(notOver);
export type StoredTeamStay = Infer<typeof StoredTeamStay>;

/** Which team stood below which, from day to day, as it is kept. */
export const StoredTeamPlace = z
  .object({ id: id('teamPlace'), teamId: id('team'), parentId: id('team'), from: day, ...optional, ...entityFields })
  .check(notOver);
export type StoredTeamPlace = Infer<typeof StoredTeamPlace>;

/** That a snapshot was taken, and of what. The deals stand in its parts. */
export const SnapshotHead = z.object({
  id: id('forecastSnapshot'),
  takenOn: day,
  /** Key of the period it was taken for, such as `2026-M11`; the day where it was taken by hand. */
  key: z.string(),
  ...entityFields,
});
export type SnapshotHead = Infer<typeof SnapshotHead>;

/** Some deals of one owner in a snapshot. */
export const SnapshotPart = z.object({
  id: id('forecastSnapshotPart'),
  snapshotId: id('forecastSnapshot'),
  deals: z.array(
    z.custom<ForecastDeal>(
      (deal) => typeof deal === 'object' && deal !== null && 'id' in deal && 'status' in deal && 'category' in deal,
      'Expected a deal as a forecast sees it.',
    ),
  ),
  ...entityFields,
});
export type SnapshotPart = Infer<typeof SnapshotPart>;
