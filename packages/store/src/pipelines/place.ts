import { type Filter, type Id, placeAt, type Rank, rankBetween } from '@kith/core';
import type { Staged } from '@kith/core/pipelines';
import type { Collection } from '../collection.js';
import type { Work } from '../work.js';

/** Where in a column: right behind one row, right before one, or at one of the ends. */
export interface Place<RowId extends Id = Id> {
  readonly after?: RowId | undefined;
  readonly before?: RowId | undefined;
  readonly at?: 'start' | 'end' | undefined;
}

/** What is known of a row's place. */
type Placed = Pick<Staged, 'id' | 'pipelineId' | 'stageId' | 'rank'>;

/** The rows of one stage. */
export interface Column<Row extends Placed> {
  readonly collection: Collection<Row>;
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
 * the start then. Where no rank is left in the gap, some rows around it are staged with new ones.
 */
export async function rankAt<Row extends Placed>(
  work: Work,
  column: Column<Row>,
  place: Place,
  moving?: Id,
): Promise<Rank> {
  const { low, high } = await gapAt(work, column, place, moving);
  const free = rankBetween(low, high);
  if (free !== undefined) return free;
  const others = await inOrder(work, column, 'above', moving);
  const { rank, rewrites } = placeAt(
    others.map((row) => row.rank),
    low === undefined ? 0 : others.findLastIndex((row) => row.rank <= low) + 1,
  );
  for (const rewrite of rewrites) {
    const row = others[rewrite.index];
    if (row) work.system.put(column.collection, { ...row, rank: rewrite.rank });
  }
  return rank;
}

async function gapAt<Row extends Placed>(
  work: Work,
  column: Column<Row>,
  { after, before, at }: Place,
  moving: Id | undefined,
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

async function rankOf<Row extends Placed>(
  work: Work,
  { collection, pipelineId, stageId }: Column<Row>,
  id: Id | undefined,
): Promise<Rank | undefined> {
  const row = id === undefined ? undefined : await work.get(collection, id);
  return row?.pipelineId === pipelineId && row.stageId === stageId ? row.rank : undefined;
}

type Side = 'below' | 'above';

/** Rows of a column on one side of a rank, the nearest first, without the one that is being moved. */
async function inOrder<Row extends Placed>(
  work: Work,
  { collection, pipelineId, stageId }: Column<Row>,
  side: Side,
  moving: Id | undefined,
  from?: Rank,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly Row[]> {
  const bound: readonly Filter[] =
    from === undefined ? [] : [{ field: 'rank', is: side === 'above' ? 'gt' : 'lt', value: from }];
  // Whoever does not see a deal must not land on its place all the same.
  const found = await work.system.find({
    ask: 'rows',
    collection,
    where: {
      and: [
        { field: 'pipelineId', is: 'eq', value: pipelineId },
        { field: 'stageId', is: 'eq', value: stageId },
        ...bound,
      ],
    },
    order: [['rank', side === 'above' ? 'asc' : 'desc']],
    // One more, for the moving one may be among them.
    ...(limit < Number.POSITIVE_INFINITY && { limit: limit + 1 }),
  });
  return found.filter((row) => row.id !== moving).slice(0, limit);
}
