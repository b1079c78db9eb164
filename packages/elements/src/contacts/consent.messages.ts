import type { Contact } from '@kith/core';
import { translated } from '../base/locale.js';

/** What the panel of consents says. */
export interface ConsentSentences {
  readonly title: string;
  readonly noEmail: string;
  readonly noPhone: string;
  readonly channels: Readonly<Record<NonNullable<Contact['preferredChannel']>, string>>;
  readonly status: Readonly<Record<'granted' | 'denied' | 'pending', string>>;
  readonly blocked: string;
}

export const consentMessages = translated<ConsentSentences>('consent', () => ({
  title: 'Consent',
  noEmail: 'No emails at all',
  noPhone: 'No calls at all',
  channels: { email: 'Email', phone: 'Phone', chat: 'Chat', post: 'Post' },
  status: { granted: 'Given', denied: 'Refused', pending: 'To be confirmed' },
  blocked: 'Given, but unwanted now',
}));
