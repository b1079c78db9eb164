import type { Deal } from '@kith/core';
import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What can be agreed on as the next step of a deal. */
export type NextStepKind = NonNullable<Deal['nextStep']>['kind'];

/** The sentences of the pipeline board. */
export const boardMessages = translated('board', (format: Format) => ({
  loading: 'Loading deals',
  noPipeline: 'No pipeline yet',
  noPipelineHow: 'Import deals, or add a pipeline, and its stages stand here.',
  unknownPipeline: 'This pipeline does not exist',
  unknownPipelineHow: 'It may have been deleted, or the address is an old one.',
  failed: 'The deals cannot be read',
  tryAgain: 'Try again',
  newDeal: 'New deal',
  open: 'open',
  weighted: 'weighted',
  weightedWhy: (probability: number) => `Amount × ${format.percent(probability)}`,
  howTo:
    'Arrow keys go from card to card. M opens the move menu. Space takes a card up; then arrow keys move it, Enter puts it down and Escape puts it back.',
  dealCount: (count: number) => format.plural(count, { one: '1 deal', other: `${format.number(count)} deals` }),
  addTo: (stage: string) => `Add a deal to ${stage}`,
  quickAdd: (stage: string) => `New deal in ${stage}`,
  dealTitle: 'Deal title',
  amount: 'Amount',
  add: 'Add',
  addAnother: 'add another',
  close: 'close',
  added: (name: string, stage: string) => `${name} added to ${stage}`,
  titleMissing: 'A deal needs a title.',
  notAnAmount: `Write an amount, such as ${format.number(1250)}.`,
  empty: 'No deals',
  emptyBoard: 'No deals yet',
  emptyBoardHow: 'Add the first one, or import them.',
  emptyWon: 'Nothing won yet',
  emptyWonHow: 'Deals you win land here.',
  moveDeal: (name: string) => `Move ${name}`,
  move: 'Move…',
  moveTo: 'Move to',
  asksFirst: (stage: string) => `${stage}…`,
  place: 'Place in the column',
  toTop: 'To the top',
  toBottom: 'To the bottom',
  moved: (name: string, stage: string) => `${name} moved to ${stage}`,
  placed: (name: string, position: number, total: number) =>
    `${name} is now ${format.number(position)} of ${format.number(total)}`,
  lifted: (name: string, stage: string, position: number, total: number) =>
    `${name} taken up in ${stage}, ${format.number(position)} of ${format.number(total)}.`,
  over: (stage: string, position: number, total: number) =>
    `${stage}, ${format.number(position)} of ${format.number(total)}.`,
  overRefused: (stage: string, why: string) => `${stage} is not possible: ${why}`,
  putBack: (name: string) => `${name} put back.`,
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
}));

/** The board's sentences in one language. */
export type BoardSentences = ReturnType<(typeof boardMessages)['en']>;
