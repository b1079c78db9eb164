import type { Filter, Id, Stage } from '@kith/core';
import { type Actor, checkPassage, isOverLimit, type Passage, withFields } from '@kith/core/pipelines';
import { describe, expect, it } from 'vitest';
import { envAt } from '../../support/env.js';
import { problemOf, valueOf } from '../../support/result.js';
import { hasAmount, pipelineOf, stage, stageId } from './rules.js';

const hanna: Actor = { id: 'user_hanna' as Id<'user'>, teams: ['team_north' as Id<'team'>], roles: ['seller'] };
const row = { id: 'deal_1', name: 'Acme', amount: { minor: 5_00, currency: 'EUR' } };

/** Asks whether a row passes from the first stage to the second of a pipeline. */
function ask(stages: readonly Stage[], changes: Partial<Passage> = {}) {
  const pipeline = pipelineOf(...stages);
  const [from, to] = pipeline.stages as readonly [Stage, Stage];
  return checkPassage({ pipeline, from, to, before: row, after: row, actor: hanna, ...changes }, envAt());
}

describe('passing from stage to stage', () => {
  it('PL1 asks nothing where there are no rules', () => {
    expect(ask([stage('Lead'), stage('Offer')])).toEqual({ ok: true, value: undefined });
  });

  it('PL10 lets a row go only to the stages that may follow, and names them', () => {
    const lead = stage('Lead', { next: [stageId('talks'), stageId('lost')] });
    const problem = problemOf(ask([lead, stage('Offer'), stage('Talks')]));
    expect(problem).toMatchObject({
      code: 'pipelines/not-allowed-next',
      params: { stage: 'Offer', from: 'Lead', rule: 'next' },
      fix: { kind: 'stages', stageIds: [stageId('talks'), stageId('lost')] },
    });
    expect(problem.message).toBe('"Offer" does not follow on "Lead". Go to "Talks", "Lost".');
    valueOf(ask([lead, stage('Offer'), stage('Talks')], { to: stage('Talks') }));
    valueOf(ask([lead, stage('Offer'), stage('Talks')], { from: undefined }));
  });

  it('PL11 lets only those move who may: by name, by team, by role', () => {
    const offer = (movers: NonNullable<NonNullable<Stage['rules']>['movers']>) => [
      stage('Lead'),
      stage('Offer', { movers }),
    ];
    const ida = 'user_ida' as Id<'user'>;
    expect(problemOf(ask(offer({ users: [ida] })))).toMatchObject({
      code: 'pipelines/may-not-move',
      fix: { kind: 'people', by: { users: [ida] } },
    });
    expect(ask(offer({ teams: ['team_south' as Id<'team'>], roles: ['lead'] })).ok).toBe(false);
    for (const movers of [{ users: [ida, hanna.id] }, { teams: hanna.teams }, { roles: ['seller'], users: [ida] }])
      valueOf(ask(offer(movers)));
    valueOf(ask(offer({ users: [ida] }), { actor: undefined }));
  });

  it('PL12 asks for the fields that are missing, all at once, custom fields too', () => {
    const stages = [stage('Lead'), stage('Offer', { requires: ['source', 'customFields.budget', 'tags', 'name'] })];
    const problem = problemOf(ask(stages, { after: { ...row, source: '  ', tags: [] } }));
    expect(problem).toMatchObject({
      code: 'pipelines/fields-required',
      path: 'source',
      params: { stage: 'Offer', rule: 'requires' },
      fix: { kind: 'fields', fields: ['source', 'customFields.budget', 'tags'] },
    });
    const filled = withFields(row, { source: 'fair', 'customFields.budget': 0, tags: ['a'] });
    expect(filled).toEqual({ ...row, source: 'fair', customFields: { budget: 0 }, tags: ['a'] });
    expect(row).not.toHaveProperty('source');
    valueOf(ask(stages, { after: filled }));
    expect(withFields(row, { '__proto__.polluted': 1, 'constructor.x': 1 })).toEqual(row);
    expect({}).not.toHaveProperty('polluted');
  });

  it('PL13 asks exit criteria on the way forward only', () => {
    const stages = [stage('Lead'), stage('Offer', { leave: hasAmount }), stage('Talks')];
    const pipeline = pipelineOf(...stages);
    const [lead, offer, talks, , lost] = pipeline.stages as readonly [Stage, Stage, Stage, Stage, Stage];
    const from = { pipeline, from: offer };
    expect(problemOf(ask(stages, { ...from, to: talks }))).toMatchObject({
      code: 'pipelines/not-ready-to-leave',
      params: { stage: 'Offer', rule: 'leave', fields: 'amount.minor' },
      fix: { kind: 'edit', fields: ['amount.minor'] },
    });
    for (const to of [lead, lost]) valueOf(ask(stages, { ...from, to }));
    valueOf(ask(stages, { ...from, to: talks, before: { ...row, amount: { minor: 10_000_00 } } }));
  });

  it('PL14 tests entry criteria on the row as it will be, and names the fields that fail and no others', () => {
    const enter: Filter = {
      and: [
        hasAmount,
        { field: 'name', is: 'exists', value: true },
        { not: { field: 'source', is: 'eq', value: 'cold' } },
      ],
    };
    const stages = [stage('Lead'), stage('Offer', { enter })];
    const problem = problemOf(ask(stages, { after: { ...row, source: 'cold' } }));
    expect(problem).toMatchObject({
      code: 'pipelines/not-fit-to-enter',
      params: { stage: 'Offer', rule: 'enter' },
      fix: { kind: 'edit', fields: ['amount.minor', 'source'] },
    });
    valueOf(ask(stages, { before: {}, after: { ...row, amount: { minor: 10_000_00 } } }));
  });

  it('PL15 refuses the next row where a hard limit is reached; a soft one only tells', () => {
    const hard = [stage('Lead'), stage('Offer', { limit: { most: 3, hard: true } })];
    valueOf(ask(hard, { others: 2 }));
    expect(problemOf(ask(hard, { others: 3 }))).toMatchObject({
      code: 'pipelines/stage-full',
      params: { stage: 'Offer', rule: 'limit', most: 3 },
    });
    const soft = stage('Offer', { limit: { most: 3 } });
    valueOf(ask([stage('Lead'), soft], { others: 3 }));
    expect([isOverLimit(soft, 3), isOverLimit(soft, 4), isOverLimit(stage('Lead'), 99)]).toEqual([false, true, false]);
  });

  it('PL67 refuses what would come to more money than a hard limit, in its currency alone; a soft one only tells', () => {
    const limit = { most: { minor: 100_000_00, currency: 'EUR' }, hard: true };
    const stages = [stage('Lead'), stage('Offer', { amountLimit: limit })];
    const worth = (minor: number, currency = 'EUR') => ({ ...row, amount: { minor, currency } });
    valueOf(ask(stages, { after: worth(10_000_00), othersAmount: 90_000_00 }));
    expect(problemOf(ask(stages, { after: worth(10_000_01), othersAmount: 90_000_00 }))).toEqual({
      code: 'pipelines/amount-full',
      message: '"Offer" takes EUR 100000 at once at most, and this would be more. Move one on first.',
      path: 'amount',
      params: { stage: 'Offer', rule: 'amountLimit', most: 100_000, currency: 'EUR' },
      fix: { kind: 'edit', fields: ['amount'] },
    });
    valueOf(ask(stages, { after: worth(500_000_00, 'USD'), othersAmount: 100_000_00 }));
    valueOf(ask(stages, { after: { ...row, amount: undefined }, othersAmount: 200_000_00 }));
    valueOf(ask(stages, { after: worth(500_000_00), othersAmount: undefined }));
    const soft = stage('Offer', { amountLimit: { ...limit, hard: false } });
    valueOf(ask([stage('Lead'), soft], { after: worth(500_000_00), othersAmount: 0 }));
    const budgets = stage('Offer', { amountLimit: { ...limit, field: 'customFields.budget' } });
    const after = { ...row, customFields: { budget: { minor: 100_000_01, currency: 'EUR' } } };
    expect(problemOf(ask([stage('Lead'), budgets], { after, othersAmount: 0 })).path).toBe('customFields.budget');
  });

  it('PL16 asks for an approval last, when nothing else stands in the way', () => {
    const by = { roles: ['lead'] };
    const stages = [stage('Lead'), stage('Offer', { approvers: by, requires: ['source'] })];
    expect(problemOf(ask(stages)).code).toBe('pipelines/fields-required');
    const after = { ...row, source: 'fair' };
    expect(problemOf(ask(stages, { after }))).toMatchObject({
      code: 'pipelines/approval-needed',
      params: { stage: 'Offer', rule: 'approvers' },
      fix: { kind: 'approval', stageId: stageId('offer'), by },
    });
    valueOf(ask(stages, { after, isApproved: true }));
    expect(problemOf(ask(stages, { isApproved: true })).code).toBe('pipelines/fields-required');
  });

  it('PL19 lets new rows begin where the pipeline says, by the rules of that stage', () => {
    const stages = [stage('Lead', { start: true }), stage('Offer')];
    expect(problemOf(ask(stages, { from: undefined, before: undefined }))).toMatchObject({
      code: 'pipelines/not-a-start-stage',
      fix: { kind: 'stages', stageIds: [stageId('lead')] },
    });
    const needs = stage('Lead', { start: true, requires: ['source'] });
    expect(problemOf(ask([needs], { from: undefined, to: needs, before: undefined })).code).toBe(
      'pipelines/fields-required',
    );
  });

  it('PL74 asks no exit criteria on the way to a hold, and those of the hold on every way out but to a lost stage', () => {
    const paused = stage('Paused', { leave: hasAmount }, 'hold');
    const [won, lost] = [stage('Won', undefined, 'won'), stage('Lost', undefined, 'lost')];
    const stages = [stage('Lead', { leave: hasAmount }), stage('Offer'), paused, won, lost];
    const [lead, offer] = stages as [Stage, Stage];
    valueOf(ask(stages, { from: lead, to: paused }));
    expect(ask(stages, { from: lead, to: offer }).ok).toBe(false);
    for (const to of [lead, offer, won])
      expect(problemOf(ask(stages, { from: paused, to }))).toMatchObject({
        code: 'pipelines/not-ready-to-leave',
        params: { stage: 'Paused' },
      });
    valueOf(ask(stages, { from: paused, to: lost }));
    valueOf(ask(stages, { from: paused, to: lead, before: { ...row, amount: { minor: 10_000_00 } } }));
  });

  it('PL73 asks the other rules of a stage to be on hold in, as of any', () => {
    const hold = (rules: NonNullable<Stage['rules']>) => [stage('Lead'), stage('Paused', rules, 'hold')];
    expect(problemOf(ask(hold({ requires: ['nextStep'] }))).code).toBe('pipelines/fields-required');
    expect(problemOf(ask(hold({ approvers: { roles: ['lead'] } }))).code).toBe('pipelines/approval-needed');
    expect(problemOf(ask(hold({ limit: { most: 1, hard: true } }), { others: 1 })).code).toBe('pipelines/stage-full');
    const kept = [stage('Paused', { next: [stageId('lead')] }, 'hold'), stage('Offer'), stage('Lead')];
    expect(problemOf(ask(kept)).code).toBe('pipelines/not-allowed-next');
  });
});
