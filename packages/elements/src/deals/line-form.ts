import type { Id, Problem, Result } from '@kith/core';
import type { DetailedDeal } from '@kith/core/deals';
import { isSame } from '@kith/core/imports';
import type { LineItem } from '@kith/core/pricing';
import { type Command, products, type Store } from '@kith/store';
import { addLine, editLine } from '@kith/store/deals';
import { books } from '@kith/store/pricing';
import { css, html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { CommandNotes } from '../base/command-event.js';
import { Live } from '../base/live.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { problemText } from '../base/problem-text.js';
import { readNumber } from '../base/read-number.js';
import type { Choice } from '../parts/choice.js';
import { KithCombobox } from '../parts/combobox.js';
import { input, select } from '../parts/controls.js';
import { field, textIn } from '../parts/field.js';
import { wired } from '../parts/form-control.js';
import { icon } from '../parts/icon.js';
import { alert } from '../parts/icons/shown.js';
import { KithMoneyInput } from '../parts/money-input.js';
import { type LineItemSentences, lineItemMessages } from './line-items.messages.js';
import { changedMeanwhile } from './part-form.js';

/** The panel as the line items see it. */
export interface LineHost extends LitElement {
  readonly activeStore: Store | undefined;
  readonly locale: Locale;
  carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>>;
}

type Line = Parameters<typeof addLine>[0]['line'];

/** The form of one line, in its place: a new one comes from a price book where there is one, or is written by hand. */
export class LineForm {
  readonly #host: LineHost;
  readonly #carryOut: (command: Command<unknown>, told: string) => Promise<Problem | undefined>;
  readonly #books: Live<ReturnType<typeof books>>;
  readonly #products: Live<ReturnType<typeof products.all>>;
  #dealId: Id<'deal'> | undefined;
  /** The line as it was when it was opened. */
  #line: LineItem | undefined;
  /** The line as whoever types has seen it last. */
  #seen: LineItem | undefined;
  #isByHand = false;
  #isSaving = false;
  #refusal: string | undefined;
  #choicesOf: unknown;
  #choices: readonly Choice[] = [];

  constructor(host: LineHost, run: (command: Command<unknown>, told: string) => Promise<Problem | undefined>) {
    this.#host = host;
    this.#carryOut = run;
    this.#books = new Live(host, () => (this.isOpen ? books() : undefined));
    this.#products = new Live(host, () => (this.isOpen ? products.all() : undefined));
  }

  get isOpen(): boolean {
    return this.#dealId !== undefined;
  }

  /** Whether it is open for a line, or for a new one. */
  isFor(lineId: string | undefined): boolean {
    return this.isOpen && this.#line?.id === lineId;
  }

  /** Opens it, with the focus in it. */
  async open({ id }: DetailedDeal, line: LineItem | undefined): Promise<void> {
    this.#dealId = id;
    this.#line = line;
    this.#seen = line;
    this.#isByHand = false;
    this.#refusal = undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const first = this.#form?.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>('.field [id]:not(p)');
    await first?.updateComplete;
    first?.focus();
  }

  render(deal: DetailedDeal): unknown {
    // Another deal has nothing to do with what was begun.
    if (deal.id !== this.#dealId) {
      this.#dealId = undefined;
      return nothing;
    }
    const say = this.#say;
    const line = this.#line;
    const isFromBook = !line && !this.#isByHand && (this.#books.value ?? []).length > 0;
    return html`
      <form class="line-form" novalidate @submit=${(event: SubmitEvent) => this.#onSubmit(event, deal, isFromBook)} @keydown=${this.#onKeydown}>
        ${!line && (this.#books.value ?? []).length > 0 ? this.#renderWay(isFromBook) : nothing}
        ${isFromBook ? this.#renderFromBook(deal) : this.#renderByHand(deal)}
        ${this.#number('line-quantity', say.quantity, 'quantity', line?.quantity ?? 1)}
        ${this.#number('line-discount', say.discount, 'discount', line?.discount && 'percent' in line.discount ? line.discount.percent : undefined)}
        ${isFromBook ? nothing : this.#number('line-tax', say.tax, 'tax', line?.taxPercent)}
        ${this.#refusal ? html`<p class="field-error icon-small wide" role="alert">${icon(alert)}<span>${this.#refusal}</span></p>` : nothing}
        ${
          this.#isOther(deal)
            ? changedMeanwhile(
                this.#host.locale,
                () => this.#keepMine(deal),
                () => this.#close(),
              )
            : html`
              <div class="line-buttons wide">
                <button type="button" class="button small" @click=${() => this.#close()}>${say.cancel}</button>
                <button type="submit" class="button primary small" aria-disabled=${this.#isSaving ? 'true' : nothing}>${line ? say.save : say.add}</button>
              </div>
            `
        }
      </form>
    `;
  }

  /** The line that it is open for, as it is now. */
  #now({ items }: DetailedDeal): LineItem | undefined {
    return items?.lines.find(({ id }) => id === this.#line?.id);
  }

  /** Whether somebody else has changed the line meanwhile. */
  #isOther(deal: DetailedDeal): boolean {
    return !this.#isSaving && !isSame(this.#now(deal), this.#seen);
  }

  #keepMine(deal: DetailedDeal): void {
    this.#seen = this.#now(deal);
    this.#form?.requestSubmit();
  }

  #renderWay(isFromBook: boolean): TemplateResult {
    const say = this.#say;
    const way = (label: string, isByHand: boolean): TemplateResult => {
      const choose = (): void => {
        this.#isByHand = isByHand;
        this.#refusal = undefined;
        this.#host.requestUpdate();
      };
      return html`<button type="button" class="button small quiet" aria-pressed=${isByHand === !isFromBook ? 'true' : 'false'} @click=${choose}>${label}</button>`;
    };
    return html`<div class="line-ways wide">${way(say.addFromBook, false)}${way(say.addByHand, true)}</div>`;
  }

  #renderFromBook(deal: DetailedDeal): TemplateResult {
    const say = this.#say;
    const all = this.#books.value ?? [];
    const chosen = deal.items?.terms.priceBookId ?? all[0]?.id;
    const book = { id: 'line-book', label: say.book, name: 'book', value: chosen ?? '' };
    const product = { id: 'line-product', label: say.product };
    return html`
      <div class="wide">${field(product, nest(this.#host, KithCombobox, wired(product, { name: 'product', choices: this.#productChoices })))}</div>
      ${all.length > 1 ? html`<div class="wide">${field(book, select({ ...book, choices: all.map(({ id, name }) => ({ value: id, label: name })) }))}</div>` : html`<input type="hidden" name="book" .value=${chosen ?? ''} />`}
    `;
  }

  #renderByHand(deal: DetailedDeal): TemplateResult {
    const say = this.#say;
    const line = this.#line;
    const currency = deal.items?.terms.currency ?? deal.amount?.currency ?? this.#host.locale.currency;
    const name = { id: 'line-name', label: say.name, name: 'name', longest: 200, value: line?.name ?? '' };
    const price = { id: 'line-price', label: say.price };
    return html`
      <div class="wide">${field(name, input(name))}</div>
      ${field(price, nest(this.#host, KithMoneyInput, wired(price, { name: 'price', currency, value: line?.price })))}
    `;
  }

  #number(id: string, label: string, name: string, value: number | undefined): TemplateResult {
    const { lang } = this.#host.locale;
    const text =
      value === undefined
        ? ''
        : new Intl.NumberFormat(lang, { useGrouping: false, maximumFractionDigits: 6 }).format(value);
    const of = { id, label, name, mode: 'decimal' as const, value: text };
    return field(of, input(of));
  }

  get #productChoices(): readonly Choice[] {
    const all = this.#products.value;
    if (all !== this.#choicesOf) {
      this.#choicesOf = all;
      this.#choices = (all ?? []).map(({ id, name }) => ({ value: id, label: name }));
    }
    return this.#choices;
  }

  async #onSubmit(event: SubmitEvent, deal: DetailedDeal, isFromBook: boolean): Promise<void> {
    event.preventDefault();
    if (this.#isSaving || this.#isOther(deal)) return;
    const say = this.#say;
    const read = this.#read(event.currentTarget as HTMLFormElement, isFromBook);
    if (typeof read === 'string') {
      this.#refusal = read;
      this.#host.requestUpdate();
      return;
    }
    const line = this.#line;
    const name =
      'name' in read ? read.name : (this.#products.value?.find((each) => each.id === read.productId)?.name ?? '');
    this.#isSaving = true;
    this.#host.requestUpdate();
    const problem = await this.#carryOut(commandFor(deal.id, line, read), (line ? say.saved : say.added)(name)).finally(
      () => {
        this.#isSaving = false;
      },
    );
    this.#refusal = problem && problemText(problem, this.#host.locale);
    if (problem) this.#host.requestUpdate();
    else this.#close();
  }

  /** What was typed, as a line; or what is missing. */
  #read(form: HTMLFormElement, isFromBook: boolean): Line | string {
    const say = this.#say;
    const { lang } = this.#host.locale;
    const values = new FormData(form);
    const numberIn = (name: string): number | undefined => {
      const text = textIn(values, name);
      return text === '' ? undefined : Number(readNumber(text, lang) ?? Number.NaN);
    };
    const [quantity = 1, percent, taxPercent] = ['quantity', 'discount', 'tax'].map(numberIn);
    if ([quantity, percent, taxPercent].some(Number.isNaN)) return say.notANumber;
    // A discount that is an amount has no field here: without a share in its place it stays.
    const discount = percent
      ? { percent }
      : this.#line?.discount && 'amount' in this.#line.discount
        ? this.#line.discount
        : undefined;
    const more = { quantity, ...(discount && { discount }) };
    if (isFromBook) {
      const productId = textIn(values, 'product') as Id<'product'>;
      return productId ? { productId, priceBookId: textIn(values, 'book') as Id<'priceBook'>, ...more } : say.noProduct;
    }
    const name = textIn(values, 'name');
    const control = form.querySelector('#line-price');
    const price = control instanceof KithMoneyInput ? control.value : undefined;
    if (!name) return say.noName;
    return price ? { name, price, ...more, ...(taxPercent !== undefined && { taxPercent }) } : say.noPrice;
  }

  #close(): void {
    const opener = this.#line ? `[data-line-id="${this.#line.id}"] button` : '[data-line=add]';
    this.#dealId = undefined;
    this.#line = undefined;
    this.#refusal = undefined;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(opener)?.focus());
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  };

  get #form(): HTMLFormElement | null {
    return this.#host.renderRoot.querySelector('.line-form');
  }

  get #say(): LineItemSentences {
    return sentencesIn(lineItemMessages, this.#host.locale);
  }
}

/** Adds a line, or changes what differs from the line as it was opened: the rest may be somebody else's by now. */
function commandFor(id: Id<'deal'>, was: LineItem | undefined, line: Line): Command<unknown> {
  if (!was) return addLine({ id, line });
  const typed = Object.entries({ discount: null, taxPercent: null, ...line });
  const changes = typed.filter(([name, value]) => !isSame(value, Reflect.get(was, name) ?? null));
  return editLine({ id, lineId: was.id, changes: Object.fromEntries(changes) });
}

/** The looks of {@link LineForm}. */
export const lineFormStyles = css`
  .line-form { display: grid; grid-template-columns: repeat(auto-fit, minmax(96px, 1fr)); gap: 12px; padding-block: 4px; }
  .line-form > .wide { grid-column: 1 / -1; }
  .line-ways { display: flex; gap: 4px; }
  .line-buttons { display: flex; gap: 8px; justify-content: flex-end; }
`;
