import type { StageType } from '@kith/core';
import type { StageRules } from '@kith/core/pipelines';
import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';
import type { Mend } from './contradictions.js';

/** What the page of a pipeline's definition says. */
export const pipelineEditorMessages = translated('pipelineEditor', (format: Format) => ({
  loading: 'Reading the pipelines',
  label: 'Pipeline editor',
  choose: 'Choose a pipeline',
  pipelines: 'Pipelines',
  newPipeline: 'New pipeline…',
  duplicate: 'Duplicate…',
  versions: 'Versions…',
  name: 'Name of the pipeline',
  nameMissing: 'It needs a name.',
  nameless: 'No name yet',
  version: (version: number) => `Version ${format.number(version)}`,
  unpublished: 'Not published yet',
  undo: 'Undo',
  redo: 'Redo',
  discard: 'Discard',
  publish: 'Publish…',
  nothingToPublish: 'Nothing has been changed yet.',
  stages: 'Stages',
  addStage: 'Add stage',
  newStage: 'New stage',
  removeStage: (name: string) => `Remove ${name}`,
  lastStage: 'A pipeline has at least one stage.',
  removed: (name: string) => `${name} was taken out. Nothing happens before it is published.`,
  gone: 'Taken out',
  goneTo: (stage: string) => `Where the deals of ${stage} go`,
  chooseTarget: 'Choose a stage',
  putBack: 'Put back',
  noDeals: 'No deals',
  deals: (count: number) =>
    format.plural(count, { one: `${format.number(count)} deal`, other: `${format.number(count)} deals` }),
  dealsTo: (count: number) =>
    format.plural(count, { one: `${format.number(count)} deal goes to`, other: `${format.number(count)} deals go to` }),
  start: 'Start',
  rots: (days: number) =>
    format.plural(days, {
      one: `Rots after ${format.number(days)} day`,
      other: `Rots after ${format.number(days)} days`,
    }),
  limitedTo: (amount: string) => `${amount} at most`,
  limited: (most: number) => `${format.number(most)} at most`,
  asks: (count: number) =>
    format.plural(count, {
      one: `Asks for ${format.number(count)} field`,
      other: `Asks for ${format.number(count)} fields`,
    }),
  conditioned: 'Conditions',
  restricted: 'Not for everybody',
  approved: 'Needs approval',
  types: { open: 'Open', won: 'Won', lost: 'Lost', hold: 'On hold' } as Readonly<Record<StageType, string>>,
  categories: {
    pipeline: 'Pipeline',
    bestCase: 'Best case',
    mostLikely: 'Most likely',
    commit: 'Commit',
    omitted: 'Left out',
  } as Readonly<Record<NonNullable<StageRules['category']>, string>>,
  moves: 'Allowed moves',
  anyMove: 'From any stage to any other',
  someMoves: (count: number) =>
    format.plural(count, {
      one: `${format.number(count)} stage leads to some only`,
      other: `${format.number(count)} stages lead to some only`,
    }),
  mends: {
    moves: 'Allow every move',
    condition: 'Drop the condition',
    people: 'Let everybody',
    approval: 'Ask for no approval',
    start: 'Let nothing begin here',
    limit: 'Drop the limit',
    fields: 'Ask for no fields',
  } as Readonly<Record<Mend, string>>,
  mendFirst: (count: number) =>
    format.plural(count, {
      one: `${format.number(count)} thing contradicts itself. Mend it before you publish.`,
      other: `${format.number(count)} things contradict themselves. Mend them before you publish.`,
    }),
  emptyTitle: 'No pipeline yet',
  emptyText: 'A pipeline is the way deals go, stage by stage.',
  missingTitle: 'There is no such pipeline',
  missingText: 'It may have been deleted, or the link is wrong.',
  failedTitle: 'The pipelines cannot be read',
  failedText: 'Nothing is lost. Try again, or reload the page.',
  again: 'Try again',
  deniedTitle: 'You may not see this',
  deniedText: 'Pipelines are set up by administrators. Ask one of them.',
  readOnly: 'You may look at the pipeline, not change it. Ask an administrator.',
  offline: 'There is no connection. What you change stays here until it is back.',
  conflictTitle: 'Somebody has published another version meanwhile.',
  conflictText: 'Take theirs, or put your changes on top of it.',
  takeTheirs: 'Take theirs',
  keepMine: 'Put mine on top',
  underWay: 'Some deals are still on their way to their new stages.',
  goOn: 'Go on',
  following: 'Deals are following',
  progress: (done: number, all: number) => `${format.number(done)} of ${format.number(all)}`,
  stuck: (count: number) =>
    format.plural(count, {
      one: `${format.number(count)} deal cannot follow. It stays where it is and counts for the new stage.`,
      other: `${format.number(count)} deals cannot follow. They stay where they are and count for the new stage.`,
    }),
  published: (name: string) => `${name} was published`,
  created: (name: string) => `${name} was created`,
  reverted: (name: string) => `${name} is as it was before`,
}));

/** The sentences of {@link pipelineEditorMessages}. */
export type PipelineEditorSentences = ReturnType<typeof pipelineEditorMessages.en>;
