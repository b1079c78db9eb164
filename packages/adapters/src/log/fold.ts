import { type Book, visitVersions } from '../engine/book.js';
import { formatSeq, parseSeq } from '../engine/seq.js';
import type { Version } from '../engine/version.js';
import { eachInSlices } from '../slices.js';
import { type Keys, placeOfKey } from './keys.js';
import type { Meta } from './meta.js';
import { noteAll, type Places, type SegmentKey } from './places.js';
import { contentText, decodeSegment, encodeSegments, SEGMENT_ROWS, type Segment } from './segment.js';
import { answerOf, type Shelf, transact } from './shelf.js';

/** Keeps the log short: joins small segments, and writes those anew that hold mostly rows which are replaced by now. */
export interface Fold {
  /** Says that a segment is stored, and what is in it. */
  add(segment: Pick<Segment, 'commit' | 'part' | 'rows'>, versions: readonly Version[]): void;
  /** Says that content was erased: every segment that still holds a replaced row is to be written anew. */
  sweep(): void;
  /** Folds one stretch when there is one to fold; answers whether there may be more. */
  next(): Promise<boolean>;
  /** Folds all that `sweep` asked for. */
  finishSweep(): Promise<void>;
}

/** What is known of a stored segment without reading it. */
interface Known extends SegmentKey {
  readonly rows: number;
  /** The commit of its first row. */
  readonly first: number;
}

/** Commits behind the first one, up to and with the last: whole segments, of which none begins before. */
interface Stretch {
  readonly behind: number;
  readonly last: number;
}

const SMALL_SEGMENT = SEGMENT_ROWS / 2;
const MOST_SMALL_SEGMENTS = 64;
/** A segment is written anew when less than this part of it is current. */
const WORTH_KEEPING = 0.6;

/**
 * Folding for the log of one book. Other handles fold, too, and nobody tells: a stretch is written anew only when its
 * segments are still those that this handle knows, and no key is ever used for another segment. `catchUp` follows the log.
 */
