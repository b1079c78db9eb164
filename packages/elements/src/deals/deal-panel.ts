import {
  type Contact,
  type Deal,
  daysBetween,
  type Id,
  money,
  type Pipeline,
  type Product,
  type Result,
  rottingDays,
  type Stage,
} from '@kith/core';
import { withDetails } from '@kith/core/deals';
import { type Command, companies, contacts, deals, pipelines, products, users } from '@kith/store';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { addStyles } from '../base/add-styles.js';
import type { CommandNotes } from '../base/command-event.js';
import { KithElement } from '../base/element.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { avatar, avatarStyles } from '../parts/avatar.js';
import { badge, badgeStyles } from '../parts/badge.js';
import { buttonStyles } from '../parts/button.js';
import { hueStyles } from '../parts/hue.styles.js';
import { icon, iconStyles } from '../parts/icon.js';
import { briefcase, check, undo } from '../parts/icons/shown.js';
import { laterFailure } from '../parts/later-failure.js';
import { drawLater, nestLaterStyles } from '../parts/nest-later.js';
import { panelStyles } from '../parts/panel.js';
import { recordLink, recordLinkStyles } from '../parts/record-link.js';
import { recordState } from '../parts/record-state.js';
import { refusalText } from '../parts/refusal.js';
import { skeleton, stateStyles } from '../parts/states.js';
import { dealPanelStyles } from './deal-panel.styles.js';
import { dealRowMessages } from './deal-row.messages.js';
import { type DealChanges, dealFields } from './fields.js';
import { historyStyles, stageHistory } from './history.js';
import { dealMessages } from './messages.js';
import { nextStepFields } from './next-step.js';
import { stagePath, stagePathStyles } from './stage-path.js';

/**
 * One deal: where it stands on its way, what it is expected to bring, who and what it is about, and how long each
 * stage took. It is moved, won, lost, reopened and edited here; a refused move says why, and asks for what is missing.
 *
 * @tag kith-deal-panel
 * @event {CommandEvent} kith-command - The deal is to be changed.
 * @event {NavigateEvent} kith-navigate - Somebody wants to see the company, a contact or a product.
 */
export class KithDealPanel extends KithElement {
  static override readonly tag = 'deal-panel';
  static override styles = [
    KithElement.styles,
    hueStyles,
    avatarStyles,
    badgeStyles,
    buttonStyles,
    iconStyles,
    stateStyles,
    panelStyles,
    nestLaterStyles,
    recordLinkStyles,
    stagePathStyles,
    historyStyles,
    dealPanelStyles,
  ];

