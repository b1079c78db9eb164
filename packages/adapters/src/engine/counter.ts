import type { Json, Row, RowData, TallyGroup } from '../adapter.js';
import { groupKey } from './group-key.js';
import { distinctAt, firstAt, MANY, onlyAt, type Path, parsePath, someAt } from './path.js';
import { sortGroups } from './totals.js';

interface Group {
  readonly key: readonly Json[];
  count: number;
  readonly sums: number[];
}

/** A declared tally, kept counted with every write. Sums of integers stay exact; see `isExact` for the others. */
export interface Counter {
  readonly by: readonly string[];
  readonly sum: readonly string[];
  readonly byPaths: readonly Path[];
  readonly sumPaths: readonly Path[];
  readonly groups: Map<string, Group>;
  /** Rows with a fraction at a sum path: adding and taking away fractions would drift, so those sums are added up anew. */
  fractional: number;
  /** Rows with several values or a structure at a group path, which filters see differently from groups. */
  irregular: number;
}

/** A counter with nothing counted yet. */
export function createCounter(by: readonly string[], sum: readonly string[] = []): Counter {
  return {
    by,
    sum,
    byPaths: by.map(parsePath),
    sumPaths: sum.map(parsePath),
    groups: new Map(),
    fractional: 0,
    irregular: 0,
  };
}

/** Brings a counter from one version of a row to the next; undefined is "not there". */
export function updateCounter(counter: Counter, before: Row | undefined, after: Row | undefined): void {
  if (before !== undefined) add(counter, before.data, -1);
  if (after !== undefined) add(counter, after.data, 1);
}

function add(counter: Counter, data: RowData, sign: 1 | -1): void {
  const key = counter.byPaths.map((path) => groupValueAt(path, data));
  const name = groupKey(key);
  let group = counter.groups.get(name);
  if (group === undefined) {
    group = { key, count: 0, sums: counter.sum.map(() => 0) };
    counter.groups.set(name, group);
  }
  group.count += sign;
  let isFractional = false;
  for (let index = 0; index < counter.sumPaths.length; index++) {
    const value = numberAt(counter.sumPaths[index] as Path, data);
    if (Number.isSafeInteger(value)) group.sums[index] = (group.sums[index] as number) + sign * value;
    else isFractional = true;
  }
  if (isFractional) counter.fractional += sign;
  if (counter.byPaths.some((path) => isIrregularAt(path, data))) counter.irregular += sign;
  if (group.count === 0) counter.groups.delete(name);
}

/** What a row counts under: its first value at the path, or null where that is missing or no scalar. */
export function groupValueAt(path: Path, data: RowData): Json {
  const value = firstAt(path, data);
  return value === undefined || typeof value === 'object' ? null : value;
}

function isIrregularAt(path: Path, data: RowData): boolean {
  const value = onlyAt(path, data);
  return typeof value === 'object' ? value !== null : value === MANY && distinctAt(path, data).length > 1;
}

/** The sum of all numbers a path finds in one row. */
export function numberAt(path: Path, data: RowData): number {
  let sum = 0;
  someAt(path, data, (value) => {
    if (typeof value === 'number') sum += value;
    return false;
  });
  return sum;
}

/**
 * The answer to a tally from the counter, as far as it can give one: `by` must be among its groupings, `sum` among its
 * sums, and the conditions must be on its groupings. undefined when it cannot.
 */
export function readCounter(
  counter: Counter,
  by: readonly string[],
  sum: readonly string[],
  conditions: ReadonlyMap<string, ReadonlySet<Json>>,
): readonly TallyGroup[] | undefined {
  if (counter.irregular > 0 && conditions.size > 0) return undefined;
  const byIndexes = by.map((path) => counter.by.indexOf(path));
  const sumIndexes = sum.map((path) => counter.sum.indexOf(path));
  if (byIndexes.includes(-1) || sumIndexes.includes(-1) || (sum.length > 0 && counter.fractional > 0)) return undefined;
  if (![...conditions.keys()].every((path) => counter.by.includes(path))) return undefined;
  const groups = new Map<string, { key: readonly Json[]; count: number; sums: number[] }>();
  for (const group of groupsWithin(counter, conditions)) {
    const key = byIndexes.map((index) => group.key[index] as Json);
    const name = groupKey(key);
    const merged = groups.get(name);
    if (merged === undefined)
      groups.set(name, { key, count: group.count, sums: sumIndexes.map((index) => group.sums[index] as number) });
    else {
      merged.count += group.count;
      sumIndexes.forEach((from, to) => {
        merged.sums[to] = (merged.sums[to] as number) + (group.sums[from] as number);
      });
    }
  }
  return sortGroups([...groups.values()]);
}

/** More groups than these are not looked up one by one. */
const MOST_NAMED = 64;

/** The groups that conditions on the groupings leave: looked up, when they name few, since there may be very many. */
function groupsWithin({ by, groups }: Counter, conditions: ReadonlyMap<string, ReadonlySet<Json>>): readonly Group[] {
  const values = by.map((path) => conditions.get(path));
  let names: readonly string[] = [''];
  for (const each of values) {
    if (each === undefined || names.length * each.size > MOST_NAMED)
      return [...groups.values()].filter(({ key }) => values.every((set, at) => set?.has(key[at] as Json) ?? true));
    names = names.flatMap((name) => [...each].map((value) => name + groupKey([value])));
  }
  return names.flatMap((name) => groups.get(name) ?? []);
}
