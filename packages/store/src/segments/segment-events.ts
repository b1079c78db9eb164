import { type Id, ok, type Result } from '@kith/core';
import { command } from '../command.js';
import { takeTurns } from '../turn.js';
import { requireWholeSight, seesAll } from '../whole-sight.js';
import type { Work } from '../work.js';
import { type SegmentEvent, type SegmentTrack, segmentEvents, segmentTracks } from './collection.js';
import type { OpenSegments, SegmentMove } from './open-segments.js';

/** How the events of tracked segments are kept. */
export interface EventKeeperOptions {
  /**
   * How long to leave it to another tab that has taken the task before taking it over, in milliseconds; 3,000 when left
   * out.
   */
  readonly patience?: number;
  readonly wait?: (millis: number) => Promise<void>;
}

/** Somebody who sees to it that each move of a tracked segment becomes one event. */
export interface EventKeeper {
  /** Resolves when all moves seen so far have been told, by this store or by another. */
  settled(): Promise<void>;
  /** Whether it still tells: not after `stop`, nor when whoever acts sees all rows no longer. */
  isKeeping(): boolean;
  stop(): void;
}

/** The members of a segment are spread over parts of about so many, so that a move writes little. */
const PART_SIZE = 100;
const MOST_PARTS = 4_096;
/** Parts that are written at once. */
const PARTS_AT_ONCE = 50;

/** The row that says whose turn it is to tell. */
const TELLER = 'segmentTrack_teller' as SegmentTrack['id'];

/**
 * Writes an event for each row that enters or leaves a tracked segment, also for what happened while no store was open.
 * Who was in a segment when it began to be tracked has not entered it. Any number of stores may do so: one tells at a time,
 * and a row that all of them guard says which. What was told stands in rows beside the events, written with them, so that
 * no event is lost or told twice.
 *
 * Where a policy is, it rejects with a KithError `store/denied` unless whoever acts sees all that segments hinge on, and it
 * stops for good when they do no longer: another store takes over, and nobody is told to have left who only went out of sight.
 */
