import { type Company, checkParent, type Id, type Result } from '@kith/core';
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
