import type { Id, Instant } from '@kith/core';
import { type Agent, AssignmentPlan, type AssignmentRule, type AssignmentTurns, assign } from '@kith/core/assignment';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envAt, frozen } from '../../support/env.js';
import { fuzz } from '../../support/fuzz.js';

const NOW = '2026-11-23T09:00:00.000Z' as Instant; // a Monday, ten o'clock in Vienna
const env = envAt(NOW);
const user = (name: string): Id<'user'> => `user_${name}` as Id<'user'>;
const agent = (name: string, changes: Partial<Agent> = {}): Agent => ({
  id: `agent_${name}` as Id<'agent'>,
  userId: user(name),
  createdAt: NOW,
  modifiedAt: NOW,
  ...changes,
});
const rule = (changes: Partial<AssignmentRule> = {}): AssignmentRule => ({
  id: 'all',
  name: 'All',
  method: 'roundRobin',
  ...changes,
});
const plan = (...rules: readonly AssignmentRule[]): AssignmentPlan => ({
  id: 'assignmentPlan_1' as Id<'assignmentPlan'>,
  name: 'Leads',
  rules,
  createdAt: NOW,
  modifiedAt: NOW,
});
const row = (number: number, fields: object = {}): { readonly id: string } => ({ id: `lead_${number}`, ...fields });

/** Gives so many rows out, and answers who got each (or why nobody did). */
function giveOut(
  by: AssignmentPlan,
  agents: readonly Agent[],
  count: number,
  open = new Map<Id<'user'>, number>(),
): readonly string[] {
  let turns: AssignmentTurns['turns'] = {};
  return Array.from({ length: count }, (_, number) => {
    const decided = assign(row(number), by, { agents, openRows: open, turns }, env);
    if (decided.kind === 'unassigned') return decided.why;
    turns = frozen(decided.turns);
    open.set(decided.userId, (open.get(decided.userId) ?? 0) + 1);
    return decided.userId.slice(5);
  });
}
const day = [{ from: '09:00', to: '17:00' }];
const office = (timeZone: string) => ({ timeZone, week: { 1: day, 2: day, 3: day, 4: day, 5: day } });
const situation = (...agents: readonly Agent[]) => ({ agents, openRows: new Map(), turns: {} });

