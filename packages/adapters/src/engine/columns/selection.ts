import type { Filter } from '../../filter.js';
import { compileTest } from '../match.js';
import type { Column } from './column.js';
import { allOf, anyOf, type Pass } from './pass.js';
import { columnOf, type Table } from './table.js';

/** Slots that are worked on at a time: few enough for a selection to stay close to the processor. */
const BLOCK = 4096;

/** The paths that a filter asks about. */
export function pathsIn(filter: Filter | undefined): readonly string[] {
  if (filter === undefined) return [];
  if ('and' in filter) return filter.and.flatMap(pathsIn);
  if ('or' in filter) return filter.or.flatMap(pathsIn);
  return 'not' in filter ? pathsIn(filter.not) : [filter.f];
}

/**
 * Visits the slots of the rows that pass a filter, some thousand at a time, from the beginning of the given selection.
 * One pass over columns for each condition, and no row is touched. False says that a column is missing, and then
 * nothing was visited. The filter is a valid one.
 */
export function visitSelections(
  table: Table,
  filter: Filter | undefined,
  visit: (selection: Uint32Array, count: number) => void,
): boolean {
  const pass = passOf(filter ?? { and: [] }, false, (path) => columnOf(table, path));
  if (pass === undefined) return false;
  const selection = new Uint32Array(BLOCK);
  for (let start = 0; start < table.size; start += BLOCK) {
    const end = Math.min(table.size, start + BLOCK);
    const count =
      table.free.length === 0 && pass.select !== undefined
        ? pass.select(start, end, selection)
        : pass.filter(selection, selectAlive(table, start, end, selection));
    visit(selection, count);
  }
  return true;
}

function selectAlive({ alive }: Table, start: number, end: number, selection: Uint32Array): number {
  let count = 0;
  for (let slot = start; slot < end; slot++) {
    selection[count] = slot;
    count += alive[slot] as number;
  }
  return count;
}

// The opposite of a filter is pushed down to its conditions, so that nothing has to be turned round later.
function passOf(filter: Filter, isOpposite: boolean, columnAt: (path: string) => Column | undefined): Pass | undefined {
  if ('not' in filter) return passOf(filter.not, !isOpposite, columnAt);
  if ('f' in filter) {
    const test = compileTest(filter);
    return columnAt(filter.f)?.pass(filter, isOpposite ? { ...test, negated: !test.negated } : test);
  }
  const parts: Pass[] = [];
  for (const each of 'and' in filter ? filter.and : filter.or) {
    const part = passOf(each, isOpposite, columnAt);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return 'and' in filter !== isOpposite ? allOf(parts, BLOCK) : anyOf(parts, BLOCK);
}
