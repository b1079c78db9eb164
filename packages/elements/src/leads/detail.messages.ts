import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';
import type { Evidence } from './evidence.js';

const EVIDENCE: Readonly<Record<Evidence, string>> = {
  'same-email': 'same e-mail',
  'other-email': 'other e-mail',
  'same-phone': 'same phone',
  'similar-phone': 'similar phone',
  'same-tax-id': 'same tax number',
  'other-tax-id': 'other tax number',
  'same-name': 'same name',
  'similar-name': 'similar name',
  'other-name': 'other name',
  'same-company': 'same company',
  'similar-company': 'similar company',
  'other-company': 'other company',
  'company-elsewhere': 'company elsewhere',
  'same-domain': 'same domain',
  'same-birth-date': 'same birthday',
  'similar-birth-date': 'similar birthday',
  'other-birth-date': 'other birthday',
  'same-address': 'same address',
};

/** What stands about one lead. */
export const detailMessages = translated('leadDetail', (format: Format) => ({
  gone: 'This lead is no longer here',
  goneText: 'Somebody has deleted it, or you may not see it any more.',
  owner: (name: string) => `With ${name}`,
  inPool: (name: string) => `In the pool ${name}`,
  nobody: 'With nobody',
  claim: 'Claim',
  release: 'Give back',
  assign: 'Assign',
  qualify: 'Qualify',
  convert: 'Convert',
  recycle: 'Put aside',
  disqualify: 'Disqualify',
  next: 'Next lead',
  claimed: (name: string) => `Claimed ${name}`,
  released: (name: string) => `Gave ${name} back to the pool`,
  limits: (parts: readonly string[]) => format.list(parts),
  perDay: (count: number) =>
    format.plural(count, { one: '1 claim a day', other: `${format.number(count)} claims a day` }),
  most: (count: number, per: 'person' | 'team') =>
    per === 'person'
      ? `at most ${format.number(count)} open for each`
      : `at most ${format.number(count)} open for a team`,
  takenBy: (name: string, time: string) => `${name} took this lead at ${time}, while you had it open.`,
  changedBy: (name: string, status: string, time: string) =>
    `${name} set it to “${status}” at ${time}, while you had it open.`,
  somebody: 'Somebody',
  goOn: 'Go on with it',
  details: 'Details',
  message: 'Message',
  received: 'Received',
  email: 'E-mail',
  phone: 'Phone',
  website: 'Website',
  address: 'Address',
  source: 'Source',
  campaign: 'Campaign',
  amount: 'Amount',
  consent: 'Consent',
  consents: { granted: 'yes', denied: 'no', pending: 'pending' },
  qualification: 'Qualification',
  notAsked: 'not asked yet',
  reason: 'Reason',
  restsUntil: (day: string) => `Rests until ${day}`,
  assignment: (rule: string) => `Assigned by the rule “${rule}”`,
  methods: { roundRobin: 'in turn', weighted: 'by weight', leastOpen: 'to whoever has fewest' } as Readonly<
    Record<string, string>
  >,
  candidates: (count: number) =>
    format.plural(count, { one: 'one could take it', other: `${format.number(count)} could take it` }),
  leftOut: {
    inactive: 'not active',
    'not-named': 'not named',
    skill: 'without the skill',
    territory: 'of another territory',
    weight: 'without a share',
    capacity: 'full',
    away: 'away',
    hours: 'off work',
  } as Readonly<Record<string, string>>,
  left: (count: number, why: string) => `${format.number(count)} ${why}`,
  unassigned: {
    'no-rule': 'No rule fits it',
    'nobody-fits': 'Nobody has what it takes',
    'all-full': 'Everybody is full',
    'nobody-works': 'Nobody works now',
  } as Readonly<Record<string, string>>,
  retry: (when: string) => `tried again ${when}`,
  duplicates: 'Perhaps the same',
  noDuplicates: 'Nobody like it is known.',
  kinds: { leads: 'Lead', contacts: 'Contact', companies: 'Company' },
  verdicts: { same: 'the same', likely: 'likely the same', possible: 'possibly the same', different: 'another' },
  evidence: EVIDENCE,
  compare: 'Compare',
  compareWith: (name: string) => `Compare with ${name}`,
  openRow: 'Open',
  convertInto: 'Convert into it',
  disqualifyAs: 'Disqualify as duplicate',
  duplicateOf: (name: string) => `Duplicate of ${name}`,
  thisLead: 'This lead',
  field: 'Field',
  close: 'Close',
  became: 'Became',
  company: 'Company',
  contact: 'Contact',
  deal: 'Deal',
  score: 'Score',
}));

/** The sentences of {@link detailMessages}. */
export type DetailSentences = ReturnType<typeof detailMessages.en>;
