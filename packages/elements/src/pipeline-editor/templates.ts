import type { Id, Stage, StageType } from '@kith/core';
import { type Locale, sentencesIn } from '../base/locale.js';
import type { Definition } from './pipeline-draft.js';
import { templateMessages } from './templates.messages.js';

/** A pipeline to begin with. */
export interface PipelineTemplate extends Definition {
  readonly key: string;
}

type Line = readonly [key: string, probability: number, rottingDays?: number];

const LINES: Readonly<Record<string, readonly Line[]>> = {
  sales: [
    ['qualified', 10, 14],
    ['discovery', 25, 21],
    ['proposal', 50, 14],
    ['negotiation', 75, 14],
  ],
  renewal: [
    ['due', 60, 30],
    ['offered', 75, 14],
    ['agreed', 90, 7],
  ],
  blank: [['first', 50]],
};

/** The pipelines that a new one can begin with, in the reader's language. Their stages have ids for the time being. */
export function pipelineTemplates(locale: Locale): readonly PipelineTemplate[] {
  const say = sentencesIn(templateMessages, locale);
  const stage = (key: string, type: StageType, probability: number, rottingDays?: number): Stage => ({
    id: `stage_${key}` as Id<'stage'>,
    name: say.stages[key] ?? key,
    type,
    probability,
    ...(rottingDays !== undefined && { rottingDays }),
  });
  return Object.entries(LINES).map(([key, lines]) => ({
    key,
    name: say.names[key] ?? key,
    stages: [
      ...lines.map(([name, probability, rottingDays]) => stage(name, 'open', probability, rottingDays)),
      stage('won', 'won', 100),
      stage('lost', 'lost', 0),
    ],
  }));
}

/** The stages of a template or of another pipeline as those of a new one: with ids of their own, and moves between these. */
export function storedStages(stages: readonly Stage[], newId: () => Id<'stage'>): readonly Stage[] {
  const ids = new Map(stages.map(({ id }) => [id, newId()]));
  return stages.map((stage) => {
    const next = stage.rules?.next?.flatMap((id) => ids.get(id) ?? []);
    return {
      ...stage,
      id: ids.get(stage.id) ?? newId(),
      ...(stage.rules && { rules: { ...stage.rules, ...(next && { next }) } }),
    };
  });
}
