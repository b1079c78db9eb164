import type { Id } from '@kith/core';
import { Deal, LARGEST_AMOUNT, money, type NewDeal, newDeal, type Pipeline } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { envAt, frozen, HANNA, NOW } from '../../support/env.js';
import { problemOf, valueOf } from '../../support/result.js';
import { aDeal, day, pipeline, RANK, stageId } from './book.js';

const make = (draft: Partial<NewDeal>, into: Pipeline = pipeline) =>
  newDeal({ name: 'Acme', rank: RANK, ...draft }, into, envAt());

describe('a new deal', () => {
  it('D1 has a name and stands in the first open stage, or the open one that is named', () => {
    expect(valueOf(make({ name: '  Acme renewal ' }))).toMatchObject({
      name: 'Acme renewal',
      stageId: 'stage_lead',
      status: 'open',
    });
    expect(valueOf(make({ stageId: stageId('proposal') })).stageId).toBe('stage_proposal');
    expect(problemOf(make({ name: ' \n ' }))).toMatchObject({
      code: 'deals/name-required',
      path: 'name',
      fix: { fields: ['name'] },
    });
    const closedOnly = { ...pipeline, stages: pipeline.stages.filter((stage) => stage.type !== 'open') };
    expect(problemOf(make({}, closedOnly)).message).toContain('"Sales" has no open stage');
  });

  it('D2 is opened today by whoever makes it, and its history begins', () => {
    expect(aDeal()).toEqual({
      id: expect.stringMatching(/^deal_/),
      name: 'Acme renewal',
      amount: money(1250_00, 'EUR'),
      pipelineId: 'pipeline_sales',
      stageId: 'stage_lead',
      status: 'open',
      rank: RANK,
      ownerId: HANNA,
      openedDay: '2026-11-22',
      stageEnteredAt: NOW,
      stageHistory: [{ stageId: 'stage_lead', enteredAt: NOW, enteredBy: HANNA }],
      createdAt: NOW,
      createdBy: HANNA,
      modifiedAt: NOW,
      modifiedBy: HANNA,
    });
    expect(Deal.safeParse(aDeal()).success).toBe(true);
    expect(valueOf(make({ openedDay: day('2026-11-02'), ownerId: 'user_bo' as Id<'user'> }))).toMatchObject({
      openedDay: '2026-11-02',
      ownerId: 'user_bo',
    });
    const bySystem = valueOf(newDeal({ name: 'Acme', rank: RANK }, pipeline, envAt(NOW, { actor: undefined })));
    expect(Object.keys(bySystem)).not.toContain('ownerId');
    expect(bySystem.stageHistory).toEqual([{ stageId: 'stage_lead', enteredAt: NOW }]);
  });

  it('D3 does not begin closed, nor in another pipeline', () => {
    expect(problemOf(make({ stageId: stageId('signed') }))).toMatchObject({
      code: 'deals/not-an-open-stage',
      path: 'stageId',
    });
    expect(problemOf(make({ stageId: stageId('lost') })).code).toBe('deals/not-an-open-stage');
    expect(problemOf(make({ stageId: stageId('elsewhere') })).code).toBe('deals/unknown-stage');
    expect(problemOf(make({ pipelineId: 'pipeline_other' as Id<'pipeline'> })).code).toBe('deals/unknown-stage');
  });

  it('D4 refuses amounts that no deal has, and so does the schema', () => {
    expect(problemOf(make({ amount: money(-1, 'EUR') }))).toMatchObject({
      code: 'deals/negative-amount',
      path: 'amount',
    });
    expect(problemOf(make({ amount: money(LARGEST_AMOUNT + 1, 'EUR') }))).toMatchObject({
      code: 'deals/absurd-amount',
      path: 'amount',
    });
    for (const minor of [0, LARGEST_AMOUNT])
      expect(valueOf(make({ amount: money(minor, 'EUR') })).amount?.minor).toBe(minor);
    for (const minor of [-1, LARGEST_AMOUNT + 1]) {
      expect(Deal.safeParse({ ...aDeal(), amount: money(minor, 'EUR') }).success).toBe(false);
      expect(Deal.safeParse({ ...aDeal(), actualValue: money(minor, 'EUR') }).success).toBe(false);
    }
  });

  it('D14 does not mutate what it is given', () => {
    const draft = frozen({ name: 'Acme', rank: RANK, tags: ['vip'], amount: money(1, 'EUR') });
    expect(valueOf(make(draft)).tags).toEqual(['vip']);
    expect(draft).toEqual({ name: 'Acme', rank: RANK, tags: ['vip'], amount: money(1, 'EUR') });
  });
});
