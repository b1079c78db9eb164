import type { Stage } from '@kith/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { icon } from '../parts/icon.js';
import { warning } from '../parts/icons/shown.js';
import type { BoardHost } from './board-host.js';
import type { ColumnTotals } from './column-totals.js';

/** What columns show of the limits that stages have: `pipeline-board.ts` fetches it when there are some. */
export class ColumnLimits {
  readonly #host: BoardHost;

  constructor(host: BoardHost) {
    this.#host = host;
    addStyles(host, limitStyles);
  }

  /** How many cards there are, and how many there may be. */
  count(count: number, most: number): TemplateResult {
    const { say, locale } = this.#host;
    const { number } = locale.format;
    const look = count > most ? ' over' : count === most ? ' full' : '';
    return html`<span class="count limit${look}" aria-hidden="true" title=${say.limit(count, most)}>${number(count)}<i>/${number(most)}</i></span><span class="unseen">${say.limit(count, most)}</span>`;
  }

  /** That a stage is full, or holds more than it should, at the top of its cards. */
  notice({ rules }: Stage, totals: ColumnTotals | undefined): TemplateResult | typeof nothing {
    const { say } = this.#host;
    const limit = rules?.limit;
    if (!limit || !totals || totals.count < limit.most) return nothing;
    const over = totals.count - limit.most;
    return html`<p class="over-limit icon-small">${icon(warning)}<span>${over > 0 ? say.overLimit(limit.most, over) : say.atLimit(limit.most, limit.hard === true)}</span></p>`;
  }
}

const limitStyles = css`
  .limit > i { font-style: normal; font-weight: 400; }
  .limit:is(.full, .over) { background: var(--kith-warning-subtle); color: var(--kith-warning-text); font-weight: 600; }
  .limit.over { box-shadow: inset 0 0 0 1px currentColor; }
  .over-limit { display: flex; gap: 8px; align-items: flex-start; padding: 8px 12px 2px; font-size: var(--kith-size-sm); line-height: 1.4; text-wrap: balance; color: var(--kith-warning-text); }
  .over-limit > .icon { margin-block-start: 1.5px; }
`;
