import { type Deal, type Id, money, moveDeal, pipelineTotals, weightedAmount } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { envAt, frozen } from '../../support/env.js';
import { valueOf } from '../../support/result.js';
import { aDeal, pipeline, RANK, stageId } from './book.js';

const moveTo = (deal: Deal, name: string, actualValue = deal.amount): Deal =>
  frozen(
    valueOf(
      moveDeal(deal, pipeline, { stageId: stageId(name), rank: RANK, lossReason: 'Price', actualValue }, envAt()),
    ),
  );

describe('amounts of deals', () => {
  it('D20 weighs an open deal by its stage, a won one at what it brought, a lost one at nothing', () => {
    const deal = aDeal({ amount: money(999_99, 'EUR') });
    expect(weightedAmount(deal, { probability: 35 })).toEqual(money(349_99 + 1, 'EUR'));
    expect(weightedAmount({ ...deal, amount: money(50, 'EUR') }, { probability: 1 })).toEqual(money(0, 'EUR'));
    expect(weightedAmount({ ...deal, amount: money(150, 'EUR') }, { probability: 1 })).toEqual(money(2, 'EUR'));
    expect(weightedAmount({ ...deal, amount: money(1000, 'EUR') }, { probability: 12.5 })).toEqual(money(125, 'EUR'));
    expect(weightedAmount(moveTo(deal, 'signed', money(5, 'EUR')), { probability: 90 })).toEqual(money(5, 'EUR'));
    // The defect of others: a lost deal that still counts, at the probability of its stage.
    expect(weightedAmount(moveTo(deal, 'lost'), { probability: 100 })).toEqual(money(0, 'EUR'));
    expect(weightedAmount(aDeal({ amount: undefined }), { probability: 50 })).toBeUndefined();
  });

  it('D21 totals stage by stage, each currency by itself', () => {
    const deals = frozen([
      aDeal(),
      aDeal({ amount: money(1000, 'JPY') }),
      aDeal({ amount: undefined }),
      moveTo(aDeal(), 'proposal'),
      moveTo(aDeal(), 'signed', money(1, 'EUR')),
      moveTo(aDeal(), 'lost'),
      { ...aDeal(), pipelineId: 'pipeline_other' as Id<'pipeline'> },
    ]);
    expect(pipelineTotals(deals, pipeline)).toEqual([
      {
        stageId: 'stage_lead',
        count: 3,
        amounts: [money(1250_00, 'EUR'), money(1000, 'JPY')],
        weighted: [money(0, 'EUR'), money(0, 'JPY')],
      },
      { stageId: 'stage_proposal', count: 1, amounts: [money(1250_00, 'EUR')], weighted: [money(437_50, 'EUR')] },
      { stageId: 'stage_signed', count: 1, amounts: [money(1, 'EUR')], weighted: [money(1, 'EUR')] },
      { stageId: 'stage_delivered', count: 0, amounts: [], weighted: [] },
      { stageId: 'stage_lost', count: 1, amounts: [money(1250_00, 'EUR')], weighted: [money(0, 'EUR')] },
      { stageId: 'stage_withdrawn', count: 0, amounts: [], weighted: [] },
    ]);
  });
});
