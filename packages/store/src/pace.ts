/** About so long a slice of long work should take, in milliseconds: well below the 50 after which a page feels stuck. */
const AIM = 8;
/** What comes first is slow: nothing of it has run before. */
const FIRST = 16;
/** Fewer would not help: where so few take too long, it is the waiting for a storage far away, or a machine that is busy. */
const LEAST = 16;

/** How much of some long work the next slice takes, by the time the last one took. */
export interface Pace {
  /** So many rows; at most as many as were allowed. */
  readonly rows: number;
  /** Begins a slice. */
  begin(): void;
  /** Ends it: what comes next is larger, at most twice as large, or smaller. */
  end(): void;
}

/** The pace of work that takes so many rows at most in one slice, and few at first. */
export function newPace(most: number): Pace {
  let rows = Math.min(FIRST, most);
  let began = performance.now();
  return {
    get rows() {
      return rows;
    },
    begin() {
      began = performance.now();
    },
    end() {
      const factor = Math.min(2, AIM / Math.max(0.1, performance.now() - began));
      rows = Math.min(most, Math.max(LEAST, Math.floor(rows * factor)));
    },
  };
}
