import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What is said about each reason of a score. */
export const reasonMessages = translated('scoreReasons', (format: Format) => ({
  reason: 'Reason',
  points: 'Points',
  percentPoints: 'Adds',
  odds: 'Odds',
  strongest: 'Strongest reasons',
  all: 'All reasons',
  none: 'Nothing speaks for it or against it.',
  showAll: (count: number) => `All ${format.number(count)} reasons`,
  showFew: 'Only the strongest',
  fit: 'Fit',
  engagement: 'Engagement',
  whole: 'The whole',
  base: 'An average one starts at',
  unseen: 'Reasons that you may not see',
  sinceThen: 'What has changed since it was worked out',
  times: (count: number) => format.plural(count, { one: 'once', other: `${format.number(count)} times` }),
  inFull: (points: string) => `${points} in full`,
  dailyCap: (points: string, cap: string) => `${points} by the cap of ${cap} a day`,
  decay: (points: string) => `${points} faded`,
  halfLife: (days: number) =>
    `halves every ${format.plural(days, { one: 'day', other: `${format.number(days)} days` })}`,
  window: (days: number) =>
    `counts for ${format.plural(days, { one: 'one day', other: `${format.number(days)} days` })}`,
  cap: (points: string, cap: string) => `${points} by the cap of ${cap}`,
  limitOfGroup: (group: string) => `Limit of the group ${group}`,
  limitOf: { fit: 'Limit of fit', engagement: 'Limit of engagement', total: 'Limit of the whole' },
  empty: (field: string) => `${field}: nothing`,
  is: (field: string, value: string) => `${field}: ${value}`,
  isNot: (field: string, value: string) => `${field}: not ${value}`,
  contains: (field: string, text: string) => `${field} with “${text}”`,
  startsWith: (field: string, text: string) => `${field} beginning with “${text}”`,
  less: (field: string, value: string) => `${field} below ${value}`,
  most: (field: string, value: string) => `${field} up to ${value}`,
  more: (field: string, value: string) => `${field} above ${value}`,
  least: (field: string, value: string) => `${field} from ${value}`,
  filled: (field: string) => `${field} is filled in`,
  missing: (field: string) => `${field} is empty`,
  not: (condition: string) => `not ${condition}`,
  or: (conditions: readonly string[]) => conditions.join(' or '),
  yes: 'yes',
  no: 'no',
  stage: 'Stage',
  model: (version: number, day: string) => `Version ${format.number(version)} of the model, trained ${day}`,
  tested: (rows: number, auc: string) => `tested on ${format.number(rows)}: AUC ${auc}`,
  warned: (fields: readonly string[]) =>
    `${format.list(fields)} may be known only afterwards, and make the model look better than it is.`,
}));

/** The sentences of {@link reasonMessages}. */
export type ReasonSentences = ReturnType<typeof reasonMessages.en>;
