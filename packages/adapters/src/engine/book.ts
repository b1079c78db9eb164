import type { Change, ChangePage, CollectionShape, Commit, Expect, Row, RowData, Seq } from '../adapter.js';
import { StorageFault } from '../fault.js';
import type { Step } from './batch.js';
import { type Collection, createCollection, setVersion, versionOf } from './collection.js';
import { appendToFeed, createFeed, type Feed, markStale, type Version, visitFeed } from './feed.js';
import { formatSeq, parseSeq } from './seq.js';

/** All that is in memory of one tenant. */
export interface Book {
  readonly shapes: Readonly<Record<string, CollectionShape>>;
  readonly collections: Map<string, Collection>;
  readonly feed: Feed;
  /** The number of the last step in the feed. */
  head: number;
}

/** What a batch comes to when it is as expected. */
export interface Decision {
  readonly versions: readonly Version[];
  readonly commit: Commit;
}

const NO_DATA: RowData = Object.freeze({});

/** A book without rows. */
export function createBook(shapes: Readonly<Record<string, CollectionShape>>): Book {
  const book: Book = { shapes, collections: new Map(), feed: createFeed(), head: 0 };
  for (const name of Object.keys(shapes)) collectionOf(book, name);
  return book;
}

/** A collection of the book; one that nobody declared has no indexes. */
export function collectionOf(book: Book, name: string): Collection {
  let collection = book.collections.get(name);
  if (collection === undefined) {
    collection = createCollection(name, Object.hasOwn(book.shapes, name) ? book.shapes[name] : undefined);
    book.collections.set(name, collection);
  }
  return collection;
}

/** Decides a batch against the rows as they are, and changes nothing. Throws `conflict` for the first row that is not as expected. */
export function decide(book: Book, steps: readonly Step[], origin: string | undefined): Decision {
  const versions: Version[] = [];
  for (const { kind, c, id, expect, data } of steps) {
    const collection = collectionOf(book, c);
    const last = versionOf(collection, id);
    const actual = collection.rows.get(id);
    if (!isAsExpected(actual, expect)) throw new StorageFault({ kind: 'conflict', c, id, actual: actual ?? null });
    if (kind === 'check') continue;
    // Deleting what is not there, and erasing what nobody knew, is done already.
    if (kind === 'delete' && (actual === undefined || actual.deleted)) continue;
    if (kind === 'purge' && actual === undefined) continue;
    const rev = (last?.rev ?? 0) + 1;
    const seq = formatSeq(book.head + versions.length + 1);
    versions.push({
      c,
      row: kind === 'put' ? liveRow(id, rev, seq, data) : tombstone(id, rev, seq),
      purged: kind === 'purge',
      origin,
    });
  }
  return { versions, commit: commitOf(formatSeq(book.head + versions.length), versions) };
}

function commitOf(seq: Seq, versions: readonly Version[]): Commit {
  return Object.freeze({
    seq,
    replayed: false,
    rows: Object.freeze(versions.map(({ c, row }) => Object.freeze({ c, id: row.id, rev: row.rev }))),
  });
}

function isAsExpected(actual: Row | undefined, expect: Expect): boolean {
  switch (expect) {
    case 'any':
      return true;
    case 'absent':
      return actual === undefined || actual.deleted === true;
    case 'present':
      return actual !== undefined && !actual.deleted;
    default:
      return actual?.rev === expect.rev;
  }
}

/** A row with content. `data` is frozen already. */
export const liveRow = (id: string, rev: number, seq: Seq, data: RowData): Row => Object.freeze({ id, rev, seq, data });

/** What stays of a row that was deleted or erased. */
export const tombstone = (id: string, rev: number, seq: Seq): Row =>
  Object.freeze({ id, rev, seq, deleted: true, data: NO_DATA });

/** Puts a version in place, unless a later one of that row is already there. */
export function applyVersion(book: Book, version: Version): void {
  const { c, row, purged } = version;
  const collection = collectionOf(book, c);
  const last = versionOf(collection, row.id);
  if (last !== undefined && last.rev >= row.rev) return;
  setVersion(collection, row, purged);
  appendToFeed(book.feed, version);
  if (last !== undefined) markStale(book.feed, last.seq, (entry) => isCurrent(book, entry));
  book.head = Math.max(book.head, parseSeq(row.seq));
}

/** Whether a step of the feed is still the newest of its row. */
export const isCurrent = (book: Book, { c, row }: Version): boolean => versionOf(collectionOf(book, c), row.id) === row;

/** The newest version of every row, in the order of the feed. */
export function currentVersions(book: Book): readonly Version[] {
  const versions: Version[] = [];
  visitFeed(
    book.feed,
    '',
    (version) => isCurrent(book, version),
    (version) => versions.push(version) > 0,
  );
  return versions;
}

/** A stretch of the feed. A place behind the head belongs to a book that is no more: `feed-trimmed`. */
export function readChanges(book: Book, since: Seq, limit: number): ChangePage {
  if (!Number.isSafeInteger(limit) || limit < 1)
    throw new StorageFault({ kind: 'invalid', detail: `${limit} changes are no page. Ask for one or more.` });
  if (parseSeq(since) > book.head) throw new StorageFault({ kind: 'feed-trimmed', oldest: '' });
  const changes: Change[] = [];
  let more = false;
  visitFeed(
    book.feed,
    since,
    (entry) => isCurrent(book, entry),
    (entry) => {
      more = changes.length === limit;
      if (!more) changes.push(changeOf(entry));
      return !more;
    },
  );
  const last = changes.at(-1);
  return { changes, next: more && last !== undefined ? last.seq : formatSeq(book.head), more };
}

function changeOf({ c, row, purged, origin }: Version): Change {
  const change = { seq: row.seq, c, id: row.id, rev: row.rev, deleted: row.deleted === true, row: purged ? null : row };
  return origin === undefined ? change : { ...change, origin };
}
