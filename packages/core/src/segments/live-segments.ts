import type { Id } from '../kernel/id.js';
import type { Instant } from '../kernel/instant.js';
import type { Problem } from '../kernel/result.js';
import { isSame } from '../kernel/same.js';
import { type Audience, nextLook, readersOfChange, seat } from './audience.js';
import { newClock } from './clock.js';
import type { Surroundings } from './compile.js';
import { type RelatedCondition, relatedLeaves } from './condition.js';
import { type Explanation, explain } from './explain.js';
import { type Ledger, newLedger } from './ledger.js';
import type { LiveSegmentsSetup, RowNow, Steps } from './live-setup.js';
import { orderSegments, type SegmentSpec } from './order.js';
import { RELATIONS, relationOf } from './relation.js';
import { newSpace, type Space } from './space.js';
import { newTimeWheel } from './time-wheel.js';
import { relativeLeaves } from './turns.js';

/** Segments that are kept true, row by row. */
export interface LiveSegments {
  readonly now: Instant;
  /** Says which segments there are from now on, and works out the members of those that are new or have changed. */
  defining(segments: readonly SegmentSpec[]): Steps;
  /** Why some segments have no members: by id. */
  readonly problems: ReadonlyMap<Id<'segment'>, Problem>;
  /** The collections whose rows have to be told, related ones first. */
  collections(): readonly string[];
  /** Tells how a row is now. */
  apply(row: RowNow): void;
  /** Puts a row into a segment by hand, keeps it out, or lets the condition decide. */
  place(segmentId: Id<'segment'>, memberId: string, place: 'in' | 'out' | undefined): void;
  /** Tells what a model says about a row; undefined when it says nothing. */
  score(collection: string, memberId: string, name: string, score: number | undefined): void;
  /** Moves the time on, or back. */
  advancing(now: Instant): Steps;
  count(segmentId: Id<'segment'>): number;
  has(segmentId: Id<'segment'>, memberId: string): boolean;
  members(segmentId: Id<'segment'>): IterableIterator<string>;
  /** The segments a row is in, in the order of their dependence. */
  segmentsOf(collection: string, memberId: string): readonly Id<'segment'>[];
  row(collection: string, id: string): unknown;
  /** Why a row is in a segment or not; undefined for a row or a segment that is not there. */
  explain(segmentId: Id<'segment'>, memberId: string): Explanation | undefined;
  /** How often a condition was held against a row since the beginning: what a write costs, whatever the machine. */
  evaluations(): number;
}

/** What is kept of one collection. */
interface Realm {
  readonly space: Space;
  readonly scores: Map<string, Map<string, number>>;
  audience: Audience;
  /** Ledgers that its rows are written into. */
  feeds: readonly Ledger[];
  /** Ledgers whose owners its rows are, and which they name rows of. */
  links: readonly Ledger[];
  /** Which seats are to be asked. */
  pending: Uint8Array;
}

/** So many rows are looked at in one step. */
const STEP = 128;

/**
 * Begins without segments and without rows. Its memory is a bit for each row and segment, and a reference to each row.
 *
 * ```ts
 * import type { Id, Instant } from '@kith/core';
 * import { didNot, newLiveSegments } from '@kith/core/segments';
 *
 * const moves: string[] = [];
 * const live = newLiveSegments({
 *   now: '2026-11-22T09:30:00.000Z' as Instant,
 *   timeZone: 'Europe/Vienna',
 *   onMove: (_, memberId, way) => moves.push(`${way} ${memberId}`),
 * });
 * const quiet = { id: 'segment_quiet' as Id<'segment'>, name: 'Quiet', of: 'contacts', filter: didNot('activity', { within: 'P30D' }) };
 * for (const _ of live.defining([quiet]));
 * live.apply({ collection: 'contacts', id: 'contact_lea', to: { name: 'Léa' } });
 * live.apply({ collection: 'activities', id: 'activity_1', to: { contactId: 'contact_lea', at: '2026-11-22T09:00:00.000Z' } });
 * for (const _ of live.advancing('2026-12-22T09:00:00.000Z' as Instant));
 * expect(moves).toEqual(['enter contact_lea', 'exit contact_lea', 'enter contact_lea']);
 * ```
 */
