import type { Cursor } from '@kith/adapters';
import type { Identified } from '../collection.js';

/** A stretch of a long list: rows behind one row up to another. Where it lies is known, its rows only while they matter. */
export interface Block {
  /** Where it begins in the storage; undefined for the first one. */
  readonly cursor: Cursor | undefined;
  /** The row before its first one, as it was when the block was found. */
  readonly after: Identified | undefined;
  size: number;
  rows: readonly Identified[] | undefined;
  /** When somebody last looked at it, counted in looks. */
  seen: number;
}

/** The beginning of a long list, as far as it has been walked: which rows lie where. */
export interface Blocks {
  readonly all: readonly Block[];
  /** How many rows lie in the blocks. */
  size(): number;
  /** The row at a place, when it is known. */
  at(index: number): Identified | undefined;
  /** The blocks that hold some of the places `from` (included) to `to` (not). */
  within(from: number, to: number): readonly Block[];
  /** The block behind one: where reading it ends. */
  behind(block: Block): Block | undefined;
  add(block: Block): void;
  /** Takes a row out, or puts one in where it belongs. Answers whether it lies in a block. */
  takeOut(row: Identified): boolean;
  putIn(row: Identified): boolean;
  /** Puts the newer content of a row in the place of the older one. */
  replace(row: Identified): void;
  /** The row of this id, when its block is known. */
  find(id: string): Identified | undefined;
  /** Lets go of rows, but for those of so many blocks that were looked at last, and of the needed ones. */
  keep(most: number, needed: ReadonlySet<Block>): void;
}

/** No block yet. `isWhole` says whether nothing lies behind the last block, `compare` in which order rows come. */
export function newBlocks(compare: (left: Identified, right: Identified) => number, isWhole: () => boolean): Blocks {
  const all: Block[] = [];

  /** The block in which a row lies; undefined when that is beyond what was walked. */
  const blockOf = (row: Identified): Block | undefined => {
    let low = 0;
    let high = all.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      const { after } = all[middle] as Block;
      if (after === undefined || compare(after, row) < 0) low = middle;
      else high = middle - 1;
    }
    const block = all[low];
    if (!block || low < all.length - 1 || isWhole()) return block;
    const last = block.rows?.at(-1);
    // The last block ends with its last row; when its rows are gone nobody knows where that is, and it is walked anew.
    return last && compare(row, last) <= 0 ? block : undefined;
  };
  /** The rows of a block without one of them; its size follows. A block whose rows are not known takes our word for it. */
  const without = (block: Block, { id }: Identified): readonly Identified[] | undefined => {
    const rows = block.rows?.filter((each) => each.id !== id);
    block.size = rows ? rows.length : Math.max(0, block.size - 1);
    return rows;
  };

  return {
    all,
    size: () => all.reduce((sum, { size }) => sum + size, 0),
    at(index) {
      let left = index;
      for (const { size, rows } of all) {
        if (left < size) return rows?.[left];
        left -= size;
      }
      return undefined;
    },
    within(from, to) {
      const found: Block[] = [];
      let start = 0;
      for (const block of all) {
        if (start >= to) break;
        if (start + block.size > from) found.push(block);
        start += block.size;
      }
      return found;
    },
    behind: (block) => all[all.indexOf(block) + 1],
    add: (block) => void all.push(block),
    takeOut(row) {
      const block = blockOf(row);
      if (block) block.rows = without(block, row);
      return block !== undefined;
    },
    putIn(row) {
      const block = blockOf(row);
      if (!block) return false;
      if (block.rows) block.rows = [...(without(block, row) ?? []), row].sort(compare);
      block.size = block.rows ? block.rows.length : block.size + 1;
      return true;
    },
    replace(row) {
      const block = blockOf(row);
      if (block?.rows) block.rows = block.rows.map((each) => (each.id === row.id ? row : each));
    },
    find(id) {
      for (const { rows } of all) {
        const found = rows?.find((row) => row.id === id);
        if (found) return found;
      }
      return undefined;
    },
    keep(most, needed) {
      const held = all.filter((block) => block.rows && !needed.has(block) && block !== all.at(-1));
      for (const block of held.sort((left, right) => right.seen - left.seen).slice(most)) block.rows = undefined;
    },
  };
}
