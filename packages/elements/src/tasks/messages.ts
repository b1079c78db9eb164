import type { DueGroup } from '@kith/core/tasks';
import type { Format } from '../base/format.js';
import { type Messages, translated } from '../base/locale.js';

/** What a list of tasks says at first sight. */
export interface TaskListSentences {
  readonly mine: string;
  readonly all: string;
  readonly groups: Readonly<Record<DueGroup, string>>;
  readonly add: string;
  readonly search: string;
  readonly filter: string;
  readonly choose: string;
  readonly complete: (subject: string) => string;
  readonly completed: (subject: string) => string;
  readonly more: (subject: string) => string;
  readonly high: string;
  readonly low: string;
  readonly dayAndTime: (day: string, time: string) => string;
  readonly count: (count: number) => string;
  readonly overdue: (count: number) => string;
  readonly doneTitle: string;
  readonly doneText: string;
  readonly noMatchTitle: string;
  readonly noMatchText: string;
  readonly showAll: string;
  readonly failedTitle: string;
  readonly failedText: string;
  readonly deniedTitle: string;
  readonly deniedText: string;
  readonly again: string;
}

export const taskListMessages: Messages<TaskListSentences> = translated('taskList', (format: Format) => ({
  mine: 'My tasks',
  all: 'Tasks',
  groups: {
    overdue: 'Overdue',
    today: 'Today',
    tomorrow: 'Tomorrow',
    week: 'This week',
    later: 'Later',
    someday: 'No day',
  },
  add: 'Add a task',
  search: 'Search tasks',
  filter: 'Filter',
  choose: 'Select several',
  complete: (subject) => `Mark "${subject}" as done`,
  completed: (subject) => `Done: ${subject}`,
  more: (subject) => `More for "${subject}"`,
  high: 'High priority',
  low: 'Low priority',
  dayAndTime: (day, time) => `${day}, ${time}`,
  count: (count) =>
    format.plural(count, { one: `${format.number(count)} to do`, other: `${format.number(count)} to do` }),
  overdue: (count) => `${format.number(count)} overdue`,
  doneTitle: 'Nothing due',
  doneText: 'What somebody plans stands here, by the day it is for.',
  noMatchTitle: 'No task matches',
  noMatchText: 'Nothing is left with this search and filter.',
  showAll: 'Show all tasks',
  failedTitle: 'The tasks could not be read',
  failedText: 'Nothing is lost. Try again, or reload the page.',
  deniedTitle: 'No access',
  deniedText: 'You may not see these tasks. Ask whoever looks after your rights.',
  again: 'Try again',
}));
