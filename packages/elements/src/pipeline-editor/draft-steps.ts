import type { Id, Stage } from '@kith/core';
import type { Definition, PipelineDraft } from './pipeline-draft.js';

/** The stages of a definition that another one does without. */
export const goneFrom = (before: Definition, after: Definition): readonly Stage[] =>
  before.stages.filter(({ id }) => !after.stages.some((stage) => stage.id === id));

/** A stage with other parts; what is undefined is left out, and rules that say nothing are none. */
export function changedStage(draft: PipelineDraft, id: Id<'stage'>, changes: Partial<Stage>): PipelineDraft {
  const stages = draft.stages.map((stage): Stage => {
    if (stage.id !== id) return stage;
    const { rules, ...rest } = { ...stage, ...changes };
    const kept = told(rules ?? {});
    return { ...told(rest), ...(Object.keys(kept).length > 0 && { rules: kept }) };
  });
  return { ...draft, stages };
}

/** A draft with a new stage, behind the last one that is open and half as far from certain. */
export function withNewStage(draft: PipelineDraft, id: Id<'stage'>, name: string): PipelineDraft {
  const at = draft.stages.findLastIndex(({ type }) => type === 'open');
  const probability = Math.round(((draft.stages[at]?.probability ?? 0) + 100) / 2);
  return { ...draft, stages: draft.stages.toSpliced(at + 1, 0, { id, name, type: 'open', probability }) };
}

/** A draft whose stage stands at another place, counted without it. */
export function movedStage(draft: PipelineDraft, id: Id<'stage'>, to: number): PipelineDraft {
  const others = draft.stages.filter((stage) => stage.id !== id);
  const stage = draft.stages.find((each) => each.id === id);
  return stage ? { ...draft, stages: others.toSpliced(to, 0, stage) } : draft;
}

/**
 * A draft without a stage and the moves that led to it. Its deals, and those that were to go to it, go to the nearest
 * stage of its type; where there is none, somebody has to say. `seen` tells which stages may have deals.
 */
export function withoutStage(draft: PipelineDraft, seen: Definition, id: Id<'stage'>): PipelineDraft {
  const stages = draft.stages
    .filter((stage) => stage.id !== id)
    .map((stage): Stage => {
      const { next } = stage.rules ?? {};
      return next?.includes(id)
        ? { ...stage, rules: { ...stage.rules, next: next.filter((each) => each !== id) } }
        : stage;
    });
  const homeless = [...(Object.keys(draft.targets) as Id<'stage'>[]).filter((from) => draft.targets[from] === id), id];
  const target = nearestLike(draft.stages, id);
  const left = Object.entries(draft.targets).filter(([, to]) => to !== id);
  const led = homeless.flatMap((from) =>
    target && seen.stages.some((stage) => stage.id === from) ? [[from, target] as const] : [],
  );
  return { ...draft, stages, targets: Object.fromEntries([...left, ...led]) };
}

/** A draft in which a stage is there again that it did without, behind those that stood before it. */
export function withStageBack({ targets, ...draft }: PipelineDraft, seen: Definition, id: Id<'stage'>): PipelineDraft {
  const at = seen.stages.findIndex((stage) => stage.id === id);
  const stage = seen.stages[at];
  if (!stage || draft.stages.some((each) => each.id === id)) return { ...draft, targets };
  const earlier = new Set<Id<'stage'>>(seen.stages.slice(0, at).map((each) => each.id));
  const place = draft.stages.findLastIndex((each) => earlier.has(each.id)) + 1;
  const left = Object.entries(targets).filter(([from]) => from !== id);
  return { ...draft, stages: draft.stages.toSpliced(place, 0, stage), targets: Object.fromEntries(left) };
}

/** A draft with a move allowed or not; where all are, nothing is said. */
export function withMove(draft: PipelineDraft, from: Id<'stage'>, to: Id<'stage'>, isAllowed: boolean): PipelineDraft {
  const { rules } = draft.stages.find(({ id }) => id === from) ?? {};
  const others = draft.stages.map(({ id }) => id).filter((id) => id !== from);
  const allowed = rules?.next ?? others;
  const next = others.filter((id) => (id === to ? isAllowed : allowed.includes(id)));
  return changedStage(draft, from, { rules: { ...rules, next: next.length === others.length ? undefined : next } });
}

/** The stage of the same type nearest to one, those before it first. */
function nearestLike(stages: readonly Stage[], id: Id<'stage'>): Id<'stage'> | undefined {
  const at = stages.findIndex((stage) => stage.id === id);
  const isLike = ({ type }: Stage): boolean => type === stages[at]?.type;
  return (stages.slice(0, Math.max(at, 0)).findLast(isLike) ?? stages.slice(at + 1).find(isLike))?.id;
}

const told = <Parts extends object>(parts: Parts): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Parts;
