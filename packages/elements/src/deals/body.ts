import type { Company, Deal, Pipeline } from '@kith/core';
import { withDetails } from '@kith/core/deals';
import { contacts, products } from '@kith/store';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { KeepFocus } from '../base/keep-focus.js';
import { Live } from '../base/live.js';
import { sentencesIn } from '../base/locale.js';
import { References } from '../lists/references.js';
import { registryOf } from '../lists/registry-of.js';
import { checkStyles } from '../parts/check.styles.js';
import { Details } from '../parts/details.js';
import { Menu, menuStyles } from '../parts/menu.js';
import { overlayStyles } from '../parts/overlay.js';
import { panel } from '../parts/panel.js';
import { recordLink } from '../parts/record-link.js';
import type { Reading } from '../parts/record-state.js';
import { tagStyles } from '../parts/tag.js';
import { recordMessages } from '../records/messages.js';
import { registryFields } from '../records/registry-fields.js';
import type { RowSight } from '../records/sight.js';
import { stampsLine } from '../records/stamps.js';
import { approvalStyles, DealApprovals, type Move } from './approvals.js';
import { closeDayHistory } from './close-days.js';
import { DealCompetitors } from './competitors.js';
import type { DealHost } from './deal-host.js';
import { type DealChanges, dealFields } from './fields.js';
import { historyStyles, stageHistory } from './history.js';
import { HouseAmount, houseAmountStyles } from './house-amount.js';
import { lineFormStyles } from './line-form.js';
import { LineItems, lineItemStyles } from './line-items.js';
import { dealMessages } from './messages.js';
import { DealNeeds } from './needs.js';
import { DealNextStep, nextStepStyles } from './next-step.js';
import { partFormStyles } from './part-form.js';
import { DealPeople } from './people.js';
import { saleRows } from './sale-rows.js';
import { DealTeam, teamStyles } from './team.js';

/** What the panel has read already. */
export interface DealBodyOptions {
  readonly deal: () => Deal | undefined;
  readonly pipeline: () => Pipeline | undefined;
  readonly company: () => Company | undefined;
  readonly save: (id: Deal['id'], changes: DealChanges, label: string, rule?: string) => Promise<string | undefined>;
}

/** Everything below the head of a deal: fetched while the deal is read, so that where it stands is seen first. */
export class DealBody {
  readonly #host: DealHost;
  readonly #options: DealBodyOptions;
  readonly #menu: Menu;
  readonly #contacts: Live<ReturnType<typeof contacts.byIds>>;
  readonly #products: Live<ReturnType<typeof products.byIds>>;
  readonly #references: References;
  readonly #details: Details;
  readonly #nextStep: DealNextStep;
  readonly #people: DealPeople;
  readonly #items: LineItems;
  readonly #needs: DealNeeds;
  readonly #competitors: DealCompetitors;
  readonly #team: DealTeam;
  readonly #house: HouseAmount;
  readonly #approvals: DealApprovals;

  constructor(host: DealHost, options: DealBodyOptions) {
    const { deal, pipeline } = options;
    this.#host = host;
    this.#options = options;
    this.#menu = new Menu(host);
    this.#contacts = new Live(host, () => contacts.byIds(deal()?.contactIds ?? []));
    this.#products = new Live(host, () => products.byIds(deal()?.productIds ?? []));
    this.#references = new References(host, () => false);
    this.#details = new Details(host, () => deal()?.id);
    const { edit } = this.#details;
    this.#nextStep = new DealNextStep(host, edit);
    this.#people = new DealPeople(host, this.#menu);
    this.#items = new LineItems(host, this.#menu);
    this.#needs = new DealNeeds(host, this.#menu, edit);
    this.#competitors = new DealCompetitors(host, this.#menu);
    this.#team = new DealTeam(host);
    this.#house = new HouseAmount(host, deal);
    this.#approvals = new DealApprovals(host, deal, pipeline);
    new KeepFocus(host);
    addStyles(host, checkStyles, overlayStyles, menuStyles, lineItemStyles, lineFormStyles, partFormStyles);
    addStyles(
      host,
      tagStyles,
      historyStyles,
      nextStepStyles,
      teamStyles,
      houseAmountStyles,
      approvalStyles,
      bodyStyles,
    );
  }

