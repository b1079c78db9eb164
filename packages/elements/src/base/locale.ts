import type { Instant } from '@kith/core';
import { type Format, makeFormat } from './format.js';
import type { LocaleSettings } from './locale-settings.js';

const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'de', 'es', 'ar'] as const;

/** The languages Kith speaks. Add one above, and the type checker lists every sentence that is missing. */
export type Language = (typeof LANGUAGES)[number];

/** A language and the settings around it, with everything that shows a value in them. */
export interface Locale extends LocaleSettings {
  /** As the page says it: `en-GB`. Numbers, dates and names follow it, whatever the language of the sentences. */
  readonly lang: string;
  /** The language of the sentences. */
  readonly language: Language;
  readonly format: Format;
}

type Others<Sentences> = { readonly [Key in Exclude<Language, 'en'>]?: (format: Format) => Sentences };

/** The sentences of one feature: in English, and in other languages beside it or in the files of the language. */
export interface Messages<Sentences> extends Others<Sentences> {
  readonly en: (format: Format) => Sentences;
  /** Under which name the file of a language has them. */
  readonly name?: string;
}

/**
 * Declares the sentences of one feature in all its languages at once, for an element that does not come with Kith.
 * English gives the shape (write its parameter as `(format: Format)`), the type checker asks the others for it; a
 * language that is left out is told in English.
 */
export const messages = <Sentences>(
  byLanguage: { readonly en: (format: Format) => Sentences } & Others<NoInfer<Sentences>>,
): Messages<Sentences> => byLanguage;

/** Declares the English sentences of one feature of Kith. The files in src/locales have the others under this name. */
export const translated = <Sentences>(name: string, en: (format: Format) => Sentences): Messages<Sentences> => ({
  name,
  en,
});

/** Refusals in one language, by their codes. */
export type ProblemTexts = Readonly<Record<string, (params: Readonly<Record<string, string | number>>) => string>>;

/** Labels of fields, choices and kinds in one language, by their English names, or by kind and field (`contact.name`). */
export type Labels = Readonly<Record<string, string>>;

/** What the files of a language bring. */
export interface Words {
  readonly problems: ProblemTexts;
  /** Where the field registry does not have them itself. */
  readonly labels?: Labels;
  readonly sentences: object;
}

const wordsByLanguage = new Map<Language, Words>();

/** What is there of a language besides English, which is everywhere. */
export const wordsOf = (language: Language): Words | undefined => wordsByLanguage.get(language);

/** Makes the words of a language known. What was said in English for want of them is said anew. */
export function learn(language: Language, words: Words): void {
  wordsByLanguage.set(language, words);
  localesBySettings = new WeakMap();
}

/** The settings of a page that sets none: the browser's zone, euro, and the real clock. */
export const browserSettings: LocaleSettings = {
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  currency: 'EUR',
  now: () => new Date().toISOString() as Instant,
};

let localesBySettings = new WeakMap<LocaleSettings, Map<string, Locale>>();

/** The locale of a language tag under some settings; the same object for the same question, so formatters are made once. */
export function localeOf(lang: string, settings: LocaleSettings): Locale {
  const locales = localesBySettings.get(settings) ?? new Map<string, Locale>();
  localesBySettings.set(settings, locales);
  let locale = locales.get(lang);
  if (!locale) {
    // A host may write anything into `lang`; what no browser knows is written as English is.
    const known = isKnown(lang) ? lang : 'en';
    // What the tag leaves out is filled in: zh-TW is written as zh-Hant is, de-AT as de.
    const { language: base, script } = new Intl.Locale(known).maximize();
    const spoken = LANGUAGES.find((each) => each === base || each === `${base}-${script}`);
    locale = {
      lang: known,
      language: spoken ?? 'en',
      format: makeFormat(known, settings, spoken ? known : 'en'),
      ...settings,
    };
    locales.set(lang, locale);
  }
  return locale;
}

const sentencesByLocale = new WeakMap<object, WeakMap<Locale, unknown>>();

/** The sentences of a feature in a locale; in English as long as those of its language are not there. */
export function sentencesIn<Sentences>(messages: Messages<Sentences>, locale: Locale): Sentences {
  const byLocale = sentencesByLocale.get(messages) ?? new WeakMap<Locale, unknown>();
  sentencesByLocale.set(messages, byLocale);
  let sentences = byLocale.get(locale) as Sentences | undefined;
  if (sentences === undefined) {
    const { language, format } = locale;
    const learnt = wordsOf(language)?.sentences as Readonly<Record<string, Messages<Sentences>['en']>> | undefined;
    sentences = (messages[language] ?? learnt?.[messages.name ?? ''] ?? messages.en)(format);
    byLocale.set(locale, sentences);
  }
  return sentences;
}

/** The nearest `lang` at or above an element, through shadow roots; undefined when nobody says one. */
export const nearestLang = (element: Element): string | undefined => nearest(element, 'lang')[0];

/** An attribute of an element or of the nearest above it that has it, and how far up that is. */
export function nearest(from: Node | null, name: string): readonly [value: string | undefined, steps: number] {
  let steps = 0;
  for (let node = from; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    const value = node instanceof Element && node.getAttribute(name);
    if (value) return [value, steps];
    steps++;
  }
  return [undefined, steps];
}

function isKnown(lang: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(lang).length > 0;
  } catch {
    return false; // not even a tag
  }
}
