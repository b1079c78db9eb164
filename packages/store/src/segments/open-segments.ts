import type { Id, Instant, Problem } from '@kith/core';
import { valueAt } from '@kith/core/imports';
import {
  type Explanation,
  type LiveSegments,
  newLiveSegments,
  type Relation,
  type Segment,
  type SegmentPlacement,
  type Steps,
} from '@kith/core/segments';
import { distinctUntilChanged, filter, map, Observable, Subject, startWith } from 'rxjs';
import { type Pause, pauseBy } from '../imports/pause.js';
import type { Committed, Seen, Store } from '../store.js';
import { takeTurns } from '../turn.js';
import { segmentPlacements, segments } from './collection.js';
import { loadRows } from './load-rows.js';
import { type MembersAsked, type MembersPage, newMemberList } from './member-list.js';
import { newWatchedCounts } from './watched-counts.js';

/** Where scores stand: rows that say of whom they are, of which model, and how many points. */
export interface ScoreSource {
  readonly collection: string;
  /** The collection the scores are about. */
  readonly of: string;
  /** Paths in a row of scores. */
  readonly subject: string;
  readonly model: string;
  readonly points: string;
}

/** How segments are opened. */
export interface SegmentsOptions {
  /** What conditions may look at; `RELATIONS` of `@kith/core/segments` when left out. */
  readonly relations?: readonly Relation[];
  readonly scores?: readonly ScoreSource[];
  /** How a long piece of work gives way to the page, after 10 milliseconds of it. */
  readonly giveWay?: () => Promise<void>;
}

/** A row that entered or left a segment, as this tab saw it. */
export interface SegmentMove {
  readonly segmentId: Id<'segment'>;
  readonly memberId: string;
  readonly way: 'enter' | 'exit';
}

/** Segments over a store, kept true as long as they are open. */
export interface OpenSegments {
  /** Live answers: now, and whenever they change. While rows are being read they wait until all of them are. */
  count$(segmentId: Id<'segment'>): Observable<number>;
  members$(segmentId: Id<'segment'>, asked: MembersAsked): Observable<MembersPage>;
  segmentsOf$(collection: string, memberId: string): Observable<readonly Id<'segment'>[]>;
  /** Why some segments have no members, by id. */
  problems$(): Observable<ReadonlyMap<Id<'segment'>, Problem>>;
  has(segmentId: Id<'segment'>, memberId: string): boolean;
  memberIds(segmentId: Id<'segment'>): IterableIterator<string>;
  explain(segmentId: Id<'segment'>, memberId: string): Explanation | undefined;
  segment(segmentId: Id<'segment'>): Segment | undefined;
  /** What moved with each commit, or with the clock; what moved while everything was read is not told. */
  readonly moves$: Observable<readonly SegmentMove[]>;
  /** The segments whose moves are to be written down, and word of when there may be others. */
  trackedIds(): readonly Id<'segment'>[];
  readonly tracked$: Observable<void>;
  /** Looks at the clock now; it is done once a minute otherwise. */
  lookAtClock(): Promise<void>;
  /** Resolves when all that was told so far has been taken in. */
  settled(): Promise<void>;
  /** Looks at members when nothing is being read or worked out: never at half of them. */
  look<Output>(read: () => Output): Promise<Output>;
  /** The collections that the members of segments hinge on, as the segments are now. */
  reads(): readonly string[];
  /** What a write costs, whatever the machine. */
  evaluations(): number;
  readonly store: Store;
  close(): void;
}

const CLOCK_MILLIS = 60_000;

/**
 * Opens the segments of a store: reads the rows they need, in slices, and follows every commit from then on. The store has
 * to know `segmentCollections`. Rejects with a KithError when the storage fails.
 */
