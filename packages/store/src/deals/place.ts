import { type Deal, type Filter, type Id, placeAt, type Rank, rankBetween } from '@kith/core';
import type { Work } from '../work.js';
import { deals } from './collection.js';

/** Where in a column: right behind one deal, right before one, or at one of the ends. */
export interface Place {
  readonly after?: Id<'deal'> | undefined;
  readonly before?: Id<'deal'> | undefined;
  readonly at?: 'start' | 'end' | undefined;
}

/** The deals of one stage. */
export interface Column {
  readonly pipelineId: Id<'pipeline'>;
  readonly stageId: Id<'stage'>;
}

/** The ranks on both sides of a place; undefined at an end of the column. */
interface Gap {
  readonly low: Rank | undefined;
  readonly high: Rank | undefined;
}

/**
 * The rank for a place in a column. A neighbour that has gone elsewhere meanwhile is no reason to refuse: the place is
 * the start then. Where no rank is left in the gap, some deals around it are staged with new ones.
 */
export async function rankAt(work: Work, column: Column, place: Place, moving?: Id<'deal'>): Promise<Rank> {
  const { low, high } = await gapAt(work, column, place, moving);
  const free = rankBetween(low, high);
  if (free !== undefined) return free;
  const others = await inOrder(work, column, 'above', moving);
  const { rank, rewrites } = placeAt(
    others.map((deal) => deal.rank),
    low === undefined ? 0 : others.findLastIndex((deal) => deal.rank <= low) + 1,
  );
  for (const rewrite of rewrites) {
    const deal = others[rewrite.index];
    if (deal) work.put(deals, { ...deal, rank: rewrite.rank });
  }
  return rank;
}

async function gapAt(
  work: Work,
  column: Column,
  { after, before, at }: Place,
  moving: Id<'deal'> | undefined,
): Promise<Gap> {
  const next = async (side: Side, from: Rank | undefined): Promise<Rank | undefined> =>
    (await inOrder(work, column, side, moving, from, 1))[0]?.rank;
  const low = await rankOf(work, column, after);
  if (low !== undefined) return { low, high: await next('above', low) };
  const high = await rankOf(work, column, before);
  if (high !== undefined) return { low: await next('below', high), high };
  return at === 'end'
    ? { low: await next('below', undefined), high: undefined }
    : { low: undefined, high: await next('above', undefined) };
}

async function rankOf(
  work: Work,
  { pipelineId, stageId }: Column,
  id: Id<'deal'> | undefined,
): Promise<Rank | undefined> {
  const deal = id === undefined ? undefined : await work.get(deals, id);
  return deal?.pipelineId === pipelineId && deal.stageId === stageId ? deal.rank : undefined;
}

type Side = 'below' | 'above';

/** Deals of a column on one side of a rank, the nearest first, without the one that is being moved. */
async function inOrder(
  work: Work,
  { pipelineId, stageId }: Column,
  side: Side,
  moving: Id<'deal'> | undefined,
  from?: Rank,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly Deal[]> {
  const bound: readonly Filter[] =
    from === undefined ? [] : [{ field: 'rank', is: side === 'above' ? 'gt' : 'lt', value: from }];
  const found = await work.find({
    ask: 'rows',
    collection: deals,
    where: {
      and: [
        { field: 'pipelineId', is: 'eq', value: pipelineId },
        { field: 'stageId', is: 'eq', value: stageId },
        ...bound,
      ],
    },
    order: [['rank', side === 'above' ? 'asc' : 'desc']],
    // One more, for the moving deal may be among them.
    ...(limit < Number.POSITIVE_INFINITY && { limit: limit + 1 }),
  });
  return found.filter((deal) => deal.id !== moving).slice(0, limit);
}
