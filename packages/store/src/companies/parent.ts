import { type Company, checkParent, type Id, type Problem, type Result } from '@kith/core';
import type { Collection } from '../collection.js';
import type { Work } from '../work.js';
import { companies } from './collection.js';

/**
 * Whether a company may be put below another. The whole line above that one counts, also where whoever acts does not see
 * all of it; what they are told names none of it. `known` are companies that cannot be read as they will be. Problem:
 * `companies/own-ancestor`.
 */
export async function checkedParent(
  work: Work,
  id: Id<'company'>,
  parentId: Id<'company'>,
  known: (id: Id<'company'>) => Company | undefined = () => undefined,
): Promise<Result<unknown>> {
  const parents = new Map<Id<'company'>, Id<'company'> | undefined>();
  for (let above: Id<'company'> | undefined = parentId; above && above !== id && !parents.has(above); ) {
    const company: Company | undefined = known(above) ?? (await work.system.get(companies, above));
    parents.set(above, company?.parentId);
    above = company?.parentId;
  }
  return checkParent(id, parentId, (each) => parents.get(each));
}

/**
 * Why a row may not be as it is to be, seen from the one it was: a company that would come below another one. Rows of other
 * collections may be anything. Problem: `companies/own-ancestor`.
 */
export async function misplacement(
  work: Work,
  collection: Pick<Collection, 'name'>,
  before: object | null | undefined,
  after: object | null,
  known?: (id: Id<'company'>) => Company | undefined,
): Promise<Problem | undefined> {
  const [was, is] = [before, after] as readonly (Company | null | undefined)[];
  if (collection.name !== companies.name || !is?.parentId || is.parentId === was?.parentId) return undefined;
  const checked = await checkedParent(work, is.id, is.parentId, known);
  return checked.ok ? undefined : checked.problem;
}
