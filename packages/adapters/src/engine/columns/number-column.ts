import { compareKeys } from '../collate.js';
import { type Cell, groupOf, holdsFor, keyOf, sumOf } from './cell.js';
import { othersFromText, othersToText } from './cell-text.js';
import { type Column, createGroups, gather, type PackedColumn, withRoomFor } from './column.js';
import { between, eachSlot } from './pass.js';
import { type Scale, scales } from './scale.js';

/** JSON has no such number, so it can stand for null. NaN stands for nothing, or for a cell that is no number. */
const NULL = Number.NEGATIVE_INFINITY;

/** The most cells that are neither numbers nor null nor nothing. */
const MOST_OTHERS = 4096;

/** A column of numbers, days or instants, with a few other cells beside them. */
export function createNumberColumn(scale: Scale, packed?: Extract<PackedColumn, { readonly kind: 'numbers' }>): Column {
  let numbers = packed?.numbers ?? new Float64Array(0);
  const others = packed === undefined ? new Map<number, Cell>() : othersFromText(packed.others);

  function cellAt(slot: number): Cell {
    const number = numbers[slot];
    if (number === undefined || Number.isNaN(number)) return others.get(slot);
    return number === NULL ? null : scale.cellOf(number);
  }

  return {
    set(slot, cell) {
      const number = cell === null ? NULL : scale.numberOf(cell);
      numbers = withRoomFor(numbers, slot, Number.NaN);
      numbers[slot] = number;
      if (!Number.isNaN(number) || cell === undefined) others.delete(slot);
      else others.set(slot, cell);
      return others.size <= MOST_OTHERS;
    },
    pass(condition, test) {
      const stretch = scale.stretchOf(condition);
      if (stretch === undefined) return eachSlot((slot) => holdsFor(test, cellAt(slot)));
      const { low, high } = stretch;
      const isOpposite = stretch.isOpposite !== test.negated;
      if (others.size === 0) return between(numbers, low, high, isOpposite ? 1 : 0);
      return eachSlot((slot) => {
        const number = numbers[slot] as number;
        if (Number.isNaN(number)) return holdsFor(test, others.get(slot));
        return (number >= low && number <= high) !== isOpposite;
      });
    },
    order: {
      compare(slotA, slotB) {
        const a = numbers[slotA] as number;
        const b = numbers[slotB] as number;
        if (a === b) return 0;
        // Null, like nothing, is before all numbers; a difference to NaN is none.
        return a - b || compareKeys(keyOf(cellAt(slotA)), keyOf(cellAt(slotB)));
      },
      comparedTo(key) {
        const bound = scale.numberOf(key);
        return (slot) => {
          const number = numbers[slot] as number;
          return number - bound || (number === bound ? 0 : compareKeys(keyOf(cellAt(slot)), key));
        };
      },
    },
    grouping() {
      const groups = createGroups();
      return { values: groups.values, groupAt: (slot) => groups.idOf(groupOf(cellAt(slot))) };
    },
    addend: () =>
      scale.name === 'number' && others.size === 0
        ? (slot) => {
            const number = numbers[slot] as number;
            return number > NULL ? number : 0;
          }
        : (slot) => sumOf(cellAt(slot)),
    pack(slots) {
      return {
        kind: 'numbers',
        scale: scale.name,
        numbers: gather(numbers, slots, Number.NaN),
        others: othersToText(others, slots),
      };
    },
  };
}

/** A column of numbers from what was stored of it. */
export const unpackNumbers = (packed: Extract<PackedColumn, { readonly kind: 'numbers' }>): Column =>
  createNumberColumn(scales[packed.scale], packed);
