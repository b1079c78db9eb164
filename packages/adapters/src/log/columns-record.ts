import { visitVersions } from '../engine/book.js';
import { type ColumnSnapshot, snapshotOf } from '../engine/columns/snapshot.js';
import { formatSeq } from '../engine/seq.js';
import type { Version } from '../engine/version.js';
import { eachInSlices } from '../slices.js';
import type { Log } from './log.js';
import type { Meta } from './meta.js';
import { encodeSegment, type Segment } from './segment.js';
import { answerOf, transact } from './shelf.js';

/**
 * The columns of a whole book as they were with a commit: what the first questions are answered from when it is next
 * opened. It repeats what the log says, so that without it nothing is lost but time.
 */
export interface ColumnsRecord {
  readonly format: 1;
  /** Which book, of which schema: another one's columns mean nothing. */
  readonly born: string;
  readonly schema: number;
  readonly commit: number;
  /** The segments that the places of rows refer to, as `[commit, part]`. */
  readonly segments: ReadonlyArray<readonly [commit: number, part: number]>;
  readonly collections: readonly ColumnSnapshot[];
  /** Rows that were looked at lately, in full. */
  readonly recent: readonly Segment[];
}

/** The place of a row whose segment is not known. */
export const NO_PLACE = 2 ** 32 - 1;

/**
 * Columns are made anew when so much was written behind them that opening would notice: to put a row into them costs
 * little, to make them for a large book costs a second.
 */
const COMMITS_BEHIND = 512;
const LEAST_ROWS_BEHIND = 1000;
const MOST_ROWS_BEHIND = 4000;
const PART_BEHIND = 0.02;

/** The columns of a log as this handle keeps them. */
export interface Columns {
  /** Makes and keeps them when there are none, or too much has been written since. */
  keepWhenDue(): Promise<void>;
  /** Says that they are gone, as they are with every erasure. */
  forget(): void;
}

/** Columns for a book of at least so many rows. `kept` are those that were found when it was opened. */
export function columnsOf(
  log: Log,
  recent: () => Iterable<Version>,
  fromRows: number,
  kept: Pick<ColumnsRecord, 'commit'> | undefined,
): Columns {
  const { book } = log;
  let commit = kept?.commit ?? -1;
  let making: Promise<void> | undefined;

  function isDue(): boolean {
    let live = 0;
    for (const collection of book.collections.values()) live += collection.live;
    if (live < fromRows || book.head === commit) return false;
    if (commit < 0 || book.head - commit > COMMITS_BEHIND) return true;
    const most = Math.min(Math.max(LEAST_ROWS_BEHIND, live * PART_BEHIND), MOST_ROWS_BEHIND);
    let rows = 0;
    visitVersions(book, formatSeq(commit), () => ++rows <= most);
    return rows > most;
  }

  async function keep(): Promise<void> {
    const record = await makeColumnsRecord(log, recent);
    if (record !== undefined && (await keepColumns(log, record))) commit = record.commit;
  }

  return {
    async keepWhenDue() {
      if (making === undefined && isDue())
        making = keep().finally(() => {
          making = undefined;
        });
      await making;
    },
    forget() {
      commit = -1;
    },
  };
}

/** Makes the record from a book, in slices; undefined when rows have changed meanwhile. */
async function makeColumnsRecord(
  { book, places, born, schema }: Log,
  recent: () => Iterable<Version>,
): Promise<ColumnsRecord | undefined> {
  const commit = book.head;
  const segments: (readonly [number, number])[] = [];
  const numbers = new Map<number, number>();
  const placeOf = ({ place }: Version): number => {
    let number = numbers.get(place);
    if (number === undefined) {
      const segment = places.at(place);
      number = segment === undefined ? NO_PLACE : segments.push([segment.commit, segment.part]) - 1;
      numbers.set(place, number);
    }
    return number;
  };
  const collections: ColumnSnapshot[] = [];
  for (const collection of book.collections.values()) {
    if (collection.live === 0) continue;
    const steps = snapshotOf(collection, placeOf);
    let made: ColumnSnapshot | undefined;
    await eachInSlices(
      (function* () {
        made = yield* steps;
      })(),
      () => undefined,
      { every: 1 },
    );
    if (made === undefined || book.head !== commit) return undefined;
    collections.push(made);
  }
  const looked = [...recent()];
  return {
    format: 1,
    born,
    schema,
    commit,
    segments,
    collections,
    recent: looked.length > 0 ? [encodeSegment(looked, 0, ({ row }) => JSON.stringify(row.data), undefined)] : [],
  };
}

/**
 * Keeps a record instead of the one before. Only when the log ends with its commit: then nothing can have been erased that it
 * still has. Answers whether it was kept.
 */
function keepColumns({ shelf, keys }: Log, record: ColumnsRecord): Promise<boolean> {
  return transact(shelf, 'readwrite', 'relaxed', async (store) => {
    const [behind, meta] = await Promise.all([
      answerOf(store.count(keys.behind(record.commit))),
      answerOf(store.get(keys.meta)) as Promise<Meta | undefined>,
    ]);
    // What stands behind the last commit is the meta.
    if (behind !== 1 || meta?.born !== record.born || meta.schema !== record.schema) return false;
    store.delete(keys.allColumns);
    await answerOf(store.put(record, keys.columns(record.commit)));
    return true;
  });
}
