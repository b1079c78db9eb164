import { type Day, type Deal, type Id, type Instant, money, type Stage } from '@kith/core';
import { calibrateStages, expectedCloseOf, lifeOf, manualCategoryOf, stageEntriesOf } from '@kith/core/forecast';
import { describe, expect, it } from 'vitest';

const UTC = { timeZone: 'UTC' };
const ASOF = '2026-05-20' as Day;
const at = (day: string): Instant => `${day}T12:00:00.000Z` as Instant;
const stage = (name: string, type: Stage['type'], probability: number): Stage => ({
  id: `stage_${name}` as Id<'stage'>,
  name,
  type,
  probability,
});
const STAGES = [stage('a', 'open', 20), stage('b', 'open', 60), stage('won', 'won', 100), stage('lost', 'lost', 0)];
const PIPELINE = { stages: STAGES };
const deal = (status: Deal['status'], stays: readonly (readonly [string, string])[], more: object = {}): Deal =>
  ({
    id: 'deal_1',
    name: 'Returns portal',
    pipelineId: 'pipeline_1',
    stageId: `stage_${stays.at(-1)?.[0]}`,
    status,
    amount: money(100, 'EUR'),
    createdAt: at('2026-01-01'),
    stageEnteredAt: at(stays.at(-1)?.[1] ?? ''),
    stageHistory: stays.map(([name, day]) => ({ stageId: `stage_${name}`, enteredAt: at(day) })),
    ...more,
  }) as never;

describe('What history says of deals', () => {
  it('FC43 is read off their stages and days: lives, stays, slips', () => {
    const open = deal(
      'open',
      [
        ['a', '2026-05-01'],
        ['b', '2026-05-10'],
      ],
      { openedDay: '2026-04-01' },
    );
    const won = deal(
      'won',
      [
        ['a', '2026-01-01'],
        ['b', '2026-01-11'],
        ['a', '2026-01-12'],
        ['won', '2026-01-31'],
      ],
      {
        expectedCloseDay: '2026-01-25',
        actualCloseDay: '2026-01-30',
      },
    );
    const lost = deal(
      'lost',
      [
        ['a', '2026-01-01'],
        ['lost', '2026-01-05'],
      ],
      { expectedCloseDay: '2026-01-03' },
    );
    expect([open, won, lost].map((each) => lifeOf(each, UTC, 'EUR'))).toEqual([
      { openedDay: '2026-04-01', minor: 100 },
      { openedDay: '2026-01-01', minor: 100, closed: { day: '2026-01-30', outcome: 'won' } },
      { openedDay: '2026-01-01', minor: 100, closed: { day: '2026-01-05', outcome: 'lost' } },
    ]);
    expect(lifeOf(open, UTC, 'USD').minor).toBe(0);
    const entries = [open, won, lost].flatMap((each) => stageEntriesOf(each, PIPELINE, ASOF, UTC));
    expect(entries).toEqual([
      { stageId: 'stage_a', days: 19 },
      { stageId: 'stage_b', days: 10 },
      { stageId: 'stage_a', days: 29, outcome: 'won' },
      { stageId: 'stage_b', days: 19, outcome: 'won' },
      { stageId: 'stage_a', days: 4, outcome: 'lost' },
    ]);
    expect(calibrateStages(STAGES, entries).map(({ ended }) => ended)).toEqual([2, 1]);
    expect([open, won, lost].map((each) => expectedCloseOf(each, UTC))).toEqual([
      undefined,
      { expected: '2026-01-25', closed: '2026-01-30' },
      undefined,
    ]);
    const pushed = { ...won, closeDayHistory: [{ day: '2026-01-10' }, { day: '2026-01-20' }] } as never as Deal;
    expect(expectedCloseOf(pushed, UTC)?.expected).toBe('2026-01-10');
  });

  it('FC18 holds a category that stands in the row, unless it is none or the deal was closed since', () => {
    const forecastCategory = { category: 'commit', at: at('2026-05-05') };
    const open = deal(
      'open',
      [
        ['a', '2026-05-01'],
        ['b', '2026-05-10'],
      ],
      { forecastCategory },
    );
    expect(manualCategoryOf(open, PIPELINE)).toBe('commit');
    const reopened = deal(
      'open',
      [
        ['a', '2026-05-01'],
        ['won', '2026-05-10'],
        ['b', '2026-05-11'],
      ],
      { forecastCategory },
    );
    expect(manualCategoryOf(reopened, PIPELINE)).toBeUndefined();
    const held = { stages: [...STAGES, stage('paused', 'hold', 10)] };
    const parked = deal(
      'open',
      [
        ['a', '2026-05-01'],
        ['paused', '2026-05-10'],
      ],
      { forecastCategory },
    );
    expect(manualCategoryOf(parked, held)).toBe('commit');
    const nonsense = deal('open', [['a', '2026-05-01']], {
      forecastCategory: { category: '__proto__', at: at('2026-05-05') },
    });
    expect(manualCategoryOf(nonsense, PIPELINE)).toBeUndefined();
  });

  it('FC105 learns nothing of a stage to be on hold in: it is neither an end nor a step', () => {
    const stages = [...STAGES, stage('paused', 'hold', 10)];
    const parked = deal('open', [
      ['a', '2026-05-01'],
      ['paused', '2026-05-10'],
    ]);
    const entries = stageEntriesOf(parked, { stages }, ASOF, UTC);
    expect(entries).toEqual([{ stageId: 'stage_a', days: 19 }]);
    expect(calibrateStages(stages, entries).map(({ stageId }) => stageId)).toEqual(['stage_a', 'stage_b']);
    expect(lifeOf(parked, UTC)).not.toHaveProperty('closed');
  });
});
