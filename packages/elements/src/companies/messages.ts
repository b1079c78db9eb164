import type { Company, Deal } from '@kith/core';
import { type Messages, translated } from '../base/locale.js';
import type { RecordStateSentences } from '../parts/record-state.js';

/** What the company card says. */
export interface CompanySentences extends RecordStateSentences {
  readonly website: string;
  readonly call: string;
  readonly logActivity: string;
  readonly openRecord: string;
  readonly details: string;
  readonly name: string;
  readonly legalName: string;
  readonly type: string;
  readonly types: Readonly<Record<NonNullable<Company['type']>, string>>;
  readonly industry: string;
  readonly employees: string;
  readonly revenue: string;
  readonly founded: string;
  readonly email: string;
  readonly phone: string;
  readonly owner: string;
  readonly lifecycle: string;
  readonly description: string;
  readonly parent: string;
  readonly showEmpty: (count: number) => string;
  readonly hideEmpty: string;
  readonly tags: string;
  readonly figures: string;
  readonly openAmount: string;
  readonly wonValue: string;
  readonly winRate: string;
  readonly openDeals: string;
  readonly ofClosed: (won: number, closed: number) => string;
  readonly people: string;
  readonly noPeople: string;
  readonly deals: string;
  readonly noDeals: string;
  readonly status: Readonly<Record<Deal['status'], string>>;
  readonly showMore: (count: number, left: number) => string;
  readonly saved: (label: string) => string;
  readonly notAName: string;
  readonly notACount: string;
  readonly notAYear: string;
  readonly notAnAmount: string;
  readonly unknown: string;
}

export const companyMessages: Messages<CompanySentences> = translated<CompanySentences>('company', (format) => ({
  loading: 'Reading the company',
  missingTitle: 'There is no such company',
  missingText: 'It may have been deleted, or the link is wrong.',
  failedTitle: 'The company could not be read',
  failedText: 'Nothing is lost. Try again, or reload the page.',
  again: 'Try again',
  website: 'Website',
  call: 'Call',
  logActivity: 'Log activity',
  openRecord: 'Open',
  details: 'Details',
  name: 'Name',
  legalName: 'Legal name',
  type: 'Relation',
  types: {
    prospect: 'Prospect',
    customer: 'Customer',
    partner: 'Partner',
    reseller: 'Reseller',
    supplier: 'Supplier',
    investor: 'Investor',
    competitor: 'Competitor',
  },
  industry: 'Industry',
  employees: 'Employees',
  revenue: 'Annual revenue',
  founded: 'Founded',
  email: 'Email',
  phone: 'Phone',
  owner: 'Owner',
  lifecycle: 'Lifecycle',
  description: 'Description',
  parent: 'Parent',
  showEmpty: (count) =>
    format.plural(count, {
      one: `Show ${format.number(count)} empty field`,
      other: `Show ${format.number(count)} empty fields`,
    }),
  hideEmpty: 'Hide empty fields',
  tags: 'Tags',
  figures: 'Figures',
  openAmount: 'In open deals',
  wonValue: 'Won value',
  winRate: 'Win rate',
  openDeals: 'Open deals',
  ofClosed: (won, closed) => `${format.number(won)} of ${format.number(closed)} closed`,
  people: 'People',
  noPeople: 'Nobody is known here yet.',
  deals: 'Deals',
  noDeals: 'No deals yet.',
  status: { open: 'Open', won: 'Won', lost: 'Lost' },
  showMore: (count, left) =>
    count < left ? `Show ${format.number(count)} of ${format.number(left)} more` : `Show ${format.number(left)} more`,
  saved: (label) => `${label} saved`,
  notAName: 'Give the company a name.',
  notACount: 'Write a whole number, 0 or more.',
  notAYear: 'Write a year in four digits.',
  notAnAmount: `Write an amount in digits, such as ${format.number(1250)}.`,
  unknown: 'Unknown',
}));
