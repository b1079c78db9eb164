import type { Json } from '../../adapter.js';
import { compareKeys, type Key } from '../collate.js';
import { type Cell, groupOf, holdsFor, isSimple, keyOf, severalOf, sumOf } from './cell.js';
import { cellsFromText, cellsToText } from './cell-text.js';
import { type Column, createGroups, gather, type PackedColumn, withRoomFor } from './column.js';
import { lookUp } from './pass.js';

/** The most different cells in one column. Each condition is tested once for each of them. */
const MOST_CODES = 4096;

/**
 * A column of few different cells: each slot has the number of one of them. A cell is forgotten with its last slot, so
 * that nothing of an erased row stays.
 */
export function createCodedColumn(packed?: Extract<PackedColumn, { readonly kind: 'coded' }>): Column {
  let codes = packed?.codes ?? new Uint16Array(0);
  // Number 0 is "nothing", which is what slots hold that were never set.
  const cells: Cell[] = [undefined];
  const uses: number[] = [Number.POSITIVE_INFINITY];
  const free: number[] = [];
  const codeOfScalar = new Map<Json, number>();
  const codeOfList = new Map<string, number>();
  let ranks: Float64Array | undefined;
  if (packed !== undefined) restore(packed);

  function restore({ cells: text }: Extract<PackedColumn, { readonly kind: 'coded' }>): void {
    const kept = cellsFromText(text);
    for (let code = 1; code < kept.length; code++) name(code, kept[code]);
    for (const code of codes) (uses[code] as number)++;
  }

  function name(code: number, cell: Cell): void {
    cells[code] = cell;
    uses[code] = 0;
    if (isSimple(cell)) codeOfScalar.set(cell as Json, code);
    else codeOfList.set(listName(cell), code);
    ranks = undefined;
  }

  function codeFor(cell: Cell): number | undefined {
    if (cell === undefined) return 0;
    const known = isSimple(cell) ? codeOfScalar.get(cell) : codeOfList.get(listName(cell));
    if (known !== undefined) return known;
    const code = free.pop() ?? cells.length;
    if (code >= MOST_CODES) return undefined;
    name(code, cell);
    return code;
  }

  function release(code: number): void {
    if (--(uses[code] as number) > 0) return;
    const cell = cells[code];
    if (isSimple(cell)) codeOfScalar.delete(cell as Json);
    else codeOfList.delete(listName(cell));
    cells[code] = undefined;
    uses[code] = 0;
    free.push(code);
  }

  /** Where each code stands among the others; those that sort alike have one rank. */
  function ranked(): Float64Array {
    if (ranks !== undefined) return ranks;
    const keyed = cells.map((cell, code): { readonly code: number; readonly key: Key } => ({ code, key: keyOf(cell) }));
    keyed.sort((a, b) => compareKeys(a.key, b.key));
    const found = new Float64Array(cells.length);
    let rank = 0;
    keyed.forEach(({ code, key }, index) => {
      if (index > 0 && compareKeys(keyed[index - 1]?.key as Key, key) !== 0) rank++;
      found[code] = rank;
    });
    ranks = found;
    return found;
  }

  return {
    set(slot, cell) {
      const code = codeFor(cell);
      if (code === undefined) return false;
      codes = withRoomFor(codes, slot, 0);
      const before = codes[slot] as number;
      if (before === code) return true;
      codes[slot] = code;
      (uses[code] as number)++;
      if (before !== 0) release(before);
      return true;
    },
    pass(_condition, test) {
      const table = new Uint8Array(cells.length);
      let passing = 0;
      for (let code = 0; code < cells.length; code++) {
        if (!holdsFor(test, cells[code])) continue;
        table[code] = 1;
        passing += uses[code] as number;
      }
      return lookUp(codes, table, Math.min(1, passing / Math.max(1, codes.length)));
    },
    order: {
      compare(slotA, slotB) {
        const order = ranks ?? ranked();
        return (order[codes[slotA] as number] as number) - (order[codes[slotB] as number] as number);
      },
      comparedTo(key) {
        const signs = Int8Array.from(cells, (cell) => Math.sign(compareKeys(keyOf(cell), key)));
        return (slot) => signs[codes[slot] as number] as number;
      },
    },
    grouping() {
      const groups = createGroups();
      const groupOfCode = Uint32Array.from(cells, (cell) => groups.idOf(groupOf(cell)));
      return { values: groups.values, groupAt: (slot) => groupOfCode[codes[slot] as number] as number };
    },
    addend() {
      const sums = Float64Array.from(cells, sumOf);
      return (slot) => sums[codes[slot] as number] as number;
    },
    pack(slots) {
      // Forgotten numbers are left out: what is stored has no holes.
      const packedCode = new Uint16Array(cells.length);
      const packedCells: Cell[] = [];
      cells.forEach((cell, code) => {
        if (code !== 0 && uses[code] === 0) return;
        packedCode[code] = packedCells.length;
        packedCells.push(cell);
      });
      return {
        kind: 'coded',
        codes: gather(codes, slots, 0).map((code) => packedCode[code] as number),
        cells: cellsToText(packedCells),
      };
    },
  };
}

const listName = (cell: Cell): string => {
  const values = severalOf(cell);
  return values === undefined ? JSON.stringify(cell) : `*${JSON.stringify(values)}`;
};
