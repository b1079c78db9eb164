import type { Language, Words } from './locale.js';

/** Where the words of each language are; English is in the elements themselves. */
export type WordFiles = Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly words: Words }>>>;

export const wordFiles: WordFiles = {
  'zh-Hans': () => import('../locales/zh-hans/words.js'),
  'zh-Hant': () => import('../locales/zh-hant/words.js'),
  de: () => import('../locales/de/words.js'),
  es: () => import('../locales/es/words.js'),
  ar: () => import('../locales/ar/words.js'),
};
