import { type Deal, dayIn, type Instant, millisBetween, type Pipeline } from '@kith/core';
import { css, html, type TemplateResult } from 'lit';
import { durationText } from '../base/duration.js';
import type { Locale } from '../base/locale.js';
import type { DealSentences } from './messages.js';

/** What the history needs besides the deal. */
export interface HistoryOptions {
  readonly say: DealSentences;
  readonly locale: Locale;
  readonly nameOf: (userId: string | undefined) => string | undefined;
}

/** Every stay of a deal in a stage, the latest first, with how long it took. Needs {@link historyStyles}. */
export function stageHistory(
  deal: Deal,
  pipeline: Pipeline | undefined,
  { say, locale, nameOf }: HistoryOptions,
): TemplateResult {
  const { format, language } = locale;
  const names = new Map<string, string>(pipeline?.stages.map((stage) => [stage.id, stage.name]));
  const lasted = (from: Instant, to: Instant | undefined): string => {
    if (to) return durationText(millisBetween(from, to), language);
    // A closed deal stays where it is; how long is no question any more.
    return deal.status === 'open' ? say.soFar(durationText(millisBetween(from, locale.now()), language)) : '–';
  };
  return html`
    <table class="history stays" aria-label=${say.history}>
      <thead><tr><th scope="col">${say.stage}</th><th scope="col">${say.entered}</th><th scope="col" class="by">${say.by}</th><th scope="col" class="end">${say.lasted}</th></tr></thead>
      <tbody>
        ${deal.stageHistory.toReversed().map(
          ({ stageId, enteredAt, enteredBy, leftAt }) => html`
            <tr>
              <th scope="row"><bdi>${names.get(stageId) ?? say.unknown}</bdi></th>
              <td><time datetime=${enteredAt} title=${format.instant(enteredAt)}>${format.day(dayIn(locale.timeZone, enteredAt))}</time></td>
              <td class="by"><bdi>${nameOf(enteredBy) ?? '–'}</bdi></td>
              <td class="end">${lasted(enteredAt, leftAt)}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

/** The looks of {@link stageHistory}. */
export const historyStyles = css`
  .history { inline-size: calc(100% - 32px); margin: 0 16px 12px; border-collapse: collapse; }
  .history-head { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; padding: 4px 16px 8px; font-size: var(--kith-size-sm); font-weight: var(--kith-weight-strong); }
  .by-days { font-size: var(--kith-size-sm); color: var(--kith-text-subtle); white-space: nowrap; }
  .history :is(th, td) { padding: 7px 12px 7px 0; padding-inline: 0 12px; text-align: start; vertical-align: baseline; font-weight: var(--kith-weight); }
  .history thead th { padding-block: 0 6px; font-size: var(--kith-size-xs); font-weight: var(--kith-weight-medium); color: var(--kith-text-subtle); }
  .history tbody tr { border-block-start: 1px solid var(--kith-border); }
  .history tbody th { overflow-wrap: anywhere; }
  .history td { color: var(--kith-text-muted); }
  .history time, .history .end { white-space: nowrap; font-variant-numeric: tabular-nums; }
  .history .end { padding-inline-end: 0; text-align: end; }
  .close-days span { white-space: nowrap; }
  @container (max-width: 420px) { .history .by { display: none; } .by-days { display: block; } }
`;
