import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** The sentences of what is done to the board: moving deals and adding them. */
export const handsMessages = translated('hands', (format: Format) => ({
  howTo:
    'Arrow keys go from card to card. M opens the move menu. X selects a card. Space takes a card up, or all selected ones; then arrow keys move it, Enter puts it down and Escape puts it back.',
  quickAdd: (stage: string) => `New deal in ${stage}`,
  dealTitle: 'Deal title',
  amount: 'Amount',
  add: 'Add',
  addAnother: 'add another',
  close: 'close',
  added: (name: string, stage: string) => `${name} added to ${stage}`,
  titleMissing: 'A deal needs a title.',
  notAnAmount: `Write an amount, such as ${format.number(1250)}.`,
  moveTo: 'Move to',
  asksFirst: (stage: string) => `${stage}…`,
  place: 'Place in the column',
  toTop: 'To the top',
  toBottom: 'To the bottom',
  up: 'One place up',
  down: 'One place down',
  moved: (name: string, stage: string) => `${name} moved to ${stage}`,
  placed: (name: string, position: number, total: number) =>
    `${name} is now ${format.number(position)} of ${format.number(total)}`,
  lifted: (name: string, stage: string, position: number, total: number) =>
    `${name} taken up in ${stage}, ${format.number(position)} of ${format.number(total)}.`,
  over: (stage: string, position: number, total: number) =>
    `${stage}, ${format.number(position)} of ${format.number(total)}.`,
  overRefused: (stage: string, why: string) => `${stage} is not possible: ${why}`,
  putBack: (name: string) => `${name} put back.`,
  cards: (count: number) => format.plural(count, { one: '1 card', other: `${format.number(count)} cards` }),
  movedMany: (count: number, stage: string) =>
    format.plural(count, { one: `1 card moved to ${stage}`, other: `${format.number(count)} cards moved to ${stage}` }),
  /** A stage in a lane. */
  inLane: (stage: string, lane: string) => `${stage} (${lane})`,
  stay: (count: number, of: number) => `${format.number(count)} of ${format.number(of)} stay where they are`,
  waitingFor: (count: number) =>
    format.plural(count, {
      one: 'Waiting whether the card may go there.',
      other: `Waiting whether ${format.number(count)} cards may go there.`,
    }),
  notAllowed: 'This move is not allowed.',
  wouldExceed: (most: string) => `Over the limit of ${most} then.`,
  movedMeanwhile: (name: string, stage: string) => `${name} was moved to ${stage} by somebody else meanwhile.`,
  goneMeanwhile: (name: string) => `${name} is no longer on the board.`,
  lane: 'Lane',
  select: 'Select',
  deselect: 'Do not select',
  selectAll: (count: number) =>
    format.plural(count, { one: 'Select the card', other: `Select all ${format.number(count)}` }),
  selected: (count: number) =>
    format.plural(count, { one: '1 card selected', other: `${format.number(count)} cards selected` }),
  noneSelected: 'No card is selected.',
  moveSelected: (count: number) =>
    format.plural(count, { one: 'Move 1 selected card', other: `Move ${format.number(count)} selected cards` }),
  clearSelection: 'Clear the selection',
  fold: 'Fold up the column',
  foldOthers: 'Fold up the others',
  unfoldAll: 'Unfold all columns',
}));

/** Those sentences in one language. */
export type HandsSentences = ReturnType<(typeof handsMessages)['en']>;