export function folding(shelf: Shelf, keys: Keys, book: Book, places: Places, catchUp: () => Promise<unknown>): Fold {
  let known: Known[] = [];
  let planned: Stretch[] = [];
  let stored = 0;
  let isSweeping = false;

  function smallEnd(): Stretch | undefined {
    let first = known.length;
    while (first > 0 && (known[first - 1]?.rows ?? 0) < SMALL_SEGMENT) first--;
    const last = known.at(-1);
    return last !== undefined && known.length - first >= MOST_SMALL_SEGMENTS
      ? { behind: known[first - 1]?.commit ?? 0, last: last.commit }
      : undefined;
  }

  function countCurrent(): number {
    let count = 0;
    for (const { versions } of book.collections.values()) count += versions.size;
    return count;
  }

  /** The stretches whose current part is too small, by one pass over the feed. */
  function findWaste(worthKeeping: number): Stretch[] {
    const stretches: Stretch[] = [];
    const current = currentBySegment();
    let behind = 0;
    for (let at = 0; at < known.length; ) {
      // The segments of one commit go together, since the feed tells commits apart and no more.
      const last = known[at]?.commit ?? 0;
      let rows = 0;
      let kept = 0;
      for (; known[at]?.commit === last; at++) {
        rows += known[at]?.rows ?? 0;
        kept += current[at] ?? 0;
      }
      if (kept < rows * worthKeeping) {
        const before = stretches.at(-1);
        if (before?.last === behind) stretches[stretches.length - 1] = { behind: before.behind, last };
        else stretches.push({ behind, last });
      }
      behind = last;
    }
    return stretches;
  }

  function currentBySegment(): readonly number[] {
    const counts = known.map(() => 0);
    let at = 0;
    visitVersions(book, '', ({ row }) => {
      const commit = parseSeq(row.seq);
      while (at < known.length - 1 && (known[at]?.commit ?? 0) < commit) at++;
      counts[at] = (counts[at] ?? 0) + 1;
      return true;
    });
    return counts;
  }

  /** The segments of a stretch, with what they reach back over. */
  function segmentsOf({ behind, last }: Stretch): { readonly behind: number; readonly expected: readonly Known[] } {
    const expected = known.filter(({ commit }) => commit > behind && commit <= last);
    const reach = expected.reduce((least, { first }) => Math.min(least, first), last) - 1;
    return reach < behind ? segmentsOf({ behind: reach, last }) : { behind, expected };
  }

  async function foldStretch(stretch: Stretch): Promise<void> {
    const { last } = stretch;
    const { behind, expected } = segmentsOf(stretch);
    const versions: Version[] = [];
    visitVersions(
      book,
      formatSeq(behind),
      (version) => version.row.seq <= formatSeq(last) && versions.push(version) > 0,
    );
    // Parts are numbered on, so that no key comes twice, and a reader who is here comes to every row.
    const firstPart = expected.reduce((most, { part }) => Math.max(most, part), -1) + 1;
    const segments: Segment[] = [];
    const write = ({ part, ...segment }: Segment): void => {
      segments.push({ ...segment, part: firstPart + part });
    };
    await eachInSlices(encodeSegments(versions, contentText), write, { every: 1 });
    const range = keys.between(behind, last);
    const isFolded = await transact(shelf, 'readwrite', 'relaxed', async (store) => {
      if (!isSame((await answerOf(store.getAllKeys(range))).map(placeOfKey), expected)) return false;
      store.delete(range);
      // One after the other, so that the page stays alive.
      for (const segment of segments) await answerOf(store.put(segment, keys.segment(segment.commit, segment.part)));
      return true;
    });
    if (!isFolded) return resync();
    const behindIt = known.filter(({ commit }) => commit > last);
    known = known.filter(({ commit }) => commit <= behind);
    noteAll(add, segments, versions);
    known.push(...behindIt);
    stored = known.reduce((sum, { rows }) => sum + rows, 0);
  }

  /** Another handle has folded: looks what is there now, and plans anew. */
  async function resync(): Promise<void> {
    planned = [];
    await catchUp();
    const knownByKey = new Map(known.map((each) => [nameOf(each), each]));
    const found = await transact(shelf, 'readonly', 'relaxed', async (store) => {
      const there = (await answerOf(store.getAllKeys(keys.between(0, book.head)))).map(placeOfKey);
      return Promise.all(
        there.map(
          async (place): Promise<Known | Segment> =>
            knownByKey.get(nameOf(place)) ??
            ((await answerOf(store.get(keys.segment(place.commit, place.part)))) as Segment),
        ),
      );
    });
    const next: Known[] = [];
    const learn = (each: Known | Segment): void => {
      next.push('first' in each ? each : knownOf(each, decodeSegment(each)));
    };
    await eachInSlices(found, learn, { every: 1 });
    known = next;
    stored = known.reduce((sum, { rows }) => sum + rows, 0);
  }

  /** Takes the mark of an erasure away, when every segment is one that was looked at. */
  async function forgetErasure(): Promise<boolean> {
    return transact(shelf, 'readwrite', 'relaxed', async (store) => {
      const [there, meta] = await Promise.all([
        answerOf(store.getAllKeys(keys.between(0, book.head))),
        answerOf(store.get(keys.meta)) as Promise<Meta | undefined>,
      ]);
      if (!isSame(there.map(placeOfKey), known)) return false;
      if (meta?.erase !== true) return true;
      const { erase: _, ...rest } = meta;
      store.put(rest, keys.meta);
      return true;
    });
  }

  async function next(): Promise<boolean> {
    if (planned.length === 0 && isSweeping) {
      planned = findWaste(1);
      if (planned.length === 0) {
        if (await forgetErasure()) isSweeping = false;
        else await resync();
        return true;
      }
    }
    if (planned.length === 0) {
      const end = smallEnd();
      if (end !== undefined) planned = [end];
      else if (stored > countCurrent() * 1.5 + SEGMENT_ROWS * 2) planned = findWaste(WORTH_KEEPING);
    }
    const stretch = planned.shift();
    if (stretch !== undefined) await foldStretch(stretch);
    return stretch !== undefined;
  }

  function add(segment: Pick<Segment, 'commit' | 'part' | 'rows'>, versions: readonly Version[]): void {
    const { commit, part, rows, first } = knownOf(segment, versions);
    places.note({ commit, part }, versions);
    // What it reaches back over has been folded into it.
    while ((known.at(-1)?.commit ?? 0) >= first && known.at(-1)?.commit !== commit) stored -= known.pop()?.rows ?? 0;
    known.push({ commit, part, rows, first });
    stored += rows;
  }

  return {
    add,
    sweep() {
      isSweeping = true;
      planned = [];
    },
    next,
    async finishSweep() {
      while (isSweeping) await next();
    },
  };
}

const knownOf = (
  { commit, part, rows }: Pick<Segment, 'commit' | 'part' | 'rows'>,
  versions: readonly Version[],
): Known => ({ commit, part, rows, first: versions[0] === undefined ? commit : parseSeq(versions[0].row.seq) });

const nameOf = ({ commit, part }: SegmentKey): string => `${commit} ${part}`;

function isSame(there: readonly SegmentKey[], expected: readonly SegmentKey[]): boolean {
  return (
    there.length === expected.length &&
    there.every(({ commit, part }, index) => commit === expected[index]?.commit && part === expected[index]?.part)
  );
}
