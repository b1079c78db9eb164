import type { Json, RowData } from '../../adapter.js';
import { type Key, toKey } from '../collate.js';
import type { ValueTest } from '../match.js';
import { fieldOf, type Path, someAt } from '../path.js';

/** The values of a path that leads through arrays and finds more than one. */
export interface Several {
  readonly [SEVERAL]: readonly Json[];
}
const SEVERAL: unique symbol = Symbol('several');

/**
 * What a path finds in a row, as far as filters, orders and tallies can tell: nothing, one value, or several. An object
 * is just one, whatever is in it.
 */
export type Cell = Json | undefined | Several;

const OBJECT: Json = Object.freeze({});

/** What a path finds in a row. */
export function cellAt(path: Path, data: RowData): Cell {
  let value: Json | undefined = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) return severalAt(path, data);
    value = fieldOf(value, key);
  }
  return isObject(value) ? OBJECT : value;
}

function severalAt(path: Path, data: RowData): Cell {
  const values: Json[] = [];
  const collect = (value: Json): boolean => {
    values.push(isObject(value) ? OBJECT : value);
    return false;
  };
  someAt(path, data, collect, true);
  return values.length > 1 ? several(values) : values[0];
}

const isObject = (value: Json | undefined): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The cell of several values. */
export const several = (values: readonly Json[]): Several => ({ [SEVERAL]: values });

/** The values of a cell that has several. */
export const severalOf = (cell: Cell): readonly Json[] | undefined =>
  typeof cell === 'object' && cell !== null && SEVERAL in cell ? cell[SEVERAL] : undefined;

/** Whether a cell is a scalar or nothing, which most are. */
export const isSimple = (cell: Cell): cell is string | number | boolean | null | undefined =>
  typeof cell !== 'object' || cell === null;

/** Whether a condition holds for what its path has found. */
export function holdsFor(test: ValueTest, cell: Cell): boolean {
  if (cell === undefined) return test.orNothing !== test.negated;
  if (isSimple(cell)) return test.holds(cell) !== test.negated;
  let found = false;
  const isHeld = someValue(cell, test.whole, (value) => {
    found = true;
    return test.holds(value);
  });
  return (isHeld || (test.orNothing && !found)) !== test.negated;
}

/** Whether one of the values of a cell passes; arrays stand for their items, or for themselves when taken `whole`. */
function someValue(cell: Cell, whole: boolean, test: (value: Json) => boolean): boolean {
  if (cell === undefined) return false;
  const values = severalOf(cell);
  if (values !== undefined) return values.some((value) => someValue(value, whole, test));
  if (!whole && Array.isArray(cell)) return cell.some((item: Json) => someValue(item, whole, test));
  return test(cell as Json);
}

/** The first value of a cell; undefined when there is none. */
export function firstOf(cell: Cell): Json | undefined {
  if (isSimple(cell)) return cell;
  let first: Json | undefined;
  someValue(cell, false, (value) => {
    first = value;
    return true;
  });
  return first;
}

/** What a row is sorted by along the path of its cell. */
export const keyOf = (cell: Cell): Key => toKey(firstOf(cell));

/** What a row counts under in a tally: the first value, or null where that is missing or no scalar. */
export function groupOf(cell: Cell): Json {
  const first = firstOf(cell);
  return first === undefined || typeof first === 'object' ? null : first;
}

/** What a row adds to a tally: the sum of the numbers in the cell. */
export function sumOf(cell: Cell): number {
  if (typeof cell === 'number') return cell;
  if (isSimple(cell)) return 0;
  let sum = 0;
  someValue(cell, false, (value) => {
    if (typeof value === 'number') sum += value;
    return false;
  });
  return sum;
}
