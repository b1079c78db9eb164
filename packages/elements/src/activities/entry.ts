import type { Activity, ActivityKind, Deal, Id, Instant, Money, Stage } from '@kith/core';

/** What an entry is: an activity's kind, a deal that came into a stage, or fields of the record that became others. */
export type EntryKind = ActivityKind | 'move' | 'change';

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

/** From which values to which a field changed; none where it was or became empty. */
export interface FieldChange {
  /** Its path in the row: `jobTitle`, `customFields.budget`. */
  readonly name: string;
  readonly from: readonly unknown[];
  readonly to: readonly unknown[];
}

/** What somebody changed of the record itself, or that they created it. */
export interface ChangeEntry {
  readonly kind: 'change';
  readonly id: string;
  readonly at: Instant;
  readonly by: Id<'user'> | undefined;
  /** `contact`, `company`, `deal`. */
  readonly kindOfRow: string;
  readonly became: 'created' | 'changed';
  readonly changes: readonly FieldChange[];
}

export type Entry = ActivityEntry | MoveEntry | ChangeEntry;

/** Who did it, or is to do it. */
export const personOf = (entry: Entry): Id<'user'> | undefined =>
  'activity' in entry ? entry.activity.ownerId : entry.by;

/** Something that is still to be done, by the moment it is planned for. */
export const plannedOf = (activity: Activity): ActivityEntry => entryAt(activity, activity.at);

/**
 * Something that has been: a task by the moment of its completion, anything else by when it took place, which is never
 * after it was said to be done.
 */
export function pastOf(activity: Activity): ActivityEntry {
  const { kind, at, completedAt } = activity;
  return entryAt(activity, completedAt && (kind === 'task' || completedAt < at) ? completedAt : at);
}

const entryAt = (activity: Activity, at: Instant): ActivityEntry => ({
  kind: activity.kind,
  id: activity.id,
  at,
  activity,
});

/** Text by which planned things sort: a promised day counts as the end of that day. */
const planKey = ({ activity, at }: ActivityEntry): string => (activity.dueDay ? `${activity.dueDay}T99` : at);

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The order of what is to be done. */
export const soonestFirst = (left: ActivityEntry, right: ActivityEntry): number =>
  compare(planKey(left), planKey(right)) || compare(left.id, right.id);

/** The order of what has been. */
export const newestFirst = (left: Pick<Entry, 'at' | 'id'>, right: Pick<Entry, 'at' | 'id'>): number =>
  compare(right.at, left.at) || compare(right.id, left.id);
