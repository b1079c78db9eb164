import type { ActivityKind } from '@kith/core';
import { type Messages, translated } from '../base/locale.js';
import type { EntryKind } from './entry.js';

/** What the timeline says. */
export interface TimelineSentences {
  readonly title: string;
  readonly kinds: Readonly<Record<EntryKind, string>>;
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
  readonly allKinds: string;
  readonly filter: string;
  readonly older: (chunk: number, left: number) => string;
  readonly laterPlans: (left: number) => string;
  readonly more: string;
  readonly less: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly filteredTitle: (kind: string) => string;
  readonly filteredText: (kind: string) => string;
  readonly showAll: string;
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
  allKinds: 'All types',
  filter: 'Filter by type',
  older: (chunk, left) =>
    chunk < left
      ? `Show ${format.number(chunk)} of ${format.number(left)} older entries`
      : format.plural(left, {
          one: `Show ${format.number(left)} older entry`,
          other: `Show ${format.number(left)} older entries`,
        }),
  laterPlans: (left) => `Show ${format.number(left)} planned later`,
  more: 'Show more',
  less: 'Show less',
  emptyTitle: 'Nothing here yet',
  emptyText:
    'Notes, calls, emails, meetings and tasks stand here once somebody logs or plans them, and deals as they move.',
  filteredTitle: (kind) => `No ${kind.toLocaleLowerCase('en')} here`,
  filteredText: (kind) => `The filter shows ${kind.toLocaleLowerCase('en')} only.`,
  showAll: 'Show all types',
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
