import { type Messages, translated } from '../base/locale.js';

/** What is said about a part of an element that is still to be fetched. */
export interface LaterSentences {
  readonly loading: string;
  readonly failedTitle: string;
  readonly failedText: string;
  readonly again: string;
}

export const laterMessages: Messages<LaterSentences> = translated<LaterSentences>('later', () => ({
  loading: 'Loading',
  failedTitle: 'This part could not be loaded',
  failedText: 'Check the connection and try again.',
  again: 'Try again',
}));
