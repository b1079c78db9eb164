import type { Id } from './id.js';

/** A row and all that stand above it, each once: a circle that stands there already is walked no further. */
export function lineAbove<Kind extends string>(
  id: Id<Kind> | undefined,
  parentOf: (id: Id<Kind>) => Id<Kind> | undefined,
): ReadonlySet<Id<Kind>> {
  const line = new Set<Id<Kind>>();
  while (id !== undefined && !line.has(id)) {
    line.add(id);
    id = parentOf(id);
  }
  return line;
}
