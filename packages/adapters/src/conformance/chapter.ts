import type { Capabilities, OpenOptions, StorageAdapter } from '../adapter.js';

/** What a case works with: fresh, empty storage of its own. */
export interface Stand {
  readonly capabilities: Capabilities;
  /** Opens a handle on the storage of this case; a second call is a second handle on the same. */
  open(options?: Partial<OpenOptions>): Promise<StorageAdapter>;
  /** A handle that is not open yet. */
  handle(): StorageAdapter;
  /** The seed of this run, for cases that make up their input. */
  readonly seed: number;
}

/** One thing an adapter has to do. The title begins with the promise it checks. */
export interface Case {
  readonly title: string;
  /** Why it does not apply to an adapter of these capabilities; undefined when it does. */
  notFor(capabilities: Capabilities): string | undefined;
  run(stand: Stand): Promise<void>;
}

/** The cases about one matter. */
export interface Chapter {
  readonly title: string;
  readonly cases: readonly Case[];
}

/** What a case asks of an adapter before it applies. */
export type Need = (capabilities: Capabilities) => string | undefined;

/** A case for every adapter, or for those that meet the needs. */
export function promise(title: string, run: (stand: Stand) => Promise<void>, ...needs: readonly Need[]): Case {
  return {
    title,
    run,
    notFor: (capabilities) => needs.map((need) => need(capabilities)).find((reason) => reason !== undefined),
  };
}

/** Data that outlives its handle. */
export const survivesClosing: Need = ({ durable }) => (durable === 'none' ? 'it keeps nothing' : undefined);

/** Several handles on the same data. */
export const severalHandles: Need = ({ shared }) =>
  shared === 'handle' ? 'its data belongs to one handle' : undefined;

/** Counts and sums by group. */
export const answersTallies: Need = ({ tallies }) => (tallies ? undefined : 'it answers no tallies');

/** Batches over several collections. */
export const atomicDatabase: Need = ({ atomic }) =>
  atomic === 'database' ? undefined : 'its batches are atomic within a collection';
