import { compileFilter } from '../filters/matches.js';
import type { Env } from '../kernel/env.js';
import type { Id } from '../kernel/id.js';
import { type Instant, instantOf } from '../kernel/instant.js';
import { isWorking, nextWorkingMoment } from '../working-time/working-time.js';
import type { Agent, AssignmentMethod, AssignmentPlan, AssignmentRule, AssignmentTurns } from './schema.js';
import { nextByWeight, nextInTurn, type Turn } from './turns.js';

/** Why somebody does not get a row. */
export type LeftOut = 'inactive' | 'not-named' | 'skill' | 'territory' | 'weight' | 'capacity' | 'away' | 'hours';

/** Why somebody got it: kept on the row. */
export interface AssignmentReason {
  readonly planId: Id<'assignmentPlan'>;
  readonly ruleId: string;
  readonly ruleName: string;
  readonly method: AssignmentMethod;
  /** How many could have taken it. */
  readonly candidates: number;
  /** How many could not, by why. */
  readonly leftOut?: Readonly<Partial<Record<LeftOut, number>>>;
  /** How many open rows the chosen one had before (`leastOpen`). */
  readonly open?: number;
}

/** What a plan decides: to whom a row goes and whose turn it is then, or why to nobody and when to ask again. */
export type AssignmentDecision =
  | {
      readonly kind: 'assigned';
      readonly userId: Id<'user'>;
      readonly reason: AssignmentReason;
      readonly turns: AssignmentTurns['turns'];
    }
  | {
      readonly kind: 'unassigned';
      /** `no-rule`: none fits the row. `nobody-fits`: nobody has what it takes. `all-full`, `nobody-works`: not now. */
      readonly why: 'no-rule' | 'nobody-fits' | 'all-full' | 'nobody-works';
      readonly ruleId?: string;
      readonly leftOut?: Readonly<Partial<Record<LeftOut, number>>>;
      readonly retryAt: Instant;
    };

/** What the decision depends on besides the row and the plan. */
export interface AssignmentSituation {
  readonly agents: readonly Agent[];
  /** Open rows that each holds now; none when left out. */
  readonly openRows: ReadonlyMap<Id<'user'>, number>;
  readonly turns: AssignmentTurns['turns'];
}

const DAY = 86_400_000;

/**
 * To whom a row goes. The first rule that it fits decides; those who have the skills and the territory, are there, work and
 * have room are the candidates; the method chooses one. The same row, plan and situation give the same person: ties are
 * broken by the ids of row and person, never by chance.
 */
export function assign(
  row: { readonly id: string },
  plan: AssignmentPlan,
  situation: AssignmentSituation,
  env: Pick<Env, 'now' | 'timeZone'>,
): AssignmentDecision {
  let refused: AssignmentDecision | undefined;
  for (const rule of plan.rules) {
    if (rule.where && !compileFilter(rule.where, env)(row)) continue;
    const decided = byRule(row, plan, rule, situation, env);
    if (decided.kind === 'assigned' || rule.whenNobody !== 'next') return decided;
    // Of several rules in vain, what can be tried again soonest is said.
    if (!refused || refused.kind === 'assigned' || decided.retryAt < refused.retryAt) refused = decided;
  }
  return refused ?? { kind: 'unassigned', why: 'no-rule', retryAt: after(env.now, DAY) };
}

function byRule(
  row: { readonly id: string },
  plan: AssignmentPlan,
  rule: AssignmentRule,
  { agents, openRows, turns }: AssignmentSituation,
  env: Pick<Env, 'now'>,
): AssignmentDecision {
  const whys = new Map<Id<'user'>, LeftOut | undefined>();
  const ordered = inOrder(agents, rule);
  for (const agent of ordered)
    whys.set(agent.userId, whyNot(agent, row, rule, openRows.get(agent.userId) ?? 0, env.now));
  const candidates = ordered.filter(({ userId }) => whys.get(userId) === undefined);
  const counted = countOf([...whys.values()]);
  const leftOut = Object.keys(counted).length > 0 ? { leftOut: counted } : {};
  const turn: Turn = Object.hasOwn(turns, rule.id) ? (turns[rule.id] ?? {}) : {};
  const chosen = choose(row, plan, rule, ordered, candidates, openRows, turn);
  if (chosen)
    return {
      kind: 'assigned',
      userId: chosen.userId,
      reason: {
        planId: plan.id,
        ruleId: rule.id,
        ruleName: rule.name,
        method: rule.method,
        candidates: candidates.length,
        ...leftOut,
        ...(rule.method === 'leastOpen' && { open: openRows.get(chosen.userId) ?? 0 }),
      },
      turns: { ...turns, [rule.id]: chosen.turn },
    };
  const isOff = ordered.filter(({ userId }) => whys.get(userId) === 'hours' || whys.get(userId) === 'away');
  const back = isOff.flatMap((agent) => backAt(agent, rule, env.now) ?? []).sort()[0];
  const retry = after(env.now, (plan.retryMinutes ?? 60) * 60_000);
  const why = counted.capacity !== undefined ? 'all-full' : isOff.length > 0 ? 'nobody-works' : 'nobody-fits';
  const retryAt = why === 'nobody-fits' ? after(env.now, DAY) : (back ?? retry);
  return {
    kind: 'unassigned',
    why,
    ruleId: rule.id,
    ...leftOut,
    // Room may come free at any time; who works again is known.
    retryAt: why === 'all-full' && retry < retryAt ? retry : retryAt,
  };
}

