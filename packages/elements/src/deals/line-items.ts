import { type Money, money, type Problem } from '@kith/core';
import { amountSource, type DetailedDeal } from '@kith/core/deals';
import { type LineItem, type Totals, totalsOf } from '@kith/core/pricing';
import type { Command } from '@kith/store';
import { removeLine, setAmount, setLines } from '@kith/store/deals';
import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sentencesIn } from '../base/locale.js';
import { icon } from '../parts/icon.js';
import { arrowDown, arrowUp } from '../parts/icons/heads.js';
import { more, plus, trash } from '../parts/icons/shown.js';
import { pencil } from '../parts/icons/tools.js';
import type { Menu } from '../parts/menu.js';
import { panel } from '../parts/panel.js';
import { recordLink } from '../parts/record-link.js';
import { LineForm, type LineHost } from './line-form.js';
import { type LineItemSentences, lineItemMessages } from './line-items.messages.js';

/**
 * What a deal is made of: lines from a price book or by hand, each changed in its place, put in another order and taken
 * away, and what they come to, to the unit. Fetched when the panel shows a deal.
 */
export class LineItems {
  readonly #host: LineHost;
  readonly #menu: Menu;
  readonly #form: LineForm;

  constructor(host: LineHost, menu: Menu) {
    this.#host = host;
    this.#menu = menu;
    this.#form = new LineForm(host, (command, told) => this.#carryOut(command, told));
  }

  /** The section of a deal. */
  render(deal: DetailedDeal, mayEdit: boolean): TemplateResult {
    const say = this.#say;
    const lines = deal.items?.lines ?? [];
    const canEdit = mayEdit && deal.status === 'open';
    const isAdding = this.#form.isFor(undefined);
    const totals = this.#totals(deal);
    return panel({
      title: say.title,
      part: 'items',
      end: canEdit
        ? html`<button type="button" class="button quiet small" data-line="add" aria-label=${say.addLine} aria-expanded=${isAdding ? 'true' : 'false'} @click=${() => this.#form.open(deal, undefined)}>${icon(plus)}${say.add}</button>`
        : undefined,
      body: html`
        ${lines.length === 0 && !isAdding ? html`<p class="panel-note">${say.none}</p>` : nothing}
        <ol class="related lines">
          ${repeat(
            lines,
            ({ id }) => id,
            (line, index) =>
              this.#form.isFor(line.id)
                ? html`<li>${this.#form.render(deal)}</li>`
                : this.#renderLine(deal, line, { index, totals, canEdit }),
          )}
        </ol>
        ${totals ? this.#renderTotals(deal, totals) : nothing}
        ${isAdding ? html`<div class="part-new">${this.#form.render(deal)}</div>` : nothing}
        ${canEdit && deal.items && amountSource(deal) === 'hand' ? this.#renderByHand(deal) : nothing}
      `,
    });
  }

  #renderLine(
    deal: DetailedDeal,
    line: LineItem,
    {
      index,
      totals,
      canEdit,
    }: { readonly index: number; readonly totals: Totals | undefined; readonly canEdit: boolean },
  ): TemplateResult {
    const { locale } = this.#host;
    const amount = totals?.lines[index] && money(totals.lines[index].subtotal, line.price.currency);
    return html`
      <li class="line" data-line-id=${String(line.id)}>
        <div class="grow">
          ${line.productId ? recordLink('product', line.productId, line.name, 'title') : html`<bdi class="line-name">${line.name}</bdi>`}
          <p class="small subtle number"><bdi>${this.#terms(line)}</bdi></p>
        </div>
        <span class="number line-amount">${amount && totals ? locale.format.money(amount, columnOf(totals)) : nothing}</span>
        ${
          canEdit
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

  #renderTotals({ items }: DetailedDeal, totals: Totals): TemplateResult {
    const say = this.#say;
    const { format } = this.#host.locale;
    const column = columnOf(totals);
    const row = (label: string, minor: number, kind = ''): TemplateResult =>
      html`<div class=${kind}><dt>${label}</dt><dd class="number"><bdi>${format.money(money(minor, totals.currency), column)}</bdi></dd></div>`;
    const off = totals.discount + totals.share;
    const isWithin = items?.terms.tax === 'inclusive';
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

/** Every amount that stands in the column of a deal's lines: all of them have as many decimals as the most exact one needs. */
const columnOf = ({ lines, list, discount, share, net, taxes, total, currency }: Totals): readonly Money[] =>
  [...lines.map(({ subtotal }) => subtotal), ...taxes.map(({ tax }) => tax), list, discount + share, net, total].map(
    (minor) => money(minor, currency),
  );

/** The looks of {@link LineItems}. */
export const lineItemStyles = css`
  .line-name { font-weight: var(--kith-weight-medium); overflow-wrap: anywhere; }
  .line-amount { font-weight: var(--kith-weight-medium); white-space: nowrap; }
  .line-totals { display: grid; gap: 4px; margin: 0 16px 12px; padding-block: 10px 0; border-block-start: 1px solid var(--kith-border-strong); color: var(--kith-text-muted); }
  .line-totals > div { display: flex; gap: 16px; justify-content: space-between; }
  .line-totals > .line-total { font-weight: var(--kith-weight-strong); color: var(--kith-text); }
  .line-hand { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
`;
