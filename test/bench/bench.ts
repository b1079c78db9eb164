/** Something that is measured against something else, in one page. */
export interface Bench {
  readonly title: string;
  /** How much data it works on, in words. */
  readonly size: string;
  /** Makes what the cases need, unmeasured. */
  prepare?(): Promise<void>;
  readonly cases: readonly BenchCase[];
}

/** One comparison. Its two sides run in turns, round by round, and their medians are compared. */
export interface BenchCase {
  readonly name: string;
  /** Rounds; 5 when left out. */
  readonly rounds?: number;
  /** The most that the subject may cost, as a part of the baseline. */
  readonly most?: number;
  /** The most CPU time that the subject may take, in milliseconds: for what a plan has promised outright. */
  readonly mostCpu?: number;
  /** The longest that the subject may hold the main thread, in milliseconds. */
  readonly mostBlock?: number;
  /** Runs before each side of each round, unmeasured. */
  before?(): Promise<void>;
  readonly subject: Side;
  readonly baseline?: Side;
}

/** What is measured. How often it repeats its work is its own business: 2 ms and less cannot be told from nothing. */
export type Side = () => Promise<unknown>;
