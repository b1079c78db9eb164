import { type Messages, translated } from '../base/locale.js';

/** What rows that are edited in place say. */
export interface InlineEditSentences {
  readonly add: string;
  readonly addField: (label: string) => string;
  readonly editField: (label: string) => string;
  /** What one of several values is for. */
  readonly purpose: string;
  readonly remove: string;
  readonly removeField: (label: string) => string;
  readonly addAnother: string;
  readonly save: string;
  readonly cancel: string;
  readonly none: string;
  readonly nothing: string;
  readonly required: string;
  /** Before the value that somebody else has given meanwhile. */
  readonly meanwhile: string;
  readonly keepMine: string;
  readonly takeTheirs: string;
  readonly failed: string;
}

export const inlineEditMessages: Messages<InlineEditSentences> = translated<InlineEditSentences>('inlineEdit', () => ({
  add: 'Add',
  addField: (label) => `Add ${label.toLocaleLowerCase('en')}`,
  editField: (label) => `Edit ${label.toLocaleLowerCase('en')}`,
  purpose: 'Purpose',
  remove: 'Remove',
  removeField: (label) => `Remove ${label.toLocaleLowerCase('en')}`,
  addAnother: 'Add another',
  save: 'Save',
  cancel: 'Cancel',
  none: 'None',
  nothing: 'nothing',
  required: 'Required',
  meanwhile: 'Changed meanwhile to',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  failed: 'This could not be saved. Try again.',
}));
