import { translated } from '../base/locale.js';

/** What criteria say: the conditions of a rule. */
export const conditionMessages = translated('conditions', () => ({
  add: 'Condition',
  inCode: 'A condition that was written in code stands here. It works as it is; chips cannot show it.',
  remove: 'Remove it',
}));
