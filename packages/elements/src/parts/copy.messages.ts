import { type Messages, messages } from '../base/locale.js';

/** What copying says. */
export interface CopySentences {
  readonly copy: (thing: string) => string;
  readonly copied: string;
  readonly refused: string;
}

export const copyMessages: Messages<CopySentences> = messages<CopySentences>({
  en: () => ({
    copy: (thing) => `Copy ${thing}`,
    copied: 'Copied',
    refused: 'The browser does not allow copying here. Select the text and copy it by hand.',
  }),
  'zh-Hans': () => ({
    copy: (thing) => `复制 ${thing}`,
    copied: '已复制',
    refused: '浏览器不允许在此复制，请选中文字后手动复制。',
  }),
});
