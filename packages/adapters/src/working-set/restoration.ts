import type { Capabilities, DumpedRow, RowData } from '../adapter.js';
import { checkId } from '../engine/batch.js';
import { type Book, collectionOf } from '../engine/book.js';
import { plainCopy } from '../engine/plain.js';
import { formatSeq } from '../engine/seq.js';
import { contentVersion, emptyVersion, type Version } from '../engine/version.js';
import { StorageFault } from '../fault.js';
import { slices } from '../slices.js';

/** The rows of a dump, checked and copied: by collection, then by id. */
export type Restoration = ReadonlyMap<string, ReadonlyMap<string, RestoredRow>>;

interface RestoredRow {
  readonly rev: number;
  /** Undefined for a tombstone. */
  readonly data: RowData | undefined;
}

/** Reads a dump to its end, in slices. Rejects with what the dump throws, and with `invalid` for a row that is none or comes twice. */
export async function collectDump(
  dump: AsyncIterable<DumpedRow>,
  { rowBytes }: Capabilities['limits'],
): Promise<Restoration> {
  const restoration = new Map<string, Map<string, RestoredRow>>();
  const pause = slices();
  for await (const { c, row } of dump) {
    checkId(c, row.id);
    let rows = restoration.get(c);
    if (rows === undefined) {
      rows = new Map();
      restoration.set(c, rows);
    }
    if (rows.has(row.id)) throw invalid(`${c}/${row.id} is there twice`);
    if (!Number.isSafeInteger(row.rev) || row.rev < 1)
      throw invalid(`${c}/${row.id} is of revision ${row.rev}; they are whole numbers from 1 on`);
    rows.set(row.id, { rev: row.rev, data: row.deleted ? undefined : plainCopy(row.data, rowBytes) });
    await pause();
  }
  return restoration;
}

/**
 * What makes a book that of a dump, as one commit behind its head: every row of the dump, at a revision above the one
 * it had there and the one it has here, and a tombstone for each row that is not in the dump.
 */
export function* restoredVersions(book: Book, restoration: Restoration): Generator<Version, void, undefined> {
  const seq = formatSeq(book.head + 1);
  for (const [c, rows] of restoration) {
    const { versions } = collectionOf(book, c);
    for (const [id, { rev, data }] of rows) {
      const next = Math.max(rev, versions.get(id)?.row.rev ?? 0) + 1;
      yield data === undefined
        ? emptyVersion(c, id, next, seq, false, undefined)
        : contentVersion(c, id, next, seq, data, undefined);
    }
  }
  for (const { name: c, versions } of book.collections.values()) {
    const rows = restoration.get(c);
    for (const { row } of versions.values())
      if (!row.deleted && !rows?.has(row.id)) yield emptyVersion(c, row.id, row.rev + 1, seq, false, undefined);
  }
}

const invalid = (detail: string): StorageFault =>
  new StorageFault({ kind: 'invalid', detail: `this dump cannot be restored: ${detail}.` });
