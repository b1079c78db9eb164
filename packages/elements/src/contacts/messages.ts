import type { Contact } from '@kith/core';
import { type Messages, translated } from '../base/locale.js';
import type { RecordStateSentences } from '../parts/record-state.js';

/** What the contact card says. */
export interface ContactSentences extends RecordStateSentences {
  readonly email: string;
  readonly call: string;
  readonly logActivity: string;
  readonly note: string;
  readonly openRecord: string;
  readonly noEmail: string;
  readonly noPhone: string;
  readonly details: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly company: string;
  readonly phone: string;
  readonly owner: string;
  readonly lifecycle: string;
  readonly birthday: string;
  readonly language: string;
  readonly timeZone: string;
  readonly preferredChannel: string;
  readonly channels: Readonly<Record<NonNullable<Contact['preferredChannel']>, string>>;
  readonly source: string;
  readonly description: string;
  readonly showEmpty: (count: number) => string;
  readonly hideEmpty: string;
  readonly localTime: (time: string) => string;
  readonly tags: string;
  readonly openDeals: string;
  readonly noOpenDeals: string;
  readonly inDeals: string;
  readonly won: string;
  readonly deals: string;
  readonly dueOn: (day: string) => string;
  readonly overdueSince: (day: string) => string;
  readonly closesOn: (day: string) => string;
  readonly wasToClose: (day: string) => string;
  readonly showMore: (count: number) => string;
  readonly saved: (label: string) => string;
  readonly notAName: string;
  readonly unknown: string;
}

export const contactMessages: Messages<ContactSentences> = translated<ContactSentences>('contact', (format) => ({
  loading: 'Reading the contact',
  missingTitle: 'There is no such contact',
  missingText: 'It may have been deleted, or the link is wrong.',
  failedTitle: 'The contact could not be read',
  failedText: 'Nothing is lost. Try again, or reload the page.',
  again: 'Try again',
  email: 'Email',
  call: 'Call',
  logActivity: 'Log activity',
  note: 'Note',
  openRecord: 'Open',
  noEmail: 'Does not want emails',
  noPhone: 'Does not want calls',
  details: 'Details',
  name: 'Name',
  jobTitle: 'Job title',
  department: 'Department',
  company: 'Company',
  phone: 'Phone',
  owner: 'Owner',
  lifecycle: 'Lifecycle',
  birthday: 'Birthday',
  language: 'Language',
  timeZone: 'Time zone',
  preferredChannel: 'Prefers',
  channels: { email: 'Email', phone: 'Phone', chat: 'Chat', post: 'Post' },
  source: 'Source',
  description: 'Description',
  showEmpty: (count) =>
    format.plural(count, {
      one: `Show ${format.number(count)} empty field`,
      other: `Show ${format.number(count)} empty fields`,
    }),
  hideEmpty: 'Hide empty fields',
  localTime: (time) => `${time} there`,
  tags: 'Tags',
  openDeals: 'Open deals',
  noOpenDeals: 'No open deals.',
  inDeals: 'In deals',
  won: 'Won',
  deals: 'Open deals',
  dueOn: (day) => `Due ${day}`,
  overdueSince: (day) => `Was due ${day}`,
  closesOn: (day) => `Closes ${day}`,
  wasToClose: (day) => `Was to close ${day}`,
  showMore: (count) => `Show ${format.number(count)} more`,
  saved: (label) => `${label} saved`,
  notAName: 'Give the contact a name.',
  unknown: 'Unknown',
}));
