import { translated } from '../base/locale.js';

/** What is said while a lead is converted. */
export const convertMessages = translated('leadConvert', () => ({
  title: (name: string) => `Convert ${name}`,
  convert: 'Convert',
  converting: 'Converting',
  cancel: 'Cancel',
  close: 'Close',
  done: (name: string) => `Converted ${name}`,
  targets: { company: 'Company', contact: 'Contact', deal: 'Deal' },
  how: { new: 'A new one', existing: 'One that is there', none: 'None' },
  find: 'Find',
  chooseOne: 'Choose which one.',
  gains: 'What goes there',
  gainsNothing: 'It has all of this already.',
  keeps: 'It keeps what it has; this is filled in.',
  dealName: 'Name of the deal',
  pipeline: 'Pipeline',
  stage: 'Stage',
  firstStage: 'The first one',
  amount: 'Amount',
  closeDay: 'Expected close',
  unmapped: 'What goes nowhere by itself',
  unmappedText: 'It stays with the lead, unless you say where it goes.',
  stays: 'Stays with the lead',
  likely: 'likely the same',
  qualifyFirst: 'Only a qualified lead is converted. Qualify it first.',
  nothing: 'Choose a company, a contact or a deal.',
  noPipeline: 'There is no pipeline for a deal yet.',
}));

/** The sentences of {@link convertMessages}. */
export type ConvertSentences = ReturnType<typeof convertMessages.en>;
