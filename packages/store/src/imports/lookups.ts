import { type Found, type ImportPlan, lookupKey, nearNames, valueAt } from '@kith/core/imports';
import type { Collection } from '../collection.js';
import type { Work } from '../work.js';

/** What the lookups of a mapping found so far. */
export interface Lookups {
  /** Reads what some rows name and is not known yet. */
  load(work: Work, rows: ReadonlyArray<{ readonly cells: readonly string[] }>): Promise<void>;
  find(lookup: string, key: string): Found;
  /** An entity that came in since: every lookup into its collection finds it. */
  add(collection: string, entity: object): void;
}

/** So many names are compared to suggest a near one, for so many names that were not found. */
const NAMES = 10_000;
const SUGGESTIONS = 100;

/** Lookups that know nothing yet. They keep what they found: a file names the same few things again and again. */
export function newLookups(plan: ImportPlan, collectionNamed: (name: string) => Collection): Lookups {
  const foundByLookup = new Map(plan.lookups.map(([name]) => [name, new Map<string, readonly object[]>()]));
  const _askedByLookup = new Map(plan.lookups.map(([name]) => [name, new Set<string>()]));
  const namesByLookup = new Map<string, readonly string[]>();
  const nearByKey = new Map<string, readonly string[]>();

  const near = (lookup: string, key: string): readonly string[] => {
    const place = `${lookup} ${key}`;
    const known = nearByKey.get(place);
    if (known || nearByKey.size >= SUGGESTIONS) return known ?? [];
    const names = nearNames(key, namesByLookup.get(lookup) ?? []);
    nearByKey.set(place, names);
    return names;
  };

  return {
    async load(work, rows) {
      for (const [name, lookup] of plan.lookups) {
        const found = foundByLookup.get(name);
        const keys = new Set(
          rows.map(({ cells }) => lookupKey(lookup, cells, plan)).filter((key) => key !== '' && !found?.has(key)),
        );
        if (!found || keys.size === 0) continue;
        const collection = collectionNamed(lookup.in);
        for (const key of keys) found.set(key, []);
        for (const entity of await work.find({
          ask: 'rows',
          collection,
          where: { field: lookup.by, is: 'in', value: [...keys] },
        }))
          push(found, valueAt(entity, lookup.by), entity);
        if (namesByLookup.has(name) || [...keys].every((key) => found.get(key)?.length)) continue;
        const known = await work.find({ ask: 'rows', collection, limit: NAMES });
        namesByLookup.set(
          name,
          known.map((entity) => valueAt(entity, lookup.by)).filter((value) => typeof value === 'string'),
        );
      }
    },
    find(lookup, key) {
      const entities = foundByLookup.get(lookup)?.get(key) ?? [];
      return entities.length > 0 ? { entities } : { entities, near: near(lookup, key) };
    },
    add(collection, entity) {
      for (const [name, lookup] of plan.lookups) {
        const found = foundByLookup.get(name);
        if (lookup.in === collection && found) push(found, valueAt(entity, lookup.by), entity);
      }
    },
  };
}

function push(found: Map<string, readonly object[]>, key: unknown, entity: object): void {
  if (typeof key !== 'string') return;
  const others = (found.get(key) ?? []).filter((other) => valueAt(other, 'id') !== valueAt(entity, 'id'));
  found.set(key, [...others, entity]);
}
