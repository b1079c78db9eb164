/**
 * One condition, ready to run over the slots of a selection. Each loop in here does one thing only, over arrays of one
 * type only, and without branches where it can: that is what makes them fast.
 */
export interface Pass {
  /** Keeps the slots that pass, in order, at the beginning of the selection, and answers how many they are. */
  filter(selection: Uint32Array, count: number): number;
  /** Marks each slot of the selection: 1 where it passes, 0 elsewhere. */
  mark(selection: Uint32Array, count: number, marks: Uint8Array): void;
  /** The same as a filter of all slots from `start` up to `end`, for passes that may come first; it fills the selection. */
  select?(start: number, end: number, selection: Uint32Array): number;
  /** How dear it is to look at one slot. */
  readonly cost: number;
  /** The part of the rows that pass, exact or guessed. */
  readonly share: number;
}

/** A condition that a table answers for each code; 1 is "holds". */
export function lookUp(codes: Uint16Array, table: Uint8Array, share: number): Pass {
  return {
    cost: 1,
    share,
    select(start, end, selection) {
      let kept = 0;
      for (let slot = start; slot < end; slot++) {
        selection[kept] = slot;
        kept += table[codes[slot] as number] as number;
      }
      return kept;
    },
    filter(selection, count) {
      let kept = 0;
      for (let at = 0; at < count; at++) {
        const slot = selection[at] as number;
        selection[kept] = slot;
        kept += table[codes[slot] as number] as number;
      }
      return kept;
    },
    mark(selection, count, marks) {
      for (let at = 0; at < count; at++) marks[at] = table[codes[selection[at] as number] as number] as number;
    },
  };
}

/** A condition that holds for the numbers from `low` to `high`, or with `flip` 1 for all others; NaN is among the others. */
export function between(numbers: Float64Array, low: number, high: number, flip: 0 | 1): Pass {
  return {
    cost: 1.5,
    share: 0.5,
    select(start, end, selection) {
      let kept = 0;
      for (let slot = start; slot < end; slot++) {
        const number = numbers[slot] as number;
        selection[kept] = slot;
        kept += (Number(number >= low) & Number(number <= high)) ^ flip;
      }
      return kept;
    },
    filter(selection, count) {
      let kept = 0;
      for (let at = 0; at < count; at++) {
        const slot = selection[at] as number;
        const number = numbers[slot] as number;
        selection[kept] = slot;
        kept += (Number(number >= low) & Number(number <= high)) ^ flip;
      }
      return kept;
    },
    mark(selection, count, marks) {
      for (let at = 0; at < count; at++) {
        const number = numbers[selection[at] as number] as number;
        marks[at] = (Number(number >= low) & Number(number <= high)) ^ flip;
      }
    },
  };
}

/** A condition that holds where one of the bits is set, or with `flip` 1 where none is. */
export function anyBit(words: Uint32Array, bits: number, flip: 0 | 1, share: number): Pass {
  return {
    cost: 1,
    share,
    filter(selection, count) {
      let kept = 0;
      for (let at = 0; at < count; at++) {
        const slot = selection[at] as number;
        selection[kept] = slot;
        kept += Number(((words[slot] as number) & bits) !== 0) ^ flip;
      }
      return kept;
    },
    mark(selection, count, marks) {
      for (let at = 0; at < count; at++)
        marks[at] = Number(((words[selection[at] as number] as number) & bits) !== 0) ^ flip;
    },
  };
}

/** A condition that is asked slot by slot. */
export function eachSlot(holds: (slot: number) => boolean): Pass {
  return {
    cost: 20,
    share: 0.3,
    filter(selection, count) {
      let kept = 0;
      for (let at = 0; at < count; at++) {
        const slot = selection[at] as number;
        if (holds(slot)) selection[kept++] = slot;
      }
      return kept;
    },
    mark(selection, count, marks) {
      for (let at = 0; at < count; at++) marks[at] = Number(holds(selection[at] as number));
    },
  };
}

/** All of several conditions: those first that are cheap and rare. */
export function allOf(parts: readonly Pass[], most: number): Pass {
  const passes = [...parts].sort((a, b) => rank(a) - rank(b));
  const others = new Uint8Array(most);
  const [first, ...rest] = passes;
  const select = first?.select?.bind(first);
  return {
    ...total(parts),
    share: parts.reduce((share, part) => share * part.share, 1),
    ...(select && {
      select(start, end, selection) {
        let kept = select(start, end, selection);
        for (const pass of rest) kept = pass.filter(selection, kept);
        return kept;
      },
    }),
    filter(selection, count) {
      let kept = count;
      for (const pass of passes) kept = pass.filter(selection, kept);
      return kept;
    },
    mark(selection, count, marks) {
      marks.fill(1, 0, count);
      for (const pass of passes) {
        pass.mark(selection, count, others);
        for (let at = 0; at < count; at++) (marks[at] as number) &= others[at] as number;
      }
    },
  };
}

/** One of several conditions. */
export function anyOf(parts: readonly Pass[], most: number): Pass {
  const own = new Uint8Array(most);
  const others = new Uint8Array(most);
  function mark(selection: Uint32Array, count: number, marks: Uint8Array): void {
    const [first, ...rest] = parts;
    if (first === undefined) marks.fill(0, 0, count);
    else first.mark(selection, count, marks);
    for (const part of rest) {
      part.mark(selection, count, others);
      for (let at = 0; at < count; at++) (marks[at] as number) |= others[at] as number;
    }
  }
  return {
    ...total(parts),
    share: 1 - parts.reduce((share, part) => share * (1 - part.share), 1),
    filter(selection, count) {
      mark(selection, count, own);
      let kept = 0;
      for (let at = 0; at < count; at++) {
        selection[kept] = selection[at] as number;
        kept += own[at] as number;
      }
      return kept;
    },
    mark,
  };
}

const total = (parts: readonly Pass[]): { readonly cost: number } => ({
  cost: parts.reduce((sum, { cost }) => sum + cost, 0),
});

/** What a condition costs for each slot that it spares those behind it. */
const rank = ({ cost, share }: Pass): number => cost / Math.max(1 - share, 0.001);
