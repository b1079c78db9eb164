import type { Filter, Id } from '@kith/core';
import { type Lead, type LeadStatus, openLeadStatuses, type Pool } from '@kith/core/leads';
import type { TallyGroup } from '@kith/store';
import type { ListOrder } from '../lists/list-view.js';

/** Where leads lie: with me, with nobody, in a pool, or anywhere. */
export type InboxPlace = 'mine' | 'unassigned' | 'all' | `pool:${string}`;
/** What stands first. */
export type InboxSort = 'waiting' | 'score' | 'newest';
/** Which of them: those that are worked on, or those of one status. */
export type InboxStatus = 'open' | LeadStatus;

const is = (field: string, value: string | null): Filter => ({ field, is: 'eq', value });
const POOL = 'pool:';

/** The pool of a place. */
export const poolOf = (place: InboxPlace): Id<'pool'> | undefined =>
  place.startsWith(POOL) ? (place.slice(POOL.length) as Id<'pool'>) : undefined;

/** The place of a pool. */
export const placeOf = ({ id }: Pick<Pool, 'id'>): InboxPlace => `${POOL}${id}`;

/** The leads of a place. Without somebody who acts, nothing is theirs. */
export function filterOf(place: InboxPlace, status: InboxStatus, actor: Id<'user'> | undefined): Filter {
  const pool = poolOf(place);
  const where: readonly Filter[] =
    place === 'mine'
      ? [is('ownerId', actor ?? '')]
      : place === 'unassigned'
        ? [is('ownerId', null), is('poolId', null)]
        : pool
          ? [is('poolId', pool), is('ownerId', null)]
          : [];
  const inStatus: Filter =
    status === 'open' ? { field: 'status', is: 'in', value: openLeadStatuses } : is('status', status);
  return { and: [...where, inStatus] };
}

/** What stands first: who has waited longest for what the place waits for, or who came last. */
export const orderOf = (place: InboxPlace, sort: InboxSort): ListOrder =>
  sort === 'newest'
    ? [['createdAt', 'desc']]
    : [[place === 'mine' ? 'idleSince' : poolOf(place) ? 'pooledAt' : 'createdAt', 'asc']];

/** What a scoring plan has to carry along, so that leads can be listed in the order of their scores. */
export const ALONG = ['ownerId', 'poolId', 'status'] as const;

/** The scores of the leads of a place, by a model. */
export const scoresOf = (where: Filter, model: string): Filter => ({ and: [is('model', model), aboutOf(where)] });

/** The same of the score's copy of the lead. */
function aboutOf(where: Filter): Filter {
  if ('and' in where) return { and: where.and.map(aboutOf) };
  return 'field' in where ? { ...where, field: `about.${where.field}` } : where;
}

/** By what leads are counted, in this order. */
export const COUNTED_BY = ['poolId', 'ownerId', 'status'] as const;

/** How many leads of a tally by {@link COUNTED_BY} lie in a place. */
export function countIn(
  groups: readonly TallyGroup[],
  place: InboxPlace,
  status: InboxStatus,
  actor: Id<'user'> | undefined,
): number {
  const pool = poolOf(place);
  return groups.reduce((sum, { key: [poolId, ownerId, its], count }) => {
    const isThere =
      place === 'all' ||
      (place === 'mine'
        ? actor !== undefined && ownerId === actor
        : ownerId === null && (pool ? poolId === pool : poolId === null));
    const isInStatus = status === 'open' ? openLeadStatuses.some((each) => each === its) : its === status;
    return isThere && isInStatus ? sum + count : sum;
  }, 0);
}

/** Whether a lead lies in a pool, for anybody to claim. */
export const isClaimable = ({ poolId, ownerId, status }: Pick<Lead, 'poolId' | 'ownerId' | 'status'>): boolean =>
  poolId !== undefined && ownerId === undefined && openLeadStatuses.includes(status);
