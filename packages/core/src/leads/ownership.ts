import type { AssignmentDecision } from '../assignment/assign.js';
import type { Env } from '../kernel/env.js';
import type { Id } from '../kernel/id.js';
import { ok, type Result } from '../kernel/result.js';
import type { Lead, OwnerReason, Ownership } from './schema.js';
import { closed, isOpenLead, stamped } from './status.js';

/** So many changes of hands are remembered. */
const MOST = 200;

/** Gives a lead to somebody. Problem: `leads/closed`. */
export function giveTo(
  lead: Lead,
  ownerId: Id<'user'>,
  { reason, note }: { readonly reason: OwnerReason; readonly note?: string | undefined },
  env: Env,
): Result<Lead> {
  if (!isOpenLead(lead)) return closed(lead);
  if (lead.ownerId === ownerId) return ok(lead);
  return ok(
    stamped(
      {
        ...lead,
        ownerId,
        ownedAt: env.now,
        idleSince: env.now,
        pooledAt: undefined,
        assignment: undefined,
        unassigned: undefined,
        ownerHistory: withStretch(lead, { ownerId, from: env.now, reason, note, by: env.actor }),
      },
      env,
    ),
  );
}

/** Puts a lead into a pool; nobody owns it then. Problem: `leads/closed`. */
export function putIntoPool(
  lead: Lead,
  poolId: Id<'pool'>,
  { reason, note }: { readonly reason: OwnerReason; readonly note?: string | undefined },
  env: Env,
): Result<Lead> {
  if (!isOpenLead(lead)) return closed(lead);
  return ok(
    stamped(
      {
        ...lead,
        ownerId: undefined,
        ownedAt: undefined,
        idleSince: undefined,
        poolId,
        pooledAt: env.now,
        assignment: undefined,
        ownerHistory: withStretch(lead, { poolId, from: env.now, reason, note, by: env.actor }),
      },
      env,
    ),
  );
}

/** Writes down what a plan decided: the new owner with the reason, or why there is none and when to ask again. */
export function applyAssignment(lead: Lead, decision: AssignmentDecision, env: Env): Result<Lead> {
  switch (decision.kind) {
    case 'unassigned': {
      const { why, ruleId, retryAt } = decision;
      return ok(stamped({ ...lead, unassigned: { why, ...(ruleId !== undefined && { ruleId }), retryAt } }, env));
    }
    case 'assigned': {
      const given = giveTo(lead, decision.userId, { reason: 'by-rule', note: decision.reason.ruleName }, env);
      return given.ok ? ok({ ...given.value, assignment: { at: env.now, ...decision.reason } }) : given;
    }
  }
}

function withStretch(
  lead: Lead,
  stretch: { readonly [Field in keyof Ownership]: Ownership[Field] | undefined },
): readonly Ownership[] {
  const present = Object.fromEntries(Object.entries(stretch).filter(([, value]) => value !== undefined));
  return [...(lead.ownerHistory ?? []).slice(-(MOST - 1)), present as unknown as Ownership];
}
