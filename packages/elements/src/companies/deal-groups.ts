import type { Deal, Money, Pipeline } from '@kith/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import { dealRow, stagesById } from '../deals/deal-row.js';
import { panel } from '../parts/panel.js';
import { sums } from '../parts/sums.js';
import { companyMessages } from './messages.js';

/** How many deals of a group are drawn at first, and how many more each time. */
export const FIRST_DEALS = 5;
export const MORE_DEALS = 25;

/** Deals by how they stand. */
export type DealGroups = Readonly<Record<Deal['status'], readonly Deal[]>>;

/** Sorts deals into open, won and lost: open ones by the day they are to close, closed ones the latest first. */
export function dealGroups(deals: readonly Deal[]): DealGroups {
  const of = (status: Deal['status']): Deal[] => deals.filter((deal) => deal.status === status);
  const closing = ({ expectedCloseDay }: Deal): string => expectedCloseDay ?? '9999';
  const closed = ({ actualCloseDay }: Deal): string => actualCloseDay ?? '';
  const latestFirst = (left: Deal, right: Deal): number => compare(closed(right), closed(left));
  return {
    open: of('open').sort((left, right) => compare(closing(left), closing(right))),
    won: of('won').sort(latestFirst),
    lost: of('lost').sort(latestFirst),
  };
}

/** What the list needs besides the deals. */
export interface DealGroupsOptions {
  readonly locale: Locale;
  readonly pipelines: readonly Pipeline[];
  /** What each group comes to, for each currency by itself. */
  readonly sums: Readonly<Partial<Record<Deal['status'], readonly Money[]>>>;
  readonly shown: Readonly<Record<Deal['status'], number>>;
  readonly showMore: (status: Deal['status']) => void;
}

/** The deals of a company under open, won and lost; long groups are drawn piece by piece. Needs panelStyles and {@link dealGroupsStyles}. */
export function dealGroupsPanel(groups: DealGroups, options: DealGroupsOptions): TemplateResult {
  const { locale, pipelines, showMore } = options;
  const say = sentencesIn(companyMessages, locale);
  const stages = stagesById(pipelines);
  const renderGroup = (status: Deal['status']): TemplateResult | typeof nothing => {
    const deals = groups[status];
    if (deals.length === 0) return nothing;
    const amounts = options.sums[status];
    const left = deals.length - options.shown[status];
    return html`
      <section class="group">
        <h4><span class="grow">${say.status[status]} <span class="count">${locale.format.number(deals.length)}</span></span>${amounts && amounts.length > 0 ? sums(amounts, locale.format) : nothing}</h4>
        <ul class="related">${deals.slice(0, options.shown[status]).map((deal) => dealRow(deal, stages.get(deal.stageId), locale))}</ul>
        ${left > 0 ? html`<button type="button" class="button quiet small more" @click=${() => showMore(status)}>${say.showMore(Math.min(MORE_DEALS, left), left)}</button>` : nothing}
      </section>
    `;
  };
  const total = groups.open.length + groups.won.length + groups.lost.length;
  return panel({
    title: say.deals,
    part: 'deals',
    count: locale.format.number(total),
    body:
      total === 0
        ? html`<p class="panel-note">${say.noDeals}</p>`
        : (['open', 'won', 'lost'] as const).map(renderGroup),
  });
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The looks of the groups. */
export const dealGroupsStyles = css`
  .group > h4 { display: flex; gap: 12px; align-items: center; min-block-size: 34px; padding: 6px 16px; border-block: 1px solid var(--kith-border); background: var(--kith-surface-sunken); font-size: var(--kith-size-sm); font-weight: var(--kith-weight-medium); color: var(--kith-text-muted); }
  .group > h4 .count { margin-inline-start: 4px; }
  .group > h4 .sums { color: var(--kith-text); }
  .group > .related > li:first-child { padding-block-start: 9px; }
  .group:last-child > .related:last-child { padding-block-end: 4px; }
`;
