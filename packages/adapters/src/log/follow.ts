import type { Version } from '../engine/version.js';
import { eachInSlices } from '../slices.js';
import type { Log } from './log.js';
import { readTail, type Tail } from './meta.js';
import { decodeSegment, type Segment } from './segment.js';
import { transact } from './shelf.js';

const PAGE = 24;

/** Reads the whole log into an empty book, page by page. */
export async function load(log: Log): Promise<void> {
  // Nobody reads the book yet, so it may be seen half full.
  for await (const segments of segmentsBehind(log, 0))
    for (const { versions } of await readAll(log, segments)) await log.apply(versions);
}

/** Applies what other handles have appended, all of it at once; answers the segments it was in. */
export async function follow(log: Log): Promise<readonly Read[]> {
  const read: Read[] = [];
  for await (const segments of segmentsBehind(log, log.book.head)) read.push(...(await readAll(log, segments)));
  await log.apply(read.flatMap(({ versions }) => versions));
  return read;
}

/** A segment with what is in it. */
export interface Read {
  readonly segment: Segment;
  readonly versions: readonly Version[];
}

/**
 * The segments behind a commit. Each page is a transaction of its own: what another handle writes or folds meanwhile
 * only moves rows to segments that are still to come, or repeats some.
 */
async function* segmentsBehind(log: Log, commit: number): AsyncGenerator<readonly Segment[], void, undefined> {
  const { shelf, keys } = log;
  const readPage = (range: IDBKeyRange) =>
    log.steadily(() => transact(shelf, 'readonly', 'relaxed', (store) => readTail(store, range, PAGE, log)));
  let next: Promise<Tail> | undefined = readPage(keys.behind(commit));
  while (next !== undefined) {
    const { segments, meta }: Tail = await next;
    const last = segments.at(-1);
    // The next page is on its way while this one is decoded; whether it fails is seen when its turn comes.
    next = last === undefined || meta !== undefined ? undefined : readPage(keys.after(last.commit, last.part));
    next?.catch(() => undefined);
    yield segments;
  }
}

async function readAll({ fold }: Log, segments: readonly Segment[]): Promise<readonly Read[]> {
  const read: Read[] = [];
  const readOne = (segment: Segment): void => {
    const versions = decodeSegment(segment);
    fold.add(segment, versions);
    read.push({ segment, versions });
  };
  await eachInSlices(segments, readOne, { every: 1 });
  return read;
}
