import { dayIn, type Filter, type Id, type Instant, lastDoneAt, ok, type Result, refuse, type User } from '@kith/core';
import {
  capacitiesFor,
  claimLead,
  dueBefore,
  type Lead,
  type Pool,
  type PoolCapacity,
  putIntoPool,
  recycleReason,
  touchLead,
  wakeLead,
} from '@kith/core/leads';
import { activities } from '../activities/collection.js';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { users } from '../users/collection.js';
import type { Work } from '../work.js';
import { type ClaimCount, claimCounts, leads, pools } from './collection.js';
import { AWAKE, OPEN } from './queries.js';

/** Adds a pool. */
export const createPool = (draft: Draft<Pool>): Command<Pool> =>
  command('leads/create-pool', draft, async (work) => createEntity(work, pools, draft));

/** Changes a pool; its new rules hold at once, for the leads that are in it as well. */
export const editPool = (input: { readonly id: Id<'pool'>; readonly changes: Changes<Pool> }): Command<Pool> =>
  command('leads/edit-pool', input, (work) => editEntity(work, pools, input), { history: 'typing' });

/** Claims a lead for whoever acts. Problems: those of core's `claimLead`, and `leads/nobody-claims`. */
export const claim = (input: { readonly id: Id<'lead'> }): Command<Lead> =>
  command('leads/claim', input, async (work) => {
    const userId = work.env.actor;
    if (userId === undefined)
      return refuse({ code: 'leads/nobody-claims', message: 'Somebody claims a lead. Open the store with an actor.' });
    const lead = await work.require(leads, input.id);
    if (!lead.ok) return lead;
    const { poolId } = lead.value;
    if (poolId === undefined)
      return refuse({
        code: 'leads/not-in-pool',
        message: `"${lead.value.name}" is in no pool.`,
        params: { pool: '' },
      });
    const pool = await work.require(pools, poolId);
    if (!pool.ok) return pool;
    const teamId = (await work.get(users, userId))?.teamId;
    const bounds = capacitiesFor(pool.value, { userId, teamId });
    const held: number[] = [];
    for (const bound of bounds) held.push(await heldBy(work, bound, userId, teamId));
    // Whoever shares a bound writes one row: of two claims at once the second begins anew, and counts the first.
    const holders = [userId, ...(bounds.some(({ per }) => per === 'team') && teamId ? [teamId] : [])];
    const counts = await Promise.all(holders.map((holder) => countOf(work, pool.value, holder)));
    const claimed = claimLead(
      lead.value,
      pool.value,
      { userId, teamId, claimsToday: counts[0]?.count ?? 0, held },
      work.env,
    );
    if (!claimed.ok) return claimed;
    for (const count of counts) {
      const put = work.system.put(claimCounts, { ...count, count: count.count + 1 });
      if (!put.ok) return put;
    }
    return work.put(leads, claimed.value);
  });

/** What was claimed today, in the zone of the pool. Counting goes past the permissions of whoever claims. */
async function countOf(work: Work, pool: Pool, holder: string): Promise<ClaimCount> {
  const id = `${claimCounts.kind}_${pool.id}.${holder}` as Id;
  const day = dayIn(pool.timeZone, work.env.now);
  const known = await work.system.get(claimCounts, id);
  return known?.day === day ? known : { id, poolId: pool.id, holder, day, count: 0 };
}

async function heldBy(
  work: Work,
  { per, where }: PoolCapacity,
  userId: Id<'user'>,
  teamId: User['teamId'],
): Promise<number> {
  const team =
    per === 'team' && teamId !== undefined
      ? await work.system.find({ ask: 'rows', collection: users, where: { field: 'teamId', is: 'eq', value: teamId } })
      : [];
  const holders = team.length > 0 ? team.map(({ id }) => id) : [userId];
  const theirs: Filter = { field: 'ownerId', is: 'in', value: holders };
  return work.system.countAhead(leads, { and: [theirs, OPEN, ...(where ? [where] : [])] });
}

