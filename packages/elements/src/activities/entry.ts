import type { Activity, ActivityKind, Deal, Id, Instant, Pipeline, Stage } from '@kith/core';

/** What an entry is about: an activity's kind, or a deal that came into a stage. */
export type EntryKind = ActivityKind | 'stage';

/** An activity as the timeline places it. */
export interface ActivityEntry {
  readonly kind: ActivityKind;
  readonly id: string;
  /** The moment it is sorted and shown by: when it took place, was completed, or is planned for. */
  readonly at: Instant;
  readonly activity: Activity;
}

/** A stay of a deal in a stage, seen as the moment it came there. */
export interface StageEntry {
  readonly kind: 'stage';
  readonly id: string;
  readonly at: Instant;
  readonly by: Id<'user'> | undefined;
  /** Where the deal came from; absent for its first stage. */
  readonly from: Stage | undefined;
  readonly to: Stage;
  /** Why it was lost, on the entry that is the deal's loss. */
  readonly reason: string | undefined;
}

export type Entry = ActivityEntry | StageEntry;

/** What is still to be done, soonest first, and what has been, newest first. */
export interface Timeline {
  readonly ahead: readonly ActivityEntry[];
  readonly past: readonly Entry[];
}

/**
 * Sorts activities, and the stage moves of a deal where there is one, into what is ahead and what has been. Planned
 * tasks stand by the day they are promised for; a planned call or meeting by its moment.
 */
export function timelineOf(activities: readonly Activity[], deal?: Deal, pipeline?: Pipeline): Timeline {
  const ahead: ActivityEntry[] = [];
  const past: Entry[] = deal && pipeline ? stageEntries(deal, pipeline) : [];
  for (const activity of activities) {
    const { id, kind, status } = activity;
    if (status === 'planned') ahead.push({ kind, id, at: activity.at, activity });
    else past.push({ kind, id, at: activity.completedAt ?? activity.at, activity });
  }
  return { ahead: ahead.sort(soonestFirst), past: past.sort(newestFirst) };
}

/** The stage moves of a deal as entries; stays in a stage that its pipeline no longer has are left out. */
function stageEntries(deal: Deal, pipeline: Pipeline): Entry[] {
  const stageById = new Map<string, Stage>(pipeline.stages.map((stage) => [stage.id, stage]));
  const last = deal.stageHistory.length - 1;
  return deal.stageHistory.flatMap((stay, index): Entry[] => {
    const to = stageById.get(stay.stageId);
    if (!to) return [];
    const before = deal.stageHistory[index - 1];
    return [
      {
        kind: 'stage',
        id: `${deal.id}-${index}`,
        at: stay.enteredAt,
        by: stay.enteredBy,
        from: before && stageById.get(before.stageId),
        to,
        reason: index === last && to.type === 'lost' ? deal.lossReason : undefined,
      },
    ];
  });
}

/** Text by which planned things sort: a promised day counts as the end of that day. */
const planKey = ({ activity, at }: ActivityEntry): string => (activity.dueDay ? `${activity.dueDay}T99` : at);

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
const soonestFirst = (left: ActivityEntry, right: ActivityEntry): number =>
  compare(planKey(left), planKey(right)) || compare(left.id, right.id);
const newestFirst = (left: Entry, right: Entry): number => compare(right.at, left.at) || compare(right.id, left.id);