export async function openSegments(store: Store, options: SegmentsOptions = {}): Promise<OpenSegments> {
  const { adapter } = store.storage;
  const { scores = [], relations } = options;
  const pause: Pause = pauseBy(options.giveWay);
  const inTurn = takeTurns();
  const changed$ = new Subject<ReadonlySet<string>>();
  const moves$ = new Subject<readonly SegmentMove[]>();
  const tracked$ = new Subject<void>();
  const segmentsById = new Map<string, Segment>();
  const placementsById = new Map<string, SegmentPlacement>();
  const scoresById = new Map<string, { readonly subject: string; readonly model: string; readonly of: string }>();
  let loaded = new Set<string>();
  let moves: SegmentMove[] = [];
  let live = begin();
  /** Rows are being read: what is known of members may be half of it. */
  let isReading = true;
  const counts = newWatchedCounts((segmentId) => (isReading ? undefined : live.count(segmentId as Id<'segment'>)));

  function begin(): LiveSegments {
    const { now, timeZone } = store.storage.env();
    return newLiveSegments({
      now,
      timeZone,
      ...(relations && { relations }),
      onMove: (segmentId, memberId, way) => moves.push({ segmentId, memberId, way }),
    });
  }
  const carryOut = async (steps: Steps): Promise<void> => {
    for (const _ of steps) await pause();
  };
  /** Keeps the clock, unless it only trembles. */
  const readClock = (): Promise<void> | undefined => {
    const now: Instant = store.storage.env().now;
    const passed = Date.parse(now) - Date.parse(live.now);
    return passed > 0 || passed <= -CLOCK_MILLIS ? carryOut(live.advancing(now)) : undefined;
  };
  const define = async (): Promise<void> => {
    await carryOut(live.defining([...segmentsById.values()]));
    for (const collection of live.collections()) {
      if (loaded.has(collection)) continue;
      loaded.add(collection);
      await loadRows(adapter, collection, pause, (id, to) => live.apply({ collection, id, to }));
    }
  };
  const take = ({ collection, id, to }: Pick<Seen, 'collection' | 'id' | 'to'>): void => {
    if (collection === segments.name) {
      if (to) segmentsById.set(id, to as Segment);
      else segmentsById.delete(id);
      return;
    }
    if (collection === segmentPlacements.name) {
      const before = placementsById.get(id);
      const placement = (to ?? undefined) as SegmentPlacement | undefined;
      if (before) live.place(before.segmentId, before.memberId, placement?.place);
      if (placement) placementsById.set(id, placement);
      else placementsById.delete(id);
      if (placement) live.place(placement.segmentId, placement.memberId, placement.place);
      return;
    }
    for (const source of scores) if (source.collection === collection) takeScore(source, id, to);
    if (loaded.has(collection)) live.apply({ collection, id, to });
  };
  const takeScore = (source: ScoreSource, id: string, row: unknown): void => {
    const key = `${source.of}/${id}`;
    const before = scoresById.get(key);
    const after = row
      ? { of: source.of, subject: String(valueAt(row, source.subject)), model: String(valueAt(row, source.model)) }
      : undefined;
    if (before && (before.subject !== after?.subject || before.model !== after.model))
      live.score(before.of, before.subject, before.model, undefined);
    const points = valueAt(row, source.points);
    if (after) live.score(after.of, after.subject, after.model, typeof points === 'number' ? points : undefined);
    if (after) scoresById.set(key, after);
    else scoresById.delete(key);
  };
  const always = [...new Set([segments.name, segmentPlacements.name, ...scores.map(({ collection }) => collection)])];
  const loadAll = async (): Promise<void> => {
    isReading = true;
    for (const collection of always)
      await loadRows(adapter, collection, pause, (id, to) => take({ collection, id, to }));
    await define();
    moves = [];
    isReading = false;
  };
  const startOver = async (): Promise<void> => {
    live = begin();
    loaded = new Set();
    segmentsById.clear();
    placementsById.clear();
    scoresById.clear();
    await loadAll();
    tell(undefined);
    tracked$.next();
  };
  /** Tells what has changed; undefined is "anything". */
  const tell = (ids: ReadonlySet<string> | undefined): void => {
    const moved = moves;
    moves = [];
    changed$.next(ids ?? new Set([EVERYTHING]));
    counts.tell(ids && moved.map(({ segmentId }) => segmentId));
    if (moved.length > 0) moves$.next(moved);
  };
  const hear = async ({ changes, isIncomplete }: Committed): Promise<void> => {
    if (isIncomplete) return startOver();
    await readClock();
    const isRedefined = changes.some(({ collection }) => collection === segments.name);
    const before = isRedefined ? new Set(segmentsById.keys()) : undefined;
    for (const change of changes) take(change);
    if (before) {
      isReading = true;
      await define();
      isReading = false;
      // Who is in a new segment from the start has not entered it.
      moves = moves.filter(({ segmentId }) => before.has(segmentId));
    }
    if (isRedefined) tracked$.next();
    tell(isRedefined ? undefined : new Set([...changes.map(({ id }) => id), ...moves.map(({ memberId }) => memberId)]));
  };
  const lookAtClock = (): Promise<void> =>
    inTurn(async () => {
      await readClock();
      if (moves.length > 0) tell(new Set(moves.map(({ memberId }) => memberId)));
    });

  const fail = (cause: unknown): void => {
    changed$.error(cause);
    counts.end(cause);
  };
  // What is heard while everything is being read is taken in afterwards, in its order: the last one wins.
  const subscription = store.changes$.subscribe({
    next: (committed) => void inTurn(() => hear(committed)).catch(fail),
    complete: () => close(),
  });
  const ticking = setInterval(() => void lookAtClock(), CLOCK_MILLIS);
  const close = (): void => {
    subscription.unsubscribe();
    clearInterval(ticking);
    changed$.complete();
    counts.end();
    moves$.complete();
    tracked$.complete();
  };
  try {
    await inTurn(loadAll);
  } catch (cause) {
    close();
    throw cause;
  }

  const answer = <Output>(read: () => Output): Observable<Output> =>
    changed$.pipe(
      startWith(undefined),
      filter(() => !isReading),
      map(read),
      distinctUntilChanged(),
    );
  return {
    store,
    count$: (segmentId) => counts.count$(segmentId),
    segmentsOf$: (collection, memberId) =>
      answer(() => live.segmentsOf(collection, memberId)).pipe(
        distinctUntilChanged((left, right) => left.join() === right.join()),
      ),
    problems$: () => answer(() => live.problems),
    members$: (segmentId, asked) =>
      new Observable((subscriber) => {
        const of = (): string => segmentsById.get(segmentId)?.of ?? '';
        let list = isReading ? undefined : newMemberList(live, { id: segmentId, of: of() }, asked);
        if (list) subscriber.next(list.page());
        return changed$.subscribe({
          next(ids) {
            if (!list || ids.has(EVERYTHING)) list = newMemberList(live, { id: segmentId, of: of() }, asked);
            else if (!list.touch(ids)) return;
            subscriber.next(list.page());
          },
          error: (cause: unknown) => subscriber.error(cause),
          complete: () => subscriber.complete(),
        });
      }),
    has: (segmentId, memberId) => live.has(segmentId, memberId),
    memberIds: (segmentId) => live.members(segmentId),
    explain: (segmentId, memberId) => live.explain(segmentId, memberId),
    segment: (segmentId) => segmentsById.get(segmentId),
    moves$: moves$.asObservable(),
    tracked$: tracked$.asObservable(),
    trackedIds: () =>
      [...segmentsById.values()].flatMap(({ id, tracked }) => (tracked && !live.problems.has(id) ? [id] : [])),
    lookAtClock,
    settled: () => inTurn(async () => undefined),
    look: (read) => inTurn(async () => read()),
    reads: () => [...new Set([...always, ...live.collections()])],
    evaluations: () => live.evaluations(),
    close,
  };
}

const EVERYTHING = '*';
