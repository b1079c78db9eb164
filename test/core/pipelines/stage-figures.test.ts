import { type Id, type Instant, instantOf, type Pipeline, rottingDays } from '@kith/core';
import { quantile, type Staged, stageFigures, velocities } from '@kith/core/pipelines';
import { describe, expect, it } from 'vitest';
import { NOW } from '../../support/env.js';
import { day } from '../deals/book.js';
import { aGrant, pipelineOf, stage, stageId } from './rules.js';

const DAY = 86_400_000;
const START = Date.parse(NOW) - 400 * DAY;
const pipeline = pipelineOf(stage('Lead'), stage('Offer'), stage('Talks'));
const at = (days: number): Instant => instantOf(START + days * DAY);

/** A row that spent so many days in each stage, and is in the last one still. */
function walked(...way: readonly (readonly [stage: string, days?: number])[]): Staged {
  let days = 0;
  const stageHistory = way.map(([name, spent]) => {
    const enteredAt = at(days);
    days += spent ?? 0;
    return { stageId: stageId(name), enteredAt, ...(spent !== undefined && { leftAt: at(days) }) };
  });
  const last = way.at(-1)?.[0] ?? '';
  const status = last === 'Won' ? 'won' : last === 'Lost' ? 'lost' : 'open';
  return aGrant(last, { status, stageHistory, stageEnteredAt: stageHistory.at(-1)?.enteredAt ?? NOW });
}

const timesIn = (...[rows, way, now]: Parameters<typeof stageFigures>) => stageFigures(rows, way, now).times();
const conversionsIn = (...[rows, way, now]: Parameters<typeof stageFigures>) =>
  stageFigures(rows, way, now).conversions();
const days = (millis: number | undefined): number | undefined => (millis === undefined ? undefined : millis / DAY);

