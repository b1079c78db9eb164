import { compareKeys } from '../collate.js';
import { type Cell, groupOf, holdsFor, keyOf, sumOf } from './cell.js';
import { cellsFromText, cellsToText } from './cell-text.js';
import { type Column, createGroups, type PackedColumn } from './column.js';
import { eachSlot } from './pass.js';

/** A column that takes everything, such as names and addresses: the cells themselves, which rows and column share. */
export function createPlainColumn(packed?: Extract<PackedColumn, { readonly kind: 'plain' }>): Column {
  // What was stored is taken apart when it is first needed: often it never is.
  let kept: Cell[] | undefined = packed === undefined ? [] : undefined;
  function all(): Cell[] {
    kept ??= cellsFromText(packed?.cells ?? '[]');
    return kept;
  }
  return {
    set(slot, cell) {
      const cells = all();
      // A hole in an array makes it slow for good.
      while (cells.length < slot) cells.push(undefined);
      cells[slot] = cell;
      return true;
    },
    pass(condition, test) {
      const { v } = condition;
      const cells = all();
      if (condition.is === 'eq' && typeof v === 'string' && !test.negated)
        return eachSlot((slot) => {
          const cell = cells[slot];
          return cell === v || (typeof cell === 'object' && holdsFor(test, cell));
        });
      return eachSlot((slot) => holdsFor(test, cells[slot]));
    },
    order: {
      compare(slotA, slotB) {
        const cells = kept ?? all();
        return compareKeys(keyOf(cells[slotA]), keyOf(cells[slotB]));
      },
      comparedTo(key) {
        const cells = all();
        return (slot) => compareKeys(keyOf(cells[slot]), key);
      },
    },
    grouping() {
      const groups = createGroups();
      const cells = all();
      return { values: groups.values, groupAt: (slot) => groups.idOf(groupOf(cells[slot])) };
    },
    addend() {
      const cells = all();
      return (slot) => sumOf(cells[slot]);
    },
    pack(slots) {
      const cells = all();
      return { kind: 'plain', cells: cellsToText(Array.from(slots, (slot) => cells[slot])) };
    },
  };
}
