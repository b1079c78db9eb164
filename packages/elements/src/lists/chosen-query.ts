import type { Filter } from '@kith/core';
import type { RowsQuery } from '@kith/store';
import type { ListRow, RowsAsked } from './list-rows.js';
import type { Selection } from './selection.js';

/** The question for the chosen rows, in their order; for all that match where nothing is chosen. */
export function chosenQuery({ collection, where, order }: RowsAsked, { isAll, ids }: Selection): RowsQuery<ListRow> {
  const listed: Filter = { field: 'id', is: 'in', value: [...ids] };
  const those = ids.size === 0 ? undefined : isAll ? { not: listed } : listed;
  // What somebody chose stays chosen when it no longer matches.
  const matching = isAll || ids.size === 0 ? where : undefined;
  const both = matching && those ? { and: [matching, those] } : (matching ?? those);
  return { ask: 'rows', collection, order, ...(both && { where: both }) };
}