describe('what history says', () => {
  it('PL52 measures time in stage on won rows, by the median and the upper quartile', () => {
    const rows = [
      walked(['Lead', 1], ['Offer', 10], ['Lead', 2], ['Won']),
      walked(['Lead', 5], ['Offer', 20], ['Won']),
      walked(['Lead', 9], ['Won']),
      walked(['Lead', 300], ['Lost']),
      walked(['Lead']),
      { ...walked(['Lead', 99], ['Won']), pipelineId: 'pipeline_other' as Id<'pipeline'> },
    ];
    const [lead, offer, talks] = timesIn(rows, pipeline, at(400));
    expect([lead?.count, days(lead?.median), days(lead?.upperQuartile)]).toEqual([3, 5, 7]);
    expect([offer?.count, days(offer?.median), days(offer?.upperQuartile)]).toEqual([2, 15, 17.5]);
    expect(talks).toEqual({ stageId: stageId('talks'), count: 0, median: undefined, upperQuartile: undefined });
  });

  it('PL52 has the quantiles of R: quantile(1:10, c(.25, .5, .75))', () => {
    const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
    expect([0.25, 0.5, 0.75, 0, 1].map((share) => quantile(numbers, share))).toEqual([3.25, 5.5, 7.75, 1, 10]);
    expect(quantile([], 0.5)).toBeUndefined();
  });

  it('PL53 counts open rows as long as they were seen', () => {
    // Two of three advance; of the open ones, one has been there for long and one for a moment.
    const ended = [walked(['Lead', 10], ['Offer']), walked(['Lead', 20], ['Offer']), walked(['Lead', 30], ['Lost'])];
    const conversionOf = (rows: readonly Staged[], now = at(400)) => conversionsIn(rows, pipeline, now)[0];
    expect(conversionOf(ended)).toMatchObject({
      stays: 3,
      advanced: 2,
      lost: 1,
      stillThere: 0,
      medianMillis: 20 * DAY,
    });
    expect(conversionOf(ended)?.conversion).toBeCloseTo(2 / 3, 12);
    const fresh = { ...walked(['Lead']), stageHistory: [{ stageId: stageId('lead'), enteredAt: at(398) }] };
    // One who was seen for two days says nothing yet: as before.
    expect(conversionOf([...ended, fresh])?.conversion).toBeCloseTo(2 / 3, 12);
    // One who was there through all the others' ends says that fewer go on.
    const old = walked(['Lead']);
    expect(conversionOf([...ended, old])).toMatchObject({ stays: 4, stillThere: 1 });
    expect(conversionOf([...ended, old])?.conversion).toBeCloseTo(2 / 4, 12);
    // Counting both as failures would say 2 / 5, leaving both out 2 / 3.
    expect(conversionOf([...ended, old, fresh])?.conversion).toBeCloseTo(2 / 4, 12);
    expect(conversionOf([old])).toMatchObject({ stays: 1, conversion: undefined, medianMillis: undefined });
  });

  it('PL59 comes to the same when rows are taken in one by one', () => {
    const rows = [
      walked(['Lead', 10], ['Offer']),
      walked(['Lead', 2], ['Offer', 3], ['Won']),
      walked(['Lead', 5], ['Lost']),
    ];
    const figures = stageFigures([], pipeline, at(400));
    for (const row of rows) figures.take(row);
    expect(figures.conversions()).toEqual(conversionsIn(rows, pipeline, at(400)));
    expect(figures.times()).toEqual(timesIn(rows, pipeline, at(400)));
    expect(figures.conversion(stageId('offer'))).toEqual(figures.conversions()[1]);
  });

  it('PL59 works out a very full stage in steps of a few thousand stays', () => {
    const count = 40_000;
    const figures = stageFigures([], pipeline, at(400));
    for (let index = 0; index < count; index++) figures.take(walked(['Lead', 1 + index / 1_000], ['Offer']));
    const steps = figures.conversionInSteps(stageId('lead'));
    let taken = 0;
    let last = steps.next();
    for (; !last.done; last = steps.next()) taken++;
    expect(taken).toBeGreaterThanOrEqual((2 * count) / 8_192 - 1);
    expect(last.value).toEqual(figures.conversion(stageId('lead')));
    expect(last.value).toMatchObject({ stays: count, advanced: count });
  });

  it('PL53 tells going back from going on, however often a row comes', () => {
    const rows = [walked(['Lead', 1], ['Offer', 2], ['Lead', 1], ['Won'])];
    const [lead, offer] = conversionsIn(rows, pipeline, at(400));
    expect(lead).toMatchObject({ stays: 2, advanced: 2 });
    expect(offer).toMatchObject({ stays: 1, wentBack: 1, conversion: 0 });
  });

  it('PL54 defect 9: lost is what a stage of type lost is, whatever its probability', () => {
    const odd: Pipeline = {
      ...pipeline,
      stages: pipeline.stages.map((each) => ({ ...each, probability: each.type === 'lost' ? 100 : 0 })),
    };
    const rows = [walked(['Lead', 1], ['Offer', 1], ['Won']), walked(['Lead', 1], ['Lost'])];
    expect(conversionsIn(rows, odd, at(9))[0]).toMatchObject({ advanced: 1, lost: 1 });
    expect(timesIn(rows, odd, at(9))[0]?.count).toBe(1);
  });

  it('PL55 defect 6: a renamed stage keeps its figures, and one that is gone adds to its successor', () => {
    const rows = [walked(['Lead', 4], ['Offer', 6], ['Won']), walked(['Lead', 2], ['Talks', 3], ['Won'])];
    const renamed = { ...pipeline, stages: pipeline.stages.map((each) => ({ ...each, name: `Neu ${each.name}` })) };
    expect(timesIn(rows, renamed, at(99))).toEqual(timesIn(rows, pipeline, at(99)));
    expect(conversionsIn(rows, renamed, at(99))).toEqual(conversionsIn(rows, pipeline, at(99)));
    const merged: Pipeline = {
      ...pipeline,
      stages: pipeline.stages.filter(({ name }) => name !== 'Offer'),
      past: { version: 1, successors: { [stageId('offer')]: stageId('lead') } },
    };
    const [lead] = timesIn(rows, merged, at(99));
    expect([lead?.count, days(lead?.median)]).toEqual([2, 6]);
    expect(conversionsIn(rows, merged, at(99))[0]).toMatchObject({ stays: 2, advanced: 2 });
  });

  it('PL56 defect 8: rotting counts from the last progress, not from the making', () => {
    const rules = { rottingDays: 14 };
    const long = walked(['Lead', 100], ['Offer']);
    expect(rottingDays(long, rules, at(110))).toBeUndefined();
    expect(rottingDays(long, rules, at(115))).toBe(15);
    expect(rottingDays(long, rules, at(115), at(114))).toBeUndefined();
  });

  it('PL57 knows how fast money comes, in each currency', () => {
    const row = (
      status: 'open' | 'won' | 'lost',
      minor: number,
      currency: string,
      opened: string,
      closed?: string,
    ) => ({
      status,
      amount: { minor, currency },
      openedDay: day(opened),
      ...(closed !== undefined && { actualCloseDay: day(closed) }),
    });
    const rows = [
      row('won', 10_000, 'EUR', '2026-01-01', '2026-01-31'),
      { ...row('won', 1, 'EUR', '2026-01-01', '2026-03-02'), actualValue: { minor: 30_000, currency: 'EUR' } },
      row('lost', 5_000, 'EUR', '2026-01-01', '2026-01-05'),
      row('lost', 5_000, 'EUR', '2026-01-01', '2026-01-06'),
      row('open', 8_000, 'EUR', '2026-01-01'),
      row('open', 8_000, 'EUR', '2026-02-01'),
      row('open', 8_000, 'EUR', '2026-02-02'),
      row('won', 99_999, 'EUR', '2024-01-01', '2025-12-31'),
      row('lost', 5_000, 'USD', '2026-01-01', '2026-01-06'),
      row('open', 5_000, 'USD', '2026-01-01'),
      { status: 'open' as const },
    ];
    const window = { first: day('2026-01-01'), last: day('2026-03-31') };
    // 3 open × 50 % × 200.00 ÷ 45 days.
    expect(velocities(rows, window)).toEqual([
      { currency: 'EUR', open: 3, winRate: 0.5, averageValue: 20_000, cycleDays: 45, perDay: (3 * 0.5 * 20_000) / 45 },
    ]);
    expect(velocities([], window)).toEqual([]);
  });

  it('PL76 takes being on hold for no step of the way, and for no time on it', () => {
    const held = pipelineOf(
      stage('Lead'),
      stage('Paused', undefined, 'hold'),
      stage('Offer'),
      stage('Won', undefined, 'won'),
      stage('Lost', undefined, 'lost'),
    );
    const parked = [
      walked(['Lead', 10], ['Paused', 90], ['Lead', 5], ['Offer', 20], ['Won']),
      walked(['Lead', 20], ['Paused', 200], ['Offer', 30], ['Paused', 7], ['Lost']),
      walked(['Lead', 30], ['Paused']),
    ];
    const straight = [
      walked(['Lead', 15], ['Offer', 20], ['Won']),
      walked(['Lead', 20], ['Offer', 30], ['Lost']),
      // As if it had been looked at on the day it was put on hold.
      { ...walked(['Lead', 30]), stageHistory: [{ stageId: stageId('lead'), enteredAt: at(0), leftAt: at(30) }] },
    ];
    const way = pipelineOf(stage('Lead'), stage('Offer'));
    expect(conversionsIn(parked, held, at(400))).toEqual(conversionsIn(straight, way, at(400)));
    expect(conversionsIn(parked, held, at(400))[0]).toMatchObject({ stays: 3, advanced: 2, lost: 0, stillThere: 1 });
    const [times, straightTimes] = [timesIn(parked, held, at(400)), timesIn(straight, way, at(400))];
    expect(times.slice(0, 2)).toEqual(straightTimes.slice(0, 2));
    expect(times.some((time) => time.stageId === stageId('paused'))).toBe(false);
    // A stage that was merged into the hold counts as the hold does.
    const merged: Pipeline = {
      ...held,
      stages: held.stages.filter(({ name }) => name !== 'Offer'),
      past: { version: 1, successors: { [stageId('offer')]: stageId('paused') } },
    };
    expect(conversionsIn(parked, merged, at(400))[0]).toMatchObject({ stays: 3, advanced: 1, lost: 1, stillThere: 1 });
  });

  it('PL77 counts what is on hold among no open ones in velocity', () => {
    const held = pipelineOf(stage('Lead'), stage('Paused', undefined, 'hold'));
    const row = (status: 'open' | 'won', name: string) => ({
      status,
      stageId: stageId(name),
      amount: { minor: 10_000, currency: 'EUR' },
      openedDay: day('2026-01-01'),
      ...(status === 'won' && { actualCloseDay: day('2026-01-11') }),
    });
    const rows = [row('open', 'Lead'), row('open', 'Paused'), row('won', 'Won')];
    const window = { first: day('2026-01-01'), last: day('2026-03-31') };
    expect(velocities(rows, window, held)).toMatchObject([{ open: 1, winRate: 1, perDay: 1_000 }]);
    expect(velocities(rows, window)).toMatchObject([{ open: 2 }]);
  });
});
