import { compareKeys, distinctAt, type Json, type Key, type RowData } from '@kith/adapters';
import { isWithin, keysAt, type QueryBounds, type Range } from './query-bounds.js';
import { newStretches, type Stretch, type Stretches } from './stretches.js';

/** Listeners of one collection, found by the rows that can matter to them. */
export interface Subscriptions<Listener> {
  /** Puts a listener in its place, or in another one. */
  place(listener: Listener, bounds: QueryBounds): void;
  delete(listener: Listener): void;
  /** Adds those to whom a row can matter. */
  collect(row: object, into: Set<Listener>): void;
}

/** Listeners whose bounds name the same paths: one look-up finds those that a row concerns. */
interface Form<Listener> {
  readonly paths: readonly string[];
  /** The paths, taken apart. */
  readonly steps: ReadonlyArray<readonly string[]>;
  readonly rangePath: string | undefined;
  readonly stretchesByValues: Map<string, Stretches<Listener>>;
}

interface Placed<Listener> {
  readonly form: Form<Listener>;
  readonly equal: QueryBounds['equal'];
  readonly values: readonly string[];
  readonly ranges: readonly Range[];
}

/** A list of values is looked up by each of them, unless there are more than so many combinations. */
const COMBINATIONS = 100;

/** Nobody listens yet. */
export function newSubscriptions<Listener>(): Subscriptions<Listener> {
  const formsByPaths = new Map<string, Form<Listener>>();
  const placedByListener = new Map<Listener, Placed<Listener>>();

  const formFor = (paths: readonly string[], rangePath: string | undefined): Form<Listener> => {
    const key = JSON.stringify([paths, rangePath]);
    const form = formsByPaths.get(key) ?? {
      paths,
      steps: paths.map((path) => path.split('.')),
      rangePath,
      stretchesByValues: new Map(),
    };
    formsByPaths.set(key, form);
    return form;
  };
  const remove = (listener: Listener): void => {
    const placed = placedByListener.get(listener);
    if (!placed) return;
    const { form, values } = placed;
    for (const key of values) {
      const stretches = form.stretchesByValues.get(key);
      stretches?.delete(listener);
      if (stretches?.size === 0) form.stretchesByValues.delete(key);
    }
    if (form.stretchesByValues.size === 0) formsByPaths.delete(JSON.stringify([form.paths, form.rangePath]));
    placedByListener.delete(listener);
  };

  return {
    place(listener, { equal, ranges }) {
      const rangePath = ranges[0]?.path;
      const stretch = stretchOf(ranges.filter(({ path }) => path === rangePath));
      const placed = placedByListener.get(listener);
      if (placed && placed.equal === equal && placed.form.rangePath === rangePath) {
        // A list whose end has moved: it stays where it is, and reaches further or less far.
        for (const key of placed.values) {
          const stretches = placed.form.stretchesByValues.get(key);
          stretches?.delete(listener);
          stretches?.add(listener, stretch);
        }
        placedByListener.set(listener, { ...placed, ranges });
        return;
      }
      remove(listener);
      const told = tellApart(equal);
      const form = formFor(
        told.map(({ path }) => path),
        rangePath,
      );
      const values = combinations(told.map((each) => each.values)).map((each) => JSON.stringify(each));
      for (const key of values) {
        const stretches = form.stretchesByValues.get(key) ?? newStretches<Listener>();
        form.stretchesByValues.set(key, stretches);
        stretches.add(listener, stretch);
      }
      placedByListener.set(listener, { form, equal, values, ranges });
    },
    delete: remove,
    collect(row, into) {
      const data = row as RowData;
      for (const { steps, rangePath, stretchesByValues } of formsByPaths.values()) {
        const keys = rangePath === undefined ? [null] : keysAt(rangePath, row).toSorted(compareKeys);
        for (const values of combinations(steps.map((path) => distinctAt(path, data))))
          stretchesByValues.get(JSON.stringify(values))?.visit(keys[0] as Key, keys.at(-1) as Key, (listener) => {
            if (isWithin(placedByListener.get(listener)?.ranges ?? [], row)) into.add(listener);
          });
      }
    },
  };
}

/** The conditions that listeners are told apart by, in an order that does not depend on how they were written. */
function tellApart(equal: QueryBounds['equal']): QueryBounds['equal'] {
  let count = 1;
  return equal
    .toSorted((left, right) => left.values.length - right.values.length)
    .filter(({ values }) => {
      if (count * values.length > COMBINATIONS) return false;
      count *= values.length;
      return true;
    })
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** Every way to take one value of each list. */
function combinations(lists: readonly (readonly Json[])[]): readonly (readonly Json[])[] {
  // Nearly every row has one value at each path.
  if (lists.every(({ length }) => length === 1)) return [lists.map(([value]) => value as Json)];
  return lists.reduce<readonly (readonly Json[])[]>(
    (rows, values) => rows.flatMap((row) => [...new Set(values)].map((value) => [...row, value])),
    [[]],
  );
}

/** The narrowest stretch that all ranges of one path leave. */
function stretchOf(ranges: readonly Range[]): Stretch {
  let from: Key | undefined;
  let to: Key | undefined;
  for (const { lower, upper } of ranges) {
    if (lower && (from === undefined || compareKeys(lower.key, from) > 0)) from = lower.key;
    if (upper && (to === undefined || compareKeys(upper.key, to) < 0)) to = upper.key;
  }
  return { from, to };
}
