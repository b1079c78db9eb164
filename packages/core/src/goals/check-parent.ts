import { lineAbove } from '../kernel/ancestry.js';
import type { Id } from '../kernel/id.js';
import { ok, type Result, refuse } from '../kernel/result.js';

/**
 * Whether a goal may be a part of another: not of itself, nor of one of its own parts at any depth. `parentOf` answers what
 * a goal is a part of. Answers the parent. Problem: `goals/own-ancestor`.
 */
export function checkGoalParent(
  goalId: Id<'goal'>,
  parentId: Id<'goal'>,
  parentOf: (id: Id<'goal'>) => Id<'goal'> | undefined,
): Result<Id<'goal'>> {
  if (!lineAbove(parentId, parentOf).has(goalId)) return ok(parentId);
  return refuse({
    code: 'goals/own-ancestor',
    message: 'A goal cannot be a part of itself or of one of its own parts. Choose another goal.',
    path: 'parentId',
    params: { goalId, parentId },
    fix: { kind: 'fields', fields: ['parentId'] },
  });
}
