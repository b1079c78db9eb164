import { type Activity, type Day, type Deal, dayIn } from '@kith/core';

/** The one thing about a contact that should not wait, and its day. */
export type Urgency =
  | { readonly kind: 'activity'; readonly day: Day; readonly isOverdue: boolean; readonly activity: Activity }
  | { readonly kind: 'deal'; readonly day: Day; readonly isOverdue: boolean; readonly deal: Deal };

/**
 * The most urgent of what is planned and of the open deals: what has the earliest day. A planned activity goes before a
 * deal that closes on the same day. Deals that nobody put a day on do not count.
 */
export function mostUrgent(
  activities: readonly Activity[],
  deals: readonly Deal[],
  today: Day,
  timeZone: string,
): Urgency | undefined {
  let first: Urgency | undefined;
  for (const activity of activities) {
    if (activity.status !== 'planned') continue;
    const day = activity.dueDay ?? dayIn(timeZone, activity.at);
    if (!first || day < first.day) first = { kind: 'activity', day, isOverdue: day < today, activity };
  }
  for (const deal of deals) {
    const day = deal.status === 'open' ? deal.expectedCloseDay : undefined;
    if (day && (!first || day < first.day)) first = { kind: 'deal', day, isOverdue: day < today, deal };
  }
  return first;
}
