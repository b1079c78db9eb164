import { type Decision, decisionOf } from '../engine/book.js';
import type { Version } from '../engine/version.js';
import { type Restoration, restoredVersions } from '../working-set/restoration.js';
import { append } from './append.js';
import type { Log } from './log.js';
import { contentText, encodeSegment, SEGMENT_ROWS, type Segment } from './segment.js';
import { answerOf } from './shelf.js';

/**
 * Makes the book that of a dump, in one transaction: nothing is staged anywhere that could be left behind. Each segment
 * is made while the one before is being stored, so that no more than one is in memory and the page stays alive.
 */
export function restoreLog(log: Log, restoration: Restoration, mark: string, isRepeated: boolean): Promise<Decision> {
  const { book, keys } = log;
  return append<void, Decision>(log, {
    durability: 'strict',
    mark,
    isRepeated,
    begin: async () => undefined,
    async put(store) {
      const versions: Version[] = [];
      const segments: Pick<Segment, 'commit' | 'part' | 'rows'>[] = [];
      for (const some of inPortions(restoredVersions(book, restoration))) {
        const segment = encodeSegment(some, segments.length, contentText, mark);
        await answerOf(store.put(segment, keys.segment(segment.commit, segment.part)));
        segments.push({ commit: segment.commit, part: segment.part, rows: segment.rows });
        for (const version of some) versions.push(version);
      }
      return { ...decisionOf(book, versions), segments };
    },
  });
}

function* inPortions(versions: Iterable<Version>): Generator<readonly Version[], void, undefined> {
  let some: Version[] = [];
  for (const version of versions) {
    some.push(version);
    if (some.length < SEGMENT_ROWS) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
