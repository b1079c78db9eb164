import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** The sentences of what is done to the board: moving deals and adding them. */
export const handsMessages = translated('hands', (format: Format) => ({
  howTo:
    'Arrow keys go from card to card. M opens the move menu. Space takes a card up; then arrow keys move it, Enter puts it down and Escape puts it back.',
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
  moved: (name: string, stage: string) => `${name} moved to ${stage}`,
  placed: (name: string, position: number, total: number) =>
    `${name} is now ${format.number(position)} of ${format.number(total)}`,
  lifted: (name: string, stage: string, position: number, total: number) =>
    `${name} taken up in ${stage}, ${format.number(position)} of ${format.number(total)}.`,
  over: (stage: string, position: number, total: number) =>
    `${stage}, ${format.number(position)} of ${format.number(total)}.`,
  overRefused: (stage: string, why: string) => `${stage} is not possible: ${why}`,
  putBack: (name: string) => `${name} put back.`,
}));

/** Those sentences in one language. */
export type HandsSentences = ReturnType<(typeof handsMessages)['en']>;
