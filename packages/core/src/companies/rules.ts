import { lineAbove } from '../kernel/ancestry.js';
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
  if (!lineAbove(parentId, parentOf).has(companyId)) return ok(parentId);
  return refuse({
    code: 'companies/own-ancestor',
    message: 'A company cannot belong to itself or to one of its own subsidiaries. Choose another parent.',
    path: 'parentId',
    params: { companyId, parentId },
    fix: { kind: 'fields', fields: ['parentId'] },
  });
}
