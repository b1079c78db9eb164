import type { RowData } from '../adapter.js';
import { commitOf, type Decision, decide } from '../engine/book.js';
import type { Version } from '../engine/version.js';
import { eachInSlices } from '../slices.js';
import type { Acceptance, Submission } from '../working-set/journal.js';
import { follow } from './follow.js';
import { type KeptCommit, keepCommit, replayOf } from './kept-commit.js';
import type { Log } from './log.js';
import { readTail } from './meta.js';
import { randomName } from './random-name.js';
import { decodeSegment, encodeSegments, type Segment } from './segment.js';
import { answerOf, transact } from './shelf.js';

/** A batch ready to be tried, as often as it takes. */
export interface Attempt {
  readonly submission: Submission;
  /** Written into its segments: a handle that lost its connection knows by it whether the batch got through. */
  readonly mark: string;
  textOf(version: Version): string;
}

/** So many segments of other handles are applied inside the transaction; more are followed before it. */
const TAIL_SEGMENTS = 4;
const TAIL_ROWS = 500;

/** Encodes the content of a batch beforehand, in slices: inside the transaction there is no time for it. */
export async function prepareAttempt(submission: Submission): Promise<Attempt> {
  const texts = new Map<RowData, string>();
  await eachInSlices(submission.steps, ({ kind, data }) => {
    if (kind === 'put') texts.set(data, JSON.stringify(data));
  });
  return {
    submission,
    mark: randomName(),
    textOf: ({ row }) => texts.get(row.data) ?? JSON.stringify(row.data),
  };
}

/**
 * Accepts a batch in one transaction: reads the end of the log, applies what other handles have appended, decides, and
 * appends. Whoever else wants to write waits for it to end, in whatever tab.
 */
export async function accept(log: Log, attempt: Attempt): Promise<Acceptance> {
  const { durability = 'relaxed' } = attempt.submission;
  for (;;) {
    const outcome = await transact(log.shelf, 'readwrite', durability, (store) => tryIn(store, log, attempt));
    if (outcome !== undefined) {
      if ('segments' in outcome) for (const segment of outcome.segments) log.fold.add(segment);
      return outcome;
    }
    await follow(log);
  }
}

type Outcome = Acceptance | (Decision & { readonly segments: readonly Segment[] });

/** Answers undefined when the book is too far behind. */
async function tryIn(
  store: IDBObjectStore,
  log: Log,
  { submission, mark, textOf }: Attempt,
): Promise<Outcome | undefined> {
  const { book, keys } = log;
  const { key, steps, origin } = submission;
  const [{ segments: tail, meta }, kept] = await Promise.all([
    readTail(store, keys.behind(book.head), TAIL_SEGMENTS, log),
    readKept(store, log, key),
  ]);
  if (meta === undefined || tail.reduce((sum, { rows }) => sum + rows, 0) > TAIL_ROWS) return undefined;
  const versions = tail.flatMap(decodeSegment);
  for (const segment of tail) log.fold.add(segment);
  // So few are put in place at once: the transaction does not wait for anything else.
  await log.apply(versions);
  const own = tail.filter((segment) => segment.mark === mark).flatMap(decodeSegment);
  if (own.length > 0) return { versions: [], commit: commitOf(own[0]?.row.seq ?? '', own) };
  if (kept !== undefined) return { replay: replayOf(kept) };
  const decision = decide(book, steps, origin);
  const segments = [...encodeSegments(decision.versions, textOf, mark)];
  for (const segment of segments) store.put(segment, keys.segment(segment.commit, segment.part));
  if (key !== undefined) store.put(keepCommit(decision.commit), keys.batch(key));
  if (decision.versions.some(({ purged }) => purged)) store.put({ ...meta, erase: true }, keys.meta);
  return { ...decision, segments };
}

async function readKept(
  store: IDBObjectStore,
  { keys }: Log,
  key: string | undefined,
): Promise<KeptCommit | undefined> {
  return key === undefined ? undefined : ((await answerOf(store.get(keys.batch(key)))) as KeptCommit | undefined);
}