describe('assignment', () => {
  it('AS1 gives the rows to everybody in turn, in the order of the rule', () => {
    const named = rule({ userIds: [user('c'), user('a'), user('b')] });
    expect(giveOut(plan(named), [agent('a'), agent('b'), agent('c')], 7)).toEqual(['c', 'a', 'b', 'c', 'a', 'b', 'c']);
  });

  it('AS2 passes over who cannot, and nobody gets two more than another who can', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom('roundRobin' as const, 'leastOpen' as const),
        (people, rows, method) => {
          const agents = Array.from({ length: people }, (_, index) => agent(`p${index}`));
          const off = [agent('off', { active: false })];
          const got = giveOut(plan(rule({ method })), [...off, ...agents], rows);
          const counts = agents.map(({ userId }) => got.filter((name) => `user_${name}` === userId).length);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows);
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        },
      ),
      fuzz(100),
    );
  });

  it('AS3 keeps to the weights, to less than one at every moment and exactly after each cycle', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 }), (weights) => {
        const agents = weights.map((_, index) => agent(`p${index}`));
        const by = plan(
          rule({
            method: 'weighted',
            weights: Object.fromEntries(weights.map((weight, at) => [user(`p${at}`), weight])),
          }),
        );
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const counts = weights.map(() => 0);
        for (const [given, name] of giveOut(by, agents, 2 * total).entries()) {
          const place = Number(name.slice(1));
          counts[place] = (counts[place] ?? 0) + 1;
          for (const [index, weight] of weights.entries())
            expect(Math.abs((counts[index] ?? 0) - ((given + 1) * weight) / total)).toBeLessThan(1);
          if ((given + 1) % total === 0) expect(counts).toEqual(weights.map((each) => (each * (given + 1)) / total));
        }
      }),
      fuzz(60),
    );
  });

  it('AS4 owes nothing to who was away, and nothing at all to weight 0', () => {
    const by = plan(rule({ method: 'weighted', weights: { [user('a')]: 1, [user('b')]: 1, [user('c')]: 0 } }));
    let turns: AssignmentTurns['turns'] = {};
    const next = (...agents: readonly Agent[]): string => {
      const decided = assign(row(1), by, { agents, openRows: new Map(), turns }, env);
      if (decided.kind === 'unassigned') return decided.why;
      turns = decided.turns;
      return decided.userId.slice(5);
    };
    const [a, b, c] = [agent('a'), agent('b'), agent('c')];
    for (let given = 0; given < 10; given++) expect(next(a, { ...b, active: false }, c)).toBe('a');
    const then = Array.from({ length: 6 }, () => next(a, b, c));
    expect(then.filter((name) => name === 'b').length).toBeLessThanOrEqual(4);
    expect(then.filter((name) => name === 'b').length).toBeGreaterThanOrEqual(3);
    expect(next(c)).toBe('nobody-fits');
  });

  it('AS5 gives it to who has fewest open, with ties always broken alike', () => {
    const open = new Map([
      [user('a'), 3],
      [user('b'), 1],
      [user('c'), 1],
    ]);
    const by = plan(rule({ method: 'leastOpen' }));
    const agents = [agent('a'), agent('b'), agent('c')];
    const chosen = Array.from({ length: 40 }, (_, number) =>
      assign(row(number), by, { agents, openRows: open, turns: {} }, env),
    );
    const again = Array.from({ length: 40 }, (_, number) =>
      assign(row(number), by, { agents: [...agents].reverse(), openRows: open, turns: {} }, env),
    );
    expect(again).toEqual(chosen);
    const names = chosen.map((each) => (each.kind === 'assigned' ? each.userId : each.why));
    expect(new Set(names)).toEqual(new Set([user('b'), user('c')]));
  });

  it('AS6 asks for skills and territory of the row', () => {
    const by = plan(
      rule({
        id: 'dach',
        where: { field: 'language', is: 'eq', value: 'de' },
        skillFrom: 'language',
        territoryFrom: 'addresses.country',
      }),
      rule({ id: 'rest', skills: ['en'] }),
    );
    const agents = [
      agent('anna', { skills: ['de', 'en'], territories: ['AT', 'CH'] }),
      agent('ben', { skills: ['de'], territories: ['DE'] }),
      agent('chloe', { skills: ['en', 'fr'] }),
    ];
    const to = (fields: object) => {
      const decided = assign(row(1, fields), by, situation(...agents), env);
      return decided.kind === 'assigned'
        ? [decided.userId.slice(5), decided.reason.ruleId]
        : [decided.why, decided.leftOut];
    };
    expect(to({ language: 'de', addresses: [{ country: 'CH' }] })).toEqual(['anna', 'dach']);
    expect(to({ language: 'de', addresses: [{ country: 'DE' }] })).toEqual(['ben', 'dach']);
    expect(to({ language: 'fr' })[1]).toBe('rest');
    expect(to({ language: 'de', addresses: [{ country: 'US' }] })).toEqual(['nobody-fits', { skill: 1, territory: 2 }]);
    expect(to({ language: 'de' })).toEqual(['nobody-fits', { skill: 1, territory: 2 }]);
  });

  it('AS7 keeps the reason: plan, rule, method, how many could have and why the others could not', () => {
    const agents = [agent('a', { capacity: 2 }), agent('b'), agent('c', { active: false }), agent('d')];
    const openRows = new Map([
      [user('a'), 2],
      [user('b'), 5],
    ]);
    expect(assign(row(1), plan(rule({ method: 'leastOpen' })), { agents, openRows, turns: {} }, env)).toMatchObject({
      kind: 'assigned',
      userId: user('d'),
      reason: {
        planId: 'assignmentPlan_1',
        ruleId: 'all',
        ruleName: 'All',
        method: 'leastOpen',
        candidates: 2,
        leftOut: { capacity: 1, inactive: 1 },
        open: 0,
      },
    });
  });

  it('AS8 gives nothing beyond the capacity, and asks again after the time of the plan', () => {
    const agents = [agent('a', { capacity: 2 }), agent('b', { capacity: 1 })];
    expect(giveOut(plan(rule()), agents, 5)).toEqual(['a', 'b', 'a', 'all-full', 'all-full']);
    const full = { agents: [agent('a', { capacity: 0 })], openRows: new Map(), turns: {} };
    expect(assign(row(1), { ...plan(rule()), retryMinutes: 15 }, full, env)).toMatchObject({
      why: 'all-full',
      ruleId: 'all',
      retryAt: '2026-11-23T09:15:00.000Z',
    });
  });

  it('AS9 keeps to the working hours of each in their own zone, and says who is back when', () => {
    const vienna = agent('vienna', { workingTime: office('Europe/Vienna') });
    const boston = agent('boston', { workingTime: office('America/New_York') });
    const shanghai = agent('shanghai', { workingTime: office('Asia/Shanghai') });
    const to = (agents: readonly Agent[], by = rule(), at = NOW) =>
      assign(row(1), plan(by), situation(...agents), { ...env, now: at });
    expect(to([boston, shanghai, vienna])).toMatchObject({ userId: user('vienna'), reason: { leftOut: { hours: 2 } } });
    expect(to([boston, shanghai])).toMatchObject({ why: 'nobody-works', retryAt: '2026-11-23T14:00:00.000Z' });
    expect(to([boston], rule({ hours: 'any' }))).toMatchObject({ userId: user('boston') });
    const ill = { ...vienna, away: [{ from: NOW, to: '2026-11-24T20:00:00.000Z' as Instant }] };
    expect(to([ill])).toMatchObject({ why: 'nobody-works', leftOut: { away: 1 }, retryAt: '2026-11-25T08:00:00.000Z' });
  });

  it('AS10 is decided by the first rule that fits, unless that says to go on', () => {
    const first = rule({ id: 'big', where: { field: 'employees', is: 'gte', value: 500 }, userIds: [user('a')] });
    const rest = rule({ id: 'rest', userIds: [user('b')] });
    const agents = [agent('a', { active: false }), agent('b')];
    const to = (by: AssignmentPlan, fields: object) => assign(row(1, fields), by, situation(...agents), env);
    expect(to(plan(first, rest), { employees: 900 })).toMatchObject({
      why: 'nobody-fits',
      ruleId: 'big',
      retryAt: '2026-11-24T09:00:00.000Z',
    });
    expect(to(plan({ ...first, whenNobody: 'next' }, rest), { employees: 900 })).toMatchObject({
      userId: user('b'),
      reason: { ruleId: 'rest' },
    });
    expect(to(plan(first, rest), {})).toMatchObject({ userId: user('b') });
    expect(to(plan(first), {})).toEqual({ kind: 'unassigned', why: 'no-rule', retryAt: '2026-11-24T09:00:00.000Z' });
    expect(to(plan({ ...first, whenNobody: 'next' }), { employees: 900 })).toMatchObject({
      kind: 'unassigned',
      ruleId: 'big',
    });
  });

  it('AS11 refuses plans with two rules of one name, names out of the ordinary, or a filter that is none', () => {
    expect(AssignmentPlan.safeParse(plan(rule())).success).toBe(true);
    for (const rules of [
      [rule(), rule()],
      [rule({ id: '__proto__' })],
      [rule({ weights: { user_a: -1 } })],
      [rule({ where: { field: 'a', is: 'nearly', value: 1 } as never })],
    ])
      expect(AssignmentPlan.safeParse(plan(...rules)).success).toBe(false);
  });
});
