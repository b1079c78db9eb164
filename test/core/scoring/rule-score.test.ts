import { addDays, type Day, type Instant } from '@kith/core';
import {
  checkScheme,
  type EngagementRule,
  gradeOf,
  makeRuleScorer,
  makeTallier,
  type ScoredEvent,
  type ScoringScheme,
  type Tally,
} from '@kith/core/scoring';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';

const kindIs = (kind: string) => ({ field: 'kind', is: 'eq', value: kind }) as const;
const rule = (changes: Partial<EngagementRule>): EngagementRule => ({
  id: 'meeting',
  where: kindIs('meeting'),
  points: 10,
  ...changes,
});
const scheme = (engagement: readonly EngagementRule[], changes: Partial<ScoringScheme> = {}): ScoringScheme => ({
  id: 'scheme',
  timeZone: 'UTC',
  fit: { rules: [] },
  engagement: { rules: engagement },
  ...changes,
});
const on = (day: string, kind = 'meeting'): ScoredEvent => ({ at: `${day}T12:00:00.000Z` as Instant, row: { kind } });
const noon = (day: string): Instant => `${day}T12:00:00.000Z` as Instant;
const pointsOn = (day: string, plan: ScoringScheme, events: readonly ScoredEvent[], row: unknown = {}) =>
  makeRuleScorer(plan, noon(day)).score(row, makeTallier(plan).of(events)).points;

