/** Who is in a segment: one bit for each slot, and how many there are. */
export interface Bits {
  readonly count: number;
  has(slot: number): boolean;
  /** Sets or clears a bit; answers whether it was the other way before. */
  set(slot: number, isIn: boolean): boolean;
  /** The slots that are set, in ascending order. */
  slots(): IterableIterator<number>;
}

/** No bit is set. */
export function newBits(): Bits {
  let words = new Uint32Array(32);
  let count = 0;
  return {
    get count() {
      return count;
    },
    has: (slot) => ((words[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0,
    set(slot, isIn) {
      const at = slot >>> 5;
      if (at >= words.length) {
        if (!isIn) return false;
        const more = new Uint32Array(Math.max(at + 1, words.length * 2));
        more.set(words);
        words = more;
      }
      const word = words[at] ?? 0;
      const bit = 1 << (slot & 31);
      if (((word & bit) !== 0) === isIn) return false;
      words[at] = word ^ bit;
      count += isIn ? 1 : -1;
      return true;
    },
    *slots() {
      for (let at = 0; at < words.length; at++)
        for (let rest = words[at] ?? 0; rest !== 0; rest &= rest - 1) yield at * 32 + (31 - Math.clz32(rest & -rest));
    },
  };
}
