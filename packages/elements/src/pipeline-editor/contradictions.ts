import type { Id, Pipeline, Problem, Stage } from '@kith/core';
import { contradictionsIn, type StageRules } from '@kith/core/pipelines';
import { changedStage } from './draft-steps.js';
import type { PipelineDraft } from './pipeline-draft.js';

/** What would be let go of to mend a contradiction. */
export type Mend = 'moves' | 'condition' | 'people' | 'approval' | 'start' | 'limit' | 'fields';

/** Something in a draft that cannot be, at its place. */
export interface Contradiction {
  /** The stage it stands at; undefined for the pipeline as a whole. */
  readonly stageId: Id<'stage'> | undefined;
  /** The rule of the stage: `enter`, `next`; or its `name`. */
  readonly part: string;
  /** What the core refuses; undefined where a name is missing. */
  readonly problem?: Problem | undefined;
  /** What one press lets go of. */
  readonly mend?: Mend | undefined;
}

const MENDS: Readonly<Record<string, Mend>> = {
  'pipelines/no-such-field': 'fields',
  'pipelines/invalid-criteria': 'condition',
  'pipelines/never-met': 'condition',
  'pipelines/unknown-next': 'moves',
  'pipelines/dead-end': 'moves',
  'pipelines/unreachable-stage': 'moves',
  'pipelines/no-room': 'limit',
  'pipelines/nobody-may': 'people',
  'pipelines/not-a-start': 'start',
  'pipelines/own-approval-only': 'approval',
};

/** Everything that contradicts itself in a draft, all at once, each at the stage and the rule it is about. */
export function contradictions({ past: _, ...pipeline }: Pipeline, draft: PipelineDraft): readonly Contradiction[] {
  const isBlank = ({ name }: { readonly name: string }): boolean => name.trim() === '';
  const blank = draft.stages.filter(isBlank).map(({ id }) => ({ stageId: id, part: 'name' }));
  const { name, stages } = draft;
  const found = [...contradictionsIn({ ...pipeline, name, stages })].map((problem): Contradiction => {
    const [, index = '', part = 'next'] = /^stages\[(\d+)\](?:\.rules\.(\w+))?/.exec(problem.path ?? '') ?? [];
    return { stageId: stages[Number(index || -1)]?.id, part, problem, mend: MENDS[problem.code] };
  });
  return [...(isBlank(draft) ? [{ stageId: undefined, part: 'name' }] : []), ...blank, ...found];
}

/** A draft in which the rule that contradicts is let go of, and nothing else. */
export function mended(draft: PipelineDraft, { stageId, part, mend }: Contradiction): PipelineDraft {
  const stage = draft.stages.find(({ id }) => id === stageId);
  if (!stage || !mend) return draft;
  if (mend === 'moves') return withMovesFree(draft, stage);
  return changedStage(draft, stage.id, { rules: { ...stage.rules, [part as keyof StageRules]: undefined } });
}

/** From this stage anywhere, and from anywhere to it. */
function withMovesFree(draft: PipelineDraft, { id }: Stage): PipelineDraft {
  return draft.stages.reduce((made, { id: at, rules }) => {
    if (!rules?.next) return made;
    const next = at === id ? undefined : [...new Set([...rules.next, id])];
    return changedStage(made, at, { rules: { ...rules, next } });
  }, draft);
}
