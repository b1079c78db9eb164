import type { Id, Pipeline, Stage } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { contradictions, mended } from '../../../packages/elements/src/pipeline-editor/contradictions.js';
import {
  changedStage,
  movedStage,
  withMove,
  withNewStage,
  withoutStage,
  withStageBack,
} from '../../../packages/elements/src/pipeline-editor/draft-steps.js';
import { onTopOf } from '../../../packages/elements/src/pipeline-editor/merged-draft.js';
import {
  begun,
  type PipelineDraft,
  stepped,
  steppedBack,
  steppedOn,
} from '../../../packages/elements/src/pipeline-editor/pipeline-draft.js';
import { isChanged, PipelineDrafts } from '../../../packages/elements/src/pipeline-editor/pipeline-drafts.js';
import { storedStages } from '../../../packages/elements/src/pipeline-editor/templates.js';

const id = (name: string): Id<'stage'> => `stage_${name}` as Id<'stage'>;
const stage = (name: string, type: Stage['type'] = 'open', rules?: Stage['rules']): Stage => ({
  id: id(name),
  name,
  type,
  probability: type === 'won' ? 100 : type === 'lost' ? 0 : 50,
  ...(rules && { rules }),
});
const at = '2026-11-22T09:30:00.000Z' as Pipeline['createdAt'];
const pipelineOf = (...stages: readonly Stage[]): Pipeline => ({
  id: 'pipeline_sales' as Id<'pipeline'>,
  name: 'Sales',
  stages,
  createdAt: at,
  modifiedAt: at,
});
const sales = pipelineOf(stage('lead'), stage('demo'), stage('offer'), stage('won', 'won'), stage('lost', 'lost'));
const draft = begun(sales).now;
const order = ({ stages }: Pick<Pipeline, 'stages'>): string => stages.map(({ name }) => name).join(' ');
const find = ({ stages }: PipelineDraft, name: string): Stage => stages.find((each) => each.id === id(name)) as Stage;

describe('a draft', () => {
  it('PE3 goes back and forth step by step; what is typed into one place is one step', () => {
    const typed = ['S', 'Sa', 'Sal'].reduce(
      (history, name) => stepped(history, { ...history.now, name }, 'name'),
      begun(sales),
    );
    expect(typed.before).toHaveLength(1);
    const moved = stepped(typed, movedStage(typed.now, id('won'), 0));
    const again = stepped(moved, { ...moved.now, name: 'Salt' }, 'name');
    expect(again.before).toHaveLength(3);
    const back = steppedBack(steppedBack(again));
    expect([back.now.name, order(back.now)]).toEqual(['Sal', 'lead demo offer won lost']);
    expect(steppedBack(steppedBack(back)).now).toEqual(draft);
    expect(steppedOn(steppedOn(back)).now.name).toBe('Salt');
    // After a step to the side there is nothing to go on to.
    expect(stepped(back, draft).after).toEqual([]);
    expect(steppedOn(stepped(back, draft)).now).toBe(draft);
  });

  it('PE5 leads the deals of a stage that is taken out to the nearest of its type, and of those led to it as well', () => {
    const without = withoutStage(draft, sales, id('demo'));
    expect(without.targets).toEqual({ [id('demo')]: id('lead') });
    const fewer = withoutStage(without, sales, id('lead'));
    expect(fewer.targets).toEqual({ [id('demo')]: id('offer'), [id('lead')]: id('offer') });
    // The only one of its type: somebody has to say.
    expect(withoutStage(draft, sales, id('won')).targets).toEqual({});
    // One that was never published holds no deals.
    const added = withNewStage(draft, id('new'), 'New');
    expect(order(added)).toBe('lead demo offer New won lost');
    expect(find(added, 'new').probability).toBe(75);
    expect(withoutStage(added, sales, id('new'))).toEqual(draft);
    // Back again, behind those that stood before it.
    const back = withStageBack(fewer, sales, id('demo'));
    expect([order(back), back.targets]).toEqual(['demo offer won lost', { [id('lead')]: id('offer') }]);
    expect(withStageBack(back, sales, id('demo'))).toEqual(back);
  });

  it('PE5 takes the moves to a stage out with it', () => {
    const some = withMove(draft, id('lead'), id('lost'), false);
    const without = withoutStage(some, sales, id('demo'));
    expect(find(without, 'lead').rules?.next).toEqual([id('offer'), id('won')]);
  });

  it('PE10 keeps no rule where every move is allowed', () => {
    const less = withMove(draft, id('lead'), id('won'), false);
    expect(find(less, 'lead').rules?.next).toEqual([id('demo'), id('offer'), id('lost')]);
    expect(withMove(less, id('lead'), id('won'), true)).toEqual(draft);
    expect(changedStage(less, id('lead'), { rules: { next: undefined } as never })).toEqual(draft);
  });

  it('PE11 gives a copy stages of its own, with the moves between them', () => {
    let count = 0;
    const rules = { next: [id('b')], requires: ['companyId'] };
    const copied = storedStages([stage('a', 'open', rules), stage('b', 'won')], () => id(`copy${++count}`));
    expect(copied.map((each) => [each.id, each.name])).toEqual([
      [id('copy1'), 'a'],
      [id('copy2'), 'b'],
    ]);
    expect(copied[0]?.rules).toEqual({ next: [id('copy2')], requires: ['companyId'] });
  });
});

