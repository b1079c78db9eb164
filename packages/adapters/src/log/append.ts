import { commitOf, type Decision } from '../engine/book.js';
import { StorageFault } from '../fault.js';
import { follow, type Read } from './follow.js';
import type { Log } from './log.js';
import { type Meta, readTail } from './meta.js';
import { noteAll } from './places.js';
import { decodeSegment, type Segment } from './segment.js';
import { type Durability, transact } from './shelf.js';

/** What is to be appended, tried as often as it takes. */
export interface Addition<Early, Answer extends object> {
  readonly durability: Durability;
  /** Written into its segments: a handle that lost its connection knows by it whether they got through. */
  readonly mark: string;
  /** It was tried before, with an outcome that nobody knows, and nothing but the mark can tell. */
  readonly isRepeated: boolean;
  /** Begins what is to be read inside the transaction besides the end of the log. */
  begin(store: IDBObjectStore): Promise<Early>;
  /** Decides and puts segments, inside the transaction: it may await requests of the store and nothing else. */
  put(store: IDBObjectStore, meta: Meta, early: Early): Promise<Answer | Appended>;
}

/** A decision that is stored. */
export interface Appended extends Decision {
  readonly segments: ReadonlyArray<Pick<Segment, 'commit' | 'part' | 'rows'>>;
}

/** So many segments of other handles are applied inside the transaction; more are followed before it. */
const TAIL_SEGMENTS = 4;
const TAIL_ROWS = 500;

/**
 * Appends in one transaction: reads the end of the log, applies what other handles have appended, and lets the addition
 * decide on that. Whoever else wants to write waits for it to end, in whatever tab.
 */
export async function append<Early, Answer extends object>(
  log: Log,
  addition: Addition<Early, Answer>,
): Promise<Answer | Decision> {
  for (;;) {
    const outcome = await transact(log.shelf, 'readwrite', addition.durability, (store) => tryIn(store, log, addition));
    if (outcome !== undefined) {
      if ('segments' in outcome) noteAll(log.fold.add, outcome.segments, outcome.versions);
      return outcome;
    }
    const own = ownAmong(await follow(log), addition);
    if (own !== undefined) return own;
  }
}

/** Answers undefined when the book is too far behind. */
async function tryIn<Early, Answer extends object>(
  store: IDBObjectStore,
  log: Log,
  addition: Addition<Early, Answer>,
): Promise<Answer | Decision | Appended | undefined> {
  const { book, keys } = log;
  const [{ segments: tail, meta }, early] = await Promise.all([
    readTail(store, keys.behind(book.head), TAIL_SEGMENTS, log),
    addition.begin(store),
  ]);
  if (meta === undefined || tail.reduce((sum, { rows }) => sum + rows, 0) > TAIL_ROWS) return undefined;
  const read = tail.map((segment): Read => ({ segment, versions: decodeSegment(segment) }));
  for (const { segment, versions } of read) log.fold.add(segment, versions);
  // So few are put in place at once: the transaction does not wait for anything else.
  await log.apply(read.flatMap(({ versions }) => versions));
  return ownAmong(read, addition) ?? addition.put(store, meta, early);
}

/** What an addition came to that got through before the connection was lost. Its versions are in place. */
function ownAmong(
  read: readonly Read[],
  { mark, isRepeated }: Pick<Addition<unknown, object>, 'mark' | 'isRepeated'>,
): Decision | undefined {
  const own = read.flatMap(({ segment, versions }) => (segment.mark === mark ? versions : []));
  if (own.length > 0) return { versions: [], commit: commitOf(own[0]?.row.seq ?? '', own) };
  // Another handle has folded meanwhile, and the mark may have gone with it.
  if (isRepeated && read.some(({ segment }) => segment.mark === undefined))
    throw new StorageFault({ kind: 'unavailable', applied: 'unknown' });
  return undefined;
}
