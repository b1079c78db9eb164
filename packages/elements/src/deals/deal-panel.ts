import {
  type Deal,
  daysBetween,
  type Id,
  money,
  type Pipeline,
  type Result,
  rottingDays,
  type Stage,
} from '@kith/core';
import { type Command, companies, deals, pipelines } from '@kith/store';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CommandNotes } from '../base/command-event.js';
import { KithElement } from '../base/element.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { OnLine } from '../base/on-line.js';
import { avatarStyles } from '../parts/avatar.js';
import { badge, badgeStyles } from '../parts/badge.js';
import { banner } from '../parts/banner.js';
import { buttonStyles } from '../parts/button.js';
import { hueStyles } from '../parts/hue.styles.js';
import { icon, iconStyles } from '../parts/icon.js';
import { offline } from '../parts/icons/barred.js';
import { briefcase, check, undo } from '../parts/icons/shown.js';
import { drawLater, nestLaterStyles } from '../parts/nest-later.js';
import { panelStyles } from '../parts/panel.js';
import { recordLink, recordLinkStyles } from '../parts/record-link.js';
import { recordState } from '../parts/record-state.js';
import { refusalText } from '../parts/refusal.js';
import { stateStyles } from '../parts/states.js';
import { skeleton } from '../parts/waiting.js';
import { type RowSight, Sight } from '../records/sight.js';
import { recordStateMessages } from '../records/state.messages.js';
import type { Move } from './approvals.js';
import type { DealBody } from './body.js';
import type { DealHost } from './deal-host.js';
import { dealPanelStyles } from './deal-panel.styles.js';
import { dealRowMessages } from './deal-row.messages.js';
import type { DealChanges } from './fields.js';
import { dealMessages } from './messages.js';
import { stagePath, stagePathStyles } from './stage-path.js';

/**
 * One deal, all around: where it stands on its way, what it is expected to bring (in the currency of the house as well),
 * what comes next, who takes part, what it is made of, what the customer needs, who else wants it, whose work it is, the
 * fields of the house, and how it came here. It is moved, won, lost, reopened and edited here; a refused move says why,
 * asks for what is missing, or for the approval that it needs.
 *
 * @tag kith-deal-panel
 * @event {CommandEvent} kith-command - The deal is to be changed.
 * @event {NavigateEvent} kith-navigate - Somebody wants to see the company, a contact or a product.
 * @csspart approvals - Requests that wait for an approval, and what was rejected.
 * @csspart next-step - The panel of the next step.
 * @csspart people - The panel of contacts with their parts.
 * @csspart details - The panel of details.
 * @csspart items - The panel of line items.
 * @csspart products - The panel of products, where there are no line items.
 * @csspart needs - The panel of needs and budget.
 * @csspart competitors - The panel of competitors.
 * @csspart team - The panel of the team with its credit.
 * @csspart history - The panel of stages and close days.
 */
