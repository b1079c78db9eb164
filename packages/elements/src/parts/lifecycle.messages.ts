import type { Contact } from '@kith/core';
import { type Messages, translated } from '../base/locale.js';

/** The stages of a customer's life that have names. */
export type Lifecycle = NonNullable<Contact['lifecycleStage']>;

/** What the lifecycle bar says. */
export interface LifecycleSentences {
  readonly title: string;
  readonly stages: Readonly<Record<Lifecycle, string>>;
}

export const lifecycleMessages: Messages<LifecycleSentences> = translated<LifecycleSentences>('lifecycle', () => ({
  title: 'Lifecycle',
  stages: {
    subscriber: 'Subscriber',
    lead: 'Lead',
    qualified: 'Qualified',
    customer: 'Customer',
    advocate: 'Advocate',
    former: 'Former customer',
  },
}));
