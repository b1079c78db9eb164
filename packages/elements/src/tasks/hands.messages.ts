import type { PutOff } from '@kith/core/tasks';
import type { Format } from '../base/format.js';
import { type Messages, translated } from '../base/locale.js';

/** What a list of tasks says about what can be done with them. */
export interface TaskHandsSentences {
  readonly complete: string;
  readonly followUp: string;
  readonly edit: string;
  readonly putOff: string;
  readonly putOffs: Readonly<Record<PutOff, string>>;
  readonly pickDay: string;
  readonly noDay: string;
  readonly assign: string;
  readonly nobody: string;
  readonly priority: string;
  readonly priorities: Readonly<Record<'high' | 'normal' | 'low', string>>;
  readonly open: string;
  readonly remove: string;
  readonly kinds: Readonly<Record<'call' | 'email' | 'meeting' | 'note' | 'task', string>>;
  readonly things: Readonly<Record<'call' | 'email' | 'meeting' | 'task', string>>;
  readonly kindsTitle: string;
  readonly onlyHigh: string;
  readonly removed: (subject: string) => string;
  readonly movedTo: (subject: string, day: string) => string;
  readonly movedToNone: (subject: string) => string;
  readonly assigned: (subject: string, name: string) => string;
  readonly unassigned: (subject: string) => string;
  readonly prioritised: (subject: string, priority: string) => string;
  readonly selected: (count: number) => string;
  readonly noneSelected: string;
  readonly allDone: (count: number) => string;
  readonly allMoved: (count: number) => string;
  readonly allPrioritised: (count: number) => string;
  readonly allAssigned: (count: number) => string;
  readonly allRemoved: (count: number) => string;
  readonly keysTitle: string;
  readonly keys: readonly (readonly [keys: string, does: string])[];
  readonly save: string;
  readonly cancel: string;
  readonly close: string;
  readonly editTitle: string;
  readonly followUpTitle: string;
  readonly outcome: string;
  readonly outcomeHelp: string;
  readonly kind: string;
  readonly subject: string;
  readonly day: string;
  readonly owner: string;
  readonly notes: string;
  readonly saved: (subject: string) => string;
  readonly followed: (subject: string) => string;
  readonly noSubject: string;
  readonly changedMeanwhile: string;
  readonly goneMeanwhile: string;
  readonly takeTheirs: string;
  readonly keepMine: string;
  readonly offline: string;
}

export const taskHandsMessages: Messages<TaskHandsSentences> = translated('taskHands', (format: Format) => ({
  complete: 'Mark as done',
  followUp: 'Done, and plan what follows…',
  edit: 'Edit…',
  putOff: 'Put off',
  putOffs: { today: 'Today', tomorrow: 'Tomorrow', nextWeek: 'Next week', inTwoWeeks: 'In two weeks' },
  pickDay: 'Pick a day…',
  noDay: 'No day',
  assign: 'Assign to',
  nobody: 'Nobody',
  priority: 'Priority',
  priorities: { high: 'High', normal: 'Normal', low: 'Low' },
  open: 'Open',
  remove: 'Delete',
  kinds: { call: 'Calls', email: 'Emails', meeting: 'Meetings', note: 'Notes', task: 'Tasks' },
  things: { call: 'Call', email: 'Email', meeting: 'Meeting', task: 'Task' },
  kindsTitle: 'Type',
  onlyHigh: 'High priority only',
  removed: (subject) => `Deleted ${subject}`,
  movedTo: (subject, day) => `${subject}: ${day}`,
  movedToNone: (subject) => `${subject}: for no day`,
  assigned: (subject, name) => `${subject}: now ${name}'s`,
  unassigned: (subject) => `${subject}: nobody's now`,
  prioritised: (subject, priority) => `${subject}: ${priority.toLocaleLowerCase('en')} priority`,
  selected: (count) => `${format.number(count)} selected`,
  noneSelected: 'Nothing selected',
  allDone: (count) => format.plural(count, { one: '1 task done', other: `${format.number(count)} tasks done` }),
  allMoved: (count) => format.plural(count, { one: '1 task put off', other: `${format.number(count)} tasks put off` }),
  allPrioritised: (count) =>
    format.plural(count, {
      one: '1 task has another priority',
      other: `${format.number(count)} tasks have another priority`,
    }),
  allAssigned: (count) =>
    format.plural(count, { one: '1 task assigned', other: `${format.number(count)} tasks assigned` }),
  allRemoved: (count) =>
    format.plural(count, { one: '1 task deleted', other: `${format.number(count)} tasks deleted` }),
  keysTitle: 'Keyboard shortcuts',
  keys: [
    ['J K', 'Next task, task before'],
    ['X', 'Mark as done'],
    ['C', 'Done, and plan what follows'],
    ['E', 'Edit'],
    ['P', 'Put off'],
    ['T', 'Put off to tomorrow'],
    ['A', 'Assign'],
    ['H', 'High priority, on and off'],
    ['O', 'Open what it is about'],
    ['M', 'Everything that can be done'],
    ['V', 'Select; Shift with J or K selects on'],
    ['N', 'New task'],
    ['/', 'Search'],
    ['Del', 'Delete'],
  ],
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  editTitle: 'Edit task',
  followUpTitle: 'Done. What follows?',
  outcome: 'Outcome',
  outcomeHelp: 'What came of it, in a few words.',
  kind: 'Type',
  subject: 'What is to be done',
  day: 'Day',
  owner: 'Owner',
  notes: 'Notes',
  saved: (subject) => `Saved ${subject}`,
  followed: (subject) => `Done. Next: ${subject}`,
  noSubject: 'Say in a few words what is to be done.',
  changedMeanwhile: 'Somebody changed this task while you were editing it.',
  goneMeanwhile: 'Somebody deleted this task while you were editing it.',
  takeTheirs: 'Take theirs',
  keepMine: 'Keep mine',
  offline: 'You are offline. What was read stays here; changes are kept on this device.',
}));
