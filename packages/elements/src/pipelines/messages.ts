import type { Deal } from '@kith/core';
import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What can be agreed on as the next step of a deal. */
export type NextStepKind = NonNullable<Deal['nextStep']>['kind'];

/** The sentences of the pipeline board. */
export const boardMessages = translated('board', (format: Format) => ({
  loading: 'Loading deals',
  newDeal: 'New deal',
  open: 'open',
  weighted: 'weighted',
  weightedWhy: (probability: number) => `Amount × ${format.percent(probability)}`,
  dealCount: (count: number) => format.plural(count, { one: '1 deal', other: `${format.number(count)} deals` }),
  addTo: (stage: string) => `Add a deal to ${stage}`,
  empty: 'No deals',
  emptyBoard: 'No deals yet',
  emptyBoardHow: 'Add the first one, or import them.',
  emptyWon: 'Nothing won yet',
  emptyWonHow: 'Deals you win land here.',
  moveDeal: (name: string) => `Move ${name}`,
  move: 'Move…',
  noNextStep: 'No next step',
  nextStep: (kind: NextStepKind, when: string | undefined) => {
    const word = { call: 'Call', email: 'Email', meeting: 'Meeting', task: 'Task' }[kind];
    return when ? `${word} ${when}` : word;
  },
  overdue: (kind: NextStepKind, days: number) => {
    const word = { call: 'Call', email: 'Email', meeting: 'Meeting', task: 'Task' }[kind];
    return `${word} ${format.number(days)} d late`;
  },
  wonOn: (day: string) => `Won ${day}`,
  lostOn: (day: string) => `Lost ${day}`,
  rotting: (days: number) =>
    format.plural(days, { one: 'No progress for 1 day', other: `No progress for ${format.number(days)} days` }),
  days: (days: number) => `${format.number(days)} d`,
  owner: (name: string) => `Owner: ${name}`,
  columnMenu: (stage: string) => `More for ${stage}`,
  unfold: (stage: string) => `Unfold ${stage}`,
  selected: 'Selected',
  waiting: 'Waiting for an answer',
  noMatch: 'Nothing matches',
}));

/** The board's sentences in one language. */
export type BoardSentences = ReturnType<(typeof boardMessages)['en']>;
