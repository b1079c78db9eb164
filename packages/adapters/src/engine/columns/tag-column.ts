import type { Json } from '../../adapter.js';
import type { Condition, ValueTest } from '../match.js';
import { type Cell, holdsFor, isSimple } from './cell.js';
import { cellsFromText, cellsToText, othersFromText, othersToText } from './cell-text.js';
import { type Column, gather, type PackedColumn, withRoomFor } from './column.js';
import { anyBit, eachSlot } from './pass.js';

/** The most different tags in one column, less one: the first bit says that there is a list at all. */
const MOST_BITS = 128;
const MOST_OTHERS = 4096;
const IS_LIST = 1;

/** A column of lists of few different scalars, such as tags: a bit for each of them. It does not remember their order. */
export function createTagColumn(packed?: Extract<PackedColumn, { readonly kind: 'tags' }>): Column {
  let words: Uint32Array[] = packed === undefined ? [new Uint32Array(0)] : [...packed.words];
  const others = packed === undefined ? new Map<number, Cell>() : othersFromText(packed.others);
  /** The tag of each bit; undefined is free, and the first bit is no tag. */
  const tags: Cell[] = [undefined];
  const uses: number[] = [0];
  const bitOf = new Map<Json, number>();
  const free: number[] = [];
  if (packed !== undefined) restore(packed);

  function restore({ tags: text }: Extract<PackedColumn, { readonly kind: 'tags' }>): void {
    cellsFromText(text).forEach((tag, bit) => {
      if (bit > 0 && tag !== undefined) nameBit(bit, tag as Json);
      else if (bit > 0) {
        tags[bit] = undefined;
        uses[bit] = 0;
        free.push(bit);
      }
    });
    words.forEach((list, at) => {
      for (const word of list)
        for (let rest = word; rest !== 0; rest &= rest - 1) (uses[at * 32 + 31 - Math.clz32(rest & -rest)] as number)++;
    });
  }

  function nameBit(bit: number, tag: Json): void {
    tags[bit] = tag;
    uses[bit] = 0;
    bitOf.set(tag, bit);
  }

  const hasBit = (slot: number, bit: number): boolean => (((words[bit >>> 5]?.[slot] ?? 0) >>> (bit & 31)) & 1) === 1;

  function setBit(slot: number, bit: number): void {
    const list = words[bit >>> 5] as Uint32Array;
    list[slot] = (list[slot] as number) | (1 << (bit & 31));
  }

  function bitFor(tag: Json): number | undefined {
    const known = bitOf.get(tag);
    if (known !== undefined) return known;
    const bit = free.pop() ?? tags.length;
    if (bit >= MOST_BITS) return undefined;
    nameBit(bit, tag);
    if (words.length <= bit >>> 5) words.push(new Uint32Array((words[0] as Uint32Array).length));
    return bit;
  }

  function clear(slot: number): void {
    others.delete(slot);
    if (!hasBit(slot, 0)) return;
    for (let bit = 1; bit < tags.length; bit++) {
      if (!hasBit(slot, bit) || --(uses[bit] as number) > 0) continue;
      bitOf.delete(tags[bit] as Json);
      tags[bit] = undefined;
      free.push(bit);
    }
    for (const list of words) list[slot] = 0;
  }

  /** The list in a slot, in some order; for conditions that is enough. */
  function cellAt(slot: number): Cell {
    if (!hasBit(slot, 0)) return others.get(slot);
    return tags.filter((_, bit) => bit > 0 && hasBit(slot, bit)) as Json[];
  }

  function bitsFor(test: ValueTest): Uint32Array {
    const wanted = new Uint32Array(words.length);
    tags.forEach((tag, bit) => {
      if (tag === undefined || !test.holds(test.whole ? [tag as Json] : (tag as Json))) return;
      wanted[bit >>> 5] = (wanted[bit >>> 5] as number) | (1 << (bit & 31));
    });
    return wanted;
  }

  return {
    order: undefined,
    set(slot, cell) {
      words = words.map((list) => withRoomFor(list, slot, 0));
      clear(slot);
      if (cell === undefined) return true;
      if (!Array.isArray(cell) || !cell.every((item: Cell) => isSimple(item))) {
        others.set(slot, cell);
        return others.size <= MOST_OTHERS;
      }
      setBit(slot, 0);
      for (const tag of cell as readonly Json[]) {
        const bit = bitFor(tag);
        if (bit === undefined) return false;
        if (hasBit(slot, bit)) continue;
        setBit(slot, bit);
        (uses[bit] as number)++;
      }
      return true;
    },
    pass({ is }: Condition, test) {
      const flip = test.negated ? 1 : 0;
      // A list exists, whatever is in it.
      if (is === 'exists' && others.size === 0) return anyBit(words[0] as Uint32Array, IS_LIST, flip, 0.5);
      const wanted = bitsFor(test);
      const used = wanted.findIndex((word) => word !== 0);
      if (others.size > 0 || test.orNothing || is === 'exists' || wanted.some((word, at) => word !== 0 && at !== used))
        return eachSlot((slot) => holdsFor(test, cellAt(slot)));
      const at = Math.max(used, 0);
      return anyBit(words[at] as Uint32Array, wanted[at] as number, flip, flip === 1 ? 0.9 : 0.1);
    },
    grouping: () => undefined,
    addend: () => undefined,
    pack(slots) {
      return {
        kind: 'tags',
        words: words.map((list) => gather(list, slots, 0)),
        tags: cellsToText(tags),
        others: othersToText(others, slots),
      };
    },
  };
}
