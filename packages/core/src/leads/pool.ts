import * as z from 'zod/mini';
import type { Filter } from '../filters/filter.js';
import { parseFilter } from '../filters/parse.js';
import { addDays, type Day, dayIn, startOfDay } from '../kernel/day.js';
import { entityFields } from '../kernel/entity.js';
import { type Env, today } from '../kernel/env.js';
import type { Id } from '../kernel/id.js';
import type { Instant } from '../kernel/instant.js';
import { type Problem, type Result, refuse } from '../kernel/result.js';
import { type Infer, id, name, whole } from '../kernel/schema.js';
import { addWorkingDays, checkWorkingTime, type WorkingTime } from '../working-time/working-time.js';
import { giveTo } from './ownership.js';
import type { Lead, OwnerReason } from './schema.js';
import { entered, isOpenLead } from './status.js';

/** So many whole days between two: of the calendar, or only those on which one works. */
export const Wait = z.object({ days: whole(0, 1_000), of: z.enum(['calendar', 'working']) });
export type Wait = Infer<typeof Wait>;

/** How many open leads may be held, by each person or by a team together. */
export const PoolCapacity = z.object({
  name: z.optional(z.string()),
  most: whole(0),
  /** `person`: each of them by themselves. `team`: all of a team together. */
  per: z.enum(['person', 'team']),
  /** For whom; everybody when both are left out. */
  userIds: z.optional(z.array(id('user'))),
  teamIds: z.optional(z.array(id('team'))),
  /** Which of their leads count; all when left out. */
  where: z.optional(z.custom<Filter>((value) => parseFilter(value).ok, 'Expected a filter.')),
});
export type PoolCapacity = Infer<typeof PoolCapacity>;

const zone = z.string().check(
  z.refine((value) => {
    try {
      dayIn(value, '2026-01-01T00:00:00.000Z' as Instant);
      return true;
    } catch {
      // Not knowing a zone is what is asked here.
      return false;
    }
  }, 'Expected an IANA time zone such as Asia/Shanghai.'),
);

/** Leads that belong to nobody and may be claimed (公海), by rules that keep it fair. */
export const Pool = z.object({
  id: id('pool'),
  name,
  /** The zone that says when a day begins. */
  timeZone: zone,
  /** Which days are working days; Monday to Friday when left out. */
  workingTime: z.optional(
    z.custom<WorkingTime>((value) => {
      const time = value as WorkingTime | null;
      return typeof time === 'object' && time !== null && typeof time.week === 'object' && checkWorkingTime(time).ok;
    }, 'Expected working time.'),
  ),
  /** Who may claim; everybody when both are left out. */
  userIds: z.optional(z.array(id('user'))),
  teamIds: z.optional(z.array(id('team'))),
  /** The most claims of one person on one day. */
  claimsPerDay: z.optional(whole(0)),
  capacities: z.optional(z.array(PoolCapacity)),
  /** How long whoever had a lead last must leave it to others. */
  formerOwnerWaits: z.optional(Wait),
  /** How long a lead that came back lies before anybody may claim it. */
  freshWaits: z.optional(Wait),
  /** A lead without follow-up, or without a deal, for so long comes back. */
  noFollowUp: z.optional(Wait),
  noDeal: z.optional(Wait),
  ...entityFields,
});
export type Pool = Infer<typeof Pool>;

/** Somebody who wants a lead. */
export interface Claimant {
  readonly userId: Id<'user'>;
  readonly teamId?: Id<'team'> | undefined;
  /** What they claimed from this pool on this day (in its zone) before. */
  readonly claimsToday: number;
  /** Open leads held, for each capacity that concerns them, in the order of `capacitiesFor`. */
  readonly held: readonly number[];
}

/** The bounds of a pool that concern a person. */
export const capacitiesFor = (
  { capacities = [] }: Pick<Pool, 'capacities'>,
  { userId, teamId }: Pick<Claimant, 'userId' | 'teamId'>,
): readonly PoolCapacity[] =>
  capacities.filter(
    ({ per, userIds, teamIds }) =>
      (per === 'person' || teamId !== undefined) &&
      ((userIds === undefined && teamIds === undefined) ||
        userIds?.includes(userId) === true ||
        (teamId !== undefined && teamIds?.includes(teamId) === true)),
  );

/**
 * Claims a lead from its pool. Problems: `leads/not-in-pool` (somebody has it), `leads/not-a-member`, `leads/resting`,
 * `leads/claim-limit`, `leads/pool-capacity`, `leads/former-owner-waits` and `leads/just-recycled`; those that pass with
 * time say when.
 */
export function claimLead(lead: Lead, pool: Pool, claimant: Claimant, env: Env): Result<Lead> {
  const problem = notThere(lead, pool) ?? notAllowed(pool, claimant, env) ?? mustWait(lead, pool, claimant.userId, env);
  return problem ? refuse(problem) : giveTo(lead, claimant.userId, { reason: 'claimed', note: pool.name }, env);
}

function notThere(lead: Lead, pool: Pool): Problem | undefined {
  if (!isOpenLead(lead) || lead.poolId !== pool.id || lead.ownerId !== undefined)
    return {
      code: 'leads/not-in-pool',
      message: `"${lead.name}" is not in "${pool.name}": ${lead.ownerId === undefined ? 'it was taken out' : 'somebody has it'}. Choose another one.`,
      params: { pool: pool.name, ...(lead.ownerId !== undefined && { ownerId: lead.ownerId }) },
    };
  return undefined;
}

