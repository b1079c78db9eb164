import type { ActivityKind } from '@kith/core';
import { type Messages, translated } from '../base/locale.js';
import type { EntryKind } from './entry.js';

/** What the timeline says. */
export interface TimelineSentences {
  readonly title: string;
  readonly kinds: Readonly<Record<Exclude<EntryKind, 'change'>, string>>;
  /** After the name of whoever did it: "called". */
  readonly did: Readonly<Record<ActivityKind, string>>;
  /** After the name of whoever received it: "took a call". */
  readonly received: Readonly<Record<ActivityKind, string>>;
  /** After the name of whoever will do it: "will call". */
  readonly plans: Readonly<Record<ActivityKind, string>>;
  readonly cancelled: string;
  /** Something that lasted: "called, 18 min". */
  readonly lasting: (what: string, minutes: string) => string;
  /** The same where nobody is known: "Call". */
  readonly things: Readonly<Record<ActivityKind, string>>;
  readonly next: string;
  readonly thisWeek: string;
  readonly earlierIn: (month: string) => string;
  readonly dayAndTime: (day: string, time: string) => string;
  readonly due: (when: string) => string;
  readonly overdue: (days: number) => string;
  readonly complete: (subject: string) => string;
  readonly completed: Readonly<Record<ActivityKind, string>>;
  readonly filter: string;
  /** What can be done with an entry. */
  readonly actions: (subject: string) => string;
  readonly count: (count: number) => string;
  readonly laterPlans: (left: number) => string;
  readonly more: string;
  readonly less: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly deniedTitle: string;
  readonly deniedText: string;
  readonly failedTitle: string;
  readonly failedText: string;
  readonly again: string;
  readonly loading: string;
  readonly compose: ComposeSentences;
}

/** What the composer says at rest. */
export interface ComposeSentences {
  readonly title: string;
  readonly kindLabel: string;
  readonly kinds: Readonly<Record<'note' | 'call' | 'email' | 'task', string>>;
  readonly labels: Readonly<Record<'note' | 'call' | 'email' | 'task', string>>;
  readonly placeholders: Readonly<Record<'note' | 'call' | 'email' | 'task', string>>;
}

export const timelineMessages: Messages<TimelineSentences> = translated<TimelineSentences>('timeline', (format) => ({
  title: 'Timeline',
  kinds: {
    call: 'Calls',
    email: 'Emails',
    meeting: 'Meetings',
    note: 'Notes',
    task: 'Tasks',
    move: 'Deal moves',
  },
  did: {
    call: 'called',
    email: 'sent an email',
    meeting: 'had a meeting',
    note: 'wrote a note',
    task: 'finished a task',
  },
  received: {
    call: 'took a call',
    email: 'received an email',
    meeting: 'had a meeting',
    note: 'wrote a note',
    task: 'finished a task',
  },
  plans: {
    call: 'will call',
    email: 'will write an email',
    meeting: 'has a meeting',
    note: 'will write a note',
    task: 'has a task',
  },
  cancelled: 'Cancelled',
  lasting: (what, minutes) => `${what}, ${minutes}`,
  things: { call: 'Call', email: 'Email', meeting: 'Meeting', note: 'Note', task: 'Task' },
  next: 'Next',
  thisWeek: 'This week',
  earlierIn: (month) => `Earlier in ${month}`,
  dayAndTime: (day, time) => `${day}, ${time}`,
  due: (when) => `Due ${when}`,
  overdue: (days) =>
    format.plural(days, {
      one: `${format.number(days)} day overdue`,
      other: `${format.number(days)} days overdue`,
    }),
  complete: (subject) => `Mark "${subject}" as done`,
  completed: {
    call: 'Call done',
    email: 'Email done',
    meeting: 'Meeting done',
    note: 'Note done',
    task: 'Task done',
  },
  filter: 'Filter',
  actions: (subject) => `Actions for "${subject}"`,
  count: (count) =>
    format.plural(count, { one: `${format.number(count)} entry`, other: `${format.number(count)} entries` }),
  laterPlans: (left) => `Show ${format.number(left)} planned later`,
  more: 'Show more',
  less: 'Show less',
  emptyTitle: 'Nothing here yet',
  emptyText:
    'Notes, calls, emails, meetings and tasks stand here once somebody logs or plans them, and deals as they move.',
  deniedTitle: 'You may not see this timeline',
  deniedText: 'Somebody who gives out permissions can change that.',
  failedTitle: 'The timeline could not be read',
  failedText: 'Nothing is lost. Try again, or reload the page.',
  again: 'Try again',
  loading: 'Reading the timeline',
  compose: {
    title: 'Log an activity',
    kindLabel: 'Entry type',
    kinds: { note: 'Note', call: 'Call', email: 'Email', task: 'Task' },
    labels: { note: 'Note', call: 'What was said', email: 'Subject', task: 'What is to be done' },
    placeholders: {
      note: 'Write a note',
      call: 'What was said on the call',
      email: 'Subject of the email',
      task: 'What is to be done',
    },
  },
}));