describe('Scores by rules', () => {
  it('SC1 gives points on two axes: for what a row is, and for what is done, below zero too', () => {
    const plan = scheme([rule({})], {
      fit: {
        rules: [
          { id: 'industry', where: { field: 'industry', is: 'eq', value: 'Software' }, points: 30 },
          { id: 'student', where: { field: 'tags', is: 'contains', value: 'student' }, points: -50 },
        ],
      },
    });
    expect(pointsOn('2026-05-02', plan, [on('2026-05-01')], { industry: 'Software', tags: ['student'] })).toEqual({
      fit: -20,
      engagement: 10,
      total: -10,
    });
  });

  it('SC2 keeps a rule, a group, an axis and the total within their limits', () => {
    const events = [...Array(5).fill(on('2026-05-01')), ...Array(5).fill(on('2026-05-01', 'email'))];
    const two = [
      rule({ cap: 35, group: 'touch' }),
      rule({ id: 'email', where: kindIs('email'), points: 4, group: 'touch' }),
    ];
    const grouped = (most: number, changes: Partial<ScoringScheme> = {}): ScoringScheme => ({
      ...scheme([]),
      engagement: { rules: two, groups: [{ id: 'touch', most }] },
      ...changes,
    });
    expect(pointsOn('2026-05-01', grouped(100), events).engagement).toBe(55);
    expect(pointsOn('2026-05-01', grouped(40), events).engagement).toBe(40);
    expect(pointsOn('2026-05-01', grouped(40, { limits: { most: 25 } }), events)).toEqual({
      fit: 0,
      engagement: 40,
      total: 25,
    });
    expect(pointsOn('2026-05-01', scheme([rule({ points: -10, cap: 25 })]), events).engagement).toBe(-25);
    expect(
      pointsOn(
        '2026-05-01',
        { ...scheme([]), engagement: { rules: [rule({ points: -10 })], limits: { least: 0 } } },
        events,
      ).engagement,
    ).toBe(0);
  });

  it('SC3 gives no more for one day than the daily cap, by the zone of the scheme', () => {
    const plan = scheme([rule({ dailyCap: 20 })], { timeZone: 'Pacific/Auckland' });
    const at = (instant: string): ScoredEvent => ({ at: instant as Instant, row: { kind: 'meeting' } });
    // In Auckland the first three are one day, the last one is the next.
    const events = [
      at('2026-05-01T12:30:00.000Z'),
      at('2026-05-02T01:00:00.000Z'),
      at('2026-05-02T11:00:00.000Z'),
      at('2026-05-02T12:30:00.000Z'),
    ];
    expect(pointsOn('2026-05-03', plan, events).engagement).toBe(30);
  });

  it('SC4 halves an event after its half-life, and drops it at the end of the window', () => {
    const plan = scheme([rule({ points: 80, halfLifeDays: 7, windowDays: 30 })]);
    for (const [day, points] of [
      ['2026-05-01', 80],
      ['2026-05-08', 40],
      ['2026-05-15', 20],
      ['2026-05-30', Math.round(80 * 2 ** (-29 / 7))],
      ['2026-05-31', 0],
    ] as const)
      expect(pointsOn(day, plan, [on('2026-05-01')]).engagement).toBe(points);
  });

  it('SC5 counts what is planned only when its day has come (defect 12: a meeting planned in twenty days is no contact)', () => {
    const plan = scheme([rule({})]);
    expect(pointsOn('2026-05-01', plan, [on('2026-05-21')]).engagement).toBe(0);
    expect(makeRuleScorer(plan, noon('2026-05-01')).score({}, makeTallier(plan).of([on('2026-05-21')])).dueDay).toBe(
      '2026-05-21',
    );
    expect(pointsOn('2026-05-21', plan, [on('2026-05-21')]).engagement).toBe(10);
  });

  it('SC6 explains: rules and limits sum to the score, and what was capped or decayed is said', () => {
    const plan: ScoringScheme = {
      ...scheme([]),
      fit: { rules: [{ id: 'title', where: { field: 'jobTitle', is: 'contains', value: 'head' }, points: 15 }] },
      engagement: {
        rules: [rule({ dailyCap: 20, halfLifeDays: 10, cap: 12, group: 'all' })],
        groups: [{ id: 'all', most: 11 }],
      },
      limits: { most: 20 },
    };
    const explained = makeRuleScorer(plan, noon('2026-05-11')).explain(
      { jobTitle: 'Head of sales' },
      makeTallier(plan).of([on('2026-05-01'), on('2026-05-01'), on('2026-05-01'), on('2026-05-11')]),
    );
    expect(explained).toEqual({
      points: { fit: 15, engagement: 11, total: 20 },
      rules: [
        { axis: 'fit', rule: 'title', points: 15 },
        {
          axis: 'engagement',
          rule: 'meeting',
          group: 'all',
          points: 12,
          events: { times: 4, full: 40, dailyCap: -10, decay: -10, cap: -8 },
        },
      ],
      limits: [
        { of: 'engagement', group: 'all', points: -1 },
        { of: 'total', points: -6 },
      ],
    });
  });

  it('SC7 keeps a grade until its points fall below the entry by the hysteresis', () => {
    const scale = {
      steps: [
        { grade: 'A', at: { fit: 30, engagement: 20 } },
        { grade: 'B', at: { total: 20 } },
      ],
      hysteresis: 5,
    };
    const at = (fit: number, engagement: number) => ({ fit, engagement, total: fit + engagement });
    expect(gradeOf(scale, at(30, 19))).toBe('B');
    expect(gradeOf(scale, at(30, 20))).toBe('A');
    expect(gradeOf(scale, at(25, 15), 'A')).toBe('A');
    expect(gradeOf(scale, at(24, 20), 'A')).toBe('B');
    expect(gradeOf(scale, at(0, 15), 'B')).toBe('B');
    expect(gradeOf(scale, at(0, 14), 'B')).toBeUndefined();
    // Around the edge it changes once, not with every point.
    let grade: string | undefined;
    const seen = [20, 19, 20, 18, 21, 14, 16, 19].map(
      (engagement) => (grade = gradeOf(scale, at(30, engagement), grade)),
    );
    expect(seen).toEqual(['A', 'A', 'A', 'A', 'A', 'B', 'B', 'B']);
  });
});

