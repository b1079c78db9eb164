import type { Id } from '../kernel/id.js';
import { ok, type Result, refuse } from '../kernel/result.js';

/**
 * Whether a company may become a subsidiary of another: not of itself, nor of one of its own subsidiaries at any depth.
 * `parentOf` answers the parent of a company; a circle that stands there already is walked once and no further.
 * Answers the parent. Problem: `companies/own-ancestor`.
 */
export function checkParent(
  companyId: Id<'company'>,
  parentId: Id<'company'>,
  parentOf: (id: Id<'company'>) => Id<'company'> | undefined,
): Result<Id<'company'>> {
  const seen = new Set<Id<'company'>>();
  for (
    let above: Id<'company'> | undefined = parentId;
    above !== undefined && !seen.has(above);
    above = parentOf(above)
  ) {
    if (above === companyId)
      return refuse({
        code: 'companies/own-ancestor',
        message: 'A company cannot belong to itself or to one of its own subsidiaries. Choose another parent.',
        path: 'parentId',
        params: { companyId, parentId },
        fix: { kind: 'fields', fields: ['parentId'] },
      });
    seen.add(above);
  }
  return ok(parentId);
}