export function newLiveSegments(setup: LiveSegmentsSetup): LiveSegments {
  const { relations = RELATIONS, onMove } = setup;
  const clock = newClock(setup.now, setup.timeZone);
  const realms = new Map<string, Realm>();
  const realmBySegment = new Map<string, Realm>();
  /** Ledgers that only rows of a segment count in. */
  const followers = new Map<string, Ledger[]>();
  const ledgers = new Map<string, Ledger>();
  const placements = new Map<string, Map<string, 'in' | 'out'>>();
  const wheel = newTimeWheel<{ readonly realm: Realm; readonly slot: number }>();
  let problems: ReadonlyMap<Id<'segment'>, Problem> = new Map();
  let evaluations = 0;

  const realmOf = (collection: string): Realm => {
    const known = realms.get(collection);
    if (known) return known;
    const realm: Realm = {
      space: newSpace(collection),
      scores: new Map(),
      audience: seat([], () => undefined, around(collection), []),
      feeds: [],
      links: [],
      pending: new Uint8Array(0),
    };
    realms.set(collection, realm);
    return realm;
  };
  const ledgerKey = (of: string, { did, where, in: part }: RelatedCondition): string =>
    JSON.stringify([of, did, where, part]);
  const around = (collection: string): Surroundings => ({
    clock,
    ledgerFor(condition) {
      const ledger = ledgers.get(ledgerKey(collection, condition));
      if (!ledger) throw new TypeError(`No ledger for "${condition.did}" of ${collection}: define the segment first.`);
      return ledger;
    },
    isMember(segmentId, slot) {
      const audience = realms.get(collection)?.audience;
      return audience?.seats[audience.placesById.get(segmentId) ?? -1]?.members.has(slot) ?? false;
    },
    scoreOf: (name, id) => realms.get(collection)?.scores.get(name)?.get(id),
  });

  /** Asks the seats that are pending about one row, and those that look at what has moved. */
  const settle = ({ audience, pending, space }: Realm, slot: number): void => {
    const row = space.rowAt(slot);
    const id = space.idAt(slot);
    let moved: string[] | undefined;
    // Those that look at a segment come after it, so one walk settles all.
    for (let place = 0; place < pending.length; place++) {
      const asked = audience.seats[place];
      if (pending[place] === 0 || !asked || id === undefined) continue;
      pending[place] = 0;
      evaluations++;
      const { segment, members, holds, lookers } = asked;
      const by = placements.get(segment.id)?.get(id);
      const isIn = by === undefined ? holds(row, id, slot) : by === 'in';
      if (!members.set(slot, isIn)) continue;
      for (const looker of lookers) pending[looker] = 1;
      onMove?.(segment.id, id, isIn ? 'enter' : 'exit');
      if (followers.has(segment.id)) moved = [...(moved ?? []), segment.id];
    }
    // Rows around it, perhaps of the same collection, that look at where it is.
    for (const segmentId of moved ?? [])
      for (const ledger of followers.get(segmentId) ?? [])
        if (id !== undefined) tellOwners(ledger, ledger.put(id, row));
  };
  const schedule = (realm: Realm, slot: number): void => {
    const { space, audience } = realm;
    const id = space.idAt(slot);
    if (id === undefined) return;
    const at = nextLook(audience, space.rowAt(slot), id, clock);
    // An earlier look that is no longer needed does no harm: it finds out when the next one is.
    if (at >= space.due(slot)) return;
    space.setDue(slot, at);
    wheel.put(at, { realm, slot });
  };
  /** Asks those who look at what has changed in a ledger about the rows it belongs to. */
  const tellOwners = (ledger: Ledger, owners: Iterable<string>): void => {
    const realm = realms.get(ledger.relation.of);
    const places = realm?.audience.byLedger.get(ledger) ?? [];
    if (!realm || places.length === 0) return;
    for (const owner of owners) {
      const slot = realm.space.slotOf(owner);
      if (slot === undefined) continue;
      for (const place of places) realm.pending[place] = 1;
      settle(realm, slot);
      schedule(realm, slot);
    }
  };
  const feed = ({ feeds }: Realm, id: string, from: unknown, to: unknown): void => {
    for (const ledger of feeds) {
      const owners = new Set(from === undefined ? [] : ledger.take(id, from));
      if (to) for (const owner of ledger.put(id, to)) owners.add(owner);
      tellOwners(ledger, owners);
    }
  };
  const removeRow = (realm: Realm, slot: number, id: string): void => {
    for (const { segment, members } of realm.audience.seats)
      if (members.set(slot, false)) onMove?.(segment.id, id, 'exit');
    const row = realm.space.rowAt(slot);
    realm.space.delete(slot);
    for (const ledger of realm.links) ledger.link(id, row, null);
    feed(realm, id, row, null);
  };
  const putRow = (realm: Realm, id: string, from: unknown, to: unknown): void => {
    const slot = realm.space.put(id, to);
    const { pending, audience } = realm;
    for (const ledger of realm.links) ledger.link(id, from, to);
    if (from === undefined) pending.fill(1);
    else readersOfChange(audience, from, to, (place) => (pending[place] = 1));
    const isClocked = audience.byClock.some((place) => pending[place] === 1);
    settle(realm, slot);
    if (isClocked || realm.feeds.length > 0) schedule(realm, slot);
    feed(realm, id, from, to);
  };
  /** Looks at a row because time has passed. */
  const look = (realm: Realm, slot: number): void => {
    const { space, audience, pending, feeds } = realm;
    space.setDue(slot, Number.POSITIVE_INFINITY);
    const id = space.idAt(slot);
    if (id === undefined) return;
    for (const place of audience.byClock) pending[place] = 1;
    settle(realm, slot);
    const row = space.rowAt(slot);
    for (const ledger of feeds) if (relativeLeaves(ledger.where).length > 0) tellOwners(ledger, ledger.put(id, row));
    schedule(realm, slot);
  };
  function* eachSlot(realm: Realm, work: (slot: number) => void): Steps {
    for (let slot = 0; slot < realm.space.slots; slot++) {
      if (realm.space.idAt(slot) !== undefined) work(slot);
      if (slot % STEP === STEP - 1) yield;
    }
  }

  const live: LiveSegments = {
    get now() {
      return clock.now;
    },
    get problems() {
      return problems;
    },
    *defining(segments) {
      const found = orderSegments(segments, relations);
      problems = found.problems;
      const newLedgers = openLedgers(found.ordered);
      for (const ledger of newLedgers) realmOf(ledger.relation.collection);
      for (const { of } of found.ordered) realmOf(of);
      realmBySegment.clear();
      const changed: { readonly realm: Realm; readonly places: readonly number[] }[] = [];
      for (const realm of realms.values()) changed.push({ realm, places: reseat(realm, found.ordered) });
      for (const ledger of newLedgers) {
        const owners = realmOf(ledger.relation.of);
        if (ledger.relation.up)
          yield* eachSlot(owners, (slot) => ledger.link(owners.space.idAt(slot) ?? '', null, owners.space.rowAt(slot)));
        const realm = realmOf(ledger.relation.collection);
        yield* eachSlot(realm, (slot) => {
          const id = realm.space.idAt(slot);
          if (id !== undefined) tellOwners(ledger, ledger.put(id, realm.space.rowAt(slot)));
          if (relativeLeaves(ledger.where).length > 0) schedule(realm, slot);
        });
      }
      for (const { realm, places } of changed)
        if (places.length > 0)
          yield* eachSlot(realm, (slot) => {
            for (const place of places) realm.pending[place] = 1;
            settle(realm, slot);
            schedule(realm, slot);
          });
    },
    collections() {
      const asked = new Set([...realms.values()].filter(isAsked).map(({ space }) => space.collection));
      const related = [...ledgers.values()].map(({ relation }) => relation.collection);
      return [...new Set([...related.filter((name) => !asked.has(name)), ...related, ...asked])];
    },
    apply({ collection, id, to }) {
      const realm = realms.get(collection);
      // Rows that no segment asks for at the moment are kept up to date: the next one may.
      if (!realm) return;
      const slot = realm.space.slotOf(id);
      const from = slot === undefined ? undefined : realm.space.rowAt(slot);
      if (to) putRow(realm, id, from, to);
      else if (slot !== undefined) removeRow(realm, slot, id);
    },
    place(segmentId, memberId, place) {
      const places = placements.get(segmentId) ?? new Map<string, 'in' | 'out'>();
      placements.set(segmentId, places);
      if (place) places.set(memberId, place);
      else places.delete(memberId);
      const realm = realmBySegment.get(segmentId);
      const slot = realm?.space.slotOf(memberId);
      if (!realm || slot === undefined) return;
      realm.pending[realm.audience.placesById.get(segmentId) ?? -1] = 1;
      settle(realm, slot);
    },
    score(collection, memberId, name, score) {
      const realm = realmOf(collection);
      const scores = realm.scores.get(name) ?? new Map<string, number>();
      realm.scores.set(name, scores);
      if (scores.get(memberId) === score) return;
      if (score === undefined) scores.delete(memberId);
      else scores.set(memberId, score);
      const slot = realm.space.slotOf(memberId);
      if (slot === undefined) return;
      for (const place of realm.audience.byScore.get(name) ?? []) realm.pending[place] = 1;
      settle(realm, slot);
    },
    *advancing(now) {
      const isBack = Date.parse(now) < clock.millis;
      clock.set(now);
      if (isBack) {
        // What was due by then is not known any more: everything is looked at again.
        wheel.clear();
        for (const realm of realms.values()) yield* eachSlot(realm, (slot) => look(realm, slot));
        return;
      }
      let looked = 0;
      for (let next = wheel.take(clock.millis); next; next = wheel.take(clock.millis)) {
        if (next.realm.space.due(next.slot) > clock.millis) continue;
        look(next.realm, next.slot);
        if (++looked % STEP === 0) yield;
      }
    },
    count: (segmentId) => seatOf(segmentId)?.members.count ?? 0,
    has(segmentId, memberId) {
      const slot = realmBySegment.get(segmentId)?.space.slotOf(memberId);
      return slot !== undefined && (seatOf(segmentId)?.members.has(slot) ?? false);
    },
    *members(segmentId) {
      const space = realmBySegment.get(segmentId)?.space;
      for (const slot of seatOf(segmentId)?.members.slots() ?? []) yield space?.idAt(slot) ?? '';
    },
    segmentsOf(collection, memberId) {
      const realm = realms.get(collection);
      const slot = realm?.space.slotOf(memberId);
      if (!realm || slot === undefined) return [];
      return realm.audience.seats.filter(({ members }) => members.has(slot)).map(({ segment }) => segment.id);
    },
    row(collection, id) {
      const space = realms.get(collection)?.space;
      return space?.rowAt(space.slotOf(id) ?? -1);
    },
    explain(segmentId, memberId) {
      const realm = realmBySegment.get(segmentId);
      const slot = realm?.space.slotOf(memberId);
      const seat = seatOf(segmentId);
      if (!realm || slot === undefined || !seat) return undefined;
      const place = placements.get(segmentId)?.get(memberId);
      const subject = { row: realm.space.rowAt(slot), id: memberId, slot };
      return explain(seat.segment.filter, place, subject, around(realm.space.collection));
    },
    evaluations: () => evaluations,
  };

  const seatOf = (segmentId: string) => {
    const audience = realmBySegment.get(segmentId)?.audience;
    return audience?.seats[audience.placesById.get(segmentId) ?? -1];
  };
  const isAsked = ({ audience }: Realm): boolean => audience.seats.length > 0;

  /** Makes the ledgers that segments need; those that none needs any more go. Answers the new ones. */
  const openLedgers = (segments: readonly SegmentSpec[]): readonly Ledger[] => {
    const needed = new Set<string>();
    const opened: Ledger[] = [];
    for (const { of, filter } of segments)
      for (const leaf of relatedLeaves(filter)) {
        const key = ledgerKey(of, leaf);
        const relation = relationOf(relations, of, leaf.did);
        needed.add(key);
        if (ledgers.has(key) || !relation) continue;
        const { in: part } = leaf;
        const ledger = newLedger(relation, leaf.where, clock, {
          isIn: (id) => part === undefined || live.has(part, id),
          ownerRow: (id) => live.row(of, id),
        });
        ledgers.set(key, ledger);
        if (part !== undefined) followers.set(part, [...(followers.get(part) ?? []), ledger]);
        opened.push(ledger);
      }
    for (const [key, ledger] of ledgers) {
      if (needed.has(key)) continue;
      ledgers.delete(key);
      for (const [part, all] of followers)
        followers.set(
          part,
          all.filter((each) => each !== ledger),
        );
    }
    return opened;
  };
  /** Seats the segments of a collection anew; answers the places of those whose members are not known. */
  const reseat = (realm: Realm, segments: readonly SegmentSpec[]): readonly number[] => {
    const { audience: before, space } = realm;
    const own = segments.filter(({ of }) => of === space.collection);
    const seatBefore = (id: string) => before.seats[before.placesById.get(id) ?? -1];
    realm.feeds = [...ledgers.values()].filter(({ relation }) => relation.collection === space.collection);
    realm.links = [...ledgers.values()].filter(({ relation }) => relation.up && relation.of === space.collection);
    realm.audience = seat(own, (id) => seatBefore(id)?.members, around(space.collection), realm.feeds);
    realm.pending = new Uint8Array(own.length);
    for (const { id } of own) realmBySegment.set(id, realm);
    return own.flatMap(({ id, filter }, place) => {
      const known = seatBefore(id);
      return known && isSame(known.segment.filter, filter) ? [] : [place];
    });
  };
  return live;
}
