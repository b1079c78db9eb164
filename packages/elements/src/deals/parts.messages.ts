import type { Activity } from '@kith/core';
import type { Budget, Competitor, Need, Split } from '@kith/core/deals';
import { type Messages, translated } from '../base/locale.js';

/** What the sections of a deal say: people, needs and budget, competitors, team, next step, close days, approvals, rates. */
export interface DealPartSentences {
  readonly add: string;
  readonly edit: string;
  readonly remove: string;
  readonly save: string;
  readonly cancel: string;
  readonly more: (name: string) => string;
  readonly added: (name: string) => string;
  readonly saved: (name: string) => string;
  readonly removed: (name: string) => string;
  /** In a form, when what it is about was changed by somebody else. */
  readonly meanwhile: string;
  readonly addPerson: string;
  readonly person: string;
  readonly parts: string;
  readonly callFirst: string;
  readonly editParts: string;
  readonly takeOff: string;
  readonly noPerson: string;
  readonly competitors: string;
  readonly noCompetitors: string;
  readonly addCompetitor: string;
  readonly name: string;
  readonly noName: string;
  readonly status: string;
  readonly competitorStatus: Readonly<Record<Competitor['status'], string>>;
  readonly strengths: string;
  readonly weaknesses: string;
  readonly needs: string;
  readonly noNeeds: string;
  readonly addNeed: string;
  readonly need: string;
  readonly noNeed: string;
  readonly importance: string;
  readonly importances: Readonly<Record<NonNullable<Need['importance']>, string>>;
  readonly met: string;
  readonly notMet: string;
  readonly undecided: string;
  readonly budget: string;
  readonly budgetStatus: Readonly<Record<Budget['status'], string>>;
  readonly budgetAmount: string;
  readonly approvedBy: string;
  readonly availableFrom: string;
  readonly team: string;
  readonly ownerHasAll: (name: string) => string;
  readonly nobodyHas: string;
  readonly split: string;
  readonly editSplit: string;
  readonly colleague: string;
  readonly kind: string;
  readonly splitKinds: Readonly<Record<Split['kind'], string>>;
  readonly share: string;
  readonly role: string;
  readonly addColleague: string;
  readonly removeColleague: (name: string) => string;
  readonly evenly: string;
  readonly revenueSum: (percent: string) => string;
  readonly notAShare: string;
  readonly noColleague: string;
  readonly done: string;
  readonly doneAndNext: string;
  readonly wasDone: (subject: string) => string;
  readonly outcome: string;
  readonly next: string;
  readonly when: string;
  readonly noNext: string;
  readonly way: string;
  readonly ways: Readonly<Record<Exclude<Activity['kind'], 'note'>, string>>;
  readonly closeDays: string;
  readonly pushed: (count: number) => string;
  readonly from: string;
  readonly to: string;
  readonly changed: string;
  readonly by: string;
  readonly noDay: string;
  readonly needsApproval: (stage: string) => string;
  readonly approvalNote: string;
  readonly askApproval: string;
  readonly asked: (stage: string) => string;
  readonly askedBy: (name: string, stage: string, when: string) => string;
  readonly approvedSoFar: (names: string) => string;
  readonly stillToApprove: (names: string) => string;
  readonly nextToApprove: (name: string, others: string) => string;
  readonly approve: string;
  readonly reject: string;
  readonly withdraw: string;
  readonly reason: string;
  readonly approved: (stage: string) => string;
  readonly rejected: (stage: string) => string;
  readonly withdrawn: string;
  readonly rejectedBy: (name: string, stage: string, reason: string) => string;
  readonly noRate: (from: string, to: string) => string;
  readonly frozen: string;
  readonly takeRate: string;
  readonly rateTaken: string;
}

