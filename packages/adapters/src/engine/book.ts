import type { Change, ChangePage, CollectionShape, Commit, Expect, Row, Seq } from '../adapter.js';
import { StorageFault } from '../fault.js';
import type { Step } from './batch.js';
import { type Collection, createCollection, derive, rowOf, setVersion } from './collection.js';
import { appendToFeed, createFeed, dropFromFeed, type Feed, visitFeed } from './feed.js';
import { formatSeq, parseSeq } from './seq.js';
import { contentVersion, emptyVersion, type Version } from './version.js';

/** All that is in memory of one tenant. */
export interface Book {
  readonly shapes: Readonly<Record<string, CollectionShape>>;
  readonly collections: Map<string, Collection>;
  readonly feed: Feed;
  /** Rows are being put in place, and nobody asks for them yet. */
  isLoading: boolean;
  /** The number of the last commit. */
  head: number;
}

/** What a batch comes to when it is as expected: its versions, which are not in place yet. */
export interface Decision {
  readonly versions: readonly Version[];
  readonly commit: Commit;
}

/** A book without rows, ready to be loaded. */
export function createBook(shapes: Readonly<Record<string, CollectionShape>>): Book {
  return { shapes, collections: new Map(), feed: createFeed(), isLoading: true, head: 0 };
}

/** Ends the loading of a book, in steps. */
export function* finishLoading(book: Book): Generator<void, void, undefined> {
  for (const collection of book.collections.values()) yield* derive(collection);
  book.isLoading = false;
}

/** A collection of the book; one that nobody declared has no indexes. */
export function collectionOf(book: Book, name: string): Collection {
  let collection = book.collections.get(name);
  if (collection === undefined) {
    collection = createCollection(
      name,
      Object.hasOwn(book.shapes, name) ? book.shapes[name] : undefined,
      !book.isLoading,
    );
    book.collections.set(name, collection);
  }
  return collection;
}

/** Decides a batch against the rows as they are, and changes nothing. Throws `conflict` for the first row that is not as expected. */
export function decide(book: Book, steps: readonly Step[], origin: string | undefined): Decision {
  const versions: Version[] = [];
  const next = formatSeq(book.head + 1);
  for (const step of steps) {
    const { c, id } = step;
    const collection = collectionOf(book, c);
    const actual = rowOf(collection, id);
    if (!isAsExpected(actual, step.expect)) throw new StorageFault({ kind: 'conflict', c, id, actual: actual ?? null });
    if (!writes(step, actual)) continue;
    const rev = (collection.versions.get(id)?.row.rev ?? 0) + 1;
    versions.push(
      step.kind === 'put'
        ? contentVersion(c, id, rev, next, step.data, origin)
        : emptyVersion(c, id, rev, next, step.kind === 'purge', origin),
    );
  }
  return decisionOf(book, versions);
}

/** The decision to put versions in place, which are of the commit behind the head; without any, it is that of the commit before. */
export const decisionOf = (book: Book, versions: readonly Version[]): Decision => ({
  versions,
  commit: commitOf(versions[0]?.row.seq ?? formatSeq(book.head), versions),
});

/** A step that finds its work done already writes nothing. */
function writes({ kind }: Step, actual: Row | undefined): boolean {
  switch (kind) {
    case 'put':
      return true;
    case 'delete':
      return actual !== undefined && !actual.deleted;
    case 'purge':
      return actual !== undefined;
    case 'check':
      return false;
  }
}

/** What a batch answers whose versions are these. */
export function commitOf(seq: Seq, versions: readonly Version[]): Commit {
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

/** Puts a version in place, unless it or a later one of that row is there already. */
export function applyVersion(book: Book, version: Version): void {
  const collection = collectionOf(book, version.c);
  const last = collection.versions.get(version.row.id);
  book.head = Math.max(book.head, parseSeq(version.row.seq));
  if (last !== undefined && last.row.rev >= version.row.rev) return;
  setVersion(collection, version);
  appendToFeed(book.feed, version);
  if (last !== undefined) dropFromFeed(book.feed, last, (each) => isCurrent(book, each));
}

const isCurrent = (book: Book, version: Version): boolean =>
  collectionOf(book, version.c).versions.get(version.row.id) === version;

/** Visits the newest version of every row behind a place, in the order of commits, until the visitor answers false. */
export function visitVersions(book: Book, since: Seq, visit: (version: Version) => boolean): void {
  visitFeed(book.feed, since, (version) => isCurrent(book, version), visit);
}

/**
 * A stretch of the feed, ended by the first whole commit that reaches the limit. A place behind the head belongs to a
 * book that is no more: `feed-trimmed`.
 */
export function readChanges(book: Book, since: Seq, limit: number): ChangePage {
  if (!Number.isSafeInteger(limit) || limit < 1)
    throw new StorageFault({ kind: 'invalid', detail: `${limit} changes are no page. Ask for one or more.` });
  if (parseSeq(since) > book.head) throw new StorageFault({ kind: 'feed-trimmed', oldest: '' });
  const changes: Change[] = [];
  let more = false;
  visitVersions(book, since, (version) => {
    more = changes.length >= limit && changes.at(-1)?.seq !== version.row.seq;
    if (!more) changes.push(changeOf(version));
    return !more;
  });
  const last = changes.at(-1);
  return { changes, next: more && last !== undefined ? last.seq : formatSeq(book.head), more };
}

function changeOf({ c, row, purged, origin }: Version): Change {
  const change = { seq: row.seq, c, id: row.id, rev: row.rev, deleted: row.deleted === true, row: purged ? null : row };
  return origin === undefined ? change : Object.assign(change, { origin });
}
