import { money, type Problem } from '@kith/core';
import { amountSource, type DetailedDeal } from '@kith/core/deals';
import { type LineItem, type Totals, totalsOf } from '@kith/core/pricing';
import type { Command } from '@kith/store';
import { removeLine, setAmount, setLines } from '@kith/store/deals';
import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { fieldStyles } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { arrowDown, arrowUp } from '../parts/icons/heads.js';
import { more, plus, trash } from '../parts/icons/shown.js';
import { pencil } from '../parts/icons/tools.js';
import { Menu, menuStyles } from '../parts/menu.js';
import { overlayStyles } from '../parts/overlay.js';
import { recordLink } from '../parts/record-link.js';
import { LineForm, type LineHost, lineFormStyles } from './line-form.js';
import { type LineItemSentences, lineItemMessages } from './line-items.messages.js';

/**
 * What a deal is made of: lines from a price book or by hand, each changed in its place, put in another order and taken
 * away, and what they come to, to the unit. Fetched when the panel shows a deal.
 */
export class LineItems {
  readonly #host: LineHost;
  readonly #menu: Menu;
  readonly #form: LineForm;

  constructor(host: LineHost) {
    this.#host = host;
    this.#menu = new Menu(host);
    this.#form = new LineForm(host, (command, told) => this.#carryOut(command, told));
    addStyles(host, fieldStyles, overlayStyles, menuStyles, lineItemStyles, lineFormStyles);
  }

