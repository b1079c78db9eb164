import { translated } from '../base/locale.js';

/** The sentences of the app's own surfaces: toasts, dialogs and the state without data. */
export const appMessages = translated('app', () => ({
  undo: 'Undo',
  redo: 'Redo',
  undone: 'Undone',
  redone: 'Done again',
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  optional: 'optional',
  notifications: 'Notifications',
  notSaved: (why: string) => `Not saved. ${why}`,
  opening: 'Opening…',
  cannotOpen: 'The data cannot be opened',
  tryAgain: 'Try again',
  fillIn: 'Fill this in to go on.',
  /** How a dialog asks for what a refusal says is missing, by its code. */
  asks: {
    'deals/loss-reason-required': { title: 'Why was it lost?', action: 'Mark as lost' },
    'deals/value-required': { title: 'What did it bring?', action: 'Mark as won' },
    'deals/negative-value': { title: 'What did it bring?', action: 'Mark as won' },
  } as Readonly<Record<string, { readonly title: string; readonly action: string }>>,
  /** The same for what a stage asks for on the way in. */
  stageAsks: (stage: string) => ({ title: `What “${stage}” asks for`, action: 'Move' }),
  fields: {
    lossReason: 'Reason',
    lossNote: 'Note',
    actualValue: 'Value',
    closeDay: 'Closed on',
  } as Readonly<Record<string, string>>,
  lossReasons: [
    'Price',
    'Competitor',
    'No budget',
    'No decision',
    'Bad timing',
    'Missing feature',
  ] as readonly string[],
}));
