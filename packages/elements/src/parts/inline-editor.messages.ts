import { type Messages, translated } from '../base/locale.js';

/** What a row says while it is edited. */
export interface InlineEditorSentences {
  readonly save: string;
  readonly cancel: string;
  readonly none: string;
  readonly failed: string;
}

export const inlineEditorMessages: Messages<InlineEditorSentences> = translated('inlineEditor', () => ({
  save: 'Save',
  cancel: 'Cancel',
  none: 'None',
  failed: 'This could not be saved. Try again.',
}));