function notAllowed(pool: Pool, claimant: Claimant, env: Pick<Env, 'now'>): Problem | undefined {
  const { userId, teamId, claimsToday, held } = claimant;
  const isMember =
    (pool.userIds === undefined && pool.teamIds === undefined) ||
    pool.userIds?.includes(userId) === true ||
    (teamId !== undefined && pool.teamIds?.includes(teamId) === true);
  if (!isMember)
    return {
      code: 'leads/not-a-member',
      message: `"${pool.name}" is not open to you. Ask whoever looks after it.`,
      params: { pool: pool.name },
    };
  if (pool.claimsPerDay !== undefined && claimsToday >= pool.claimsPerDay) {
    const until = startOfDay(addDays(dayIn(pool.timeZone, env.now), 1), pool.timeZone);
    return {
      code: 'leads/claim-limit',
      message: `You have claimed ${claimsToday} of ${pool.claimsPerDay} for today. Go on at ${until}.`,
      params: { claimed: claimsToday, limit: pool.claimsPerDay, until },
    };
  }
  for (const [place, { most, per, name: of }] of capacitiesFor(pool, claimant).entries()) {
    const count = held[place] ?? 0;
    if (count >= most)
      return {
        code: 'leads/pool-capacity',
        message: `${per === 'team' ? 'Your team has' : 'You have'} ${count} open leads${of === undefined ? '' : ` (${of})`}, and ${most} are the most. Close one, or give one back.`,
        params: { held: count, most, per },
      };
  }
  return undefined;
}

const CAME_BACK: readonly OwnerReason[] = ['given-back', 'no-follow-up', 'no-deal', 'recycled'];

function mustWait(lead: Lead, pool: Pool, userId: Id<'user'>, env: Env): Problem | undefined {
  if (lead.status === 'recycled' && lead.recycleOn !== undefined && lead.recycleOn > dayIn(pool.timeZone, env.now))
    return {
      code: 'leads/resting',
      message: `"${lead.name}" rests until ${lead.recycleOn}.`,
      params: { until: startOfDay(lead.recycleOn, pool.timeZone) },
    };
  const history = lead.ownerHistory ?? [];
  const isBack = CAME_BACK.includes(history.at(-1)?.reason ?? 'captured');
  const freshUntil =
    isBack && pool.freshWaits && lead.pooledAt ? freeFrom(lead.pooledAt, pool.freshWaits, pool) : undefined;
  if (freshUntil !== undefined && env.now < freshUntil)
    return {
      code: 'leads/just-recycled',
      message: `"${lead.name}" has just come back. It can be claimed from ${freshUntil} on.`,
      params: { until: freshUntil },
    };
  // Whoever had it, until the next stretch began.
  const last = history.findLastIndex(({ ownerId }) => ownerId === userId);
  const left = last < 0 ? undefined : history[last + 1]?.from;
  const ownUntil =
    left !== undefined && pool.formerOwnerWaits ? freeFrom(left, pool.formerOwnerWaits, pool) : undefined;
  return ownUntil !== undefined && env.now < ownUntil
    ? {
        code: 'leads/former-owner-waits',
        message: `You had "${lead.name}" before. Until ${ownUntil} it is for others.`,
        params: { until: ownUntil },
      }
    : undefined;
}

const MONDAY_TO_FRIDAY = (timeZone: string): WorkingTime => {
  const shifts = [{ from: '09:00', to: '17:00' }];
  return { timeZone, week: { 1: shifts, 2: shifts, 3: shifts, 4: shifts, 5: shifts } };
};

/** The day so many days from another, counted as the wait counts them. */
function dayFrom(day: Day, days: number, { of }: Wait, { timeZone, workingTime }: Pool): Day {
  if (of === 'calendar') return addDays(day, days);
  // In a calendar that never works again, working days are those of the calendar.
  return addWorkingDays(workingTime ?? MONDAY_TO_FRIDAY(timeZone), day, days) ?? addDays(day, days);
}

/**
 * When a wait is over: so many whole days lie between the day on which it began and the one that begins then, both in the
 * zone of the pool. A wait of no days is over at once.
 */
export function freeFrom(since: Instant, wait: Wait, pool: Pool): Instant {
  if (wait.days === 0) return since;
  const last = dayFrom(dayIn(pool.timeZone, since), wait.days, wait, pool);
  return startOfDay(addDays(last, 1), pool.timeZone);
}

/** What began before this moment has waited long enough by now: the bound for looking up what is due. */
export const dueBefore = (wait: Wait, pool: Pool, env: Pick<Env, 'now'>): Instant =>
  startOfDay(dayFrom(today({ now: env.now, timeZone: pool.timeZone }), -wait.days, wait, pool), pool.timeZone);

/** Why a lead goes back to its pool now; undefined when it does not. */
export function recycleReason(lead: Lead, pool: Pool, env: Pick<Env, 'now'>): 'no-follow-up' | 'no-deal' | undefined {
  if (!isOpenLead(lead) || lead.poolId !== pool.id || lead.ownerId === undefined) return undefined;
  // What rests until a day is left alone by nobody's neglect.
  if (lead.status === 'recycled') return undefined;
  if (pool.noFollowUp && lead.idleSince !== undefined && lead.idleSince < dueBefore(pool.noFollowUp, pool, env))
    return 'no-follow-up';
  if (pool.noDeal && lead.ownedAt !== undefined && lead.ownedAt < dueBefore(pool.noDeal, pool, env)) return 'no-deal';
  return undefined;
}

/** A lead whose rest is over is new again. */
export const wakeLead = (lead: Lead, env: Env): Lead =>
  lead.status === 'recycled' && lead.recycleOn !== undefined && lead.recycleOn <= today(env)
    ? entered(lead, 'new', env)
    : lead;
