/** One of those that are measured side by side: Kith, another library, or a loop by hand. Each runs in a page or process of its own. */
export interface Contender {
  /** Gets ready for so many rows, unmeasured. */
  prepare(rows: number): Promise<void>;
  /** What is measured, by the keys of parts.mjs. */
  readonly lines: Readonly<Record<string, Line>>;
  /** What every contender has to answer alike before costs mean anything; plain JSON. */
  answers(): Promise<unknown>;
}

/** One thing that is measured. */
export interface Line {
  /** Runs before each round, unmeasured. */
  before?(): Promise<void>;
  /**
   * The work of one turn. Turns count on through all rounds, so that questions can differ from turn to turn and nobody
   * answers from a cache. A number that it answers is the milliseconds of its own clock, where not all of the turn counts.
   */
  work(turn: number): unknown;
}
