import type { Collection } from '../collection.js';
import { collections } from '../collections.js';

/** Finds a collection by its name. Throws a TypeError for one that is not there: the mapping was not made for this store. */
export function collectionsByName(own: readonly Collection[] = []): (name: string) => Collection {
  const byName = new Map([...collections, ...own].map((collection) => [collection.name, collection]));
  return (name) => {
    const found = byName.get(name);
    if (found) return found;
    throw new TypeError(
      `There is no collection "${name}". Use one of ${[...byName.keys()].join(', ')}, or give your own under "collections".`,
    );
  };
}
