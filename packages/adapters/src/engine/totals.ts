import type { Json, TallyGroup } from '../adapter.js';
import { compareKeys, type Key, toKey } from './collate.js';

/** What was counted and added up for one group so far. */
export interface GroupTotal {
  readonly key: readonly Json[];
  count: number;
  readonly sums: readonly Total[];
}

interface Total {
  sum: number;
  lost: number;
}

/** A group with nothing in it. */
export const createTotal = (key: readonly Json[], sums: number): GroupTotal => ({
  key,
  count: 0,
  sums: Array.from({ length: sums }, () => ({ sum: 0, lost: 0 })),
});

/**
 * Adds to one of the sums of a group. Neumaier's compensated summation (1974): the part that rounding loses is kept
 * beside the sum.
 */
export function addToSum(group: GroupTotal, index: number, value: number): void {
  const total = group.sums[index] as Total;
  const next = total.sum + value;
  total.lost += Math.abs(total.sum) >= Math.abs(value) ? total.sum - next + value : value - next + total.sum;
  total.sum = next;
}

/** The answer that the groups come to. */
export const answerOf = (groups: Iterable<GroupTotal>): readonly TallyGroup[] =>
  sortGroups(
    Array.from(groups, ({ key, count, sums }) => ({ key, count, sums: sums.map(({ sum, lost }) => sum + lost) })),
  );

/** Groups in the order of their keys; strings that sort alike but are not the same, by their code units. */
export function sortGroups(groups: readonly TallyGroup[]): readonly TallyGroup[] {
  const keyed = groups.map((group) => ({ group, keys: group.key.map(toKey) }));
  keyed.sort((a, b) => {
    for (let index = 0; index < a.keys.length; index++) {
      const order =
        compareKeys(a.keys[index] as Key, b.keys[index] as Key) || compareUnits(a.group.key[index], b.group.key[index]);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ group }) => group);
}

function compareUnits(a: Json | undefined, b: Json | undefined): number {
  return typeof a === 'string' && typeof b === 'string' && a !== b ? (a < b ? -1 : 1) : 0;
}
