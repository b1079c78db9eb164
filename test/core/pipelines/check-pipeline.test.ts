import type { Filter, Id } from '@kith/core';
import { checkPipeline, contradictionsIn, type StageRules } from '@kith/core/pipelines';
import { describe, expect, it } from 'vitest';
import { problemOf, valueOf } from '../../support/result.js';
import { hasAmount, pipelineOf, stage, stageId } from './rules.js';

const HANNA = 'user_hanna' as Id<'user'>;

/** What is wrong with a pipeline in whose middle one stage has rules. */
const refusal = (rules: StageRules) =>
  problemOf(checkPipeline(pipelineOf(stage('Lead'), stage('Offer', rules), stage('Talks'))));

const never = (filter: Filter) => refusal({ enter: filter }).code;
const accepted = (filter: Filter) =>
  valueOf(checkPipeline(pipelineOf(stage('Lead'), stage('Offer', { enter: filter }))));

describe('the rules of a pipeline', () => {
  it('PL1 takes a pipeline without rules as it is', () => {
    const plain = pipelineOf(stage('Lead'), stage('Offer'));
    expect(valueOf(checkPipeline(plain))).toBe(plain);
    expect(valueOf(checkPipeline(pipelineOf(stage('Won', undefined, 'won')))).stages).toHaveLength(1);
  });

  it('PL2 refuses rules that are not well formed, by the place', () => {
    const problem = refusal({ limit: { most: 2.5 } });
    expect(problem).toMatchObject({ code: 'pipelines/invalid-rule', path: 'stages[1].rules.limit.most' });
    expect(problem.params).toMatchObject({ stage: 'Offer' });
    expect(refusal({ entry: hasAmount } as StageRules).code).toBe('pipelines/invalid-rule');
  });

  it('PL3 refuses a stage that nothing can come to', () => {
    const lonely = pipelineOf(
      stage('Lead', { next: [stageId('won'), stageId('lost')] }),
      stage('Offer', { next: [stageId('won'), stageId('lost')] }),
    );
    const problem = problemOf(checkPipeline(lonely));
    expect(problem).toMatchObject({ code: 'pipelines/unreachable-stage', params: { stage: 'Offer' } });
    expect(problem.message).toContain('"Lead"');
    const declared = pipelineOf(
      stage('Lead', { start: true, next: [stageId('won'), stageId('lost')] }),
      stage('Offer', { start: true, next: [stageId('won'), stageId('lost')] }),
    );
    expect(valueOf(checkPipeline(declared))).toBe(declared);
  });

  it('PL3 refuses transitions to nowhere, and stages that nothing ever leaves for good', () => {
    expect(refusal({ next: [stageId('moon')] })).toMatchObject({
      code: 'pipelines/unknown-next',
      path: 'stages[1].rules.next',
      params: { stage: 'Offer', rule: 'next' },
    });
    const circle = pipelineOf(
      stage('Lead'),
      stage('Offer', { next: [stageId('talks')] }),
      stage('Talks', { next: [stageId('offer')] }),
    );
    expect(problemOf(checkPipeline(circle))).toMatchObject({ code: 'pipelines/dead-end', params: { stage: 'Offer' } });
    expect(refusal({ next: [] }).code).toBe('pipelines/dead-end');
  });

  it('PL4 refuses criteria that can never hold', () => {
    expect(never({ or: [] })).toBe('pipelines/never-met');
    expect(never({ field: 'source', is: 'in', value: [] })).toBe('pipelines/never-met');
    expect(never({ and: [hasAmount, { field: 'amount.minor', is: 'lt', value: 5 }] })).toBe('pipelines/never-met');
    expect(
      never({
        and: [
          { field: 'source', is: 'exists', value: false },
          { field: 'source', is: 'eq', value: 'x' },
        ],
      }),
    ).toBe('pipelines/never-met');
    expect(
      never({
        not: {
          or: [
            { field: 'source', is: 'ne', value: 'a' },
            { field: 'source', is: 'ne', value: 'b' },
          ],
        },
      }),
    ).toBe('pipelines/never-met');
    expect(
      never({
        and: [
          { field: 'expectedCloseDay', is: 'gt', value: { day: 7 } },
          { field: 'expectedCloseDay', is: 'lt', value: { day: 7 } },
        ],
      }),
    ).toBe('pipelines/never-met');
  });

  it('PL4 refuses criteria that contradict the stage itself or its required fields', () => {
    expect(never({ field: 'status', is: 'eq', value: 'won' })).toBe('pipelines/never-met');
    expect(refusal({ leave: { field: 'stageId', is: 'eq', value: 'stage_lead' } })).toMatchObject({
      code: 'pipelines/never-met',
      path: 'stages[1].rules.leave',
      params: { stage: 'Offer', rule: 'leave' },
    });
    expect(refusal({ requires: ['source'], enter: { field: 'source', is: 'exists', value: false } }).code).toBe(
      'pipelines/never-met',
    );
  });

  it('PL4 takes criteria that may hold', () => {
    accepted({ and: [] });
    accepted(hasAmount);
    accepted({
      and: [
        { field: 'tags', is: 'eq', value: 'a' },
        { field: 'tags', is: 'eq', value: 'b' },
      ],
    });
    accepted({
      and: [
        { field: 'expectedCloseDay', is: 'gt', value: { day: 7 } },
        { field: 'expectedCloseDay', is: 'lt', value: '2099-01-01' },
      ],
    });
    accepted({ or: [{ or: [] }, hasAmount] });
    accepted({ not: { field: 'source', is: 'eq', value: 'a' } });
    accepted({
      and: [
        { field: 'source', is: 'in', value: ['a', 'b'] },
        { field: 'source', is: 'ne', value: 'a' },
      ],
    });
    accepted({
      and: [
        { field: 'amount.minor', is: 'gte', value: 5 },
        { field: 'amount.minor', is: 'lte', value: 5 },
      ],
    });
  });

  it('PL5 refuses a limit of none, people who are nobody, and one person who would have to approve themselves', () => {
    expect(refusal({ limit: { most: 0, hard: true } })).toMatchObject({
      code: 'pipelines/no-room',
      params: { stage: 'Offer', rule: 'limit' },
    });
    const none = { minor: 0, currency: 'EUR' };
    expect(refusal({ amountLimit: { most: none, hard: true } })).toMatchObject({
      code: 'pipelines/no-room',
      params: { stage: 'Offer', rule: 'amountLimit' },
    });
    expect(refusal({ amountLimit: { most: { ...none, minor: -1 } } }).code).toBe('pipelines/invalid-rule');
    expect(refusal({ amountLimit: { most: none, field: 'a..b' } }).code).toBe('pipelines/no-such-field');
    valueOf(checkPipeline(pipelineOf(stage('Lead', { amountLimit: { most: none } }))));
    expect(refusal({ movers: {} }).params).toMatchObject({ rule: 'movers' });
    expect(refusal({ approvers: { users: [], roles: [] } }).code).toBe('pipelines/nobody-may');
    expect(refusal({ movers: { users: [HANNA] }, approvers: { users: [HANNA] } }).code).toBe(
      'pipelines/own-approval-only',
    );
    expect(refusal({ start: true, approvers: { roles: ['lead'] } }).code).toBe('pipelines/not-a-start');
    const closed = pipelineOf(stage('Lead'), stage('Won', { start: true }, 'won'));
    expect(problemOf(checkPipeline(closed)).code).toBe('pipelines/not-a-start');
  });

  it('PL6 refuses required fields that nobody can fill', () => {
    for (const field of ['__proto__', 'customFields.__proto__.x', 'constructor', 'a..b', 'stageId', 'lossReason'])
      expect(refusal({ requires: [field] })).toMatchObject({
        code: 'pipelines/no-such-field',
        params: { stage: 'Offer', rule: 'requires' },
      });
    valueOf(checkPipeline(pipelineOf(stage('Lead', { requires: ['customFields.budget', 'expectedCloseDay'] }))));
  });

  it('PL6 refuses criteria that cannot be read, however deep, and takes long lists', () => {
    let deep: Filter = hasAmount;
    for (let level = 0; level < 1_000; level++) deep = { not: deep };
    expect(refusal({ enter: deep })).toMatchObject({ code: 'pipelines/invalid-criteria', params: { stage: 'Offer' } });
    expect(refusal({ leave: { field: 'name', is: 'like', value: 'x' } as unknown as Filter }).message).toContain(
      '"contains"',
    );
    const values = Array.from({ length: 9_000 }, (_, index) => `source ${index}`);
    accepted({
      and: [
        { field: 'source', is: 'in', value: values },
        { field: 'source', is: 'in', value: values.slice(-1) },
      ],
    });
    const others = values.map((value) => `other ${value}`);
    expect(
      never({
        and: [
          { field: 'source', is: 'in', value: values },
          { field: 'source', is: 'in', value: others },
        ],
      }),
    ).toBe('pipelines/never-met');
  });

  it('PL60 tells everything that is wrong at once, each at its place, the first one as a refusal', () => {
    const wrong = pipelineOf(
      stage('Lead', { limit: { most: 0, hard: true }, movers: {}, next: [stageId('offer')] }),
      stage('Offer', { requires: ['rank'], enter: { field: 'status', is: 'eq', value: 'won' }, next: [] }),
      stage('Talks'),
    );
    const found = [...contradictionsIn(wrong)].map(({ code, path }) => `${path} ${code.slice(10)}`);
    expect(found).toEqual([
      'stages[0].rules.limit no-room',
      'stages[0].rules.movers nobody-may',
      'stages[1].rules.requires no-such-field',
      'stages[1].rules.enter never-met',
      'stages[2] unreachable-stage',
      'stages[0].rules.next dead-end',
    ]);
    expect(problemOf(checkPipeline(wrong))).toMatchObject({ code: 'pipelines/no-room' });
    const unread = pipelineOf(stage('Lead', { limit: { most: 1.5 }, next: [] }), stage('Offer'));
    expect([...contradictionsIn(unread)].map(({ code }) => code)).toEqual(['pipelines/invalid-rule']);
  });

  it('PL75 lets nothing begin on hold, and wants an open stage beside it', () => {
    const paused = (rules?: StageRules) => stage('Paused', rules, 'hold');
    const ends = [stage('Won', undefined, 'won'), stage('Lost', undefined, 'lost')];
    valueOf(checkPipeline(pipelineOf(stage('Lead'), paused(), ...ends)));
    valueOf(checkPipeline(pipelineOf(paused(), stage('Lead'))));
    expect(problemOf(checkPipeline(pipelineOf(paused(), ...ends)))).toMatchObject({
      code: 'pipelines/no-open-stage',
      path: 'stages[0]',
      params: { stage: 'Paused' },
    });
    expect(problemOf(checkPipeline(pipelineOf(stage('Lead'), paused({ start: true }), ...ends))).code).toBe(
      'pipelines/not-a-start',
    );
  });

  it('PL73 knows that what is on hold is open, and goes on from there', () => {
    const ends = [stage('Won', undefined, 'won'), stage('Lost', undefined, 'lost')];
    const paused = (rules?: StageRules) => stage('Paused', rules, 'hold');
    const isOpen: Filter = { field: 'status', is: 'eq', value: 'open' };
    valueOf(checkPipeline(pipelineOf(stage('Lead'), paused({ enter: isOpen, leave: isOpen }), ...ends)));
    // An end is reached by way of the hold: that is no reopening.
    const [lead, offer] = [stage('Lead', { next: [stageId('paused')] }), stage('Offer')];
    valueOf(checkPipeline(pipelineOf(lead, paused({ next: [stageId('offer')] }), offer, ...ends)));
    expect(
      problemOf(checkPipeline(pipelineOf(stage('Lead'), paused({ next: [stageId('paused')] }), ...ends))),
    ).toMatchObject({ code: 'pipelines/dead-end', params: { stage: 'Paused' } });
    expect(
      problemOf(checkPipeline(pipelineOf(stage('Lead', { next: [stageId('won')] }), paused(), ends[0]!))).code,
    ).toBe('pipelines/unreachable-stage');
    // Without any end, being on hold is none either.
    const endless = [stage('Lead'), paused({ next: [] })];
    expect(problemOf(checkPipeline({ ...pipelineOf(), stages: endless })).code).toBe('pipelines/dead-end');
    valueOf(checkPipeline({ ...pipelineOf(), stages: [stage('Lead'), paused()] }));
  });
});