describe('contradictions', () => {
  const found = (given: PipelineDraft) =>
    contradictions(sales, given).map(({ stageId, part, problem, mend }) => [stageId, part, problem?.code, mend]);

  it('PE6 stand at their stage and rule, all at once, and a name that is missing is one', () => {
    const wrong = changedStage(
      changedStage({ ...draft, name: ' ' }, id('lead'), { rules: { limit: { most: 0, hard: true } } }),
      id('offer'),
      { name: '', rules: { movers: {}, enter: { and: [{ field: 'status', is: 'eq', value: 'won' }] } } },
    );
    expect(found(wrong)).toEqual([
      [undefined, 'name', undefined, undefined],
      [id('offer'), 'name', undefined, undefined],
      [id('lead'), 'limit', 'pipelines/no-room', 'limit'],
      [id('offer'), 'enter', 'pipelines/never-met', 'condition'],
      [id('offer'), 'movers', 'pipelines/nobody-may', 'people'],
    ]);
    expect(found(draft)).toEqual([]);
  });

  it('PE6 are each mended by letting go of their rule alone', () => {
    const stuck = changedStage(draft, id('demo'), { rules: { next: [], category: 'commit' } });
    expect(found(stuck)).toEqual([[id('demo'), 'next', 'pipelines/dead-end', 'moves']]);
    const [deadEnd] = contradictions(sales, stuck);
    const free = deadEnd ? mended(stuck, deadEnd) : stuck;
    expect(find(free, 'demo').rules).toEqual({ category: 'commit' });

    const island = ['lead', 'demo', 'offer'].reduce((made, name) => withMove(made, id(name), id('won'), false), draft);
    const apart = withMove(island, id('lost'), id('won'), false);
    const [unreachable] = contradictions(sales, apart);
    expect([unreachable?.stageId, unreachable?.problem?.code]).toEqual([id('won'), 'pipelines/unreachable-stage']);
    expect(found(unreachable ? mended(apart, unreachable) : apart)).toEqual([]);

    const alone = { users: ['user_a' as Id<'user'>] };
    for (const rules of [
      { start: true, approvers: alone },
      { movers: alone, approvers: alone },
      { approvers: {} },
      { leave: { in: [] } as never },
      { requires: ['stageId'] },
      { limit: { most: 0, hard: true } },
    ] satisfies Stage['rules'][]) {
      const wrong = changedStage(draft, id('demo'), { rules: { ...rules, category: 'commit' } });
      const [first, ...others] = contradictions(sales, wrong);
      expect([first?.stageId, others]).toEqual([id('demo'), []]);
      const right = first ? mended(wrong, first) : wrong;
      expect([contradictions(sales, right), find(right, 'demo').rules?.category]).toEqual([[], 'commit']);
    }
  });

  it('PE6 are none where stages go that others were led to before: publishing leads those on', () => {
    const past = { version: 1, successors: { [id('old')]: id('demo') } };
    expect(contradictions({ ...sales, past }, withoutStage(draft, sales, id('demo')))).toEqual([]);
  });
});