export class KithDealPanel extends KithElement implements DealHost {
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
    dealPanelStyles,
  ];

  /** What its reader may see of it. @internal */
  readonly sight: Sight = new Sight(this);
  readonly #onLine = new OnLine(this);
  readonly #deal = new Live(this, () => (this.deal ? deals.byId(this.deal as Id<'deal'>) : undefined));
  readonly #pipeline = new Live(this, () => this.#deal.value && pipelines.byId(this.#deal.value.pipelineId));
  readonly #company = new Live(this, () => this.#deal.value?.companyId && companies.byId(this.#deal.value.companyId));
  readonly #body: Later<DealBody> = new Later(
    this,
    async () =>
      new (await import('./body.js')).DealBody(this, {
        deal: () => this.#deal.value,
        pipeline: () => this.#pipeline.value,
        company: () => this.#company.value,
        save: (id, changes, label, rule) => this.#save(id, changes, label, rule),
      }),
  );
  /** The deal that was there: if it is not any more, it has gone. */
  #seen: string | undefined;

  /** The deal it shows. */
  @property() deal?: string | undefined;

  /** Sends a command for its parts. @internal */
  carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>> {
    return this.send(command, notes);
  }

  protected override firstUpdated(): void {
    void this.#body.load();
  }

  /** Moves the deal to a stage. Clicking the one it is in changes nothing. */
  async #move(deal: Deal, stage: Stage): Promise<void> {
    if (stage.id === deal.stageId) return;
    const say = this.sentences(dealMessages);
    await this.#go(deal, { id: deal.id, stageId: stage.id }, deals.move, () => ({
      text: say.moved(stage.name),
      name: stage.name,
    }));
  }

  async #close(deal: Deal, outcome: 'win' | 'lose'): Promise<void> {
    const say = this.sentences(dealMessages);
    const text = outcome === 'win' ? say.wasWon : say.wasLost;
    await this.#go(deal, { id: deal.id }, outcome === 'win' ? deals.win : deals.lose, () => ({ text }));
  }

  /** Moves it, asks for what is missing, and for an approval where the stage wants one. */
  async #go<Input extends object>(
    { id }: Deal,
    input: Input,
    make: (input: Input) => Command<Deal>,
    done: () => { readonly text: string; readonly name?: string },
  ): Promise<void> {
    let given = input;
    const result = await this.send(make(input), {
      done,
      withAnswers: (answers) => {
        given = { ...input, ...answers, fields: answers };
        return make(given);
      },
      showsRefusal: ({ fix }) => fix?.kind === 'approval',
    });
    if (result.ok || result.problem.fix?.kind !== 'approval') return;
    const { stageId } = result.problem.fix;
    const stage = this.#pipeline.value?.stages.find((each) => each.id === stageId);
    const move: Move = { ...given, id, stageId };
    (await this.#body.load())?.askApproval(id, move, stage?.name ?? '');
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

  protected override render(): TemplateResult {
    const deal = this.#deal.value;
    if (deal) this.#seen = deal.id;
    const words = this.sentences(recordStateMessages);
    const say = this.sentences(dealMessages);
    const isGone = this.deal !== undefined && this.#seen === this.deal;
    const others = [this.#pipeline, this.#company, ...(this.#body.value?.readings ?? [])];
    const pending = recordState(
      { record: this.#deal, others },
      isGone ? { ...say, missingTitle: words.goneTitle, missingText: words.goneText } : say,
      renderSkeleton,
      briefcase,
    );
    if (pending || !deal) return pending ?? html``;
    const pipeline = this.#pipeline.value;
    const sight = this.sight.of('deals', deal);
    return html`
      ${this.#onLine.value ? nothing : html`<div class="deal-notice" role="status">${banner('warning', offline, words.offline)}</div>`}
      <article class="panel deal" aria-label=${deal.name}>
        ${this.#renderHead(deal, pipeline)}
        ${pipeline ? html`<div class="path-frame">${stagePath(deal, pipeline, { say, format: this.locale.format, move: (stage) => void this.#move(deal, stage) })}</div>` : nothing}
        ${this.#renderFigures(deal, pipeline, sight)}
        ${drawLater(this, this.#body, (body) => body.render(deal, sight))}
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
            ${stage?.type === 'hold' ? badge(say.onHold) : nothing}
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

  #renderFigures(deal: Deal, pipeline: Pipeline | undefined, sight: RowSight): TemplateResult {
    const say = this.sentences(dealMessages);
    const { format } = this.locale;
    const figure = (label: string, value: unknown): TemplateResult =>
      html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
    const house = this.#body.value?.houseAmount(deal, sight) ?? nothing;
    const amount = deal.amount ? format.money(deal.amount) : '–';
    if (deal.status !== 'open') {
      const closed = deal.actualCloseDay ? format.day(deal.actualCloseDay) : '–';
      return html`
        <dl class="figures">
          ${deal.status === 'won' ? figure(say.value, html`<bdi>${deal.actualValue ? format.money(deal.actualValue) : '–'}</bdi>${house}`) : figure(say.amount, amount)}
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
        ${figure(say.amount, html`<bdi>${amount}</bdi>${house}`)}
        ${figure(say.weighted, html`<bdi>${weighted}</bdi>${probability === undefined ? nothing : html`<span class="note"><bdi>${format.percent(probability)}</bdi></span>`}`)}
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
