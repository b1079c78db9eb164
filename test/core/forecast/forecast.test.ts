import { addDays, type Day, type Deal, type Id, money, multiplyMoney, type Pipeline } from '@kith/core';
import { type Columns, cumulativeRollUp, type ForecastDeal, forecastDealOf, makeForecast } from '@kith/core/forecast';
import type { Rate } from '@kith/core/rates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';
import { problemOf, valueOf } from '../../support/result.js';
import { ASOF, deal, dollars, euros, MONTHS } from './deals.js';

const JULY = '2026-07-15' as Day;
const AUGUST = '2026-08-15' as Day;
const RATES: readonly Rate[] = [
  { from: 'USD', to: 'EUR', day: '2026-01-01' as Day, rate: 0.9 },
  { from: 'USD', to: 'EUR', day: '2026-05-01' as Day, rate: 0.8 },
];
const setup = { periods: MONTHS, asOf: ASOF };
const onlyColumns = (lines: readonly Columns[]): Columns => lines[0] ?? expect.fail('there are no columns');

/** What is weighted in each month, in euros. */
const weightedByMonth = (deals: readonly ForecastDeal[]): Record<string, number> =>
  Object.fromEntries(
    makeForecast(setup, deals)
      .rows(['period'])
      .map(({ key, line }) => [key.period, onlyColumns(line.perCurrency).weighted / 100]),
  );

const stage = (name: string, type: 'open' | 'won' | 'lost', probability: number) => ({
  id: `stage_${name}` as Id<'stage'>,
  name,
  type,
  probability,
});
/** The default stages of EspoCRM with their probabilities. */
const ESPO = {
  id: 'pipeline_sales',
  name: 'Sales',
  stages: [
    stage('prospecting', 'open', 10),
    stage('qualification', 'open', 20),
    stage('proposal', 'open', 50),
    stage('negotiation', 'open', 80),
    stage('won', 'won', 100),
    stage('lost', 'lost', 0),
  ],
} as unknown as Pipeline;
const storedDeal = (changes: Partial<Deal>): Deal =>
  ({
    id: 'deal_1',
    name: 'Rollout',
    pipelineId: 'pipeline_sales',
    stageId: 'stage_proposal',
    status: 'open',
    amount: euros(1000),
    expectedCloseDay: '2026-06-15',
    ...changes,
  }) as Deal;

