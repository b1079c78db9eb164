import type { Json } from '../../adapter.js';
import type { Key } from '../collate.js';
import type { Condition, ValueTest } from '../match.js';
import type { Cell } from './cell.js';
import type { Pass } from './pass.js';

/** How rows are ordered by one path. */
export interface ColumnOrder {
  compare(slotA: number, slotB: number): number;
  /** Compares slots with one sort key. */
  comparedTo(key: Key): (slot: number) => number;
}

/** The groups of a tally along one path: a number for each slot's group, and what the group is. */
export interface Grouping {
  groupAt(slot: number): number;
  readonly values: readonly Json[];
}

/**
 * What one path finds in every row of a table, by slot. A slot that was never set holds nothing. A column is small
 * and fast for what it was made for, and right for everything it takes.
 */
export interface Column {
  /** Puts a cell in its slot; false says that this column is not made for it, and then it must be thrown away. */
  set(slot: number, cell: Cell): boolean;
  /** A pass over this column for one condition; `test` is that condition compiled, and may be turned round. */
  pass(condition: Condition, test: ValueTest): Pass;
  /** undefined when the column does not remember which of several values comes first. */
  readonly order: ColumnOrder | undefined;
  grouping(): Grouping | undefined;
  /** What slots add to a sum. */
  addend(): ((slot: number) => number) | undefined;
  /** The column as plain data that can be stored: slots in the given order. */
  pack(slots: Uint32Array): PackedColumn;
}

/** A column as it is stored; typed arrays may be used and changed by whoever unpacks it. */
export type PackedColumn =
  | { readonly kind: 'coded'; readonly codes: Uint16Array; readonly cells: string }
  | { readonly kind: 'numbers'; readonly scale: ScaleName; readonly numbers: Float64Array; readonly others: string }
  | { readonly kind: 'tags'; readonly words: readonly Uint32Array[]; readonly tags: string; readonly others: string }
  | { readonly kind: 'plain'; readonly cells: string };

/** What the numbers of a column stand for. */
export type ScaleName = 'number' | 'date' | 'instant';

/** Numbers the groups as they come. */
export function createGroups(): { readonly values: Json[]; idOf(value: Json): number } {
  const values: Json[] = [];
  const ids = new Map<Json, number>();
  return {
    values,
    idOf(value) {
      let id = ids.get(value);
      if (id === undefined) {
        id = values.length;
        ids.set(value, id);
        values.push(value);
      }
      return id;
    },
  };
}

/** The numbers of some slots, in their order; `rest` stands for slots behind the end. */
export function gather<Numbers extends Uint16Array | Uint32Array | Float64Array>(
  numbers: Numbers,
  slots: Uint32Array,
  rest: number,
): Numbers {
  const Type = numbers.constructor as new (length: number) => Numbers;
  const gathered = new Type(slots.length);
  for (let at = 0; at < slots.length; at++) gathered[at] = numbers[slots[at] as number] ?? rest;
  return gathered;
}

/** How many slots arrays are made for at first. */
export const FIRST_CAPACITY = 1024;

/** An array with room for a slot: the given one, or a copy that is large enough. */
export function withRoomFor<Numbers extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
  numbers: Numbers,
  slot: number,
  rest: number,
): Numbers {
  if (slot < numbers.length) return numbers;
  const Type = numbers.constructor as new (length: number) => Numbers;
  const larger = new Type(Math.max(FIRST_CAPACITY, slot + 1, Math.ceil(numbers.length * 1.5)));
  larger.set(numbers);
  if (rest !== 0) larger.fill(rest, numbers.length);
  return larger;
}