const dayArbitrary = fc.integer({ min: 0, max: 80 }).map((days) => addDays('2026-03-01' as Day, days));
const ruleArbitrary = fc.record(
  {
    kind: fc.constantFrom('meeting', 'email', 'call'),
    points: fc.integer({ min: -30, max: 30 }).filter((points) => points !== 0),
    cap: fc.integer({ min: 1, max: 60 }),
    dailyCap: fc.integer({ min: 1, max: 40 }),
    halfLifeDays: fc.integer({ min: 1, max: 40 }),
    windowDays: fc.integer({ min: 1, max: 60 }),
    group: fc.constant('group'),
  },
  { requiredKeys: ['kind', 'points'] },
);
const planArbitrary = fc.array(ruleArbitrary, { minLength: 1, maxLength: 4 }).map(
  (rules): ScoringScheme => ({
    ...scheme([]),
    fit: { rules: [{ id: 'fit', where: { and: [] }, points: 7 }] },
    engagement: {
      rules: rules.map(({ kind, ...each }, index) => ({ id: `rule${index}`, where: kindIs(kind), ...each })),
      groups: [{ id: 'group', most: 50, least: -20 }],
    },
    limits: { most: 90 },
  }),
);
const eventsArbitrary = fc.array(
  fc.tuple(dayArbitrary, fc.constantFrom('meeting', 'email', 'call')).map(([day, kind]) => on(day, kind)),
  { maxLength: 25 },
);

describe('Scores kept up to date', () => {
  it('SC8 gives the same tally event by event as anew, in any order and with events taken back', () => {
    fc.assert(
      fc.property(
        planArbitrary,
        eventsArbitrary,
        fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
        (plan, events, stays) => {
          const tallier = makeTallier(plan);
          let live: Tally = [];
          for (const event of [...events].reverse()) live = tallier.with(live, event) ?? [];
          events.forEach((event, index) => {
            if (!stays[index]) live = tallier.with(live, event, -1) ?? [];
          });
          const left = events.filter((_, index) => stays[index]);
          expect(live).toEqual(tallier.of(left));
          expect(makeRuleScorer(plan, noon('2026-05-01')).score({}, live)).toEqual(
            makeRuleScorer(plan, noon('2026-05-01')).score({}, tallier.of(left)),
          );
        },
      ),
      fuzz(150),
    );
    expect(makeTallier(scheme([rule({})])).with([], on('2026-05-01'), -1)).toBeUndefined();
  });

  it('SC9 says on which day the points may next differ: until then they are the same', () => {
    fc.assert(
      fc.property(planArbitrary, eventsArbitrary, (plan, events) => {
        const tally = makeTallier(plan).of(events);
        const score = (day: Day) => makeRuleScorer(plan, noon(day)).score({}, tally);
        const start = '2026-04-10' as Day;
        const { points, dueDay } = score(start);
        for (let day = start; day < (dueDay ?? addDays(start, 300)); day = addDays(day, 1))
          expect(score(day).points).toEqual(points);
      }),
      fuzz(60),
    );
  });

  it('SC9 a score on the very edge of rounding leaves its window as well', () => {
    for (const points of [2, 2.5]) {
      const plan = scheme([rule({ points, windowDays: 7 })]);
      const tally = makeTallier(plan).of([on('2026-11-20')]);
      const { dueDay } = makeRuleScorer(plan, noon('2026-11-20')).score({}, tally);
      expect(dueDay).toBe('2026-11-27');
      expect(makeRuleScorer(plan, noon('2026-11-27')).score({}, tally).points.total).toBe(0);
    }
    const lasting = scheme([rule({ points: 2.5 })]);
    const tally = makeTallier(lasting).of([on('2026-11-20')]);
    expect(makeRuleScorer(lasting, noon('2026-11-20')).score({}, tally).dueDay).toBe(undefined);
  });

  it('SC6 explains every score by parts that sum to it', () => {
    fc.assert(
      fc.property(planArbitrary, eventsArbitrary, (plan, events) => {
        const { points, rules, limits } = makeRuleScorer(plan, noon('2026-05-01')).explain(
          {},
          makeTallier(plan).of(events),
        );
        const sum = [...rules, ...limits].reduce((all, each) => all + each.points, 0);
        expect(Math.abs(sum - points.total)).toBeLessThanOrEqual(0.5 + 1e-9);
        for (const { events: each, points: own } of rules)
          if (each) expect(each.full + each.dailyCap + each.decay + each.cap).toBeCloseTo(own, 9);
      }),
      fuzz(100),
    );
  });
});