export async function keepSegmentEvents(open: OpenSegments, options: EventKeeperOptions = {}): Promise<EventKeeper> {
  const { store } = open;
  const { patience = 3_000, wait = timer } = options;
  requireWholeSight(store, open.reads(), 'Events of segments');
  const holder = store.storage.env().newId('client');
  const inTurn = takeTurns();
  let isStopped = false;

  const telling = <Output>(type: string, carryOut: (work: Work) => Promise<Result<Output>>) =>
    store.run(command(type, undefined, ({ system }) => carryOut(system), { history: 'none', through: 'rule' }));
  const asking = <Output>(carryOut: (work: Work) => Promise<Result<Output>>) =>
    store.can(command('segments/told', undefined, ({ system }) => carryOut(system)));
  /** Looked at wherever members are compared, with nothing awaited in between. */
  const isKeeping = (): boolean => {
    isStopped ||= !seesAll(store, open.reads());
    return !isStopped;
  };
  /** Whether it is this store's turn to tell; nobody's turn is everybody's. */
  const isTeller = async (work: Work): Promise<boolean> => (await work.get(segmentTracks, TELLER))?.holder === holder;

  /** Brings some members of a segment up to how they are, with an event for each that is not yet known. */
  const tell = (segmentId: Id<'segment'>, memberIds: readonly string[]) =>
    telling('segments/tell', async (work) => {
      if (!(await isTeller(work))) return ok('not the teller' as const);
      const track = await work.get(segmentTracks, trackId(segmentId));
      if (track?.parts === undefined) return ok('told' as const);
      const byPart = grouped(memberIds, (id) => partOf(id, track.parts ?? 1));
      for (const [part, ids] of byPart) {
        const id = trackId(segmentId, part);
        const members = new Set((await work.get(segmentTracks, id))?.members);
        // Members are compared when all of them are known, and with nothing awaited in between.
        const isIn = await open.look(() =>
          isKeeping() ? new Map(ids.map((memberId) => [memberId, open.has(segmentId, memberId)])) : undefined,
        );
        if (!isIn) return ok('not the teller' as const);
        const moved = ids.filter((memberId) => members.has(memberId) !== isIn.get(memberId));
        if (moved.length === 0) continue;
        for (const memberId of moved) {
          if (isIn.get(memberId)) members.add(memberId);
          else members.delete(memberId);
          putEvent(work, { segmentId, memberId, way: isIn.get(memberId) ? 'enter' : 'exit' });
        }
        work.put(segmentTracks, { id, members: [...members].sort() });
      }
      return ok('told' as const);
    });
  /** Writes down who is in a segment that has just begun to be tracked; the row that says so comes last. */
  const begin = async (segmentId: Id<'segment'>): Promise<void> => {
    if (!isKeeping()) return;
    const members = await open.look(() => [...open.memberIds(segmentId)]);
    const parts = Math.min(MOST_PARTS, 2 ** Math.ceil(Math.log2(Math.max(1, members.length / PART_SIZE))));
    const byPart = [...grouped(members, (id) => partOf(id, parts))];
    for (let at = 0; at < byPart.length; at += PARTS_AT_ONCE)
      await telling('segments/track', async (work) => {
        if (!(await isTeller(work))) return ok(undefined);
        for (const [part, ids] of byPart.slice(at, at + PARTS_AT_ONCE))
          work.put(segmentTracks, { id: trackId(segmentId, part), members: ids.sort() });
        return ok(undefined);
      });
    await telling('segments/track', async (work) => {
      if (await isTeller(work)) work.put(segmentTracks, { id: trackId(segmentId), parts });
      return ok(undefined);
    });
  };
  /** Compares all that was told with how it is: after a change of who tells, and at the beginning. */
  const catchUp = async (): Promise<void> => {
    for (const segmentId of open.trackedIds()) await catchUpOn(segmentId);
  };
  const catchUpOn = async (segmentId: Id<'segment'>): Promise<void> => {
    const found = await asking(async (work) => {
      const parts = (await work.get(segmentTracks, trackId(segmentId)))?.parts;
      if (parts === undefined) return ok(undefined);
      const told = new Set<string>();
      for (let part = 0; part < parts; part++)
        for (const id of (await work.get(segmentTracks, trackId(segmentId, part)))?.members ?? []) told.add(id);
      return ok(told);
    });
    if (!found.ok || !found.value) return begin(segmentId);
    const told = found.value;
    const ids = await open.look(() => {
      const differing = new Set([...told].filter((id) => !open.has(segmentId, id)));
      for (const id of open.memberIds(segmentId)) if (!told.has(id)) differing.add(id);
      return [...differing];
    });
    for (let at = 0; at < ids.length; at += PART_SIZE) await tell(segmentId, ids.slice(at, at + PART_SIZE));
  };
  /** Takes the turn. When this has been written, all that was told before has been heard here. */
  const takeOver = async (): Promise<void> => {
    if (!isKeeping()) return;
    await telling('segments/takeOver', async (work) => {
      await work.get(segmentTracks, TELLER);
      return work.put(segmentTracks, { id: TELLER, holder });
    });
    await open.settled();
    await catchUp();
  };
  const tellAll = async (moves: readonly SegmentMove[]): Promise<void> => {
    const bySegment = grouped(
      moves.filter(({ segmentId }) => open.segment(segmentId)?.tracked),
      ({ segmentId }) => segmentId,
    );
    for (const [segmentId, moved] of bySegment) {
      const ids = [...new Set(moved.map(({ memberId }) => memberId))];
      const told = await tell(segmentId, ids);
      if (told.ok && told.value === 'told') continue;
      await wait(patience);
      if (!isKeeping()) return;
      if (!(await isKnown(segmentId, ids))) return takeOver();
    }
  };
  /** Whether what is known of some members is how they are, so that somebody else has told it. */
  const isKnown = async (segmentId: Id<'segment'>, ids: readonly string[]): Promise<boolean> => {
    const known = await asking(async (work) => {
      const parts = (await work.get(segmentTracks, trackId(segmentId)))?.parts;
      if (parts === undefined) return ok(false);
      const known = new Map<string, boolean>();
      for (const id of ids) {
        const part = await work.get(segmentTracks, trackId(segmentId, partOf(id, parts)));
        known.set(id, (part?.members ?? []).includes(id));
      }
      return ok(await open.look(() => ids.every((id) => known.get(id) === open.has(segmentId, id))));
    });
    return known.ok && known.value;
  };
  const subscription = open.moves$.subscribe((moves) => {
    void inTurn(async () => (isKeeping() ? tellAll(moves) : undefined));
  });
  const tracking = open.tracked$.subscribe(() => {
    void inTurn(async () => (isKeeping() ? catchUp() : undefined));
  });
  await inTurn(takeOver);
  return {
    settled: async () => {
      await open.settled();
      await inTurn(async () => undefined);
    },
    isKeeping,
    stop() {
      isStopped = true;
      subscription.unsubscribe();
      tracking.unsubscribe();
    },
  };
}

function putEvent(work: Work, event: Omit<SegmentEvent, 'id' | 'at'>): void {
  work.put(segmentEvents, { id: work.env.newId('segmentEvent'), ...event, at: work.env.now });
}

const trackId = (segmentId: Id<'segment'>, part?: number): SegmentTrack['id'] =>
  `segmentTrack_${segmentId.slice('segment_'.length)}${part === undefined ? '' : `.${part}`}` as SegmentTrack['id'];

/** The part a member belongs to (FNV-1a, Fowler, Noll and Vo 1991). */
function partOf(memberId: string, parts: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < memberId.length; at++) hash = Math.imul(hash ^ memberId.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % parts;
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const timer = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));
