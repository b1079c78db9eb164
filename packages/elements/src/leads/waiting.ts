import type { Instant } from '@kith/core';
import { isOpenLead, type Lead } from '@kith/core/leads';
import { type WorkingTime, workingTimeBetween } from '@kith/core/working-time';

/** How a lead waits: for its first touch, which is promised by a moment, or since somebody last cared. */
export interface Waiting {
  readonly is: 'due' | 'late' | 'since';
  /** How long until it is due, how long it is late, or how long it has waited; working time where that is given. */
  readonly millis: number;
  /** The moment that was promised, or since when it waits. */
  readonly at: Instant;
}

/** How a lead waits now; undefined once it is worked on no more. */
export function waitingOf(lead: Lead, now: Instant, workingTime?: WorkingTime): Waiting | undefined {
  if (!isOpenLead(lead)) return undefined;
  const between = (from: Instant, to: Instant): number =>
    workingTime ? workingTimeBetween(workingTime, from, to) : Math.max(0, Date.parse(to) - Date.parse(from));
  const due = lead.firstTouchDueAt;
  if (due !== undefined && lead.firstTouchedAt === undefined)
    return now <= due
      ? { is: 'due', millis: between(now, due), at: due }
      : { is: 'late', millis: between(due, now), at: due };
  const since = lead.idleSince ?? lead.pooledAt ?? lead.createdAt;
  return { is: 'since', millis: between(since, now), at: since };
}
