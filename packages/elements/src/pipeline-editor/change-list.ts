import type { Stage, StageType } from '@kith/core';
import { goneFrom } from './draft-steps.js';
import type { Definition } from './pipeline-draft.js';
import type { PublishSentences } from './publish.messages.js';

/** What is other in a definition, in sentences: the name, what goes, what is new, what stays and is changed, the order. */
export function changesBetween(
  before: Definition,
  after: Definition,
  say: PublishSentences,
  types: Readonly<Record<StageType, string>>,
): readonly string[] {
  const kept = after.stages.flatMap((stage) => {
    const old = before.stages.find(({ id }) => id === stage.id);
    return old ? [{ stage, old }] : [];
  });
  const oldOrder = before.stages.filter(({ id }) => kept.some(({ stage }) => stage.id === id));
  return [
    ...(before.name === after.name ? [] : [say.renamedTo(before.name, after.name)]),
    ...goneFrom(before, after).map(({ name }) => say.removed(name)),
    ...goneFrom(after, before).map(({ name }) => say.added(name)),
    ...kept.flatMap(({ stage, old }) => changesOf(old, stage, say, types)),
    ...(oldOrder.some(({ id }, index) => kept[index]?.stage.id !== id) ? [say.reordered] : []),
  ];
}

function changesOf(
  old: Stage,
  stage: Stage,
  say: PublishSentences,
  types: Readonly<Record<StageType, string>>,
): readonly string[] {
  const isRetyped = old.type !== stage.type;
  const besides = ({ name: _name, type: _type, ...rest }: Stage): string => JSON.stringify(rest);
  return [
    ...(old.name === stage.name ? [] : [say.renamedTo(old.name, stage.name)]),
    ...(isRetyped ? [say.retyped(stage.name, types[stage.type])] : []),
    ...(!isRetyped && besides(old) !== besides(stage) ? [say.ruled(stage.name)] : []),
  ];
}