  /** The section of a deal. */
  render(deal: DetailedDeal): TemplateResult {
    const say = this.#say;
    const lines = deal.items?.lines ?? [];
    const isOpen = deal.status === 'open';
    return html`
      <section class="part items">
        <h3>${say.title}</h3>
        ${lines.length === 0 && !this.#form.isFor(undefined) ? html`<p class="panel-note">${say.none}</p>` : nothing}
        <ol class="lines">
          ${repeat(
            lines,
            ({ id }) => id,
            (line, index) =>
              this.#form.isFor(line.id)
                ? html`<li>${this.#form.render(deal)}</li>`
                : this.#renderLine(deal, line, index),
          )}
        </ol>
        ${this.#renderTotals(deal)}
        ${this.#form.isFor(undefined) ? html`<div class="line-new">${this.#form.render(deal)}</div>` : nothing}
        ${isOpen && !this.#form.isFor(undefined) ? html`<div class="line-add"><button type="button" class="button small" data-line="add" @click=${() => this.#form.open(deal, undefined)}>${icon(plus)}${say.add}</button></div>` : nothing}
        ${isOpen && deal.items && amountSource(deal) === 'hand' ? this.#renderByHand(deal) : nothing}
        ${this.#menu.render()}
      </section>
    `;
  }

  #renderLine(deal: DetailedDeal, line: LineItem, index: number): TemplateResult {
    const { locale } = this.#host;
    const total = this.#totals(deal)?.lines[index];
    const amount = total && money(total.subtotal, line.price.currency);
    return html`
      <li class="line" data-line-id=${String(line.id)}>
        <div class="grow">
          ${line.productId ? recordLink('product', line.productId, line.name, 'title') : html`<bdi class="line-name">${line.name}</bdi>`}
          <p class="small subtle number"><bdi>${this.#terms(line)}</bdi></p>
        </div>
        <span class="number line-amount">${amount ? locale.format.money(amount) : nothing}</span>
        ${
          deal.status === 'open'
            ? html`<button type="button" class="button quiet small square" aria-haspopup="menu" aria-label=${this.#say.more(line.name)} @click=${(event: Event) => this.#openMenu(event.currentTarget as HTMLElement, deal, index)}>${icon(more)}</button>`
            : nothing
        }
      </li>
    `;
  }

  /** How many at what price, with what is taken off and the tax on it. */
  #terms({ quantity, price, per, discount, taxPercent }: LineItem): string {
    const { format } = this.#host.locale;
    const off = discount && ('percent' in discount ? format.percent(discount.percent) : format.money(discount.amount));
    return [
      `${format.number(quantity)} × ${format.money(price)}${per ? ` / ${format.number(per)}` : ''}`,
      ...(off ? [`−${off}`] : []),
      ...(taxPercent === undefined ? [] : [this.#say.taxAt(format.percent(taxPercent))]),
    ].join(' · ');
  }

  #renderTotals(deal: DetailedDeal): TemplateResult | typeof nothing {
    const totals = this.#totals(deal);
    if (!totals || !deal.items) return nothing;
    const say = this.#say;
    const { format } = this.#host.locale;
    const row = (label: string, minor: number, kind = ''): TemplateResult =>
      html`<div class=${kind}><dt>${label}</dt><dd class="number"><bdi>${minor < 0 ? '−' : ''}${format.money(money(Math.abs(minor), totals.currency))}</bdi></dd></div>`;
    const off = totals.discount + totals.share;
    const isWithin = deal.items.terms.tax === 'inclusive';
    return html`
      <dl class="line-totals">
        ${off > 0 ? html`${row(say.subtotal, totals.list)}${row(say.discounts, -off)}` : nothing}
        ${row(say.net, totals.net)}
        ${totals.taxes.map(({ percent, tax }) => (tax === 0 ? nothing : row((isWithin ? say.taxWithin : say.taxAt)(format.percent(percent)), tax)))}
        ${row(say.total, totals.total, 'line-total')}
      </dl>
    `;
  }

  #renderByHand({ id }: DetailedDeal): TemplateResult {
    const say = this.#say;
    const follow = (): void => void this.#carryOut(setAmount({ id, follow: 'items' }), say.followed);
    return html`<p class="panel-note line-hand">${say.byHand} <button type="button" class="button small" @click=${follow}>${say.follow}</button></p>`;
  }

  #openMenu(anchor: HTMLElement, deal: DetailedDeal, index: number): void {
    const say = this.#say;
    const lines = deal.items?.lines ?? [];
    const line = lines[index];
    if (!line) return;
    const { id } = deal;
    const move = (by: 1 | -1) => (): void => {
      const moved = lines.filter((each) => each !== line);
      moved.splice(index + by, 0, line);
      void this.#carryOut(setLines({ id, lines: moved }), say.moved(line.name));
    };
    const remove = (): void => void this.#carryOut(removeLine({ id, lineId: line.id }), say.removed(line.name));
    void this.#menu.open(anchor, say.more(line.name), [
      { items: [{ label: say.edit, icon: pencil, choose: () => this.#form.open(deal, line) }] },
      {
        items: [
          ...(index > 0 ? [{ label: say.up, icon: arrowUp, choose: move(-1) }] : []),
          ...(index < lines.length - 1 ? [{ label: say.down, icon: arrowDown, choose: move(1) }] : []),
        ],
      },
      { items: [{ label: say.remove, icon: trash, tone: 'danger', choose: remove }] },
    ]);
  }

  #totals({ items }: DetailedDeal): Totals | undefined {
    const totals = items && totalsOf(items.lines, items.terms);
    return totals?.ok ? totals.value : undefined;
  }

  /** Carries it out; what is refused while a form is open is told there. */
  async #carryOut(command: Command<unknown>, told: string): Promise<Problem | undefined> {
    const result = await this.#host.carryOut(command, {
      done: () => ({ text: told }),
      showsRefusal: () => this.#form.isOpen,
    });
    return result.ok ? undefined : result.problem;
  }

  get #say(): LineItemSentences {
    return sentencesIn(lineItemMessages, this.#host.locale);
  }
}

const lineItemStyles = css`
  .lines { padding-inline: 20px; }
  .lines > li { padding-block: 9px; }
  .lines > li + li { border-block-start: 1px solid var(--kith-border); }
  .line { display: flex; gap: 12px; align-items: flex-start; }
  .line-name { font-weight: var(--kith-weight-medium); overflow-wrap: anywhere; }
  .line-amount { font-weight: var(--kith-weight-medium); white-space: nowrap; }
  .line > .button { margin-block-start: -3px; margin-inline-end: -6px; }
  .line-totals { display: grid; gap: 4px; margin: 0 20px; padding-block: 10px; border-block-start: 1px solid var(--kith-border-strong); color: var(--kith-text-muted); }
  .line-totals > div { display: flex; gap: 16px; justify-content: space-between; }
  .line-totals > .line-total { font-weight: var(--kith-weight-strong); color: var(--kith-text); }
  .line-new, .line-add { padding: 4px 20px 14px; }
  .line-hand { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding-inline: 20px; }
  @container (max-width: 420px) { .lines, .line-new, .line-add, .line-hand { padding-inline: 16px; } .line-totals { margin-inline: 16px; } }
  @media print { .line-add, .line-new { display: none; } }
`;
