import type { CollectionShape } from '@kith/adapters';
import type { FieldRegistry } from '@kith/core/fields';
import type { Collection } from '../collection.js';

/** What the storage prepares for each collection: what it declares itself, search in custom fields, and the order in which roll-ups look for rows. */
export function shapesOf(
  registry: FieldRegistry,
  collections: readonly Collection[],
): Readonly<Record<string, CollectionShape>> {
  const shapes = Object.fromEntries(collections.map(({ name, shape }) => [name, shape]));
  for (const { kind, collection } of registry.entities) {
    const shape = shapes[collection];
    if (!shape) continue;
    const searched = registry.fieldsOf(kind).filter((field) => field.searched && field.origin !== 'built-in');
    const indexes = registry.rollUpsOver(kind).flatMap(({ rollUp }) => {
      if (!rollUp) return [];
      const order =
        rollUp.take === 'last'
          ? rollUp.order
          : rollUp.take === 'min' || rollUp.take === 'max'
            ? rollUp.field
            : undefined;
      return [order === undefined ? [rollUp.by] : [rollUp.by, order]];
    });
    const known = new Set(shape.indexes.map((paths) => paths.join(' ')));
    // One of two paths that begins with the same serves as well where no order is wanted; a longer one takes the values of
    // all its paths but the last.
    const isCovered = (paths: readonly string[]): boolean =>
      paths.length === 1 && shape.indexes.some((known) => known.length <= 2 && known[0] === paths[0]);
    const wanted = [...new Map(indexes.map((paths) => [paths.join(' '), paths])).entries()]
      .filter(([key, paths]) => !known.has(key) && !isCovered(paths))
      .map(([, paths]) => paths);
    if (searched.length === 0 && wanted.length === 0) continue;
    shapes[collection] = {
      ...shape,
      indexes: [...shape.indexes, ...wanted],
      search: [...(shape.search ?? []), ...searched.map(({ path }) => ({ path }))],
    };
  }
  return shapes;
}
