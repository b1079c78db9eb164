import { translated } from '../base/locale.js';

/** What is said about a score that somebody sets. */
export const byHandMessages = translated('scoreByHand', () => ({
  title: 'Set the score by hand',
  label: 'Chance to win',
  help: 'It stays, whatever the model says, until you follow the model again.',
  wrong: 'A number from 0.01 to 99.99.',
  save: 'Set it',
  cancel: 'Cancel',
  done: (value: string) => `Set by hand: ${value}`,
  meanwhile: (value: string) => `Meanwhile it has become ${value}.`,
}));
