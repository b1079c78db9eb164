import { translated } from '../base/locale.js';

/** What a panel of details says of values that are shown only when somebody asks for them. */
export interface MaskSentences {
  readonly masked: string;
  readonly reveal: string;
  readonly revealField: (label: string) => string;
}

export const detailsMessages = translated<MaskSentences>('details', () => ({
  masked: 'Not shown',
  reveal: 'Show',
  revealField: (label) => `Show ${label.toLocaleLowerCase('en')}`,
}));
