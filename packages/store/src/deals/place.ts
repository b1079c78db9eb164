import { type Deal, type Filter, type Id, type Rank, rankBetween, spreadRanks } from '@kith/core';
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

/** So many neighbours on each side are spread anew when a gap is used up; twice as many when these have no room either. */
const WINDOW = 32;

/**
 * The rank for a place in a column. A neighbour that has gone elsewhere meanwhile is no reason to refuse: the place is
 * the start then. Where no rank is left in the gap, some deals around it are staged with new ones.
 */
export async function rankAt(work: Work, column: Column, place: Place, moving?: Id<'deal'>): Promise<Rank> {
  const gap = await gapAt(work, column, place, moving);
  return rankBetween(gap.low, gap.high) ?? spread(work, column, gap, moving, WINDOW);
}

async function gapAt(
  work: Work,
  column: Column,
  { after, before, at }: Place,
  moving: Id<'deal'> | undefined,
): Promise<Gap> {
  const next = async (side: Side, from: Rank | undefined): Promise<Rank | undefined> =>
    (await beyond(work, column, side, from, 1, moving))[0]?.rank;
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

/** Gives new ranks to the deals around a gap, and answers the one for the gap. */
async function spread(
  work: Work,
  column: Column,
  { low, high }: Gap,
  moving: Id<'deal'> | undefined,
  window: number,
): Promise<Rank> {
  // One more than is spread anew on each side: the fixed post the new ranks end at.
  const below = low === undefined ? [] : await upTo(work, column, 'below', low, window + 1, moving);
  const above = high === undefined ? [] : await upTo(work, column, 'above', high, window + 1, moving);
  const around = [...below.slice(0, window).reverse(), ...above.slice(0, window)];
  const ranks = spreadRanks(around.length + 1, below[window]?.rank, above[window]?.rank);
  if (!ranks) return spread(work, column, { low, high }, moving, window * 2);
  const at = Math.min(below.length, window);
  around.forEach((deal, index) => {
    const rank = ranks[index < at ? index : index + 1];
    if (rank !== undefined) work.put(deals, { ...deal, rank });
  });
  return ranks[at] as Rank;
}

type Side = 'below' | 'above';

const beyond = (
  work: Work,
  column: Column,
  side: Side,
  from: Rank | undefined,
  limit: number,
  moving?: Id<'deal'>,
): Promise<readonly Deal[]> =>
  inOrder(
    work,
    column,
    side,
    limit,
    moving,
    from === undefined ? [] : [{ field: 'rank', is: side === 'above' ? 'gt' : 'lt', value: from }],
  );

const upTo = (
  work: Work,
  column: Column,
  side: Side,
  from: Rank,
  limit: number,
  moving?: Id<'deal'>,
): Promise<readonly Deal[]> =>
  inOrder(work, column, side, limit, moving, [{ field: 'rank', is: side === 'above' ? 'gte' : 'lte', value: from }]);

/** Deals of a column from one side, without the one that is being moved. */
async function inOrder(
  work: Work,
  { pipelineId, stageId }: Column,
  side: Side,
  limit: number,
  moving: Id<'deal'> | undefined,
  bounds: readonly Filter[],
): Promise<readonly Deal[]> {
  const found = await work.find({
    ask: 'rows',
    collection: deals,
    where: {
      and: [
        { field: 'pipelineId', is: 'eq', value: pipelineId },
        { field: 'stageId', is: 'eq', value: stageId },
        ...bounds,
      ],
    },
    order: [['rank', side === 'above' ? 'asc' : 'desc']],
    // One more, for the moving deal may be among them.
    limit: limit + 1,
  });
  return found.filter((deal) => deal.id !== moving).slice(0, limit);
}
