import type { Labels } from './definition.js';

/** What Kith's own fields are called: in English and in simplified Chinese. */
export const label = (en: string, zhHans: string): Labels => ({ en, 'zh-Hans': zhHans });

/**
 * The words for a language: the language itself (`zh-Hans-CN` finds `zh-Hans`, then `zh`), else English, else any. The
 * name where there is none at all.
 */
export function labelIn(
  { labels, name }: { readonly labels?: Labels | undefined; readonly name: string },
  language: string,
): string {
  const words = labels ?? {};
  const parts = language.split('-');
  for (let length = parts.length; length > 0; length--) {
    const found = own(words, parts.slice(0, length).join('-'));
    if (found) return found;
  }
  return own(words, 'en') || Object.values(words).find((text) => text !== '') || name;
}

const own = (words: Labels, language: string): string | undefined =>
  Object.hasOwn(words, language) ? words[language] : undefined;