/** Those whom a rule names in its order, then the others by their ids; the order in which they take turns. */
function inOrder(agents: readonly Agent[], { userIds }: AssignmentRule): readonly Agent[] {
  const place = new Map(userIds?.map((userId, index) => [userId, index]));
  const placeOf = (agent: Agent): number => place.get(agent.userId) ?? place.size;
  const seen = new Set<string>();
  return [...agents]
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.userId < b.userId ? -1 : 1))
    .filter(({ userId }) => !seen.has(userId) && seen.add(userId));
}

function whyNot(agent: Agent, row: object, rule: AssignmentRule, open: number, now: Instant): LeftOut | undefined {
  const isNamed =
    (rule.userIds === undefined && rule.teamIds === undefined) ||
    rule.userIds?.includes(agent.userId) === true ||
    (agent.teamId !== undefined && rule.teamIds?.includes(agent.teamId) === true);
  if (!isNamed) return 'not-named';
  if (agent.active === false) return 'inactive';
  const needed = [...(rule.skills ?? []), ...(rule.skillFrom === undefined ? [] : textsAt(row, rule.skillFrom))];
  if (!needed.every((skill) => agent.skills?.includes(skill))) return 'skill';
  if (rule.territoryFrom !== undefined) {
    const territories = textsAt(row, rule.territoryFrom);
    if (!territories.some((territory) => agent.territories?.includes(territory))) return 'territory';
  }
  if (rule.method === 'weighted' && weightOf(rule, agent.userId) === 0) return 'weight';
  if (agent.capacity !== undefined && open >= agent.capacity) return 'capacity';
  if (agent.away?.some(({ from, to }) => from <= now && now < to)) return 'away';
  if (rule.hours !== 'any' && agent.workingTime && !isWorking(agent.workingTime, now)) return 'hours';
  return undefined;
}

/** When somebody who is off can take something again. */
function backAt(agent: Agent, rule: AssignmentRule, now: Instant): Instant | undefined {
  let at: Instant | undefined = now;
  // Being away may end outside of working hours, and the next stretch of it may begin before them.
  for (let tries = 0; at !== undefined && tries < 20; tries++) {
    const here: Instant = at;
    const off = agent.away?.find(({ from, to }) => from <= here && here < to);
    if (off) at = off.to;
    else if (rule.hours === 'any' || !agent.workingTime || isWorking(agent.workingTime, here)) return here;
    else at = nextWorkingMoment(agent.workingTime, here);
  }
  return at;
}

function choose(
  row: { readonly id: string },
  plan: AssignmentPlan,
  rule: AssignmentRule,
  ordered: readonly Agent[],
  candidates: readonly Agent[],
  openRows: ReadonlyMap<Id<'user'>, number>,
  turn: Turn,
): { readonly userId: Id<'user'>; readonly turn: Turn } | undefined {
  switch (rule.method) {
    case 'roundRobin':
      return nextInTurn(
        ordered.map(({ userId }) => userId),
        new Set(candidates.map(({ userId }) => userId)),
        turn,
      );
    case 'weighted':
      return nextByWeight(
        candidates.map(({ userId }) => ({ userId, weight: weightOf(rule, userId) })),
        turn,
      );
    case 'leastOpen': {
      const ranked = candidates.map(({ userId }) => ({
        userId,
        open: openRows.get(userId) ?? 0,
        lot: lotOf(`${plan.id}/${rule.id}/${row.id}/${userId}`),
      }));
      const first = ranked.sort((a, b) => a.open - b.open || a.lot - b.lot || (a.userId < b.userId ? -1 : 1))[0];
      return first && { userId: first.userId, turn: {} };
    }
  }
}

const weightOf = ({ weights }: AssignmentRule, userId: string): number =>
  weights && Object.hasOwn(weights, userId) ? (weights[userId] ?? 1) : 1;

/** A number for a text that looks like chance and is always the same (FNV-1a, its bits mixed once more). */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The texts that stand at a path; arrays on the way stand for each of their items. */
function textsAt(row: unknown, path: string): readonly string[] {
  let values: readonly unknown[] = [row];
  for (const step of path.split('.'))
    values = values
      .flat()
      .flatMap((value) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? [Reflect.get(value, step) as unknown]
          : [],
      );
  return values.flat().filter((value) => typeof value === 'string');
}

function countOf(whys: readonly (LeftOut | undefined)[]): Partial<Record<LeftOut, number>> {
  const counts: Partial<Record<LeftOut, number>> = {};
  for (const why of whys) if (why !== undefined && why !== 'not-named') counts[why] = (counts[why] ?? 0) + 1;
  return counts;
}

const after = (at: Instant, millis: number): Instant => instantOf(Date.parse(at) + millis);
