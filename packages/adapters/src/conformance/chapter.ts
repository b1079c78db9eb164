import type { Capabilities, OpenOptions, StorageAdapter } from '../adapter.js';
import type { FaultyStorage, Means, Mishap, Victim } from './means.js';

/** What a case works with: fresh, empty storage of its own. */
export interface Stand {
  readonly capabilities: Capabilities;
  /** Opens a handle on the storage of this case; a second call is a second handle on the same. */
  open(options?: Partial<OpenOptions>): Promise<StorageAdapter>;
  /** A handle that is not open yet. */
  handle(): StorageAdapter;
  /** Opens a handle as after a crash, when the handles before were never closed. */
  reopen(options?: Partial<OpenOptions>): Promise<StorageAdapter>;
  /** Storage that goes wrong on demand. The options are those with which its handle is to be opened. */
  faulty(options?: Partial<OpenOptions>): FaultyStand;
  /** All that is stored, raw, as one text. */
  bytes(): Promise<string>;
  /** Forgets the history of the feed. */
  trim(): Promise<void>;
  /** A process that writes until it is killed. */
  victim(): Promise<Victim>;
  /** Which mishaps the faulty storage knows. */
  readonly mishaps: readonly Mishap[];
  /** The same stand over other storage that is empty. */
  anew(): Stand;
  /** The seed of this run, for cases that make up their input. */
  readonly seed: number;
}

/** Faulty storage whose handle is opened like any other of the case. */
export interface FaultyStand extends FaultyStorage {
  open(): Promise<void>;
}

/** One thing an adapter has to do. The title begins with the promise it checks. */
export interface Case {
  readonly title: string;
  /** Why it does not apply to an adapter of these capabilities; undefined when it does. */
  notFor(capabilities: Capabilities, means?: Means): string | undefined;
  run(stand: Stand): Promise<void>;
}

/** The cases about one matter. */
export interface Chapter {
  readonly title: string;
  readonly cases: readonly Case[];
}

/** What a case asks of an adapter, and of the means its author offers, before it applies. */
export type Need = (capabilities: Capabilities, means: Means) => string | undefined;

/** A case for every adapter, or for those that meet the needs. */
export function promise(title: string, run: (stand: Stand) => Promise<void>, ...needs: readonly Need[]): Case {
  return {
    title,
    run,
    notFor: (capabilities, means = {}) =>
      needs.map((need) => need(capabilities, means)).find((reason) => reason !== undefined),
  };
}
