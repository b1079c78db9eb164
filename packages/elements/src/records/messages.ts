import type { Address } from '@kith/core';
import { translated } from '../base/locale.js';

/** What every record's card says: about its areas, its groups of fields, and the states it can be in. */
export interface RecordSentences {
  readonly areas: string;
  readonly details: string;
  readonly activity: string;
  readonly more: string;
  readonly custom: string;
  readonly computed: string;
  readonly tags: string;
  /** What an address is called, by what it is for. */
  readonly addresses: Readonly<Record<NonNullable<Address['label']>, string>>;
  /** What an e-mail address or a number is called that is for something. */
  readonly emails: Readonly<Record<'work' | 'home', string>>;
  readonly phones: Readonly<Record<'work' | 'home' | 'mobile', string>>;
  readonly created: (day: string) => string;
  readonly changed: (day: string) => string;
  readonly isComputed: string;
  readonly personal: string;
  readonly health: string;
  readonly yes: string;
  readonly no: string;
  readonly value: string;
  readonly won: string;
  readonly open: string;
  readonly openDeals: string;
  readonly lastWon: string;
  readonly noneWon: string;
  readonly segments: string;
  readonly noSegments: string;
  readonly score: string;
}

export const recordMessages = translated<RecordSentences>('record', () => ({
  areas: 'Parts of this record',
  details: 'Details',
  activity: 'Activity',
  more: 'More',
  custom: 'More fields',
  computed: 'Calculated',
  tags: 'Tags',
  addresses: {
    billing: 'Billing address',
    shipping: 'Shipping address',
    work: 'Work address',
    home: 'Home address',
    other: 'Address',
  },
  emails: { work: 'Work email', home: 'Private email' },
  phones: { work: 'Work phone', home: 'Home phone', mobile: 'Mobile phone' },
  created: (day) => `Created ${day}`,
  changed: (day) => `changed ${day}`,
  isComputed: 'Calculated: nobody writes it',
  personal: 'Personal data',
  health: 'Health data',
  yes: 'Yes',
  no: 'No',
  value: 'Value',
  won: 'Won deals',
  open: 'Expected',
  openDeals: 'Open deals',
  lastWon: 'Last won',
  noneWon: 'Nothing won yet.',
  segments: 'Segments',
  noSegments: 'In no segment.',
  score: 'Score',
}));
