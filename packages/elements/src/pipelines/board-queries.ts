import type { Filter, Id } from '@kith/core';
import type { RowsQuery, TallyQuery } from '@kith/store';
import type { BoardRow, BoardSource } from './board-source.js';

/** What holds for all rows of a board: they are of its pipeline, and meet what is filtered by. */
export function scopeOf(pipelineId: Id<'pipeline'>, ...filters: readonly (Filter | undefined)[]): Filter {
  const all: Filter[] = [{ field: 'pipelineId', is: 'eq', value: pipelineId }];
  for (const filter of filters) if (filter) all.push(filter);
  return { and: all };
}

/** The rows of a stage in their order. */
export const stageRows = ({ collection }: BoardSource, scope: Filter, stageId: Id<'stage'>): RowsQuery<BoardRow> => ({
  ask: 'rows',
  collection,
  where: { and: [...('and' in scope ? scope.and : [scope]), { field: 'stageId', is: 'eq', value: stageId }] },
  order: [['rank', 'asc']],
});

/** How many rows each stage holds, and what they come to: by stage and currency of the money at a path. */
export const stageTally = ({ collection }: BoardSource, scope: Filter, amount: string | undefined): TallyQuery => ({
  ask: 'tally',
  collection,
  where: scope,
  by: ['stageId', ...(amount ? [`${amount}.currency`] : [])],
  ...(amount && { sum: [`${amount}.minor`] }),
});