/** Gives a lead back to its pool, or puts it into one. Problems: `leads/closed`, `leads/pool-required`. */
export const release = (input: {
  readonly id: Id<'lead'>;
  readonly poolId?: Id<'pool'> | undefined;
  readonly note?: string | undefined;
}): Command<Lead> =>
  command('leads/release', input, async (work) => {
    const lead = await work.require(leads, input.id);
    if (!lead.ok) return lead;
    const poolId = input.poolId ?? lead.value.poolId;
    if (poolId === undefined)
      return refuse({
        code: 'leads/pool-required',
        message: `"${lead.value.name}" belongs to no pool. Say into which one it goes.`,
        path: 'poolId',
        fix: { kind: 'fields', fields: ['poolId'] },
      });
    const pool = await work.require(pools, poolId);
    if (!pool.ok) return pool;
    const put = putIntoPool(lead.value, poolId, { reason: 'given-back', note: input.note }, work.env);
    return put.ok ? work.put(leads, put.value) : put;
  });

/** What a round of recycling did. */
export interface RecycledRound {
  /** Leads that went back into the pool. */
  readonly recycled: number;
  /** Leads that somebody had followed up after all, by an activity of theirs. */
  readonly followedUp: number;
  /** Leads whose rest was over. */
  readonly woken: number;
  /** Whether more are due: run it again. */
  readonly more: boolean;
}

/**
 * Puts back what nobody followed up or brought to a deal in time, and wakes what rested until today; so many at once, to be
 * run every now and then by whoever keeps the book. Only leads that are due are read, however many there are.
 */
export const recycleDue = (input: {
  readonly poolId: Id<'pool'>;
  readonly limit?: number | undefined;
}): Command<RecycledRound> =>
  command(
    'leads/recycle-due',
    input,
    async (work) => {
      const pool = await work.require(pools, input.poolId);
      if (!pool.ok) return pool;
      const limit = input.limit ?? 200;
      const due = await dueLeads(work, pool.value, limit);
      let [recycled, followedUp] = [0, 0];
      for (const lead of due.values()) {
        const touched = await withLastTouch(work, lead);
        if (!touched.ok) return touched;
        const reason = recycleReason(touched.value, pool.value, work.env);
        const next = reason ? putIntoPool(touched.value, pool.value.id, { reason }, work.env) : touched;
        if (!next.ok) return next;
        if (next.value === lead) continue;
        const put = work.put(leads, next.value);
        if (!put.ok) return put;
        if (reason) recycled++;
        else followedUp++;
      }
      const woken = await wake(work, pool.value, limit);
      return woken.ok
        ? ok({ recycled, followedUp, woken: woken.value, more: due.size >= limit || woken.value >= limit })
        : woken;
    },
    { history: 'none', through: 'rule' },
  );

async function dueLeads(work: Work, pool: Pool, limit: number): Promise<ReadonlyMap<string, Lead>> {
  const found = new Map<string, Lead>();
  const look = async (field: 'idleSince' | 'ownedAt', before: Instant): Promise<void> => {
    const rows = await work.find({
      ask: 'rows',
      collection: leads,
      where: {
        and: [{ field: 'poolId', is: 'eq', value: pool.id }, { field, is: 'lt', value: before }, AWAKE],
      },
      order: [[field, 'asc']],
      limit: limit - found.size,
    });
    for (const row of rows) found.set(row.id, row);
  };
  if (pool.noFollowUp) await look('idleSince', dueBefore(pool.noFollowUp, pool, work.env));
  if (pool.noDeal && found.size < limit) await look('ownedAt', dueBefore(pool.noDeal, pool, work.env));
  return found;
}

/** Activities that were logged without `leads.touch` count as well: the last one that was done. */
async function withLastTouch(work: Work, lead: Lead): Promise<Result<Lead>> {
  const about = { field: 'leadId', is: 'eq', value: lead.id } as const;
  const at = lastDoneAt(await work.find({ ask: 'rows', collection: activities, where: about }), work.env.now);
  return at === undefined || at <= (lead.idleSince ?? '') ? ok(lead) : touchLead(lead, { at }, work.env);
}

async function wake(work: Work, pool: Pool, limit: number): Promise<Result<number>> {
  const resting = await work.find({
    ask: 'rows',
    collection: leads,
    where: {
      and: [
        { field: 'poolId', is: 'eq', value: pool.id },
        { field: 'recycleOn', is: 'lte', value: dayIn(pool.timeZone, work.env.now) },
      ],
    },
    limit,
  });
  let woken = 0;
  for (const lead of resting) {
    const awake = wakeLead(lead, { ...work.env, timeZone: pool.timeZone });
    if (awake === lead) continue;
    const put = work.put(leads, awake);
    if (!put.ok) return put;
    woken++;
  }
  return ok(woken);
}
