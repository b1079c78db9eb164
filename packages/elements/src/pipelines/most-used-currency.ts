import type { TallyGroup } from '@kith/store';

/** The currency that most deals of a tally by stage and currency have. */
export function mostUsedCurrency(groups: readonly TallyGroup[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { key, count } of groups)
    if (typeof key[1] === 'string') counts.set(key[1], (counts.get(key[1]) ?? 0) + count);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0];
}
