// A pipeline with rules, and rows to try them on.
import type { Filter, Id, Pipeline, Rank, Stage } from '@kith/core';
import type { Staged, StageRules } from '@kith/core/pipelines';
import { frozen, NOW } from '../../support/env.js';

export const stageId = (name: string): Id<'stage'> => `stage_${name.toLowerCase()}` as Id<'stage'>;

/** A stage by its name and its rules. */
export const stage = (name: string, rules?: StageRules, type: Stage['type'] = 'open'): Stage => ({
  id: stageId(name),
  name,
  type,
  probability: 10,
  ...(rules && { rules }),
});

/** A pipeline of these stages, with a won and a lost one behind them unless there are some. */
export function pipelineOf(...stages: readonly Stage[]): Pipeline {
  const isWhole = stages.some(({ type }) => type !== 'open');
  return frozen({
    id: 'pipeline_sales' as Id<'pipeline'>,
    name: 'Sales',
    stages: isWhole ? stages : [...stages, stage('Won', undefined, 'won'), stage('Lost', undefined, 'lost')],
    createdAt: NOW,
    modifiedAt: NOW,
  });
}

export const hasAmount: Filter = { field: 'amount.minor', is: 'gte', value: 10_000_00 };

/** Not a deal: what a host has made to go through a pipeline. */
export interface Grant extends Staged {
  readonly id: Id<'grant'>;
  readonly title: string;
  readonly customFields?: Readonly<Record<string, string | number>>;
}

export const aGrant = (at: string, changes: Partial<Grant> = {}): Grant =>
  frozen({
    id: 'grant_1' as Id<'grant'>,
    title: 'Solar roof',
    pipelineId: 'pipeline_sales' as Id<'pipeline'>,
    stageId: stageId(at),
    status: 'open',
    rank: 'm00000000000' as Rank,
    stageEnteredAt: NOW,
    stageHistory: [{ stageId: stageId(at), enteredAt: NOW }],
    ...changes,
  });
