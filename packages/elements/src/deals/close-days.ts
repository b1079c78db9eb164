import { type Day, type Deal, dayIn, daysBetween } from '@kith/core';
import { closeDayPushes } from '@kith/core/pipelines';
import { html, nothing, type TemplateResult } from 'lit';
import { sentencesIn } from '../base/locale.js';
import { badge } from '../parts/badge.js';
import type { HistoryOptions } from './history.js';
import { dealPartMessages } from './parts.messages.js';

/** Every change of the day a deal was expected to close on, the latest first, and how often it was put off. Needs historyStyles. */
export function closeDayHistory(deal: Deal, { locale, nameOf }: HistoryOptions): TemplateResult | typeof nothing {
  const { closeDayHistory: former = [], expectedCloseDay } = deal;
  if (former.length === 0) return nothing;
  const { format, timeZone, lang } = locale;
  const say = sentencesIn(dealPartMessages, locale);
  const moved = new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
    signDisplay: 'exceptZero',
  });
  const pushes = closeDayPushes(deal);
  const days: readonly (Day | undefined)[] = [...former.map(({ day }) => day), expectedCloseDay];
  const shown = (day: Day | undefined): unknown => (day ? html`<span>${format.day(day)}</span>` : say.noDay);
  return html`
    <h4 class="history-head">${say.closeDays} ${pushes > 0 ? badge(say.pushed(pushes), pushes > 2 ? 'warning' : 'neutral') : nothing}</h4>
    <table class="history close-days" aria-label=${say.closeDays}>
      <thead><tr><th scope="col">${say.from}</th><th scope="col">${say.to}</th><th scope="col" class="by">${say.by}</th><th scope="col" class="end">${say.changed}</th></tr></thead>
      <tbody>
        ${former
          .map(({ day, at, by }, index) => {
            const to = days[index + 1];
            return html`
              <tr>
                <th scope="row">${shown(day)}</th>
                <td>${shown(to)}${to ? html` <span class="by-days">${moved.format(daysBetween(day, to))}</span>` : nothing}</td>
                <td class="by"><bdi>${nameOf(by) ?? '–'}</bdi></td>
                <td class="end"><time datetime=${at} title=${format.instant(at)}>${format.day(dayIn(timeZone, at))}</time></td>
              </tr>
            `;
          })
          .toReversed()}
      </tbody>
    </table>
  `;
}
