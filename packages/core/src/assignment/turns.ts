import type { Id } from '../kernel/id.js';
import type { AssignmentTurns } from './schema.js';

/** Whose turn it is under one rule. */
export type Turn = AssignmentTurns['turns'][string];

/** Somebody who can take it, with their share. */
export interface Share {
  readonly userId: Id<'user'>;
  readonly weight: number;
}

/**
 * Round robin: whoever comes next behind the last one in the order of all, among those who can take it. Who cannot is
 * passed over and waits for the next round.
 */
export function nextInTurn(
  order: readonly Id<'user'>[],
  available: ReadonlySet<Id<'user'>>,
  turn: Turn,
): { readonly userId: Id<'user'>; readonly turn: Turn } | undefined {
  const last = turn.last === undefined ? -1 : order.indexOf(turn.last);
  for (let step = 1; step <= order.length; step++) {
    const userId = order[(last + step) % order.length];
    if (userId !== undefined && available.has(userId)) return { userId, turn: { last: userId } };
  }
  return undefined;
}

/**
 * Weighted turns: at every moment each has got their share of what was given, to less than one (Tijdeman 1980, "The chairman
 * assignment problem"): of those who are owed enough, the one whose claim is due first gets it. Who is away is owed nothing
 * meanwhile, and is not flooded when they come back.
 */
export function nextByWeight(
  shares: readonly Share[],
  turn: Turn,
): { readonly userId: Id<'user'>; readonly turn: Turn } | undefined {
  const some = shares.filter(({ weight }) => weight > 0);
  const total = some.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  const scale = turn.total === undefined ? 1 : total / turn.total;
  const credits = new Map(
    Object.entries(turn.credits ?? {}).map(([userId, credit]) => [
      userId,
      Math.max(-total, Math.min(total, Math.round(credit * scale))),
    ]),
  );
  const parts = Math.max(1, 2 * some.length - 2);
  const claims = some.map(({ userId, weight }) => {
    const owed = (credits.get(userId) ?? 0) + weight;
    return { userId, weight, owed, due: total * (parts - 1) - owed * parts };
  });
  const entitled = claims.filter(({ owed }) => owed * parts >= total);
  const best = (entitled.length > 0 ? entitled : claims).reduce((first, other) =>
    other.due * first.weight < first.due * other.weight ? other : first,
  );
  for (const { userId, owed } of claims) credits.set(userId, owed);
  credits.set(best.userId, best.owed - total);
  return { userId: best.userId, turn: { credits: Object.fromEntries(credits), total } };
}
