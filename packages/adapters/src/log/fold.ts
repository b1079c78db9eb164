import { type Book, visitVersions } from '../engine/book.js';
import { formatSeq, parseSeq } from '../engine/seq.js';
import type { Version } from '../engine/version.js';
import { eachInSlices } from '../slices.js';
import { type Keys, placeOfKey } from './keys.js';
import type { Meta } from './meta.js';
import { noteAll, type Places, type SegmentPlace } from './places.js';
import { contentText, encodeSegments, SEGMENT_ROWS, type Segment } from './segment.js';
import { answerOf, type Shelf, transact } from './shelf.js';

/** Keeps the log short: joins small segments, and writes those anew that hold mostly rows which are replaced by now. */
export interface Fold {
  /** Says that a segment is stored, and what is in it. */
  add(segment: SegmentPlace, versions: readonly Version[]): void;
  /** Says that content was erased: every segment that still holds a replaced row is to be written anew. */
  sweep(): void;
  /** Folds one stretch when there is one to fold; answers whether there may be more. */
  next(): Promise<boolean>;
  /** Folds all that `sweep` asked for. */
  finishSweep(): Promise<void>;
}

/** Commits behind the first one, up to and with the last. */
interface Stretch {
  readonly behind: number;
  readonly last: number;
}

const SMALL_SEGMENT = SEGMENT_ROWS / 2;
const MOST_SMALL_SEGMENTS = 64;
/** A segment is written anew when less than this part of it is current. */
const WORTH_KEEPING = 0.6;

/** Folding for the log of one book. */
export function folding(shelf: Shelf, keys: Keys, book: Book, known: Places): Fold {
  let places: SegmentPlace[] = [];
  let planned: Stretch[] = [];
  let stored = 0;
  let isSweeping = false;

  function smallEnd(): Stretch | undefined {
    let first = places.length;
    while (first > 0 && (places[first - 1]?.rows ?? 0) < SMALL_SEGMENT) first--;
    const last = places.at(-1);
    return last !== undefined && places.length - first >= MOST_SMALL_SEGMENTS
      ? { behind: places[first - 1]?.commit ?? 0, last: last.commit }
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
    const current = currentByPlace();
    let behind = 0;
    for (let at = 0; at < places.length; ) {
      // The segments of one commit go together, since the feed tells commits apart and no more.
      const last = places[at]?.commit ?? 0;
      let rows = 0;
      let kept = 0;
      for (; places[at]?.commit === last; at++) {
        rows += places[at]?.rows ?? 0;
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

  function currentByPlace(): readonly number[] {
    const counts = places.map(() => 0);
    let at = 0;
    visitVersions(book, '', ({ row }) => {
      const commit = parseSeq(row.seq);
      while (at < places.length - 1 && (places[at]?.commit ?? 0) < commit) at++;
      counts[at] = (counts[at] ?? 0) + 1;
      return true;
    });
    return counts;
  }

  async function foldStretch({ behind, last }: Stretch): Promise<void> {
    const versions: Version[] = [];
    visitVersions(
      book,
      formatSeq(behind),
      (version) => version.row.seq <= formatSeq(last) && versions.push(version) > 0,
    );
    const segments: Segment[] = [];
    await eachInSlices(encodeSegments(versions, contentText), (segment) => segments.push(segment), { every: 1 });
    const range = keys.between(behind, last);
    const expected = places.filter(({ commit }) => commit > behind && commit <= last);
    const found = await transact(shelf, 'readwrite', 'relaxed', async (store) => {
      const there = (await answerOf(store.getAllKeys(range))).map(placeOfKey);
      // Another handle may have folded here: then what is written there is as good.
      if (!isSame(there, expected)) return there;
      store.delete(range);
      // One after the other, so that the page stays alive.
      for (const segment of segments) await answerOf(store.put(segment, keys.segment(segment.commit, segment.part)));
      return undefined;
    });
    if (found === undefined) noteAll(known, segments, versions);
    const instead =
      found?.map((place) => ({
        ...place,
        rows: expected.find(({ commit, part }) => commit === place.commit && part === place.part)?.rows ?? SEGMENT_ROWS,
      })) ?? segments;
    places = [
      ...places.filter(({ commit }) => commit <= behind),
      ...instead.map(({ commit, part, rows }) => ({ commit, part, rows })),
      ...places.filter(({ commit }) => commit > last),
    ];
    stored = places.reduce((sum, { rows }) => sum + rows, 0);
  }

  async function forgetErasure(): Promise<void> {
    await transact(shelf, 'readwrite', 'relaxed', async (store) => {
      const meta = (await answerOf(store.get(keys.meta))) as Meta | undefined;
      if (meta?.erase !== true) return;
      const { erase: _, ...rest } = meta;
      store.put(rest, keys.meta);
    });
  }

  async function next(): Promise<boolean> {
    if (planned.length === 0 && isSweeping) {
      planned = findWaste(1);
      if (planned.length === 0) {
        await forgetErasure();
        isSweeping = false;
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

  return {
    add({ commit, part, rows }, versions) {
      known.note({ commit, part, rows }, versions);
      places.push({ commit, part, rows });
      stored += rows;
    },
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

function isSame(there: readonly Omit<SegmentPlace, 'rows'>[], expected: readonly SegmentPlace[]): boolean {
  return (
    there.length === expected.length &&
    there.every(({ commit, part }, index) => commit === expected[index]?.commit && part === expected[index]?.part)
  );
}
