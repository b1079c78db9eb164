import type { Seq, StorageAdapter } from '@kith/adapters';
import { dependenciesOf, type FilterMoment } from '@kith/core';
import { isSame } from '@kith/core/imports';
import type { Keeper } from './keeper.js';
import type { TallyGroup, TallyQuery } from './query.js';
import { compareGroups, condition, matcherOf, readTally } from './read.js';

/** Where one is in the feed of a storage whose places can be compared. */
export interface Places {
  /** Up to where the feed has been told here. */
  told(): Seq;
  /** Up to where the storage has come. */
  head(): Promise<Seq>;
}

/** Between which places an answer was counted: it holds every commit up to the first and none behind the second. */
interface Span {
  readonly from: Seq;
  readonly to: Seq;
}

type Scalar = string | number | boolean | null;

/** What a row adds: to which group, and how much. */
interface Share {
  readonly key: readonly Scalar[];
  readonly sums: readonly number[];
}

/**
 * Keeps counts and sums. A change is added to what was counted when it is certain that it is not in there already: the
 * answer knows between which places of the feed it was counted. Otherwise, and where a sum has fractions or a value is a
 * list, everything is counted anew; a change that moves no figure asks nothing.
 */
export function keepTally(
  adapter: StorageAdapter,
  query: TallyQuery,
  moment: () => FilterMoment,
  places: Places | undefined,
): Keeper<readonly TallyGroup[]> {
  const spans = new WeakMap<readonly TallyGroup[], Span>();
  const by = query.by.map((path) => path.split('.'));
  const sum = (query.sum ?? []).map((path) => path.split('.'));
  const matcher = matcherOf(query.where, moment);
  // What a day or a moment has made of a row since it was counted, nobody was told.
  const known = query.where && dependenciesOf(query.where).readsClock ? undefined : places;

  return {
    async load() {
      const from = known?.told();
      const groups = [...(await readTally(adapter, query, condition(query.where, moment())))];
      if (known && from !== undefined) spans.set(groups, { from, to: await known.head() });
      return groups;
    },
    next(answer, changes) {
      const matches = matcher();
      const shareOf = (entity: unknown): Share | undefined | typeof UNSURE =>
        entity && matches(entity) ? shareAt(by, sum, entity) : undefined;
      const span = spans.get(answer);
      let groups = answer;
      for (const { from, to, seq } of changes) {
        if (span && seq !== undefined && seq <= span.from) continue;
        if (from === undefined) return undefined;
        const gone = shareOf(from);
        const come = shareOf(to);
        if (gone === UNSURE || come === UNSURE) return undefined;
        if (isSame(gone, come)) continue;
        if (!span || seq === undefined || seq <= span.to) return undefined;
        const without = gone ? moved(groups, gone, -1) : groups;
        const next = without && come ? moved(without, come, 1) : without;
        if (!next) return undefined;
        groups = next;
      }
      if (span) spans.set(groups, span);
      return { answer: groups };
    },
    // Any row may be counted in it.
    mayHold: () => true,
    same: isSame,
  };
}

/** What cannot be said without the storage: lists, structures, numbers that do not add up exactly. */
const UNSURE = Symbol('unsure');

function shareAt(
  by: readonly (readonly string[])[],
  sum: readonly (readonly string[])[],
  entity: unknown,
): Share | typeof UNSURE {
  const key: Scalar[] = [];
  const sums: number[] = [];
  for (const path of by) {
    const value = scalarAt(path, entity);
    if (value === UNSURE) return UNSURE;
    key.push(value);
  }
  for (const path of sum) {
    const value = scalarAt(path, entity);
    const figure = typeof value === 'number' ? value : 0;
    if (value === UNSURE || !Number.isSafeInteger(figure)) return UNSURE;
    sums.push(figure);
  }
  return { key, sums };
}

function scalarAt(path: readonly string[], entity: unknown): Scalar | typeof UNSURE {
  let value = entity;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return null;
    if (Array.isArray(value)) return UNSURE;
    value = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  }
  if (value === undefined) return null;
  return typeof value === 'object' && value !== null ? UNSURE : (value as Scalar);
}

/** The groups when a row has come (1) or gone (-1); undefined where that does not come out exactly. */
function moved(groups: readonly TallyGroup[], share: Share, sign: 1 | -1): readonly TallyGroup[] | undefined {
  const at = groups.findIndex(({ key }) => key.every((value, index) => value === share.key[index]));
  const group = groups[at] ?? { key: share.key, count: 0, sums: share.sums.map(() => 0) };
  const count = group.count + sign;
  const sums = group.sums.map((value, index) => value + sign * (share.sums[index] ?? 0));
  if (count < 0 || ![...group.sums, ...sums].every(Number.isSafeInteger)) return undefined;
  const next: TallyGroup = { key: group.key, count, sums };
  if (at >= 0) return count > 0 ? groups.with(at, next) : groups.toSpliced(at, 1);
  const place = groups.findIndex((each) => compareGroups(each, next) > 0);
  return groups.toSpliced(place < 0 ? groups.length : place, 0, next);
}
