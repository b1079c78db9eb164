import { type Messages, messages } from '../base/locale.js';

/** What rows that are edited in place say. */
export interface InlineEditSentences {
  readonly add: string;
  readonly addField: (label: string) => string;
  readonly editField: (label: string) => string;
  readonly save: string;
  readonly cancel: string;
  readonly none: string;
  readonly failed: string;
}

export const inlineEditMessages: Messages<InlineEditSentences> = messages<InlineEditSentences>({
  en: () => ({
    add: 'Add',
    addField: (label) => `Add ${label.toLocaleLowerCase('en')}`,
    editField: (label) => `Edit ${label.toLocaleLowerCase('en')}`,
    save: 'Save',
    cancel: 'Cancel',
    none: 'None',
    failed: 'This could not be saved. Try again.',
  }),
  'zh-Hans': () => ({
    add: '添加',
    addField: (label) => `添加${label}`,
    editField: (label) => `编辑${label}`,
    save: '保存',
    cancel: '取消',
    none: '无',
    failed: '未能保存，请重试。',
  }),
});