describe('A scheme that cannot be', () => {
  const code = (plan: ScoringScheme): string | undefined => {
    const checked = checkScheme(plan);
    return checked.ok ? undefined : `${checked.problem.code} ${checked.problem.path ?? ''}`;
  };

  it('SC10 is refused with a problem that names the rule', () => {
    expect(code(scheme([rule({})]))).toBeUndefined();
    expect(code(scheme([rule({}), rule({})]))).toBe('scoring/duplicate-rule engagement.rules.meeting');
    expect(code(scheme([rule({ group: 'none' })]))).toBe('scoring/unknown-group engagement.rules.meeting.group');
    expect(code(scheme([rule({ points: 0 })]))).toBe('scoring/not-points engagement.rules.meeting.points');
    expect(code(scheme([rule({ halfLifeDays: -1 })]))).toBe('scoring/not-points engagement.rules.meeting.halfLifeDays');
    expect(code(scheme([rule({ where: { field: 'at', is: 'gt', value: { day: -3 } } })]))).toBe(
      'scoring/rule-reads-clock engagement.rules.meeting',
    );
    expect(code({ ...scheme([]), timeZone: 'Mars/Base' })).toBe('scoring/unknown-zone timeZone');
    expect(code({ ...scheme([]), limits: { least: 5, most: 1 } })).toBe('scoring/contradictory-limits limits');
    expect(code({ ...scheme([]), engagement: { rules: [], groups: [{ id: 'g', least: 5, most: 1 }] } })).toBe(
      'scoring/contradictory-limits engagement.groups.g',
    );
    let deep: ScoringScheme['fit']['rules'][number]['where'] = { and: [] };
    for (let level = 0; level < 1_000; level++) deep = { not: deep };
    expect(code({ ...scheme([]), fit: { rules: [{ id: 'deep', where: deep, points: 1 }] } })).toMatch(
      /^filters\/too-deep fit\.rules\.deep\.where/,
    );
  });

  it('SC10 is refused when its grades contradict each other', () => {
    const grades = (steps: readonly { grade: string; at: object }[], hysteresis = 0): ScoringScheme => ({
      ...scheme([]),
      grades: { steps, hysteresis },
    });
    expect(
      code(
        grades([
          { grade: 'A', at: { total: 50 } },
          { grade: 'B', at: { total: 20 } },
        ]),
      ),
    ).toBeUndefined();
    for (const plan of [
      grades([
        { grade: 'A', at: { total: 20 } },
        { grade: 'B', at: { total: 50 } },
      ]),
      grades([
        { grade: 'A', at: { fit: 1 } },
        { grade: 'A', at: {} },
      ]),
      grades([], -1),
    ])
      expect(code(plan)).toBe('scoring/contradictory-grades grades');
  });

  it('SC10 reads a field named __proto__ as what the row itself holds: nothing', () => {
    const plan = {
      ...scheme([]),
      fit: {
        rules: [{ id: 'proto', where: { field: '__proto__.polluted', is: 'exists', value: true } as const, points: 5 }],
      },
    };
    expect(checkScheme(plan).ok).toBe(true);
    expect(pointsOn('2026-05-01', plan, [])).toEqual({ fit: 0, engagement: 0, total: 0 });
  });
});
