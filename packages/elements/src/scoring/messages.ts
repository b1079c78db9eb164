import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What the explanation of a score says. */
export const scoreMessages = translated('score', (format: Format) => ({
  title: 'Score',
  loading: 'Reading the score',
  again: 'Try again',
  failedTitle: 'The score could not be read',
  failedText: 'No data is lost. Try again, or reload the page.',
  deniedTitle: 'No access',
  deniedText: 'You may not see scores. Ask whoever looks after your rights.',
  unscoredTitle: 'Not scored yet',
  unscoredText: 'A score comes with the next change, or when everything is scored anew.',
  untaughtTitle: 'Not enough to learn from',
  untaughtText: 'A model says nothing before it has seen enough that was won and enough that was lost.',
  missing: (won: number, lost: number) => {
    const parts = [
      ...(won > 0 ? [`${format.number(won)} more won`] : []),
      ...(lost > 0 ? [`${format.number(lost)} more lost`] : []),
    ];
    return `It needs ${format.list(parts)} before it says anything.`;
  },
  nothingClosedText: 'Nothing has been won or lost yet, so nobody can say what leads to it.',
  offline: 'Offline. This is as it was read last; changes wait until the connection is back.',
  grade: (grade: string) => `Grade ${grade}`,
  points: (count: number) => format.plural(count, { one: 'point', other: 'points' }),
  chance: 'chance to win',
  fit: 'Fit',
  engagement: 'Engagement',
  gradeSince: (grade: string, day: string) => `Grade ${grade} since ${day}.`,
  gradeBefore: (grade: string) => `Before that it was ${grade}.`,
  workedOut: (when: string) => `Worked out ${when}.`,
  mayChange: (day: string) => `Without anything happening it changes ${day} at the earliest.`,
  isDue: 'It is due to be worked out anew.',
  setByHand: (value: string) => `Set by hand to ${value}.`,
  modelSays: (value: string) => `The model says ${value}.`,
  follow: 'Follow the model again',
  following: (value: string) => `Follows the model again: ${value}`,
  setHand: 'Set by hand…',
}));

/** The sentences of {@link scoreMessages}. */
export type ScoreSentences = ReturnType<typeof scoreMessages.en>;
