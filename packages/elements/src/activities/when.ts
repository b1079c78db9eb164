import { type Day, daysBetween, type Instant } from '@kith/core';
import { html, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';
import { badge } from '../parts/badge.js';
import type { TimelineSentences } from './messages.js';

/** Days before a promised day from which it is worth a colour. */
const SOON_IN_DAYS = 3;

/** A moment as a timeline tells it: today and yesterday by name with the time, then the day; all of it in the tooltip. */
export function moment(at: Instant, day: Day, { format, lang }: Locale, say: TimelineSentences): TemplateResult {
  const ago = daysBetween(day, format.today());
  const text =
    ago === 0 || ago === 1 ? say.dayAndTime(capitalised(format.relative(day), lang), format.time(at)) : format.day(day);
  return html`<time datetime=${at} title=${format.instant(at)}>${text}</time>`;
}

/** How soon something is due. */
export function dueBadge(day: Day, { format }: Locale, say: TimelineSentences): TemplateResult {
  const days = daysBetween(format.today(), day);
  if (days < 0) return badge(say.overdue(-days), 'negative');
  return badge(say.due(format.relative(day)), days <= SOON_IN_DAYS ? 'warning' : 'neutral');
}

/** The name of a month, `YYYY-MM`, with the year when it is not this one. */
export function monthName(month: string, { format, lang, language }: Locale): string {
  const isThisYear = format.today().startsWith(month.slice(0, 4));
  // Chinese dates write months in digits (11月); the long form would spell them out.
  const options = {
    month: language.startsWith('zh') ? 'short' : 'long',
    timeZone: 'UTC',
    ...(!isThisYear && { year: 'numeric' as const }),
  } as const;
  return new Intl.DateTimeFormat(lang, options).format(Date.parse(`${month}-01`));
}

const capitalised = (text: string, lang: string): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
