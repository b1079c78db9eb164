import type { Id, Stage } from '@kith/core';
import { goneFrom } from './draft-steps.js';
import type { Definition, PipelineDraft } from './pipeline-draft.js';

type StageId = Id<'stage'>;

/**
 * What was changed in a draft, put on top of what somebody else has published meanwhile: a stage that was changed here is
 * as it is here, every other one as it is there; what either has added stands behind what it stood behind, and what either
 * has removed is gone, unless it was changed here. The order is that of the draft where it was changed, theirs otherwise.
 */
export function onTopOf(base: Definition, mine: PipelineDraft, theirs: Definition): PipelineDraft {
  const was = byId(base);
  const here = byId(mine);
  const there = byId(theirs);
  const kept = new Map<StageId, Stage>();
  for (const id of new Set([...here.keys(), ...there.keys()])) {
    const stage = chosen(was.get(id), here.get(id), there.get(id));
    if (stage) kept.set(id, stage);
  }
  const isReordered = order(mine, base) !== order(base, mine);
  const [leading, following] = isReordered ? [mine, theirs] : [theirs, mine];
  const ids = leading.stages.map(({ id }) => id).filter((id) => kept.has(id));
  for (const [index, { id }] of following.stages.entries()) {
    if (!kept.has(id) || ids.includes(id)) continue;
    const before = following.stages.slice(0, index).findLast((stage) => ids.includes(stage.id));
    ids.splice(before ? ids.indexOf(before.id) + 1 : 0, 0, id);
  }
  const stages = ids.flatMap((id) => kept.get(id) ?? []).map((stage) => withoutLoose(stage, kept));
  const targets = goneFrom(theirs, { name: '', stages }).flatMap(({ id, type }) => {
    const to = mine.targets[id] ?? stages.find((stage) => stage.type === type)?.id;
    return to && kept.has(to) ? [[id, to]] : [];
  });
  const name = mine.name === base.name ? theirs.name : mine.name;
  return { name, stages, targets: Object.fromEntries(targets) };
}

/** Which of three versions of a stage is to be; undefined for none. */
function chosen(before: Stage | undefined, mine: Stage | undefined, theirs: Stage | undefined): Stage | undefined {
  if (!before) return mine ?? theirs;
  const isMine = mine && JSON.stringify(mine) !== JSON.stringify(before);
  return isMine ? mine : mine && theirs;
}

const byId = ({ stages }: Definition): ReadonlyMap<StageId, Stage> => new Map(stages.map((stage) => [stage.id, stage]));

/** The stages that two definitions have, in the order of the first. */
const order = (one: Definition, other: Definition): string =>
  one.stages
    .map(({ id }) => id)
    .filter((id) => other.stages.some((stage) => stage.id === id))
    .join();

/** A stage without the moves to what is gone. */
function withoutLoose(stage: Stage, kept: ReadonlyMap<StageId, Stage>): Stage {
  const { next } = stage.rules ?? {};
  return next?.some((id) => !kept.has(id))
    ? { ...stage, rules: { ...stage.rules, next: next.filter((id) => kept.has(id)) } }
    : stage;
}
