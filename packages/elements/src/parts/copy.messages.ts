import { type Messages, translated } from '../base/locale.js';

/** What copying says. */
export interface CopySentences {
  readonly copy: (thing: string) => string;
  readonly copied: string;
  readonly refused: string;
}

export const copyMessages: Messages<CopySentences> = translated<CopySentences>('copy', () => ({
  copy: (thing) => `Copy ${thing}`,
  copied: 'Copied',
  refused: 'The browser does not allow copying here. Select the text and copy it by hand.',
}));