export const dealPartMessages: Messages<DealPartSentences> = translated<DealPartSentences>('dealParts', (format) => ({
  add: 'Add',
  edit: 'Edit',
  remove: 'Remove',
  save: 'Save',
  cancel: 'Cancel',
  more: (name) => `More for ${name}`,
  added: (name) => `Added ${name}`,
  saved: (name) => `Saved ${name}`,
  removed: (name) => `Removed ${name}`,
  meanwhile: 'Somebody else has changed this meanwhile.',
  addPerson: 'Add a contact',
  person: 'Contact',
  parts: 'Part in the purchase',
  callFirst: 'Call first',
  editParts: 'Change part',
  takeOff: 'Take off the deal',
  noPerson: 'Choose a contact.',
  competitors: 'Competitors',
  noCompetitors: 'Nobody else is known to want this deal.',
  addCompetitor: 'Add a competitor',
  name: 'Name',
  noName: 'Write a name.',
  status: 'Status',
  competitorStatus: { suspected: 'Suspected', active: 'In it', out: 'Out', won: 'Won it' },
  strengths: 'Strengths',
  weaknesses: 'Weaknesses',
  needs: 'Needs and budget',
  noNeeds: 'Nobody has said yet what the customer needs.',
  addNeed: 'Add a need',
  need: 'What is needed',
  noNeed: 'Write what is needed.',
  importance: 'Importance',
  importances: { must: 'Must', should: 'Should', could: 'Could' },
  met: 'Met',
  notMet: 'Not met',
  undecided: 'Not said',
  budget: 'Budget',
  budgetStatus: { unknown: 'Unknown', none: 'None', planned: 'Planned', approved: 'Approved' },
  budgetAmount: 'Budget amount',
  approvedBy: 'Approved by',
  availableFrom: 'There from',
  team: 'Team and credit',
  ownerHasAll: (name) => `All of the credit goes to ${name}.`,
  nobodyHas: 'Nobody is credited yet: the deal has no owner.',
  split: 'Split',
  editSplit: 'Split the credit',
  colleague: 'Colleague',
  kind: 'Kind',
  splitKinds: { revenue: 'Revenue', overlay: 'On top' },
  share: 'Share, %',
  role: 'Part',
  addColleague: 'Add colleague',
  removeColleague: (name) => `Remove ${name}`,
  evenly: 'Evenly',
  revenueSum: (percent) => `Revenue: ${percent} of ${format.percent(100)}`,
  notAShare: 'Write each share as a number above 0.',
  noColleague: 'Choose a colleague in each line.',
  done: 'Done',
  doneAndNext: 'Done, and next …',
  wasDone: (subject) => `${subject}: done`,
  outcome: 'What came of it',
  next: 'What comes next',
  when: 'When',
  noNext: 'Say what comes next.',
  way: 'How',
  ways: { call: 'Call', email: 'Email', meeting: 'Meeting', task: 'Task' },
  closeDays: 'Close day',
  pushed: (count) =>
    format.plural(count, {
      one: 'Put off once',
      other: `Put off ${format.number(count)} times`,
    }),
  from: 'From',
  to: 'To',
  changed: 'Changed',
  by: 'By',
  noDay: 'no day',
  needsApproval: (stage) => `A move to ${stage} has to be approved.`,
  approvalNote: 'A word to whoever approves it',
  askApproval: 'Ask for approval',
  asked: (stage) => `Asked for the move to ${stage}`,
  askedBy: (name, stage, when) => `${name} asks for the move to ${stage}, ${when}`,
  approvedSoFar: (names) => `Approved so far: ${names}`,
  stillToApprove: (names) => `Still to approve: ${names}`,
  nextToApprove: (name, others) => `Next to approve: ${name}, then ${others}`,
  approve: 'Approve',
  reject: 'Reject',
  withdraw: 'Withdraw',
  reason: 'Why not',
  approved: (stage) => `Approved: ${stage}`,
  rejected: (stage) => `Rejected: ${stage}`,
  withdrawn: 'The request is withdrawn',
  rejectedBy: (name, stage, reason) => `${name} rejected the move to ${stage}: ${reason}`,
  noRate: (from, to) => `No rate from ${from} to ${to}`,
  frozen: 'Kept as of the closing',
  takeRate: 'Take the rate of that day',
  rateTaken: 'The value is kept at the rate of that day',
}));
