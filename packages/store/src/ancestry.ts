import type { Id, Problem } from '@kith/core';
import type { Collection, Identified } from './collection.js';
import type { Work } from './work.js';

/** A row that may belong to another one of its collection. */
interface Child extends Identified {
  readonly parentId?: Id | undefined;
}

/**
 * Why a row may not be as it is to be, seen from the one it was: it would come below itself, by the rule of its collection
 * (`checkParent`; without one its rows may be anything). The whole line above it counts, also where whoever acts does not
 * see all of it; what they are told names none of it. `known` are rows that cannot be read as they will be. Problems:
 * `companies/own-ancestor`, `goals/own-ancestor`.
 */
export async function misplacement(
  work: Work,
  collection: Collection,
  before: object | null | undefined,
  after: object | null,
  known: (id: Id) => object | undefined = () => undefined,
): Promise<Problem | undefined> {
  const [was, is] = [before, after] as readonly (Child | null | undefined)[];
  if (!collection.checkParent || !is?.parentId || is.parentId === was?.parentId) return undefined;
  const parents = new Map<Id, Id | undefined>();
  for (let above: Id | undefined = is.parentId; above && above !== is.id && !parents.has(above); ) {
    const row: Child | undefined = (known(above) as Child | undefined) ?? (await work.system.get(collection, above));
    parents.set(above, row?.parentId);
    above = row?.parentId;
  }
  const checked = await collection.checkParent(is.id, is.parentId, (id) => parents.get(id));
  return checked.ok ? undefined : checked.problem;
}
