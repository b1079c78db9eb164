import { currencyExponent, type Day, dayIn, daysBetween, type Instant, type Money } from '@kith/core';
import type { LocaleSettings } from './locale-settings.js';

/** The forms of a counted thing; `other` is the one every language has. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Shows values in one language, zone and clock. Nothing in Kith writes a number or a date without it. */
export interface Format {
  /** `€1,240` or `€1,240.50`: decimals only where there are any, in a column where any amount `among` them has some. */
  money(amount: Money, among?: readonly Money[]): string;
  /** For sums that are an estimate anyway: rounded to whole units, so that a column of them lines up. */
  roundMoney(amount: Money): string;
  /** The sign of a currency: `€`. */
  currencySign(currency: string): string;
  number(value: number): string;
  /** `12 %` from 12. */
  percent(value: number): string;
  /** `Mon, Nov 23`; with the year when it is not this one. */
  day(day: Day): string;
  /** `Nov 23, 2026, 9:30 AM`, in the reader's zone. */
  instant(at: Instant): string;
  /** The time of day of a moment, `9:30 AM`. */
  time(at: Instant): string;
  /** `today`, `in 3 days`, `5 minutes ago` within a week of now; further away the day itself. */
  relative(when: Day | Instant): string;
  /** `A, B and C`. */
  list(items: readonly string[]): string;
  /** The form that belongs to a count. */
  plural(count: number, forms: PluralForms): string;
  /** Up to two letters that stand for a name; one character for scripts that write without spaces. */
  initials(name: string): string;
  /** Which day it is now in the reader's zone. */
  today(): Day;
}

const MILLIS_PER_MINUTE = 60_000;

/**
 * Makes the formatters of a language. They are built when first used and kept: constructing Intl objects is slow. Where
 * the sentences are in another language (`wordsLang`), so is what is said in words: near days, lists, plural forms.
 */
export function makeFormat(lang: string, settings: LocaleSettings, wordsLang: string = lang): Format {
  const once = <Made>(make: () => Made): (() => Made) => {
    let made: Made | undefined;
    return () => (made ??= make());
  };
  const byCurrency = new Map<string, Intl.NumberFormat>();
  const currencyFormat = (currency: string, digits: number): Intl.NumberFormat => {
    const key = `${currency}${digits}`;
    let format = byCurrency.get(key);
    if (!format) {
      const options = {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      } as const;
      format = new Intl.NumberFormat(lang, options);
      byCurrency.set(key, format);
    }
    return format;
  };
  const dayParts = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  const number = once(() => new Intl.NumberFormat(lang));
  const percent = once(() => new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 1 }));
  const thisYear = once(() => new Intl.DateTimeFormat(lang, dayParts));
  const otherYear = once(
    () => new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  );
  const moment = once(
    () => new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', timeZone: settings.timeZone }),
  );
  const clock = once(() => new Intl.DateTimeFormat(lang, { timeStyle: 'short', timeZone: settings.timeZone }));
  const distance = once(() => new Intl.RelativeTimeFormat(wordsLang, { numeric: 'auto' }));
  const list = once(() => new Intl.ListFormat(wordsLang, { type: 'conjunction' }));
  const rules = once(() => new Intl.PluralRules(wordsLang));

  const written = ({ minor, currency }: Money, digits: number): string =>
    currencyFormat(currency, digits)
      .format(minor / 10 ** currencyExponent(currency))
      // From right to left, US$ would stand there as $US: a mark behind it holds it together.
      .replace(/\w\$/, '$&\u200E');
  const today = (): Day => dayIn(settings.timeZone, settings.now());
  const showDay = (day: Day): string =>
    (day.slice(0, 4) === today().slice(0, 4) ? thisYear() : otherYear()).format(Date.parse(day));

  return {
    money(amount, among = [amount]) {
      const exponent = currencyExponent(amount.currency);
      const digits = among.every(({ minor }) => minor % 10 ** exponent === 0) ? 0 : exponent;
      return written(amount, digits);
    },
    roundMoney: (amount) => written(amount, 0),
    currencySign: (currency) =>
      currencyFormat(currency, 0)
        .formatToParts(0)
        .find((part) => part.type === 'currency')?.value ?? currency,
    number: (value) => number().format(value),
    percent: (value) => percent().format(value / 100),
    day: showDay,
    instant: (at) => moment().format(Date.parse(at)),
    time: (at) => clock().format(Date.parse(at)),
    relative(when) {
      const isMoment = when.length > 10;
      const day = isMoment ? dayIn(settings.timeZone, when as Instant) : (when as Day);
      const days = daysBetween(today(), day);
      if (Math.abs(days) > 7) return showDay(day);
      if (!isMoment || days !== 0) return distance().format(days, 'day');
      const minutes = Math.round((Date.parse(when) - Date.parse(settings.now())) / MILLIS_PER_MINUTE);
      return Math.abs(minutes) < 60
        ? distance().format(minutes, 'minute')
        : distance().format(Math.round(minutes / 60), 'hour');
    },
    list: (items) => list().format(items),
    plural: (count, forms) => forms[rules().select(count)] ?? forms.other,
    initials,
    today,
  };
}

const WRITES_WITHOUT_SPACES = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letter = (word = ''): string => /[\p{L}\p{N}]/u.exec(word)?.[0].toLocaleUpperCase() ?? '';
  const first = letter(words[0]);
  return WRITES_WITHOUT_SPACES.test(first) || words.length === 1 ? first : first + letter(words.at(-1));
}
