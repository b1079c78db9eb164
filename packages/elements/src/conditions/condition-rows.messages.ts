import { translated } from '../base/locale.js';

/** What criteria say: the conditions of a rule. */
export const conditionMessages = translated('conditions', () => ({
  add: 'Condition',
  inCode: 'Written in code. It works as it is, and cannot be changed here.',
  remove: 'Remove it',
}));
