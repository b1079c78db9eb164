import { type Messages, translated } from '../base/locale.js';

/** What the line for new tasks says. */
export interface QuickAddSentences {
  readonly due: (day: string) => string;
  readonly noDay: string;
  readonly high: string;
  readonly add: string;
  readonly added: (subject: string) => string;
  readonly help: string;
  readonly days: string;
  readonly pickDay: string;
  /** Small words before a day, in lower case. */
  readonly before: readonly string[];
}

export const quickAddMessages: Messages<QuickAddSentences> = translated('taskAdd', () => ({
  due: (day) => `For ${day}`,
  noDay: 'For no day',
  high: 'High priority',
  add: 'Add',
  added: (subject) => `Added ${subject}`,
  help: 'A day at the end is understood, such as “tomorrow” or “Friday”; “!” means high priority.',
  days: 'Day',
  pickDay: 'Another day',
  before: ['on', 'by', 'until', 'due', 'for'],
}));
