import type { Need } from './chapter.js';
import type { Mishap } from './means.js';

/** Data that outlives its handle. */
export const survivesClosing: Need = ({ durable }) => (durable === 'none' ? 'it keeps nothing' : undefined);

/** Several handles on the same data. */
export const severalHandles: Need = ({ shared }) =>
  shared === 'handle' ? 'its data belongs to one handle' : undefined;

/** Counts and sums by group. */
export const answersTallies: Need = ({ tallies }) => (tallies ? undefined : 'it answers no tallies');

/** Words that find rows. */
export const answersSearch: Need = ({ search }) => (search ? undefined : 'it does not search');

/** A dump that can be put back. */
export const restores: Need = ({ restore }) => (restore ? undefined : 'it does not restore');

/** Batches over several collections. */
export const atomicDatabase: Need = ({ atomic }) =>
  atomic === 'database' ? undefined : 'its batches are atomic within a collection';

/** Rows of at least so many bytes. */
export const rowsOf =
  (bytes: number): Need =>
  ({ limits }) =>
    limits.rowBytes >= bytes ? undefined : `its rows have at most ${limits.rowBytes} bytes`;

/** Limits small enough to go beyond them. */
export const limitWithin =
  (limit: 'batchOps' | 'rowBytes' | 'pageRows', most: number): Need =>
  ({ limits }) =>
    limits[limit] <= most ? undefined : `its limit ${limit} is too large to be reached`;

/** A feed with an end. */
export const forgetsHistory: Need = ({ limits }) =>
  limits.feedDays === null ? 'its feed is never trimmed' : undefined;

/** A handle as after a crash. */
export const canReopen: Need = (_, { reopen }) => (reopen ? undefined : 'no means to reopen without closing');

/** A look at what is stored. */
export const canRead: Need = (_, { bytes }) => (bytes ? undefined : 'no means to read what is stored');

/** A feed that can be made to forget. */
export const canTrim: Need = (_, { trim }) => (trim ? undefined : 'no means to trim the feed');

/** A process to kill. */
export const canKill: Need = (_, { kill }) => (kill ? undefined : 'no means to kill a process');

/** Storage in which this goes wrong on demand. */
export const canFail =
  (...mishaps: readonly Mishap[]): Need =>
  (_, { fault }) => {
    if (fault === undefined) return 'no means to make the storage fail';
    const missing = mishaps.find((mishap) => !fault.mishaps.includes(mishap));
    return missing === undefined ? undefined : `no means for a call that ${wordsFor[missing]}`;
  };

const wordsFor: Readonly<Record<Mishap, string>> = {
  fails: 'fails',
  aborts: 'undoes its transaction',
  quota: 'finds no space',
  'connection lost': 'loses the connection',
  'answer lost': 'loses the answer',
  slow: 'is slow',
};
