import { type Deal, type Pipeline, rottingDays, type Stage } from '@kith/core';
import { html, type TemplateResult } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import { recordLink } from '../parts/record-link.js';
import { dealRowMessages } from './deal-row.messages.js';

/** The stages of some pipelines by their ids. */
export const stagesById = (pipelines: readonly Pipeline[]): ReadonlyMap<string, Stage> =>
  new Map(pipelines.flatMap((pipeline) => pipeline.stages.map((stage) => [stage.id, stage])));

/** A deal as a row of a list of `.related`: its name, where it stands, what it is worth. Needs panelStyles and recordLinkStyles. */
export function dealRow(deal: Deal, stage: Stage | undefined, locale: Locale): TemplateResult {
  const say = sentencesIn(dealRowMessages, locale);
  const amount = deal.status === 'won' ? (deal.actualValue ?? deal.amount) : deal.amount;
  return html`
    <li>
      <div class="grow">
        ${recordLink('deal', deal.id, deal.name, 'title')}
        <p class="small subtle">${progress(deal, stage, locale)}</p>
        ${deal.status === 'lost' && deal.lossReason ? html`<p class="small subtle"><bdi>${deal.lossReason}</bdi></p>` : ''}
      </div>
      ${amount ? html`<span class="number worth ${deal.status}">${locale.format.money(amount)}</span>` : html`<span class="small subtle">${say.noAmount}</span>`}
    </li>
  `;
}

/** Where the deal stands, and what is most worth knowing about its way. */
function progress(deal: Deal, stage: Stage | undefined, locale: Locale): unknown {
  const say = sentencesIn(dealRowMessages, locale);
  const { format } = locale;
  if (deal.status !== 'open') {
    const day = deal.actualCloseDay && format.day(deal.actualCloseDay);
    if (!day) return html`<bdi>${stage?.name}</bdi>`;
    return html`<bdi>${deal.status === 'won' ? say.wonOn(day) : say.lostOn(day)}</bdi>`;
  }
  const notes = [stage && html`<bdi>${stage.name}</bdi>`, outlook(deal, stage, locale)].filter(
    (note) => note !== undefined,
  );
  return notes.map((note, index) => (index === 0 ? note : html` · ${note}`));
}

function outlook(deal: Deal, stage: Stage | undefined, locale: Locale): TemplateResult | undefined {
  const say = sentencesIn(dealRowMessages, locale);
  const { format } = locale;
  const rotting = stage && rottingDays(deal, stage, locale.now());
  if (rotting !== undefined) return html`<bdi class="warning-text">${say.rotting(rotting)}</bdi>`;
  if (!deal.expectedCloseDay) return undefined;
  const day = format.day(deal.expectedCloseDay);
  return deal.expectedCloseDay < format.today()
    ? html`<bdi class="warning-text">${say.wasToClose(day)}</bdi>`
    : html`<bdi>${say.closes(day)}</bdi>`;
}
