import type { Lead } from '@kith/core/leads';
import type { Score } from '@kith/core/scoring';
import { html, nothing, type TemplateResult } from 'lit';
import { durationText } from '../base/duration.js';
import type { Locale } from '../base/locale.js';
import { styled } from '../base/styled.js';
import { avatar } from '../parts/avatar.js';
import { badge } from '../parts/badge.js';
import { icon } from '../parts/icon.js';
import { clock, hourglass, info } from '../parts/icons/shown.js';
import { emptyState } from '../parts/states.js';
import { skeleton } from '../parts/waiting.js';
import { plain } from '../scoring/signed.js';
import type { InboxSentences } from './messages.js';
import type { Waiting } from './waiting.js';

/** What one line of the list shows. */
export interface RowOptions {
  readonly lead: Lead | undefined;
  readonly status: string;
  readonly score: Score | undefined;
  readonly waiting: Waiting | undefined;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly say: InboxSentences;
  readonly locale: Locale;
}

/** Where a line stands in the list. */
interface EntryPlace {
  readonly item: number;
  readonly of: number;
  /** Pixels from the beginning. */
  readonly top: number;
}

/** One line of the list in its place. */
export const entryView = (row: RowOptions, { item, of, top }: EntryPlace): TemplateResult => html`
  <li class="entry" aria-setsize=${of} aria-posinset=${item + 1} aria-hidden=${row.lead ? nothing : 'true'} .style=${styled(`transform:translateY(${top}px)`)}>${rowView(row)}</li>
`;

/** Lines in grey, while nothing is known. */
export const waitingEntries = (height: number): readonly TemplateResult[] =>
  [0, 1, 2, 3].map(
    (item) =>
      html`<li class="entry" aria-hidden="true" .style=${styled(`transform:translateY(${item * height}px)`)}>${waitingRow}</li>`,
  );

const waitingRow = html`<span class="lead-row waiting-row" aria-hidden="true"><span class="skeleton half"></span><span class="skeleton short"></span></span>`;

/** What stands beside a list of which nothing is open. */
export function nothingOpen(
  { status, isSlow, count }: { readonly status: string; readonly isSlow: boolean; readonly count: number },
  say: InboxSentences,
): unknown {
  if (status === 'loading')
    return isSlow
      ? html`<div class="stack unknown" aria-hidden="true">${skeleton('half')}${skeleton('wide')}${skeleton('wide')}</div>`
      : nothing;
  return count === 0 ? nothing : emptyState({ icon: info, title: say.chooseTitle, text: say.chooseText });
}

/** Who it is, what it is worth, and how long it has waited. */
function rowView({ lead, status, score, waiting, isCurrent, isChosen, say, locale }: RowOptions): TemplateResult {
  if (!lead) return waitingRow;
  const detail = [lead.companyName === lead.name ? undefined : lead.companyName, lead.jobTitle, lead.source].filter(
    Boolean,
  );
  return html`
    <label class="lead-check"><input type="checkbox" class="box" data-select=${String(lead.id)} aria-label=${say.select(lead.name)} tabindex="-1" .checked=${isChosen} /></label>
    <button type="button" class="lead-row" data-id=${String(lead.id)} tabindex=${isCurrent ? 0 : -1} aria-current=${isCurrent ? 'true' : nothing}>
      ${avatar({ id: lead.id, name: lead.name, size: 24 }, locale.format)}
      <span class="lead-who">
        <span class="lead-line"><bdi class="lead-name truncate">${lead.name}</bdi>${scoreMark(lead, score, locale)}</span>
        <span class="lead-line"><bdi class="truncate subtle small">${detail.join(' · ')}</bdi></span>
        <span class="lead-line">${badge(status, lead.status === 'qualified' ? 'positive' : 'neutral')}${waiting ? waitingMark(waiting, say, locale) : nothing}</span>
      </span>
    </button>
  `;
}

/** How long it waits, with what was promised: an icon and words, and colour for what is late. */
export const waitingMark = (
  { is, millis, at }: Waiting,
  say: InboxSentences,
  { lang, format }: Locale,
): TemplateResult =>
  html`<span class="wait ${is} icon-small" title=${format.instant(at)}>${icon(is === 'since' ? clock : hourglass)}<span>${say[is](durationText(millis, lang))}</span></span>`;

/** Grade and points in a few characters; the points are those that are kept beside the lead, or in it. */
export function scoreMark(lead: Lead, score: Score | undefined, { format }: Locale): TemplateResult | typeof nothing {
  const grade = score?.grade ?? lead.grade;
  const points = score?.points;
  if (grade === undefined && points === undefined) return nothing;
  return html`<span class="lead-score">${grade === undefined ? nothing : html`<bdi>${grade}</bdi>`}${points === undefined ? nothing : html`<b class="number" dir="ltr">${plain(Math.round(points), format)}</b>`}</span>`;
}
