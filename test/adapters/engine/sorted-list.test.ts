import type { Row } from '@kith/adapters';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIds, compareKeys, type Key, toKey } from '../../../packages/adapters/src/engine/collate.js';
import {
  createSortedList,
  distance,
  endOf,
  insert,
  locate,
  remove,
  startOf,
  visitBetween,
} from '../../../packages/adapters/src/engine/sorted-list.js';

interface Entry {
  readonly key: Key;
  readonly id: string;
}

const rowOf = (id: string): Row => ({ id, rev: 1, seq: '', data: {} });
const compare = (a: Entry, b: Entry): number => compareKeys(a.key, b.key) || compareIds(a.id, b.id);

describe('a sorted list', () => {
  it('P4 is a sorted array in chunks, whatever is put in and taken out', () => {
    const value = fc.oneof(
      fc.constantFrom(null, true, false),
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom('a', 'b', 'é', '😀'),
    );
    const step = fc.record({ value, id: fc.integer({ min: 0, max: 400 }), isRemoval: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 900, minLength: 300 }), value, (steps, bound) => {
        const list = createSortedList();
        let model: Entry[] = [];
        for (const each of steps) {
          const entry: Entry = { key: toKey(each.value), id: `row${each.id}` };
          const isThere = model.some((other) => compare(other, entry) === 0);
          if (each.isRemoval && isThere) {
            remove(list, entry.key, entry.id);
            model = model.filter((other) => compare(other, entry) !== 0);
          } else if (!isThere) {
            insert(list, entry.key, rowOf(entry.id));
            model.push(entry);
          }
        }
        model.sort(compare);
        const ids: string[] = [];
        visitBetween(list, startOf(list), endOf(list), false, ({ id }) => ids.push(id) > 0);
        expect(ids).toEqual(model.map(({ id }) => id));
        const backwards: string[] = [];
        visitBetween(list, startOf(list), endOf(list), true, ({ id }) => backwards.push(id) > 0);
        expect(backwards).toEqual([...ids].reverse());
        const key: Key = toKey(bound);
        const [from, to] = [locate(list, key, undefined, false), locate(list, key, undefined, true)];
        expect(distance(list, from, to)).toBe(model.filter((entry) => entry.key === key).length);
        expect(list.size).toBe(model.length);
      }),
      { numRuns: 60 },
    );
  });
});
