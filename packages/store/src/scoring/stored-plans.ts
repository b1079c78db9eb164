import type { StorageAdapter } from '@kith/adapters';
import type { StoredScheme } from '@kith/core/scoring';
import type { Collection } from '../collection.js';
import { readRows } from '../read.js';
import type { Store } from '../store.js';
import { scoringSchemes } from './collection.js';
import type { RulePlan } from './plan.js';

/** The plans of the stored schemes that score one of these collections: for `rescoreAll`, `rescoreDue` and `ranked`. */
export const storedPlans = async (store: Store, collections: readonly Collection[]): Promise<readonly RulePlan[]> =>
  (await readSchemes(store.storage.adapter)).flatMap((row) => planOf(row, collections));

/** All stored schemes, in the order in which they were made. */
export const readSchemes = async (adapter: StorageAdapter): Promise<readonly StoredScheme[]> =>
  (
    await readRows(
      adapter,
      { ask: 'rows', collection: scoringSchemes },
      { pushed: undefined, exact: true, matches: () => true },
    )
  ).map(({ data }) => data as unknown as StoredScheme);

/** The plan of a stored scheme; none where a collection it names is not known here. */
export function planOf({ of, scheme, events }: StoredScheme, collections: readonly Collection[]): readonly RulePlan[] {
  const named = (name: string): Collection | undefined => collections.find((each) => each.name === name);
  const [scored, source] = [named(of), events && named(events.collection)];
  if (!scored || (events && !source)) return [];
  return [{ of: scored, scheme, ...(events && source && { events: { ...events, collection: source } }) } as RulePlan];
}
