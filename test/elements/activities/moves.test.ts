import type { Deal, Pipeline } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { movesOf } from '../../../packages/elements/src/activities/moves.js';

const pipeline = {
  id: 'pipeline_1',
  name: 'Sales',
  stages: [
    { id: 'stage_1', name: 'Discovery', type: 'open', probability: 20 },
    { id: 'stage_2', name: 'Proposal', type: 'open', probability: 60 },
    { id: 'stage_5', name: 'Paused', type: 'hold', probability: 20 },
    { id: 'stage_7', name: 'Signed', type: 'won', probability: 100 },
    { id: 'stage_8', name: 'Delivered', type: 'won', probability: 100 },
    { id: 'stage_9', name: 'Lost', type: 'lost', probability: 0 },
  ],
} as unknown as Pipeline;

const value = { currency: 'EUR', minor: 120_000 };

const ends = pipeline.stages.filter(({ type }) => type !== 'hold');

/** A deal that went through these stages, a day for each. */
function dealThrough(stages: readonly string[], change: object = {}): Deal {
  const at = (index: number): string => `2026-10-${String(index + 1).padStart(2, '0')}T09:00:00.000Z`;
  const stageId = `stage_${stages.at(-1)}`;
  return {
    id: 'deal_1',
    name: 'Spring order',
    stageId,
    status: ends.find(({ id }) => id === stageId)?.type ?? 'open',
    stageHistory: stages.map((stage, index) => ({
      stageId: `stage_${stage}`,
      enteredAt: at(index),
      enteredBy: 'user_1',
    })),
    ...change,
  } as unknown as Deal;
}

const told = (deal: Deal): readonly unknown[] => movesOf([deal], [pipeline]).map(({ move }) => move);

describe('movesOf', () => {
  it('CD23 tells from where to where and by whom a deal moved, and why it was lost', () => {
    const [opened, moved, lost] = movesOf([dealThrough(['1', '2', '9'], { lossReason: 'Price' })], [pipeline]);
    expect(opened).toMatchObject({ move: 'opened', from: undefined, to: { name: 'Discovery' }, by: 'user_1' });
    expect(moved).toMatchObject({ move: 'moved', from: { name: 'Discovery' }, to: { name: 'Proposal' } });
    expect(lost).toMatchObject({ move: 'lost', from: { name: 'Proposal' }, to: { name: 'Lost' }, reason: 'Price' });
    expect(lost?.at).toBe('2026-10-03T09:00:00.000Z');
  });

  it('CD23 leaves out a stage that the pipeline no longer has, and calls what follows a move', () => {
    expect(movesOf([dealThrough(['1', 'gone', '2'])], [pipeline])).toMatchObject([
      { move: 'opened', to: { name: 'Discovery' } },
      { move: 'moved', from: undefined, to: { name: 'Proposal' } },
    ]);
    expect(told(dealThrough(['1', 'gone', '9']))).toEqual(['opened', 'lost']);
  });

  it('CD46 tells a value where the deal was won for good, and a reason where it was lost for good', () => {
    const moves = movesOf([dealThrough(['1', '9', '2', '7', '8'], { actualValue: value })], [pipeline]);
    expect(moves.map(({ move }) => move)).toEqual(['opened', 'lost', 'reopened', 'won', 'moved']);
    expect(moves.map((each) => each.value)).toEqual([undefined, undefined, undefined, value, undefined]);
    expect(moves.map(({ reason }) => reason)).toEqual(Array(5).fill(undefined));
    const again = movesOf([dealThrough(['1', '7', '9'], { lossReason: 'Price' })], [pipeline]);
    expect(again.map(({ reason }) => reason)).toEqual([undefined, undefined, 'Price']);
  });

  it('CD46 tells a deal that was won before anybody wrote it down as won', () => {
    expect(movesOf([dealThrough(['7'], { actualValue: value })], [pipeline])).toMatchObject([{ move: 'won', value }]);
  });

  it('CD45 tells several deals, each by its name, and nothing of none', () => {
    const deals = [dealThrough(['1']), dealThrough(['1', '2'], { id: 'deal_2', name: 'Autumn order' })];
    expect(movesOf(deals, [pipeline]).map(({ deal }) => deal.name)).toEqual([
      'Spring order',
      'Autumn order',
      'Autumn order',
    ]);
    expect(movesOf([], [pipeline])).toEqual([]);
    expect(movesOf(deals, [])).toEqual([]);
  });

  it('PL73 tells a hold as a move among open stages, and what ended as it ends without one', () => {
    expect(told(dealThrough(['1', '5', '2']))).toEqual(['opened', 'moved', 'moved']);
    expect(told(dealThrough(['1', '9', '5']))).toEqual(['opened', 'lost', 'reopened']);
    const moves = movesOf([dealThrough(['1', '5', '7'], { actualValue: value })], [pipeline]);
    expect(moves.map(({ move, value: brought }) => [move, brought])).toEqual([
      ['opened', undefined],
      ['moved', undefined],
      ['won', value],
    ]);
  });
});
