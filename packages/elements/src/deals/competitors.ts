import type { Deal, Id } from '@kith/core';
import { type Competitor, withDetails } from '@kith/core/deals';
import { addCompetitor, editCompetitor, removeCompetitor } from '@kith/store/deals';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sentencesIn } from '../base/locale.js';
import { type BadgeTone, badge } from '../parts/badge.js';
import { input, select, textarea } from '../parts/controls.js';
import { field, textIn } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { more, plus, trash } from '../parts/icons/shown.js';
import { pencil } from '../parts/icons/tools.js';
import type { Menu } from '../parts/menu.js';
import { panel } from '../parts/panel.js';
import { recordLink } from '../parts/record-link.js';
import type { RowSight } from '../records/sight.js';
import type { DealHost } from './deal-host.js';
import { carryOut, PartForm } from './part-form.js';
import { type DealPartSentences, dealPartMessages } from './parts.messages.js';

const TONES: Readonly<Record<Competitor['status'], BadgeTone>> = {
  suspected: 'neutral',
  active: 'warning',
  out: 'positive',
  won: 'negative',
};

/** Who else wants a deal, and what speaks for and against them. */
export class DealCompetitors {
  readonly #host: DealHost;
  readonly #menu: Menu;
  readonly #form: PartForm<Competitor | undefined>;

  constructor(host: DealHost, menu: Menu) {
    this.#host = host;
    this.#menu = menu;
    this.#form = new PartForm(host);
  }

  render(deal: Deal, sight: RowSight): TemplateResult | typeof nothing {
    if (!sight.sees('competitors')) return nothing;
    const say = this.#say;
    const { competitors = [] } = withDetails(deal);
    const canEdit = sight.edits('competitors');
    const isAdding = this.#form.isFor(deal.id, ADD);
    return panel({
      title: say.competitors,
      part: 'competitors',
      count: competitors.length > 0 ? this.#host.locale.format.number(competitors.length) : undefined,
      end: canEdit
        ? html`<button type="button" class="button quiet small" data-part=${ADD} aria-label=${say.addCompetitor} aria-expanded=${isAdding ? 'true' : 'false'} @click=${() => this.#open(deal, undefined)}>${icon(plus)}${say.add}</button>`
        : undefined,
      body: html`
        ${isAdding ? html`<div class="part-new">${this.#renderForm(deal, undefined)}</div>` : nothing}
        ${competitors.length === 0 && !isAdding ? html`<p class="panel-note">${say.noCompetitors}</p>` : nothing}
        <ul class="related">
          ${repeat(
            competitors,
            ({ id }) => id,
            (competitor) =>
              this.#form.isFor(deal.id, keyOf(competitor))
                ? html`<li>${this.#renderForm(deal, competitor)}</li>`
                : this.#renderCompetitor(deal, competitor, canEdit),
          )}
        </ul>
      `,
    });
  }

  #renderCompetitor(deal: Deal, competitor: Competitor, canEdit: boolean): TemplateResult {
    const say = this.#say;
    const { name, companyId, status, strengths, weaknesses } = competitor;
    const told = (label: string, text: string | undefined): unknown =>
      text ? html`<p class="small subtle">${label}: <bdi>${text}</bdi></p>` : nothing;
    return html`
      <li>
        <div class="grow">
          ${companyId ? recordLink('company', companyId, name, 'title') : html`<bdi class="part-name">${name}</bdi>`}
          ${told(say.strengths, strengths)}${told(say.weaknesses, weaknesses)}
        </div>
        ${badge(say.competitorStatus[status], TONES[status])}
        ${canEdit ? html`<button type="button" class="button quiet small square" data-part=${keyOf(competitor)} aria-haspopup="menu" aria-label=${say.more(name)} @click=${(event: Event) => this.#openMenu(event.currentTarget as HTMLElement, deal, competitor)}>${icon(more)}</button>` : nothing}
      </li>
    `;
  }

  #openMenu(anchor: HTMLElement, deal: Deal, competitor: Competitor): void {
    const say = this.#say;
    const { id: competitorId, name, status: current } = competitor;
    const { id } = deal;
    const statuses = (Object.keys(TONES) as Competitor['status'][]).map((status) => ({
      label: say.competitorStatus[status],
      isCurrent: status === current,
      choose: () =>
        void carryOut(this.#host, {
          command: editCompetitor({ id, competitorId, changes: { status } }),
          told: say.saved(name),
        }),
    }));
    const remove = (): void =>
      void carryOut(this.#host, { command: removeCompetitor({ id, competitorId }), told: say.removed(name) });
    void this.#menu.open(anchor, say.more(name), [
      { items: [{ label: say.edit, icon: pencil, choose: () => void this.#open(deal, competitor) }] },
      { caption: say.status, items: statuses },
      { items: [{ label: say.remove, icon: trash, tone: 'danger', choose: remove }] },
    ]);
  }

  #open({ id: dealId }: Deal, competitor: Competitor | undefined): Promise<void> {
    const key = competitor ? keyOf(competitor) : ADD;
    return this.#form.open({ dealId, key, was: competitor, state: competitor });
  }

  #renderForm({ id }: Deal, now: Competitor | undefined): unknown {
    const say = this.#say;
    const was = this.#form.state;
    const name = { id: 'competitor-name', label: say.name, name: 'name', longest: 200, value: was?.name ?? '' };
    const status = { id: 'competitor-status', label: say.status, name: 'status', value: was?.status ?? 'active' };
    const choices = Object.entries(say.competitorStatus).map(([value, label]) => ({ value, label }));
    const text = (of: 'strengths' | 'weaknesses'): TemplateResult => {
      const options = { id: `competitor-${of}`, label: say[of], name: of, value: was?.[of] ?? '', rows: 2 };
      return html`<div class="wide">${field(options, textarea(options))}</div>`;
    };
    return this.#form.render({
      label: was ? say.more(was.name) : say.addCompetitor,
      submit: was ? say.save : say.add,
      now,
      fields: html`${field(name, input(name))}${field(status, select({ ...status, choices }))}${text('strengths')}${text('weaknesses')}`,
      read: (form) => {
        const values = new FormData(form);
        const typed = {
          name: textIn(values, 'name'),
          status: textIn(values, 'status') as Competitor['status'],
          strengths: textIn(values, 'strengths') || undefined,
          weaknesses: textIn(values, 'weaknesses') || undefined,
        };
        if (!typed.name) return say.noName;
        const command = was
          ? editCompetitor({ id, competitorId: was.id as Id<'competitor'>, changes: typed })
          : addCompetitor({ id, ...typed });
        return { command, told: (was ? say.saved : say.added)(typed.name) };
      },
    });
  }

  get #say(): DealPartSentences {
    return sentencesIn(dealPartMessages, this.#host.locale);
  }
}

const ADD = 'add-competitor';
const keyOf = ({ id }: Competitor): string => `competitor-${id}`;
