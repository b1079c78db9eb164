import type { FieldCondition, Filter, FilterMoment } from '../filters/filter.js';
import { matches } from '../filters/matches.js';

/**
 * The conditions because of which a row does not meet a filter, in their order: of an `and` the parts that fail, of an
 * `or` all parts, of a `not` those that hold. None when the row meets it.
 */
export function failedConditions(filter: Filter, row: unknown, moment: FilterMoment): readonly FieldCondition[] {
  return culprits(filter, row, moment, true);
}

function culprits(filter: Filter, row: unknown, moment: FilterMoment, wanted: boolean): readonly FieldCondition[] {
  if (matches(filter, row, moment) === wanted) return [];
  if ('not' in filter) return culprits(filter.not, row, moment, !wanted);
  const parts = 'and' in filter ? filter.and : 'or' in filter ? filter.or : undefined;
  if (parts) return parts.flatMap((part) => culprits(part, row, moment, wanted));
  return [filter as FieldCondition];
}
