import { isSame } from '@kith/core/imports';
import { type OperatorFunction, scan } from 'rxjs';
import type { Identified } from './collection.js';

/** A list, and how it differs from the one before: at first all of its rows are added. */
export interface RowChanges<Entity extends Identified> {
  readonly rows: readonly Entity[];
  readonly added: readonly Entity[];
  /** As they were. */
  readonly removed: readonly Entity[];
  /** Rows that hold something else than before, as they are now. */
  readonly changed: readonly Entity[];
  /** Rows that stand elsewhere among those that stayed; every other one kept its place relative to the rest. */
  readonly moved: readonly Entity[];
}

/**
 * Says with each list of a watched question what has changed in it, for who keeps a view of their own of it: a table, a
 * map, another copy.
 *
 * ```ts
 * import { memoryAdapter } from '@kith/adapters';
 * import { companies, openStore, type RowChanges, rowChanges } from '@kith/store';
 * import type { Company } from '@kith/core';
 *
 * const store = await openStore({ adapter: memoryAdapter() });
 * const seen: RowChanges<Company>[] = [];
 * store.watch(companies.all()).pipe(rowChanges()).subscribe((changes) => seen.push(changes));
 * await store.run(companies.create({ name: 'Brama' }));
 * expect(seen.at(-1)?.added.map(({ name }) => name)).toEqual(['Brama']);
 * ```
 */
export const rowChanges = <Entity extends Identified>(): OperatorFunction<readonly Entity[], RowChanges<Entity>> =>
  scan((before, rows) => differences(before.rows, rows), differences<Entity>([], []));

function differences<Entity extends Identified>(
  before: readonly Entity[],
  after: readonly Entity[],
): RowChanges<Entity> {
  // Most changes touch a short stretch: what is the same at both ends is not looked at.
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let endBefore = before.length;
  let endAfter = after.length;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  const old = new Map(before.slice(start, endBefore).map((row, index) => [row.id, { row, index }]));
  const added: Entity[] = [];
  const changed: Entity[] = [];
  const stayed: { readonly row: Entity; readonly index: number }[] = [];
  for (const row of after.slice(start, endAfter)) {
    const known = old.get(row.id);
    old.delete(row.id);
    if (!known) added.push(row);
    else {
      stayed.push({ row, index: known.index });
      if (!isSame(known.row, row)) changed.push(row);
    }
  }
  const kept = longestRise(stayed.map(({ index }) => index));
  return {
    rows: after,
    added,
    removed: [...old.values()].map(({ row }) => row),
    changed,
    moved: stayed.filter((_, at) => !kept.has(at)).map(({ row }) => row),
  };
}

/** Where the longest rising series among some numbers stands (patience sorting): the fewest others are left out. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[at] = tails[low - 1] ?? -1;
    tails[low] = at;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at);
  return kept;
}
