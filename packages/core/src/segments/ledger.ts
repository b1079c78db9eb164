import type { Filter } from '../filters/filter.js';
import { ownValue, textsAt } from '../filters/own-value.js';
import { isDay } from '../kernel/day.js';
import { isInstant } from '../kernel/instant.js';
import type { Clock } from './clock.js';
import { clockedMatcher } from './clocked-matcher.js';
import type { Relation } from './relation.js';
import { dayNumber } from './zone-days.js';

/** One related row: what happened, and when in milliseconds. */
export interface Happening {
  readonly id: string;
  readonly at: number;
  readonly row: unknown;
}

/** Related rows that meet one condition, by whom they belong to, each list in the order of time. */
export interface Ledger {
  readonly relation: Relation;
  /** What the relation and the condition ask of a row. */
  readonly where: Filter;
  /** Takes a row in as it is now; it may be there already. */
  put(id: string, row: unknown): readonly string[];
  /** Takes a row out as it was when it was put in. Both answer whose it is. */
  take(id: string, row: unknown): readonly string[];
  of(owner: string): readonly Happening[];
  /** Tells how an owner was and is: where it names the related rows, they have to know it. */
  link(owner: string, from: unknown, to: unknown): void;
}

/** What a ledger asks of those around it. */
export interface LedgerAsks {
  /** Whether a related row is in the segment that the condition names; all are where it names none. */
  isIn(id: string): boolean;
  /** An owner as it is. */
  ownerRow(id: string): unknown;
}

/** Rows without a date, in a relation that is not dated. */
const UNDATED = Number.NEGATIVE_INFINITY;
const NOBODY: readonly Happening[] = [];

/** A ledger without rows. */
export function newLedger(relation: Relation, asked: Filter | undefined, clock: Clock, asks: LedgerAsks): Ledger {
  const where = { and: [relation.where, asked].filter((each) => each !== undefined) };
  return relation.up ? upLedger(relation, where, clock, asks) : downLedger(relation, where, clock, asks);
}

/** When a related row happened, in milliseconds; undefined where it has no date and ought to. */
function momentReader({ at }: Relation, clock: Clock): (row: unknown) => number | undefined {
  const paths = at === undefined ? [] : [at].flat().map((path) => path.split('.'));
  return (row) => {
    if (paths.length === 0) return UNDATED;
    let value: unknown;
    for (const path of paths) {
      value = ownValue(path, row);
      if (value !== undefined && value !== null) break;
    }
    if (typeof value !== 'string') return undefined;
    if (isInstant(value)) return Date.parse(value);
    return isDay(value) ? clock.zone.startOf(dayNumber(value)) : undefined;
  };
}

/** Related rows that their owner names: kept once each, and found by the owner's own row. */
function upLedger(relation: Relation, where: Filter, clock: Clock, { isIn, ownerRow }: LedgerAsks): Ledger {
  const by = relation.by.split('.');
  const momentOf = momentReader(relation, clock);
  const matches = clockedMatcher(where, clock);
  const met = new Map<string, Happening>();
  const ownersById = new Map<string, Set<string>>();
  const ownersOf = (id: string): readonly string[] => [...(ownersById.get(id) ?? [])];
  const take = (id: string): readonly string[] => (met.delete(id) ? ownersOf(id) : []);
  return {
    relation,
    where,
    take,
    put(id, row) {
      const at = momentOf(row);
      if (at === undefined || !matches(row) || !isIn(id)) return take(id);
      met.set(id, { id, at, row });
      return ownersOf(id);
    },
    of(owner) {
      const named = new Set(textsAt(by, ownerRow(owner)));
      const found = [...named].flatMap((id) => met.get(id) ?? []);
      return found.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    },
    link(owner, from, to) {
      for (const id of from ? textsAt(by, from) : []) {
        const owners = ownersById.get(id);
        owners?.delete(owner);
        if (owners?.size === 0) ownersById.delete(id);
      }
      for (const id of to ? textsAt(by, to) : []) {
        const owners = ownersById.get(id) ?? new Set();
        ownersById.set(id, owners.add(owner));
      }
    },
  };
}

/** Related rows that name their owners: kept in a list for each owner. */
function downLedger(relation: Relation, where: Filter, clock: Clock, { isIn }: LedgerAsks): Ledger {
  const lists = new Map<string, Happening[]>();
  const by = relation.by.split('.');
  const momentOf = momentReader(relation, clock);
  const matches = clockedMatcher(where, clock);

  const take = (id: string, row: unknown): readonly string[] => {
    const moment = momentOf(row);
    if (moment === undefined) return [];
    const owners = [...new Set(textsAt(by, row))];
    for (const owner of owners) {
      const list = lists.get(owner);
      const place = list ? placeOf(list, moment, id) : 0;
      if (!list || list[place]?.id !== id) continue;
      if (list.length === 1) lists.delete(owner);
      else list.splice(place, 1);
    }
    return owners;
  };
  return {
    relation,
    where,
    put(id, row) {
      const moment = momentOf(row);
      if (moment === undefined || !matches(row) || !isIn(id)) return take(id, row);
      const owners = [...new Set(textsAt(by, row))];
      for (const owner of owners) {
        const list = lists.get(owner);
        const happening = { id, at: moment, row };
        if (!list) {
          lists.set(owner, [happening]);
          continue;
        }
        const place = placeOf(list, moment, id);
        list.splice(place, list[place]?.id === id ? 1 : 0, happening);
      }
      return owners;
    },
    take,
    of: (owner) => lists.get(owner) ?? NOBODY,
    link: () => undefined,
  };
}

/** Where a row stands in a list, or would: by its moment, then by its id. */
function placeOf(list: readonly Happening[], at: number, id: string): number {
  return firstPlace(list, (each) => each.at > at || (each.at === at && each.id >= id));
}

/** The first place whose row is later than a moment. */
export const placeAfter = (list: readonly Happening[], at: number): number => firstPlace(list, (each) => each.at > at);

function firstPlace(list: readonly Happening[], isBehind: (happening: Happening) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBehind(list[middle] as Happening)) high = middle;
    else low = middle + 1;
  }
  return low;
}
