import type { Day } from '../kernel/day.js';
import type { Id } from '../kernel/id.js';
import { ok, type Result, refuse } from '../kernel/result.js';

/** Who was in which team, from a day on and (when it is over) up to and with another. */
export interface TeamStay {
  readonly userId: Id<'user'>;
  readonly teamId: Id<'team'>;
  readonly from: Day;
  readonly until?: Day;
}

/** Which team stood below which, from a day on and (when it is over) up to and with another. */
export interface TeamPlace {
  readonly teamId: Id<'team'>;
  readonly parentId: Id<'team'>;
  readonly from: Day;
  readonly until?: Day;
}

/** Teams over time: what was reported once is not changed by who works where today. */
export interface Hierarchy {
  readonly stays: readonly TeamStay[];
  readonly places?: readonly TeamPlace[];
}

/**
 * Checks that nobody is in two teams on one day (`forecast/two-teams`), no team below two (`forecast/two-parents`), and
 * no team below itself (`forecast/team-cycle`, which names the team).
 */
export function checkHierarchy(hierarchy: Hierarchy): Result<Hierarchy> {
  const places = hierarchy.places ?? [];
  const stays = hierarchy.stays.map(({ userId, ...rest }) => ({ key: userId as string, ...rest }));
  const doubled = overlapping(stays);
  if (doubled !== undefined)
    return refuse({
      code: 'forecast/two-teams',
      message: `${doubled} is in two teams on the same day. End the first stay before.`,
      params: { id: doubled },
    });
  const below = overlapping(places.map(({ teamId, ...rest }) => ({ key: teamId as string, ...rest })));
  if (below !== undefined)
    return refuse({
      code: 'forecast/two-parents',
      message: `${below} stands below two teams on the same day. End one before.`,
      params: { id: below },
    });
  // A circle closes on a day on which one of its places begins.
  const round = places.find(({ from, teamId }) => climb(hierarchy, teamId, from) === undefined);
  if (round)
    return refuse({
      code: 'forecast/team-cycle',
      message: `${round.teamId} stands below itself. Take one team out of the circle.`,
      params: { id: round.teamId },
    });
  return ok(hierarchy);
}

/** A team and those above it on a day, from the bottom; undefined when they go round in a circle. */
function climb(hierarchy: Hierarchy, teamId: Id<'team'>, day: Day): readonly Id<'team'>[] | undefined {
  const teams: Id<'team'>[] = [];
  let next: Id<'team'> | undefined = teamId;
  while (next !== undefined) {
    if (teams.includes(next)) return undefined;
    teams.push(next);
    const current: Id<'team'> = next;
    next = hierarchy.places?.find((place) => place.teamId === current && holdsOn(place, day))?.parentId;
  }
  return teams;
}

const holdsOn = ({ from, until }: { readonly from: Day; readonly until?: Day }, day: Day): boolean =>
  from <= day && (until === undefined || day <= until);

/**
 * The teams somebody counts for on a day: the own one first, then those above it. Empty for somebody without a team.
 * Throws a RangeError when teams go round in a circle; {@link checkHierarchy} says so before.
 */
export function teamsOn(hierarchy: Hierarchy, userId: Id<'user'>, day: Day): readonly Id<'team'>[] {
  const stay = hierarchy.stays.find((each) => each.userId === userId && holdsOn(each, day));
  const teams = stay ? climb(hierarchy, stay.teamId, day) : [];
  if (!teams)
    throw new RangeError(`teamsOn: the teams above ${userId} go round in a circle; call checkHierarchy first.`);
  return teams;
}

/** The key of which two stretches share a day. */
function overlapping(
  stretches: readonly { readonly key: string; readonly from: Day; readonly until?: Day }[],
): string | undefined {
  const sorted = [...stretches].sort((a, b) => (a.key === b.key ? (a.from < b.from ? -1 : 1) : a.key < b.key ? -1 : 1));
  return sorted.find((each, index) => {
    const before = sorted[index - 1];
    return before?.key === each.key && (before.until === undefined || before.until >= each.from);
  })?.key;
}