describe('A forecast', () => {
  it('FC10 weighs open deals by probability in the period of their close day (frappe/crm #798)', () => {
    const deals = [deal(), deal({ closeDay: JULY }), deal({ closeDay: AUGUST, probability: 100 })];
    expect(weightedByMonth(deals)).toEqual({ '2026-M06': 50_000, '2026-M07': 50_000, '2026-M08': 100_000 });
    expect(weightedByMonth([deal({ closeDay: '2027-01-01' as Day }), deal({ category: 'commit' })])).toEqual({
      '2026-M06': 50_000,
    });
  });

  it('FC11 leaves lost deals out and counts won ones at what they brought (defect 1)', () => {
    const open = deal();
    const forecast = makeForecast(setup, [open, deal({ probability: 10 })]);
    forecast.apply({ from: open, to: { ...open, status: 'lost', probability: 0, category: 'omitted' } });
    expect(onlyColumns(forecast.line().perCurrency)).toMatchObject({
      weighted: 10_000_00,
      rollUp: { openPipeline: 100_000_00 },
    });
    const won = valueOf(
      forecastDealOf(
        storedDeal({
          status: 'won',
          stageId: 'stage_won' as Id<'stage'>,
          actualValue: euros(700),
          actualCloseDay: JULY,
        }),
        ESPO,
      ),
    );
    const columns = onlyColumns(makeForecast(setup, [won]).line({ period: '2026-M07' }).perCurrency);
    expect(columns.categories.closed).toEqual({ count: 1, amount: 700_00, weighted: 700_00 });
    expect(columns.weighted).toBe(0);
    expect(
      makeForecast(setup, [deal({ status: 'lost', probability: 100, category: 'commit' })]).line().perCurrency,
    ).toEqual([]);
  });

  it('FC12 tells won and lost by the type of the stage, never by a probability of 100 or 0 (defect 9)', () => {
    const sure = {
      ...ESPO,
      stages: [stage('proposal', 'open', 100), stage('frozen', 'open', 0)],
    } as unknown as Pipeline;
    expect(valueOf(forecastDealOf(storedDeal({}), sure))).toMatchObject({
      status: 'open',
      probability: 100,
      category: 'commit',
    });
    const frozen = valueOf(forecastDealOf(storedDeal({ stageId: 'stage_frozen' as Id<'stage'> }), sure));
    expect(frozen).toMatchObject({ status: 'open', probability: 0, category: 'pipeline' });
    expect(onlyColumns(makeForecast(setup, [frozen]).line().perCurrency).rollUp.openPipeline).toBe(1000_00);
    expect(valueOf(forecastDealOf(storedDeal({ status: 'won' }), sure)).category).toBe('closed');
  });

  it('FC13 takes the probability of the stage by its id, every deal, and the close day (defect 6)', () => {
    const renamed = { ...ESPO, stages: ESPO.stages.map((each) => ({ ...each, name: `${each.name} (new)` })) };
    expect(valueOf(forecastDealOf(storedDeal({}), renamed)).probability).toBe(50);
    const many = Array.from({ length: 2000 }, () => deal({ amount: euros(1) }));
    expect(weightedByMonth(many)).toEqual({ '2026-M06': 1000 });
    expect(
      ESPO.stages
        .map(({ id }) => forecastDealOf(storedDeal({ stageId: id }), ESPO))
        .map(valueOf)
        .map((each) => each.probability),
    ).toEqual([10, 20, 50, 80, 100, 0]);
  });

  it.each([
    ['HubSpot', [20, 40, 60, 80, 90, 100, 0]],
    ['Twenty', [10, 25, 40, 60, 80, 100, 0]],
  ])('FC13 takes the default probabilities of the stages of %s, and adds up what they weigh', (_, probabilities) => {
    const stages = probabilities.map((each, place) => {
      const type = each === 100 ? 'won' : each === 0 ? 'lost' : 'open';
      return stage(`${place}`, type, each);
    });
    const pipeline = { ...ESPO, stages } as unknown as Pipeline;
    const deals = stages.map(({ id, type }) =>
      valueOf(forecastDealOf(storedDeal({ stageId: id, status: type }), pipeline)),
    );
    expect(deals.map(({ probability }) => probability)).toEqual(probabilities);
    const open = probabilities.slice(0, -2);
    const columns = onlyColumns(makeForecast(setup, deals).line().perCurrency);
    expect(columns.rollUp).toMatchObject({ closed: 1000_00, openPipeline: open.length * 1000_00 });
    expect(columns.weighted).toBe(open.reduce((sum, each) => sum + each * 1000, 0));
  });

  it('FC14 keeps what closed deals come to when the rate changes later (defect 10)', () => {
    const won = deal({
      status: 'won',
      probability: 100,
      category: 'closed',
      amount: dollars(100),
      closeDay: '2026-04-10' as Day,
    });
    const open = deal({ amount: dollars(100) });
    const sums = (rates: readonly Rate[]) =>
      makeForecast({ ...setup, reportCurrency: 'EUR', rates }, [won, open]).line().converted;
    expect(sums(RATES)?.rollUp).toMatchObject({ closed: 90_00, openPipeline: 80_00 });
    const later = [...RATES, { from: 'USD', to: 'EUR', day: ASOF, rate: 0.5 }];
    expect(sums(later)?.rollUp).toMatchObject({ closed: 90_00, openPipeline: 50_00 });
  });

  it('FC15 shows each currency by itself and adds them only converted; says which have no rate (defect 11)', () => {
    const deals = [deal({ amount: dollars(50) }), deal({ amount: euros(50) })];
    const own = makeForecast(setup, deals).line();
    expect(own.perCurrency.map(({ currency, rollUp }) => [currency, rollUp.openPipeline])).toEqual([
      ['EUR', 5000],
      ['USD', 5000],
    ]);
    expect(own.converted).toBeUndefined();
    const converted = makeForecast({ ...setup, reportCurrency: 'EUR', rates: RATES }, deals).line();
    expect(converted.converted?.rollUp.openPipeline).toBe(90_00);
    expect(converted.withoutRate).toEqual([]);
    const without = makeForecast({ ...setup, reportCurrency: 'CHF', rates: RATES }, deals).line();
    expect(without.converted?.rollUp.openPipeline).toBe(0);
    expect(without.withoutRate).toEqual(['EUR', 'USD']);
  });

  it('FC19 names the rates that open deals were converted at, with their day', () => {
    const rates = [
      { from: 'USD', to: 'EUR', day: '2026-05-01' as Day, rate: 0.9 },
      { from: 'USD', to: 'EUR', day: '2026-05-19' as Day, rate: 0.8 },
      { from: 'GBP', to: 'EUR', day: '2026-05-01' as Day, rate: 1.2 },
    ];
    const line = makeForecast({ periods: MONTHS, asOf: ASOF, reportCurrency: 'EUR', rates }, [
      deal({ amount: dollars(10) }),
      deal({ amount: { minor: 5, currency: 'GBP' }, status: 'won', category: 'closed' }),
      deal({ amount: { minor: 5, currency: 'CHF' } }),
    ]).line();
    expect(line.rates).toEqual([rates[1]]);
    expect(line.withoutRate).toEqual(['CHF']);
  });

  it('FC17 cumulates categories from closed to best case, and open pipeline without closed', () => {
    const columns = cumulativeRollUp({ closed: 10, commit: 20, mostLikely: 5, bestCase: 30, pipeline: 40 });
    expect(columns).toEqual({ closed: 10, commit: 30, mostLikely: 35, bestCase: 65, openPipeline: 95 });
  });

  it('FC18 keeps a category that a person chose whatever the stage, until the deal closes', () => {
    const at = (stageId: string, status: Deal['status'] = 'open') =>
      valueOf(
        forecastDealOf(storedDeal({ stageId: stageId as Id<'stage'>, status }), ESPO, {
          category: 'commit',
          categoryOfStage: () => 'omitted',
        }),
      ).category;
    expect([at('stage_prospecting'), at('stage_negotiation')]).toEqual(['commit', 'commit']);
    expect([at('stage_won', 'won'), at('stage_lost', 'lost')]).toEqual(['closed', 'omitted']);
    expect(valueOf(forecastDealOf(storedDeal({}), ESPO, { categoryOfStage: () => 'omitted' })).category).toBe(
      'omitted',
    );
    expect(valueOf(forecastDealOf(storedDeal({}), ESPO, { probability: 65 }))).toMatchObject({
      probability: 65,
      category: 'mostLikely',
    });
  });

  it('FC20 refuses an open deal in a stage that its pipeline does not have', () => {
    const orphan = storedDeal({ stageId: 'stage_gone' as Id<'stage'> });
    expect(problemOf(forecastDealOf(orphan, ESPO))).toMatchObject({
      code: 'forecast/unknown-stage',
      params: { stage: 'stage_gone' },
    });
    expect(forecastDealOf({ ...orphan, status: 'won' }, ESPO).ok).toBe(true);
  });

  it('FC23 shows omitted deals, but counts them in no sum', () => {
    const columns = onlyColumns(makeForecast(setup, [deal({ category: 'omitted' })]).line().perCurrency);
    expect(columns.categories.omitted).toEqual({ count: 1, amount: 100_000_00, weighted: 50_000_00 });
    expect([columns.weighted, columns.rollUp.openPipeline]).toEqual([0, 0]);
  });

  it('FC24 rounds each deal by itself, half to even, exactly as money does', () => {
    const amounts = fc.oneof(fc.nat(10_000), fc.nat(Number.MAX_SAFE_INTEGER));
    const chances = fc.oneof(
      fc.nat(100),
      fc.nat(10_000).map((value) => value / 100),
    );
    fc.assert(
      fc.property(amounts, chances, (minor, probability) => {
        const columns = onlyColumns(
          makeForecast(setup, [deal({ amount: money(minor, 'EUR'), probability })]).line().perCurrency,
        );
        expect(columns.weighted).toBe(multiplyMoney(money(minor, 'EUR'), probability, 100).minor);
      }),
      fuzz(500),
    );
  });

  it('FC9 gives back the rows that a change has not touched as the same objects, and the others anew', () => {
    const [june, july] = [deal(), deal({ closeDay: JULY })];
    const forecast = makeForecast(setup, [june, july]);
    const [first, second] = forecast.rows(['period']);
    forecast.apply({ from: july, to: { ...july, probability: 60 } });
    const after = forecast.rows(['period']);
    expect(after[0]).toBe(first);
    expect(after[1]).not.toBe(second);
    forecast.apply({ from: june });
    expect(forecast.rows(['period'])).toEqual([after[1]]);
  });

  it('FC25 comes to the same change by change as from scratch, in every breakdown', () => {
    const anyDeal = fc.record({
      ownerId: fc.constantFrom('user_a' as Id<'user'>, 'user_b' as Id<'user'>),
      status: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
      amount: fc.record({ minor: fc.nat(10 ** 9), currency: fc.constantFrom('EUR', 'USD', 'JPY') }),
      closeDay: fc.nat(220).map((days) => addDays('2026-03-20' as Day, days)),
      probability: fc.nat(1000).map((value) => value / 10),
      category: fc.constantFrom('pipeline' as const, 'bestCase' as const, 'commit' as const, 'omitted' as const),
    });
    const full = {
      ...setup,
      reportCurrency: 'EUR',
      rates: RATES,
      hierarchy: {
        stays: [{ userId: 'user_a' as Id<'user'>, teamId: 'team_a' as Id<'team'>, from: '2026-05-01' as Day }],
      },
    };
    fc.assert(
      fc.property(fc.array(anyDeal, { maxLength: 20 }), fc.array(fc.tuple(fc.nat(19), anyDeal)), (start, changes) => {
        const book = start.map((each) => deal(each));
        const forecast = makeForecast(full, book);
        for (const [index, next] of changes) {
          const [from, to] = [book[index], deal(next)];
          if (from) book[index] = to;
          else book.push(to);
          forecast.apply({ from, to });
          expect(forecast.rows(['period'])).toEqual(makeForecast(full, book).rows(['period']));
        }
        const fresh = makeForecast(full, book);
        expect(forecast.line()).toEqual(fresh.line());
        for (const by of [['period', 'owner'], ['team'], ['pipeline', 'currency']] as const)
          expect(forecast.rows(by)).toEqual(fresh.rows(by));
        for (const each of book) forecast.apply({ from: each });
        expect(forecast.rows(['period'])).toEqual([]);
      }),
      fuzz(100),
    );
  });

  it('FC104 leaves out what is on hold, unless its stage or a person says otherwise', () => {
    const paused = { ...stage('paused', 'open', 90), type: 'hold' };
    const held = { ...ESPO, stages: [...ESPO.stages, paused] } as unknown as Pipeline;
    const parked = storedDeal({ stageId: paused.id, stageHistory: [] });
    const seen = valueOf(forecastDealOf(parked, held));
    expect(seen).toMatchObject({ status: 'open', probability: 90, category: 'omitted' });
    const columns = onlyColumns(makeForecast(setup, [deal(), seen]).line().perCurrency);
    const without = onlyColumns(makeForecast(setup, [deal()]).line().perCurrency);
    expect([columns.weighted, columns.rollUp]).toEqual([without.weighted, without.rollUp]);
    const named = { ...held, stages: [{ ...paused, rules: { category: 'bestCase' } }] } as unknown as Pipeline;
    expect(valueOf(forecastDealOf(parked, named)).category).toBe('bestCase');
    const chosen = { ...parked, forecastCategory: { category: 'commit', at: '2026-05-01T00:00:00.000Z' } } as Deal;
    expect(valueOf(forecastDealOf(chosen, held)).category).toBe('commit');
  });
});
