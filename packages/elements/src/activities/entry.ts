import type { Activity, ActivityKind, Deal, Id, Instant, Money, Stage } from '@kith/core';

/** What an entry is about: an activity's kind, or a deal that came into a stage. */
export type EntryKind = ActivityKind | 'move';

/** An activity as the timeline places it. */
export interface ActivityEntry {
  readonly kind: ActivityKind;
  readonly id: string;
  /** The moment it is sorted and shown by: when it took place, was completed, or is planned for. */
  readonly at: Instant;
  readonly activity: Activity;
}

/** What became of a deal when it came into a stage. */
export type MoveKind = 'opened' | 'moved' | 'won' | 'lost' | 'reopened';

/** A stay of a deal in a stage, seen as the moment it came there. */
export interface MoveEntry {
  readonly kind: 'move';
  readonly id: string;
  readonly at: Instant;
  readonly move: MoveKind;
  readonly deal: Pick<Deal, 'id' | 'name'>;
  readonly by: Id<'user'> | undefined;
  /** Where the deal came from; absent for its first stage, and for one that its pipeline no longer has. */
  readonly from: Stage | undefined;
  readonly to: Stage;
  /** What it brought, on the entry by which it was won for good. */
  readonly value: Money | undefined;
  /** Why it was lost, on the entry by which it was lost for good. */
  readonly reason: string | undefined;
}

export type Entry = ActivityEntry | MoveEntry;

/** What is still to be done, soonest first, and what has been, newest first. */
export interface Timeline {
  readonly ahead: readonly ActivityEntry[];
  readonly past: readonly Entry[];
}

/**
 * Sorts activities and the moves of deals into what is ahead and what has been. Planned tasks stand by the day they are
 * promised for; a planned call or meeting by its moment.
 */
export function timelineOf(activities: readonly Activity[], moves: readonly MoveEntry[] = []): Timeline {
  const ahead: ActivityEntry[] = [];
  const past: Entry[] = [...moves];
  for (const activity of activities) {
    const { id, kind, status } = activity;
    if (status === 'planned') ahead.push({ kind, id, at: activity.at, activity });
    else past.push({ kind, id, at: activity.completedAt ?? activity.at, activity });
  }
  return { ahead: ahead.sort(soonestFirst), past: past.sort(newestFirst) };
}

/** Text by which planned things sort: a promised day counts as the end of that day. */
const planKey = ({ activity, at }: ActivityEntry): string => (activity.dueDay ? `${activity.dueDay}T99` : at);

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
const soonestFirst = (left: ActivityEntry, right: ActivityEntry): number =>
  compare(planKey(left), planKey(right)) || compare(left.id, right.id);
const newestFirst = (left: Entry, right: Entry): number => compare(right.at, left.at) || compare(right.id, left.id);
