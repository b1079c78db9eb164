import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What the inbox of leads says around its list. */
export const inboxMessages = translated('leadInbox', (format: Format) => ({
  title: 'Leads',
  loading: 'Reading the leads',
  again: 'Try again',
  places: 'Where',
  mine: 'Mine',
  unassigned: 'Unassigned',
  all: 'All',
  status: 'Status',
  open: 'Open',
  sort: 'Order',
  sorts: { waiting: 'Waiting longest', score: 'Highest score', newest: 'Newest' },
  list: 'Leads that wait',
  count: (count: number) => format.plural(count, { one: '1 lead', other: `${format.number(count)} leads` }),
  due: (time: string) => `due in ${time}`,
  late: (time: string) => `${time} late`,
  since: (time: string) => `waits ${time}`,
  select: (name: string) => `Select ${name}`,
  selected: (count: number) => `${format.number(count)} selected`,
  back: 'Back to the list',
  keys: 'Keys',
  failedTitle: 'The leads could not be read',
  failedText: 'No data is lost. Try again, or reload the page.',
  deniedTitle: 'No access',
  deniedText: 'You may not see leads. Ask whoever looks after your rights.',
  emptyTitle: 'Nobody waits here',
  emptyMine: 'What is assigned to you, or what you claim from a pool, stands here.',
  emptyPool: 'What nobody follows up comes back to this pool, and new leads lie here until somebody claims them.',
  emptyOther: 'Leads that come in stand here.',
  emptyStatus: (status: string) => `No lead is ${status.toLocaleLowerCase()} here.`,
  showOpen: 'Show the open ones',
  chooseTitle: 'No lead is open',
  chooseText: 'Choose one from the list, or go through it with J and K.',
  offline: 'Offline. What was read stays; changes are saved when the connection is back.',
}));

/** The sentences of {@link inboxMessages}. */
export type InboxSentences = ReturnType<typeof inboxMessages.en>;
