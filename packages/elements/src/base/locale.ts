import type { Instant } from '@kith/core';
import { type Format, makeFormat } from './format.js';
import type { LocaleSettings } from './locale-settings.js';

/** The languages Kith speaks. Add one here, and the type checker lists every sentence that is missing. */
export type Language = 'en' | 'zh-Hans';

/** A language and the settings around it, with everything that shows a value in them. */
export interface Locale extends LocaleSettings {
  /** As the page says it: `en-GB`. Numbers and dates follow it where Kith speaks that language. */
  readonly lang: string;
  /** The language of the sentences. */
  readonly language: Language;
  readonly format: Format;
}

/** One set of sentences for each language; every language has the same ones. */
export type Messages<Sentences> = Readonly<Record<Language, (format: Format) => Sentences>>;

/** Declares the sentences of one feature. English gives the shape (write its parameter as `(format: Format)`), the type checker asks the other languages for it. */
export const messages = <Sentences>(byLanguage: {
  readonly en: (format: Format) => Sentences;
  readonly 'zh-Hans': (format: Format) => NoInfer<Sentences>;
}): Messages<Sentences> => byLanguage;

/** The settings of a page that sets none: the browser's zone, euro, and the real clock. */
export const browserSettings: LocaleSettings = {
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  currency: 'EUR',
  now: () => new Date().toISOString() as Instant,
};

const localesBySettings = new WeakMap<LocaleSettings, Map<string, Locale>>();

/** The locale of a language tag under some settings; the same object for the same question, so formatters are made once. */
export function localeOf(lang: string, settings: LocaleSettings): Locale {
  const locales = localesBySettings.get(settings) ?? new Map<string, Locale>();
  localesBySettings.set(settings, locales);
  let locale = locales.get(lang);
  if (!locale) {
    const language = languageOf(lang);
    locale = {
      lang,
      language,
      timeZone: settings.timeZone,
      currency: settings.currency,
      now: settings.now,
      // Where the sentences fall back to English, so do the dates and numbers in them.
      format: makeFormat(isIn(language, lang) ? lang : language, settings),
    };
    locales.set(lang, locale);
  }
  return locale;
}

const sentencesByLocale = new WeakMap<object, WeakMap<Locale, unknown>>();

/** The sentences of a feature in a locale. */
export function sentencesIn<Sentences>(messages: Messages<Sentences>, locale: Locale): Sentences {
  const byLocale = sentencesByLocale.get(messages) ?? new WeakMap<Locale, unknown>();
  sentencesByLocale.set(messages, byLocale);
  let sentences = byLocale.get(locale) as Sentences | undefined;
  if (sentences === undefined) {
    sentences = messages[locale.language](locale.format);
    byLocale.set(locale, sentences);
  }
  return sentences;
}

/** The nearest `lang` at or above an element, through shadow roots; undefined when nobody says one. */
export function nearestLang(element: Element): string | undefined {
  for (
    let node: Node | null = element;
    node;
    node = node instanceof ShadowRoot ? node.host : (node.parentNode ?? null)
  ) {
    const lang = node instanceof Element && node.getAttribute('lang');
    if (lang) return lang;
  }
  return undefined;
}

/** The language Kith speaks where a page says `lang`: all Chinese is simplified, what is unknown is English. */
const languageOf = (lang: string): Language => (isIn('zh-Hans', lang) ? 'zh-Hans' : 'en');

/** Whether a tag is of a language: `zh-CN` is of `zh-Hans`. A host may write anything into `lang`; what is no tag is of none. */
function isIn(language: Language, lang: string): boolean {
  try {
    return new Intl.Locale(lang).language === new Intl.Locale(language).language;
  } catch {
    return false;
  }
}
