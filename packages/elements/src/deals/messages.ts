import { type Messages, translated } from '../base/locale.js';
import type { RecordStateSentences } from '../parts/record-state.js';

/** What the deal panel says. */
export interface DealSentences extends RecordStateSentences {
  readonly open: string;
  readonly won: string;
  readonly lost: string;
  readonly onHold: string;
  readonly win: string;
  readonly lose: string;
  readonly reopen: string;
  readonly stages: string;
  readonly moveTo: (stage: string, probability: string) => string;
  readonly putOnHold: (stage: string) => string;
  readonly moved: (stage: string) => string;
  readonly wasWon: string;
  readonly wasLost: string;
  readonly reopened: string;
  readonly details: string;
  readonly amount: string;
  readonly value: string;
  readonly weighted: string;
  readonly probability: string;
  readonly expectedClose: string;
  readonly closed: string;
  readonly lossReason: string;
  readonly name: string;
  readonly owner: string;
  readonly company: string;
  readonly pipeline: string;
  readonly source: string;
  readonly description: string;
  readonly nextStep: string;
  readonly nextSubject: string;
  readonly nextDay: string;
  readonly contacts: string;
  readonly products: string;
  readonly noContacts: string;
  readonly history: string;
  readonly stage: string;
  readonly entered: string;
  readonly by: string;
  readonly lasted: string;
  readonly soFar: (duration: string) => string;
  readonly saved: (label: string) => string;
  readonly notAnAmount: string;
  readonly notAName: string;
  readonly unknown: string;
  readonly showEmpty: (count: number) => string;
  readonly hideEmpty: string;
}

export const dealMessages: Messages<DealSentences> = translated<DealSentences>('deal', (format) => ({
  loading: 'Reading the deal',
  missingTitle: 'There is no such deal',
  missingText: 'It may have been deleted, or the link is wrong.',
  failedTitle: 'The deal could not be read',
  failedText: 'Nothing is lost. Try again, or reload the page.',
  again: 'Try again',
  open: 'Open',
  won: 'Won',
  lost: 'Lost',
  onHold: 'On hold',
  win: 'Win deal',
  lose: 'Lose',
  reopen: 'Reopen deal',
  stages: 'Stages',
  moveTo: (stage, probability) => `Move to ${stage}, ${probability} likely`,
  putOnHold: (stage) => `Put on hold: ${stage}`,
  moved: (stage) => `Moved to ${stage}`,
  wasWon: 'Deal won',
  wasLost: 'Deal lost',
  reopened: 'Deal reopened',
  details: 'Details',
  amount: 'Amount',
  value: 'Won value',
  weighted: 'Weighted',
  probability: 'Probability',
  expectedClose: 'Expected close',
  closed: 'Closed',
  lossReason: 'Loss reason',
  name: 'Name',
  owner: 'Owner',
  company: 'Company',
  pipeline: 'Pipeline',
  source: 'Source',
  description: 'Description',
  nextStep: 'Next step',
  nextSubject: 'What',
  nextDay: 'When',
  contacts: 'Contacts',
  products: 'Products',
  noContacts: 'Nobody is named on this deal.',
  history: 'Stage history',
  stage: 'Stage',
  entered: 'Entered',
  by: 'By',
  lasted: 'Time',
  soFar: (duration) => `${duration} so far`,
  saved: (label) => `${label} saved`,
  notAnAmount: `Write an amount in digits, such as ${format.number(1250)}.`,
  notAName: 'Give the deal a name.',
  unknown: 'Unknown',
  showEmpty: (count) =>
    format.plural(count, {
      one: `Show ${format.number(count)} empty field`,
      other: `Show ${format.number(count)} empty fields`,
    }),
  hideEmpty: 'Hide empty fields',
}));