describe('what others publish meanwhile', () => {
  it('PE7 is followed by a draft without changes, and told to one with', () => {
    const drafts = new PipelineDrafts();
    expect(drafts.of(sales).history.now).toEqual(draft);
    const renamed = { ...sales, name: 'Sale' };
    expect(drafts.isConflict(renamed)).toBe(false);
    expect(drafts.of(renamed).history.now.name).toBe('Sale');
    drafts.set(renamed, { ...draft, name: 'Mine' });
    expect(drafts.isConflict(sales)).toBe(true);
    expect(drafts.of(sales).history.now.name).toBe('Mine');
    drafts.begin(sales);
    expect([drafts.isConflict(sales), isChanged(drafts.of(sales))]).toEqual([false, false]);
  });

  it('PE7 is no conflict where it is what was published here, on its way back, or deals that have settled', () => {
    const drafts = new PipelineDrafts();
    drafts.set(sales, { ...draft, name: 'Mine' });
    const published: Pipeline = {
      ...sales,
      name: 'Mine',
      past: { version: 1, successors: {}, changeId: 'pipelineChange_1' as Id<'pipelineChange'> },
    };
    drafts.begin(published);
    expect([drafts.of(sales).history.now.name, drafts.isConflict(sales)]).toEqual(['Mine', false]);
    drafts.set(published, { ...drafts.of(published).history.now, name: 'Mine too' });
    const settled: Pipeline = { ...published, past: { version: 1, successors: {} } };
    expect([drafts.isConflict(settled), drafts.of(settled).seen]).toEqual([false, settled]);
  });

  it('PE7 gets the changes of the draft on top of it, stage by stage', () => {
    const mine = withNewStage(changedStage(draft, id('demo'), { name: 'Show' }), id('mine'), 'Mine');
    const theirs = pipelineOf(
      stage('won', 'won'),
      stage('theirs'),
      { ...stage('demo'), probability: 30 },
      { ...stage('lead'), probability: 5 },
      stage('lost', 'lost'),
    );
    const merged = onTopOf(sales, mine, { ...theirs, name: 'Sale' });
    expect([merged.name, order(merged)]).toEqual(['Sale', 'won theirs Show Mine lead lost']);
    expect([find(merged, 'demo').probability, find(merged, 'lead').probability]).toEqual([50, 5]);
    expect(merged.targets).toEqual({});
  });

  it('PE7 keeps an order that was changed here, and what was taken out here with where its deals go', () => {
    const mine = movedStage(withoutStage(draft, sales, id('offer')), id('lost'), 0);
    const theirs = pipelineOf(...sales.stages, stage('theirs'));
    const merged = onTopOf(sales, mine, theirs);
    expect(order(merged)).toBe('lost theirs lead demo won');
    expect(merged.targets).toEqual({ [id('offer')]: id('demo') });
    // A stage they have taken out is gone, unless it was changed here; no move leads to what is gone.
    const fewer = pipelineOf(stage('lead'), stage('won', 'won'));
    const some = withMove(draft, id('lead'), id('won'), false);
    expect(order(onTopOf(sales, some, fewer))).toBe('lead won');
    expect(find(onTopOf(sales, some, fewer), 'lead').rules?.next).toEqual([]);
  });
});
