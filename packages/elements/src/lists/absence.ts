import { css, html, nothing, type TemplateResult } from 'lit';
import { labelOf } from '../base/label-of.js';
import { sentencesIn } from '../base/locale.js';
import { problemOf, problemText } from '../base/problem-text.js';
import { ban } from '../parts/icons/barred.js';
import { search } from '../parts/icons/heads.js';
import { alert, table, warning } from '../parts/icons/shown.js';
import { emptyState, stateStyles } from '../parts/states.js';
import { absenceMessages } from './absence.messages.js';
import type { ListHost } from './list-host.js';

/** What stands in place of rows: a failure, no access, nothing that matches, nothing at all, or nothing known to list. */
export function absenceView(host: ListHost, sought: string): TemplateResult {
  const { locale, rows, shown, view, fields } = host;
  const { thing, things } = host.words;
  const say = sentencesIn(absenceMessages, locale);
  if (!shown) return emptyState({ icon: alert, title: say.unknownKind, text: say.unknownKindHow });
  if (rows.status === 'error') return failureView(host);
  const filters = view.filters ?? [];
  const labels = filters.map(({ path }) => {
    const field = fields.find((each) => each.path === path);
    return field ? labelOf(field, locale) : path;
  });
  const last = labels.at(-1);
  if (last === undefined && sought === '')
    return html`
      <div class="state" role="status">
        ${emptyState({ icon: table, title: say.emptyTitle(things), text: say.emptyText(things), action: html`<slot name="empty"></slot>` })}
      </div>
    `;
  const isOne = labels.length === 1 && sought === '';
  const remove = (): void => host.arrange({ filters: filters.slice(0, -1) });
  const clear = (): void => {
    host.search('');
    if (filters.length > 0) host.arrange({ filters: [] });
  };
  const text =
    last === undefined
      ? say.noMatchSearch(sought)
      : isOne
        ? say.noMatchFilter(last)
        : say.noMatchFilters([...new Set(labels)]);
  return html`
    <div class="state" role="status">
      ${emptyState({
        icon: search,
        title: say.noMatchTitle(thing),
        text,
        action: html`
          <div class="state-actions">
            ${last === undefined ? nothing : html`<button type="button" class="button" data-action="remove-filter" @click=${remove}>${say.removeFilter(last)}</button>`}
            ${isOne ? nothing : html`<button type="button" class="button quiet" data-action="clear" @click=${clear}>${last === undefined ? say.clearSearch : say.clearAll}</button>`}
          </div>
        `,
      })}
    </div>
  `;
}

function failureView({ locale, rows, words: { things } }: ListHost): TemplateResult {
  const say = sentencesIn(absenceMessages, locale);
  const problem = problemOf(rows.error);
  if (problem.code === 'store/denied' || problem.code.startsWith('permissions/'))
    return html`<div class="state" role="status">${emptyState({ icon: ban, title: say.deniedTitle, text: say.deniedText(things) })}</div>`;
  return html`
    <div class="state" role="alert">
      ${emptyState({
        icon: warning,
        title: say.failedTitle(things),
        text: problemText(problem, locale) || say.failedText,
        action: html`<button type="button" class="button" data-action="retry" @click=${() => rows.retry()}>${say.again}</button>`,
      })}
    </div>
  `;
}

/** The looks of {@link absenceView}. */
export const absenceStyles = css`
  ${stateStyles}
  .state { grid-area: 1 / 1; align-self: center; justify-self: center; z-index: 1; margin-block-start: var(--kith-head-row); }
  .state-actions { display: flex; flex-wrap: wrap; justify-content: center; gap: 8px; margin-block-start: 12px; }
`;
