import { type Messages, messages } from '../base/locale.js';

/** What is said about a part of an element that is still to be fetched. */
export interface LaterSentences {
  readonly loading: string;
  readonly failedTitle: string;
  readonly failedText: string;
  readonly again: string;
}

export const laterMessages: Messages<LaterSentences> = messages<LaterSentences>({
  en: () => ({
    loading: 'Loading',
    failedTitle: 'This part could not be loaded',
    failedText: 'Check the connection and try again.',
    again: 'Try again',
  }),
  'zh-Hans': () => ({
    loading: '正在加载',
    failedTitle: '无法加载此部分',
    failedText: '请检查网络连接后重试。',
    again: '重试',
  }),
});