  readonly #deal = new Live(this, () => (this.deal ? deals.byId(this.deal as Id<'deal'>) : undefined));
  readonly #pipeline = new Live(this, () => this.#deal.value && pipelines.byId(this.#deal.value.pipelineId));
  readonly #company = new Live(this, () => this.#deal.value?.companyId && companies.byId(this.#deal.value.companyId));
  readonly #contacts = new Live(this, () => contacts.byIds(this.#deal.value?.contactIds ?? []));
  readonly #products = new Live(this, () => products.byIds(this.#deal.value?.productIds ?? []));
  readonly #users = new Live(this, () => users.all());
  readonly #edit = new Later(this, async () => {
    const [{ InlineEdit }, { inlineEditStyles }, { fieldStyles }] = await Promise.all([
      import('../parts/inline-edit.js'),
      import('../parts/inline-edit.styles.js'),
      import('../parts/field.js'),
    ]);
    addStyles(this, fieldStyles, inlineEditStyles);
    return new InlineEdit(this);
  });
  readonly #items = new Later(this, async () => new (await import('./line-items.js')).LineItems(this));

  readonly #reading = {
    record: this.#deal,
    others: [this.#pipeline, this.#company, this.#contacts, this.#products, this.#users],
  };

  /** The deal it shows. */
  @property() deal?: string | undefined;

  /** Sends a command for its parts. @internal */
  carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>> {
    return this.send(command, notes);
  }

  /** Moves the deal to a stage. Clicking the one it is in changes nothing. */
  async #move(deal: Deal, stage: Stage): Promise<void> {
    if (stage.id === deal.stageId) return;
    const say = this.sentences(dealMessages);
    const input = { id: deal.id, stageId: stage.id };
    await this.send(deals.move(input), {
      done: () => ({ text: say.moved(stage.name), name: stage.name }),
      withAnswers: (answers) => deals.move({ ...input, ...answers, fields: answers }),
    });
  }

  async #close(deal: Deal, outcome: 'win' | 'lose'): Promise<void> {
    const say = this.sentences(dealMessages);
    const make = outcome === 'win' ? deals.win : deals.lose;
    const { id } = deal;
    await this.send(make({ id }), {
      done: () => ({ text: outcome === 'win' ? say.wasWon : say.wasLost }),
      withAnswers: (answers) => make({ id, ...answers, fields: answers }),
    });
  }

  async #reopen({ id }: Deal): Promise<void> {
    const say = this.sentences(dealMessages);
    await this.send(deals.reopen({ id }), { done: () => ({ text: say.reopened }) });
  }

  async #save(id: Deal['id'], changes: DealChanges, label: string, rule?: string): Promise<string | undefined> {
    const say = this.sentences(dealMessages);
    const result = await this.send(deals.edit({ id, changes }), {
      done: () => ({ text: say.saved(label) }),
      showsRefusal: () => true,
    });
    return refusalText(result, this.locale, rule);
  }

  readonly #nameOf = (userId: string | undefined): string | undefined =>
    this.#users.value?.find(({ id }) => id === userId)?.name;

  protected override render(): TemplateResult {
    const say = this.sentences(dealMessages);
    const deal = this.#deal.value;
    const pending = recordState(this.#reading, say, renderSkeleton, briefcase);
    if (pending || !deal) return pending ?? html``;
    const pipeline = this.#pipeline.value;
    return html`
      <article class="panel deal">
        ${this.#renderHead(deal, pipeline)}
        ${pipeline ? html`<div class="path-frame">${stagePath(deal, pipeline, { say, format: this.locale.format, move: (stage) => void this.#move(deal, stage) })}</div>` : nothing}
        ${this.#renderFigures(deal, pipeline)}
        <div class="columns">
          <div class="column">${this.#renderDetails(deal, pipeline)}${this.#renderNextStep(deal)}</div>
          <div class="column">
            ${this.#renderContacts(this.#contacts.value)}
            ${this.#renderItems(deal)}
            ${this.#renderProducts(deal, this.#products.value)}
            <section class="part">
              <h3>${say.history}</h3>
              ${stageHistory(deal, pipeline, { say, locale: this.locale, nameOf: this.#nameOf })}
            </section>
          </div>
        </div>
      </article>
    `;
  }

  #renderHead(deal: Deal, pipeline: Pipeline | undefined): TemplateResult {
    const say = this.sentences(dealMessages);
    const stage = pipeline?.stages.find(({ id }) => id === deal.stageId);
    const rotting = stage && rottingDays(deal, stage, this.locale.now());
    const company = this.#company.value;
    return html`
      <header class="head">
        <div class="title">
          <h2><bdi>${deal.name}</bdi></h2>
          <p class="meta">
            ${company ? recordLink('company', company.id, company.name) : nothing}
            ${deal.status === 'won' ? badge(say.won, 'positive') : nothing}
            ${deal.status === 'lost' ? badge(say.lost) : nothing}
            ${rotting === undefined ? nothing : badge(this.sentences(dealRowMessages).rotting(rotting), 'warning')}
          </p>
        </div>
        <div class="actions">
          ${
            deal.status === 'open'
              ? html`
                <button type="button" class="button" @click=${() => this.#close(deal, 'lose')}>${say.lose}</button>
                <button type="button" class="button primary" @click=${() => this.#close(deal, 'win')}>${icon(check)}${say.win}</button>
              `
              : html`<button type="button" class="button" @click=${() => this.#reopen(deal)}>${icon(undo)}${say.reopen}</button>`
          }
        </div>
      </header>
    `;
  }

  #renderFigures(deal: Deal, pipeline: Pipeline | undefined): TemplateResult {
    const say = this.sentences(dealMessages);
    const { format } = this.locale;
    const figure = (label: string, value: unknown): TemplateResult =>
      html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
    const amount = deal.amount ? format.money(deal.amount) : '–';
    if (deal.status !== 'open') {
      const closed = deal.actualCloseDay ? format.day(deal.actualCloseDay) : '–';
      return html`
        <dl class="figures">
          ${deal.status === 'won' ? figure(say.value, deal.actualValue ? format.money(deal.actualValue) : '–') : figure(say.amount, amount)}
          ${figure(say.closed, closed)}
          ${deal.status === 'lost' ? figure(say.lossReason, html`<bdi>${deal.lossReason ?? '–'}</bdi>${deal.lossNote ? html`<p class="note"><bdi>${deal.lossNote}</bdi></p>` : nothing}`) : figure(say.amount, amount)}
        </dl>
      `;
    }
    const probability = pipeline?.stages.find(({ id }) => id === deal.stageId)?.probability;
    const weighted =
      deal.amount && probability !== undefined
        ? format.roundMoney(money(Math.round((deal.amount.minor * probability) / 100), deal.amount.currency))
        : '–';
    return html`
      <dl class="figures">
        ${figure(say.amount, amount)}
        ${figure(say.weighted, html`<bdi>${weighted}</bdi>${probability === undefined ? nothing : html`<bdi class="note">${format.percent(probability)}</bdi>`}`)}
        ${figure(say.expectedClose, this.#renderExpected(deal))}
      </dl>
    `;
  }

  #renderExpected({ expectedCloseDay }: Deal): unknown {
    if (!expectedCloseDay) return '–';
    const { format } = this.locale;
    const isLate = daysBetween(expectedCloseDay, format.today()) > 0;
    const isNear = Math.abs(daysBetween(expectedCloseDay, format.today())) <= 7;
    return html`${format.day(expectedCloseDay)}${isNear ? html`<span class="note ${isLate ? 'late' : ''}">${format.relative(expectedCloseDay)}</span>` : nothing}`;
  }

  #renderDetails(deal: Deal, pipeline: Pipeline | undefined): TemplateResult {
    const say = this.sentences(dealMessages);
    const fields = dealFields(deal, {
      say,
      locale: this.locale,
      users: this.#users.value ?? [],
      company: this.#company.value,
      pipelineName: pipeline?.name,
      save: (changes, label, rule) => this.#save(deal.id, changes, label, rule),
    });
    return html`<section class="part"><h3>${say.details}</h3>${drawLater(this, this.#edit, (edit) => html`<dl class="details">${fields.map((field) => edit.row(field))}</dl>`)}</section>`;
  }

  #renderNextStep(deal: Deal): TemplateResult | typeof nothing {
    if (deal.status !== 'open' && !deal.nextStep) return nothing;
    const say = this.sentences(dealMessages);
    const fields = nextStepFields(deal, {
      say,
      format: this.locale.format,
      save: (changes) => this.#save(deal.id, changes, say.nextStep),
    });
    return html`<section class="part"><h3>${say.nextStep}</h3>${drawLater(this, this.#edit, (edit) => html`<dl class="details">${fields.map((field) => edit.row(field))}</dl>`)}</section>`;
  }

  #renderContacts(people: readonly Contact[] | undefined): TemplateResult | typeof nothing {
    if (!people) return nothing;
    const say = this.sentences(dealMessages);
    return html`
      <section class="part">
        <h3>${say.contacts}</h3>
        ${
          people.length === 0
            ? html`<p class="panel-note">${say.noContacts}</p>`
            : html`<ul class="related people">${people.map(
                ({ id, name, jobTitle }) => html`
                  <li>${avatar({ id, name }, this.locale.format)}<div class="grow">${recordLink('contact', id, name, 'title')}${jobTitle ? html`<p class="small subtle"><bdi>${jobTitle}</bdi></p>` : nothing}</div></li>
                `,
              )}</ul>`
        }
      </section>
    `;
  }

  /** What it is made of; fetched after the rest, and nothing that is on show moves for it but what lies below. */
  #renderItems(deal: Deal): unknown {
    if (this.#items.status === 'idle') void this.#items.load();
    if (this.#items.status === 'error') return laterFailure(this.locale, () => this.#items.retry());
    return this.#items.value?.render(withDetails(deal)) ?? nothing;
  }

  #renderProducts(deal: Deal, sold: readonly Product[] | undefined): TemplateResult | typeof nothing {
    // Line items say more about the same.
    if (!sold || sold.length === 0 || withDetails(deal).items) return nothing;
    const say = this.sentences(dealMessages);
    const { format } = this.locale;
    return html`
      <section class="part">
        <h3>${say.products}</h3>
        ${html`<ul class="related">${sold.map(
          ({ id, name, price }) => html`
                  <li><div class="grow">${recordLink('product', id, name, 'title')}</div>${price ? html`<span class="number muted">${format.money(price)}</span>` : nothing}</li>
                `,
        )}</ul>`}
      </section>
    `;
  }
}

const renderSkeleton = (): TemplateResult => html`
  <div class="panel deal" aria-hidden="true">
    <div class="head"><div class="title stack">${skeleton('half')}${skeleton('short')}</div></div>
    <div class="path-frame">${skeleton('wide')}</div>
    <div class="part stack waiting">${skeleton('half')}${skeleton('wide')}${skeleton('half')}${skeleton('short')}</div>
  </div>
`;

declare global {
  interface HTMLElementTagNameMap {
    'kith-deal-panel': KithDealPanel;
  }
}
