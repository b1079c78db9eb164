import { css, html, nothing, type TemplateResult } from 'lit';
import { sentencesIn } from '../base/locale.js';
import { readMoney } from '../base/read-money.js';
import { changesFor } from '../lists/editable.js';
import { describedBy, textIn } from '../parts/field.js';
import type { BoardCell } from './board-column.js';
import type { BoardHost } from './board-host.js';
import { type HandsSentences, handsMessages } from './hands.messages.js';
import { mostUsedCurrency } from './most-used-currency.js';

/** A small form at the end of a column: title, amount, Enter adds and stays for the next one. */
export class QuickAdd {
  #cell: BoardCell | undefined;
  #error: { readonly field: 'name' | 'amount'; readonly text: string } | undefined;
  #opener: HTMLElement | undefined;
  #isSaving = false;
  readonly #host: BoardHost;

  constructor(host: BoardHost) {
    this.#host = host;
  }

  isOpenIn(cell: BoardCell): boolean {
    return this.#cell?.key === cell.key;
  }

  async open(cell: BoardCell, opener: HTMLElement): Promise<void> {
    this.#cell = cell;
    this.#opener = opener;
    this.#error = undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#input()?.focus();
    if (cell.lane === undefined) cell.reveal(cell.rows.length - 1);
  }

  close(): void {
    this.#cell = undefined;
    this.#opener?.focus();
    this.#host.requestUpdate();
  }

  render(cell: BoardCell): TemplateResult | undefined {
    if (!this.isOpenIn(cell)) return undefined;
    const say = this.#say;
    const { format } = this.#host.locale;
    const note = describedBy('quick');
    const wrong = (name: 'name' | 'amount'): 'true' | typeof nothing =>
      this.#error?.field === name ? 'true' : nothing;
    return html`
      <form class="quick" novalidate aria-label=${say.quickAdd(cell.stage.name)} @submit=${(event: SubmitEvent) => this.#submit(event, cell)} @keydown=${this.#onKeydown}>
        <input class="input" name="name" autocomplete="off" maxlength="500" aria-label=${say.dealTitle} placeholder=${say.dealTitle} aria-invalid=${wrong('name')} aria-describedby=${note} />
        <div class="row">
          ${
            this.#host.source.amount
              ? html`<label class="input">
                  <span class="affix">${format.currencySign(this.#currency)}</span>
                  <input class="number" name="amount" inputmode="decimal" autocomplete="off" aria-label=${say.amount} aria-invalid=${wrong('amount')} aria-describedby=${note} />
                </label>`
              : nothing
          }
          <button class="button primary">${say.add}</button>
        </div>
        <p class="quick-note" id=${note}>
          ${
            this.#error
              ? html`<span class="quick-error">${this.#error.text}</span>`
              : html`<span><kbd>↵</kbd> ${say.addAnother}</span><button type="button" class="quick-close" @click=${() => this.close()}><kbd>Esc</kbd> ${say.close}</button>`
          }
        </p>
      </form>
    `;
  }

  /** A source may have other words for what it adds. */
  get #say(): HandsSentences {
    const { locale, source } = this.#host;
    return { ...sentencesIn(handsMessages, locale), ...source.words?.(locale.lang) };
  }

  /** What a new amount is written in: the currency most of the pipeline's deals have. */
  get #currency(): string {
    return mostUsedCurrency(this.#host.expected) ?? this.#host.locale.currency;
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.close();
    // The board's own keys are not meant for a field.
    event.stopPropagation();
  };

  async #submit(event: SubmitEvent, cell: BoardCell): Promise<void> {
    event.preventDefault();
    if (this.#isSaving) return;
    const form = event.currentTarget as HTMLFormElement;
    const values = new FormData(form);
    const name = textIn(values, 'name');
    const amountText = textIn(values, 'amount');
    const amount = amountText ? readMoney(amountText, this.#currency, this.#host.locale) : undefined;
    const say = this.#say;
    if (!name) return this.#fail('name', say.titleMissing);
    if (amountText && !amount) return this.#fail('amount', say.notAnAmount);
    const { source, lanePath, shown } = this.#host;
    if (!source.create || !shown) return;
    const { stage, lane } = cell;
    const fields = lanePath !== undefined && lane ? changesFor({}, lanePath, lane) : undefined;
    const draft = { name, amount, pipelineId: shown.id, stageId: stage.id, fields };
    const command = source.create(draft);
    this.#isSaving = true;
    const result = await this.#host
      .carryOut(command, { done: () => ({ text: say.added(name, stage.name), name }) })
      .finally(() => {
        this.#isSaving = false;
      });
    if (!result.ok) return;
    this.#error = undefined;
    // What was typed meanwhile is of the next one.
    for (const input of form.querySelectorAll('input')) if (input.value === values.get(input.name)) input.value = '';
    const title = form.querySelector<HTMLInputElement>('[name=name]');
    if (title?.value === '') title.focus();
    cell.letGo();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (lane === undefined) cell.reveal(cell.rows.length - 1);
  }

  #fail(field: 'name' | 'amount', text: string): void {
    this.#error = { field, text };
    this.#host.announce(text);
    this.#host.requestUpdate();
    this.#host.renderRoot.querySelector<HTMLElement>(`.quick [name=${field}]`)?.focus();
  }

  #input(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.quick [name=name]');
  }
}

/** The looks of {@link QuickAdd}. */
export const quickAddStyles = css`
  .quick { display: grid; gap: 8px; flex: none; margin: 0 6px 6px; padding: 10px; border: 1px solid var(--kith-border-strong); border-radius: var(--kith-radius-md); background: var(--kith-surface-raised); box-shadow: var(--kith-shadow-raised); }
  .quick .input, .quick .button { block-size: max(30px, var(--kith-control-sm)); }
  .quick .input { padding-inline: 8px; }
  .quick-note { display: flex; justify-content: space-between; gap: 8px; font-size: var(--kith-size-xs); color: var(--kith-text-subtle); }
  .quick-error { color: var(--kith-negative-text); }
  .quick-close { padding: 0; border: 0; border-radius: 3px; background: none; }
  kbd { display: inline-grid; place-items: center; min-inline-size: 18px; block-size: 18px; margin-inline-end: 2px; padding-inline: 4px; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-sm); background: var(--kith-surface-sunken); color: var(--kith-text-subtle); font: 500 10.5px/1 var(--kith-font); }
`;