  /** What it reads besides the deal. */
  get readings(): readonly Reading[] {
    return [this.#contacts, this.#products];
  }

  /** What the deal comes to in the currency of the house, for below its amount. */
  houseAmount(deal: Deal, sight: RowSight): unknown {
    return this.#house.render(deal, sight);
  }

  /** Asks for the approval that a move needs. */
  askApproval(dealId: Deal['id'], move: Move, stage: string): void {
    this.#approvals.ask(dealId, move, stage);
  }

  render(deal: Deal, sight: RowSight): TemplateResult {
    const host = this.#host;
    const { locale } = host;
    const say = sentencesIn(dealMessages, locale);
    const { users } = this.#references;
    const pipeline = this.#options.pipeline();
    const people = this.#contacts.value ?? [];
    const nameOf = (id: string | undefined): string | undefined => users.find((each) => each.id === id)?.name;
    const history = { say, locale, nameOf };
    return html`
      ${this.#approvals.render(deal, pipeline, users)}
      <div class="columns">
        <div class="column">
          ${this.#nextStep.render(deal, sight, (changes) => this.#options.save(deal.id, changes, say.nextStep))}
          ${this.#people.render(deal, people, sight)}
          ${this.#renderDetails(deal, sight)}
          ${this.#team.render(deal, users, sight)}
        </div>
        <div class="column">
          ${sight.sees('items') ? this.#items.render(withDetails(deal), sight.edits('items')) : nothing}
          ${this.#renderProducts(deal)}
          ${this.#needs.render(deal, people, sight)}
          ${this.#competitors.render(deal, sight)}
          ${sight.sees('stageHistory') ? panel({ title: say.history, part: 'history', body: html`${stageHistory(deal, pipeline, history)}${closeDayHistory(deal, history)}` }) : nothing}
        </div>
      </div>
      ${this.#menu.render()}
    `;
  }

  #renderDetails(deal: Deal, sight: RowSight): TemplateResult {
    const { locale, activeStore: store } = this.#host;
    const say = sentencesIn(dealMessages, locale);
    const record = sentencesIn(recordMessages, locale);
    const references = this.#references;
    const save = (changes: DealChanges, label: string, rule?: string): Promise<string | undefined> =>
      this.#options.save(deal.id, changes, label, rule);
    const fields = registryOf(store).fieldsOf('deal');
    const custom = fields.filter(({ origin }) => origin !== 'built-in');
    const rows = dealFields(deal, {
      say,
      locale,
      references,
      store,
      sight,
      company: this.#options.company(),
      pipelineName: this.#options.pipeline()?.name,
      save,
    });
    const registered = { say: record, locale, references, store, sight, save };
    const sale = saleRows(deal, fields, registered);
    const further = registryFields(deal, custom, registered);
    return this.#details.render(deal.id, [...rows, ...sale, ...further], say, stampsLine(deal, sight, record, locale));
  }

  #renderProducts(deal: Deal): TemplateResult | typeof nothing {
    const sold = this.#products.value ?? [];
    // Line items say more about the same.
    if (sold.length === 0 || withDetails(deal).items) return nothing;
    const { locale } = this.#host;
    return panel({
      title: sentencesIn(dealMessages, locale).products,
      part: 'products',
      body: html`<ul class="related">${sold.map(
        ({ id, name, price }) => html`
          <li><div class="grow">${recordLink('product', id, name, 'title')}</div>${price ? html`<span class="number muted">${locale.format.money(price)}</span>` : nothing}</li>
        `,
      )}</ul>`,
    });
  }
}

const bodyStyles = css`
  .column { min-inline-size: 0; }
  .columns .panel { border: 0; border-block-start: 1px solid var(--kith-border); border-radius: 0; background: none; }
  .related > li > .button { margin-block: -3px; margin-inline-end: -6px; }
  .related .many { margin-block-start: 4px; }
  .related .badge { margin-block: 0; }
  .part-name, .need { font-weight: var(--kith-weight-medium); overflow-wrap: anywhere; }
  .need { font-weight: var(--kith-weight); white-space: pre-line; }
  .panel-head .button { margin-inline-end: -8px; }
  @container (min-width: 760px) {
    .columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); border-block-start: 1px solid var(--kith-border); }
    .column + .column { border-inline-start: 1px solid var(--kith-border); }
    .column > .panel:first-child { border-block-start: 0; }
  }
  @media print { .columns .button { display: none; } }
`;
