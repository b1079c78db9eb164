import { addDays, type Day, type Instant } from '@kith/core';
import {
  backtestSteps,
  type Example,
  leakSteps,
  makeRuleScorer,
  makeScorer,
  makeTallier,
  type ScoredEvent,
  type ScoreModel,
  type ScoringScheme,
  type Tally,
  trainingSteps,
} from '@kith/core/scoring';

const SOURCES = ['Web', 'Fair', 'Referral', 'Cold call', 'Partner', 'Advertisement'];
const COUNTRIES = ['AT', 'DE', 'CH', 'IT', 'FR', 'CZ', 'PL', 'HU', 'SI', 'SK', 'NL', 'BE'];
const FIELDS = [
  'source',
  'country',
  'size',
  'visits',
  'budget',
  'title',
  'newsletter',
  'city',
  'wished',
  'language',
  'channel',
  'revenue',
];
const NOW = '2026-06-01T12:00:00.000Z' as Instant;

const mix = (index: number, salt: number): number =>
  (Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b)) >>> 0;
const share = (index: number, salt: number): number => {
  let state = mix(index, salt);
  state = Math.imul(state ^ (state >>> 16), 0xc2b2ae35);
  return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
};

/** Closed leads with twelve fields: categories of 2 to 500 levels, numbers, numeric texts, days, and gaps. */
export const makeExamples = (count: number): readonly Example[] =>
  Array.from({ length: count }, (_, index) => {
    const source = SOURCES[mix(index, 1) % SOURCES.length] ?? '';
    const visits = Math.floor(20 * share(index, 2) ** 2);
    const chance = 1 / (1 + Math.exp(1 - (source === 'Referral' ? 1.2 : 0) - 0.12 * visits));
    return {
      row: {
        source,
        country: COUNTRIES[mix(index, 3) % COUNTRIES.length],
        size: 1 + (mix(index, 4) % 5_000),
        visits: String(visits),
        ...(index % 3 > 0 && { budget: mix(index, 5) % 100_000 }),
        title: `Title ${mix(index, 6) % 40}`,
        newsletter: index % 2 === 0,
        city: `City ${mix(index, 7) % 500}`,
        wished: addDays('2026-01-01' as Day, mix(index, 8) % 300),
        language: ['de', 'en', 'it'][mix(index, 9) % 3],
        channel: index % 7 === 0 ? '' : ['phone', 'email'][mix(index, 10) % 2],
        revenue: share(index, 11) * 1e6,
      },
      won: share(index, 12) < chance,
    };
  });

export const train = (examples: readonly Example[], kind: ScoreModel['kind']) =>
  trainingSteps({ examples, fields: FIELDS, kind });
export const leaks = (examples: readonly Example[]) => leakSteps({ examples, fields: FIELDS });
export const backtest = (examples: readonly Example[]) =>
  backtestSteps({ examples, fields: FIELDS, kind: 'regression', split: { by: 'index', every: 5, at: 4 } });

/** Scores every row; answers the sum so that nothing is optimised away. */
export function scoreAll(model: ScoreModel, examples: readonly Example[]): number {
  const scorer = makeScorer(model);
  return examples.reduce((sum, { row }) => sum + scorer.chance(row), 0);
}

export const SCHEME: ScoringScheme = {
  id: 'scheme',
  timeZone: 'Europe/Vienna',
  fit: {
    rules: [
      { id: 'referral', where: { field: 'source', is: 'eq', value: 'Referral' }, points: 20 },
      { id: 'large', where: { field: 'size', is: 'gte', value: 1_000 }, points: 15 },
      { id: 'near', where: { field: 'country', is: 'in', value: ['AT', 'DE', 'CH'] }, points: 10 },
    ],
  },
  engagement: {
    rules: [
      { id: 'meeting', where: { field: 'kind', is: 'eq', value: 'meeting' }, points: 10, cap: 40, halfLifeDays: 30 },
      {
        id: 'email',
        where: { field: 'kind', is: 'eq', value: 'email' },
        points: 3,
        dailyCap: 6,
        halfLifeDays: 14,
        group: 'mail',
      },
      {
        id: 'click',
        where: { field: 'kind', is: 'eq', value: 'click' },
        points: 1,
        dailyCap: 5,
        windowDays: 90,
        group: 'mail',
      },
    ],
    groups: [{ id: 'mail', most: 25 }],
  },
  limits: { most: 100, least: 0 },
};

export const makeEvents = (row: number, count: number): readonly ScoredEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    at: `${addDays('2026-03-01' as Day, mix(row, index) % 90)}T10:00:00.000Z` as Instant,
    row: { kind: ['meeting', 'email', 'click'][mix(row, index + 50) % 3] },
  }));

export function talliesOf(rows: number, events: number): readonly Tally[] {
  const tallier = makeTallier(SCHEME);
  return Array.from({ length: rows }, (_, row) => tallier.of(makeEvents(row, events)));
}

/** One more event for each row, and its new score. */
export function oneEventEach(tallies: readonly Tally[], examples: readonly Example[]): number {
  const tallier = makeTallier(SCHEME);
  const scorer = makeRuleScorer(SCHEME, NOW);
  const event: ScoredEvent = { at: NOW, row: { kind: 'meeting' } };
  return tallies.reduce(
    (sum, tally, row) => sum + scorer.score(examples[row]?.row, tallier.with(tally, event) ?? []).points.total,
    0,
  );
}
