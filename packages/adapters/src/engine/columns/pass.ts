/** How a pass joins what it finds with the mask: over it, or by `and`, or by `or`. */
export type Mode = 'set' | 'and' | 'or';

/** Runs one condition over the slots from `start` on and writes 1 or 0 for each into the mask, from its beginning. */
export type Pass = (mask: Uint8Array, start: number, count: number) => void;

// Each loop below does one thing only, over arrays of one type only: that is what makes them fast, and why there are
// three of each.

/** A condition that a table answers for each code; 1 is "holds". */
export function lookUp(mode: Mode, codes: Uint16Array, table: Uint8Array): Pass {
  if (mode === 'set')
    return (mask, start, count) => {
      for (let at = 0; at < count; at++) mask[at] = table[codes[start + at] as number] as number;
    };
  if (mode === 'and')
    return (mask, start, count) => {
      for (let at = 0; at < count; at++) (mask[at] as number) &= table[codes[start + at] as number] as number;
    };
  return (mask, start, count) => {
    for (let at = 0; at < count; at++) (mask[at] as number) |= table[codes[start + at] as number] as number;
  };
}

/** A condition that holds for the numbers from `low` to `high`, or with `flip` 1 for all others; NaN is among the others. */
export function between(mode: Mode, numbers: Float64Array, low: number, high: number, flip: 0 | 1): Pass {
  if (mode === 'set')
    return (mask, start, count) => {
      for (let at = 0; at < count; at++) {
        const number = numbers[start + at] as number;
        mask[at] = Number(number >= low && number <= high) ^ flip;
      }
    };
  if (mode === 'and')
    return (mask, start, count) => {
      for (let at = 0; at < count; at++) {
        const number = numbers[start + at] as number;
        (mask[at] as number) &= Number(number >= low && number <= high) ^ flip;
      }
    };
  return (mask, start, count) => {
    for (let at = 0; at < count; at++) {
      const number = numbers[start + at] as number;
      (mask[at] as number) |= Number(number >= low && number <= high) ^ flip;
    }
  };
}

/** A condition that holds where one of the bits is set, or with `flip` 1 where none is. */
export function anyBit(mode: Mode, words: Uint32Array, bits: number, flip: 0 | 1): Pass {
  if (mode === 'set')
    return (mask, start, count) => {
      for (let at = 0; at < count; at++) mask[at] = Number(((words[start + at] as number) & bits) !== 0) ^ flip;
    };
  if (mode === 'and')
    return (mask, start, count) => {
      for (let at = 0; at < count; at++)
        (mask[at] as number) &= Number(((words[start + at] as number) & bits) !== 0) ^ flip;
    };
  return (mask, start, count) => {
    for (let at = 0; at < count; at++)
      (mask[at] as number) |= Number(((words[start + at] as number) & bits) !== 0) ^ flip;
  };
}

/** A condition that is asked slot by slot, and only where the answer still matters. */
export function eachSlot(mode: Mode, holds: (slot: number) => boolean): Pass {
  if (mode === 'set')
    return (mask, start, count) => {
      for (let at = 0; at < count; at++) mask[at] = Number(holds(start + at));
    };
  if (mode === 'and')
    return (mask, start, count) => {
      for (let at = 0; at < count; at++) if (mask[at] === 1 && !holds(start + at)) mask[at] = 0;
    };
  return (mask, start, count) => {
    for (let at = 0; at < count; at++) if (mask[at] === 0 && holds(start + at)) mask[at] = 1;
  };
}

/** A condition that always or never holds. */
export function constant(mode: Mode, holds: boolean): Pass {
  if (mode === 'set' || holds === (mode === 'or')) return (mask, _start, count) => mask.fill(Number(holds), 0, count);
  return () => undefined;
}

/** Runs a condition into a mask of its own first, and joins that with the other. */
export function aside(mode: 'and' | 'or', pass: Pass, scratch: Uint8Array): Pass {
  return (mask, start, count) => {
    pass(scratch, start, count);
    if (mode === 'and') for (let at = 0; at < count; at++) (mask[at] as number) &= scratch[at] as number;
    else for (let at = 0; at < count; at++) (mask[at] as number) |= scratch[at] as number;
  };
}
