import { addDays, type Day } from '@kith/core';
import type { Priority } from '@kith/core/tasks';
import { readDay } from '../base/read-day.js';

/** A task as somebody wrote it in one line. */
export interface TaskLine {
  readonly subject: string;
  readonly dueDay?: Day;
  readonly priority?: Priority;
}

/** How many words at an end of a line may make up a day: "on 18 December 2026". */
const MOST_WORDS = 4;

/**
 * Reads what is to be done, with the day that stands at its beginning or end as people of the language write it: "Call Léa
 * tomorrow", "18.12. Angebot", "Send samples on Friday", "明天寄样品"; and what matters: "Renewal!". `before` are the small
 * words that go with a day, such as "on". A line that is nothing but a day is a subject.
 */
export function readTaskLine(text: string, lang: string, today: Day, before: readonly string[]): TaskLine {
  let left = text.trim();
  const isHigh = left.length > 1 && /[!！]$/u.test(left);
  if (isHigh) left = left.replace(/\s*[!！]+$/u, '');
  const found =
    dayAtEnd(left, lang, today, before) ?? dayAtStart(left, lang, today, before) ?? dayUnspaced(left, lang, today);
  const { subject, dueDay } = found ?? { subject: left };
  return { subject, ...(dueDay && { dueDay }), ...(isHigh && { priority: 'high' }) };
}

interface Found {
  readonly subject: string;
  readonly dueDay: Day;
}

function dayAtEnd(text: string, lang: string, today: Day, before: readonly string[]): Found | undefined {
  const words = text.split(/\s+/u);
  for (let count = 1; count <= Math.min(MOST_WORDS, words.length - 1); count++) {
    const dueDay = dayOf(words.slice(-count), lang, today);
    if (!dueDay) continue;
    const left = words.slice(0, -count);
    const last = left.at(-1)?.toLocaleLowerCase(lang) ?? '';
    return {
      subject: trimmed((left.length > 1 && before.includes(last) ? left.slice(0, -1) : left).join(' ')),
      dueDay,
    };
  }
  return undefined;
}

function dayAtStart(text: string, lang: string, today: Day, before: readonly string[]): Found | undefined {
  const all = text.split(/\s+/u);
  const words = before.includes(all[0]?.toLocaleLowerCase(lang) ?? '') ? all.slice(1) : all;
  for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count--) {
    const dueDay = dayOf(words.slice(0, count), lang, today);
    if (dueDay) return { subject: trimmed(words.slice(count).join(' ')), dueDay };
  }
  return undefined;
}

/** Where words are not set apart: a day that the line begins or ends with. */
function dayUnspaced(text: string, lang: string, today: Day): Found | undefined {
  for (const [name, dueDay] of namedDays(lang, today)) {
    // Elsewhere the name may be the beginning of another word.
    if (!/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name) || text.length <= name.length) continue;
    if (text.startsWith(name)) return { subject: trimmed(text.slice(name.length)), dueDay };
    if (text.endsWith(name)) return { subject: trimmed(text.slice(0, -name.length)), dueDay };
  }
  return undefined;
}

function dayOf(words: readonly string[], lang: string, today: Day): Day | undefined {
  const text = words.join(' ').replace(/[,，]+$/u, '');
  const plain = text.toLocaleLowerCase(lang);
  const named = namedDays(lang, today).find(([name]) => name === plain)?.[1];
  if (named) return named;
  // A bare number is how many of something, and "marble 5" no day in March.
  if (/^\p{N}+\.?$/u.test(text) || !wordsOf(plain).every((word) => dateWords(lang).has(word))) return undefined;
  return readDay(text, lang, today);
}

/** The words that dates are written with: months, and what stands between their parts. */
function dateWords(lang: string): ReadonlySet<string> {
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 18));
  const written = (['long', 'short'] as const).flatMap((month) => {
    const alone = new Intl.DateTimeFormat(lang, { month, timeZone: 'UTC' });
    const whole = new Intl.DateTimeFormat(lang, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
    return months.flatMap((date) => [alone.format(date), whole.format(date)]);
  });
  return new Set(written.flatMap((text) => wordsOf(text.toLocaleLowerCase(lang))));
}

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];

/** Today, tomorrow, the day after where it has a name, and the coming weekdays, by their names. */
function namedDays(lang: string, today: Day): readonly (readonly [name: string, day: Day])[] {
  const near = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  const isNamed = (days: number): boolean => near.formatToParts(days, 'day').every(({ type }) => type === 'literal');
  const days = [0, 1, 2].filter(isNamed).map((ahead) => [near.format(ahead, 'day'), addDays(today, ahead)] as const);
  const weekdays = (['long', 'short'] as const).flatMap((weekday) => {
    const format = new Intl.DateTimeFormat(lang, { weekday, timeZone: 'UTC' });
    return [1, 2, 3, 4, 5, 6, 7].map((ahead) => {
      const day = addDays(today, ahead);
      return [format.format(Date.parse(day)).replace(/\.$/u, ''), day] as const;
    });
  });
  return [...days, ...weekdays].map(([name, day]) => [name.toLocaleLowerCase(lang), day]);
}

const trimmed = (text: string): string => text.replace(/^[\s,，:：–-]+|[\s,，:：–-]+$/gu, '');
