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
  readonly where: Filter | undefined;
  /** Takes a row in as it is now; it may be there already. */
  put(id: string, row: unknown): readonly string[];
  /** Takes a row out as it was when it was put in. Both answer whose it is. */
  take(id: string, row: unknown): readonly string[];
  of(owner: string): readonly Happening[];
}

/** Rows without a date, in a relation that is not dated. */
const UNDATED = Number.NEGATIVE_INFINITY;
const NOBODY: readonly Happening[] = [];

/** A ledger without rows. */
export function newLedger(relation: Relation, where: Filter | undefined, clock: Clock): Ledger {
  const lists = new Map<string, Happening[]>();
  const by = relation.by.split('.');
  const at = relation.at?.split('.');
  const matches = clockedMatcher(where ?? { and: [] }, clock);

  const momentOf = (row: unknown): number | undefined => {
    if (!at) return UNDATED;
    const value = ownValue(at, row);
    if (typeof value !== 'string') return undefined;
    if (isInstant(value)) return Date.parse(value);
    return isDay(value) ? clock.zone.startOf(dayNumber(value)) : undefined;
  };
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
      if (moment === undefined || !matches(row)) return take(id, row);
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
