import type { StorageAdapter } from '../adapter.js';

/** What can go wrong at a call to the storage behind an adapter. */
export type Mishap =
  /** The call fails before it has done anything. */
  | 'fails'
  /** The transaction around it is undone. */
  | 'aborts'
  /** There is no space left. */
  | 'quota'
  /** The connection is gone with this call; over a new one all is well. */
  | 'connection lost'
  /** It was carried out, but its answer never comes. */
  | 'answer lost'
  /** It is answered late. */
  | 'slow';

/** Storage that goes wrong on demand, with a handle on it that is not open yet. */
export interface FaultyStorage {
  readonly adapter: StorageAdapter;
  /** From now on the call with this number (0 is the next one) goes wrong, and with `forGood` all that follow. */
  plan(call: number, mishap: Mishap, forGood?: boolean): void;
  /** How many calls there were since the plan at which it could have gone wrong. */
  calls(): number;
  /** Everything goes well again. */
  mend(): void;
}

/** A process of its own that carries out `writeUntilKilled`. */
export interface Victim {
  /** The highest number it has reported so far. */
  acknowledged(): number;
  /** Ends the process at once (SIGKILL), and resolves when it is gone. */
  kill(): Promise<void>;
}

/**
 * What the author of an adapter can offer to the suite besides a handle. Each is a power over the place where the data
 * lies. Where one is missing, the cases that need it are not applicable, and the score card says so.
 */
export interface Means {
  /** A handle on the place as after a crash: those before it are gone, and nobody has closed them. */
  reopen?(place: string): StorageAdapter | Promise<StorageAdapter>;
  /** Everything that is stored at a place, raw, as one text: records, tables, files. */
  bytes?(place: string): Promise<string>;
  /** Forgets the history of the feed of a place, as it happens after `feedDays`. */
  trim?(place: string): Promise<void>;
  /** Makes the storage fail, in the ways that are listed. */
  readonly fault?: { readonly mishaps: readonly Mishap[]; at(place: string): FaultyStorage };
  /** Starts a process that opens an adapter on the place (tenant `tenant`, schema 1) and runs `writeUntilKilled` with it. */
  kill?(place: string): Promise<Victim>;
}
