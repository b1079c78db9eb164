import type { Contact } from '@kith/core';
import { type Messages, messages } from '../base/locale.js';

/** The stages of a customer's life that have names. */
export type Lifecycle = NonNullable<Contact['lifecycleStage']>;

/** What the lifecycle bar says. */
export interface LifecycleSentences {
  readonly title: string;
  readonly stages: Readonly<Record<Lifecycle, string>>;
}

export const lifecycleMessages: Messages<LifecycleSentences> = messages<LifecycleSentences>({
  en: () => ({
    title: 'Lifecycle',
    stages: {
      subscriber: 'Subscriber',
      lead: 'Lead',
      qualified: 'Qualified',
      customer: 'Customer',
      advocate: 'Advocate',
      former: 'Former customer',
    },
  }),
  'zh-Hans': () => ({
    title: '生命周期',
    stages: {
      subscriber: '订阅者',
      lead: '线索',
      qualified: '合格线索',
      customer: '客户',
      advocate: '推荐者',
      former: '前客户',
    },
  }),
});
