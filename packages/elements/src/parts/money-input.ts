import { type Money, moneyToDecimal } from '@kith/core';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { readAmount } from '../base/amount.js';
import { baseStyles } from '../base/styles.js';
import { controlMessages } from './control.messages.js';
import { controlStyles } from './control.styles.js';
import { fieldStyles } from './field.js';
import { FormControl, type Wrong } from './form-control.js';

/**
 * An amount of money, typed as people of the page's language write it and held in whole minor units. What was typed
 * stays as it is until the field is left; then it is written out with groups and all its decimals. Sent as
 * `36000.00 EUR`. What is no amount is kept and said to be wrong: nothing is rounded or guessed.
 *
 * @event {Event} input - While a person types.
 * @event {Event} change - When a person has changed the amount or its currency.
 */
export class KithMoneyInput extends FormControl {
  static override readonly tag = 'money-input';
  static override styles: CSSResultGroup = [baseStyles, fieldStyles, controlStyles];

  @state() private text = '';
  #amount: Money | undefined;
  #first: Money | undefined;

  /** ISO 4217: what an amount is written in. */
  @property() currency = 'EUR';
  /** The currencies to choose from, where there are several. */
  @property({ attribute: false }) currencies: readonly string[] = [];

  /** The amount; undefined when the field is empty or what stands in it is none. */
  @property({ attribute: false })
  get value(): Money | undefined {
    return this.#amount;
  }
  set value(value: Money | undefined) {
    this.#amount = value;
    if (!this.hasUpdated) this.#first = value;
    if (value) this.currency = value.currency;
    this.text = value ? this.#write(value) : '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    // While somebody types, the text is theirs. The language may have changed since the amount was written.
    if (this.#amount && !this.isInField) this.text = this.#write(this.#amount);
    if (changed.has('currency')) this.#read();
    super.willUpdate(changed);
  }

  protected override render(): TemplateResult {
    const say = this.sentences(controlMessages);
    const sign = html`<span class="affix" aria-hidden="true">${this.locale.format.currencySign(this.currency)}</span>`;
    const isSignFirst = signStandsFirst(this.locale.lang, this.currency);
    return html`
      <label class="input">
        ${isSignFirst ? sign : nothing}
        <input
          class="number" part="field" inputmode="decimal" autocomplete="off" aria-invalid=${this.isWrong ? 'true' : nothing}
          ?required=${this.required} ?disabled=${this.isDisabled} ?readonly=${this.readOnly}
          .value=${live(this.text)} @input=${this.#onInput}
        />
        ${isSignFirst ? nothing : sign}
        ${this.currencies.length > 1 ? this.#renderCurrencies(say.currency) : nothing}
      </label>
    `;
  }

  #renderCurrencies(label: string): TemplateResult {
    return html`
      <select aria-label=${label} ?disabled=${this.isDisabled || this.readOnly} @change=${this.#onCurrency}>
        ${this.currencies.map((each) => html`<option ?selected=${each === this.currency}>${each}</option>`)}
      </select>
    `;
  }

  protected override reset(): void {
    this.value = this.#first;
  }
  protected override restore(kept: string): void {
    const [currency = this.currency, ...text] = kept.split(' ');
    this.currency = currency;
    this.text = text.join(' ');
    this.#read();
  }
  protected override submission(): { sent: string | null; kept: string } {
    const amount = this.#amount;
    return {
      sent: amount ? `${moneyToDecimal(amount)} ${amount.currency}` : null,
      kept: `${this.currency} ${this.text}`,
    };
  }

  protected override wrong(): Wrong | undefined {
    const say = this.sentences(controlMessages);
    const text = this.text.trim();
    if (text === '') return this.required ? { flags: { valueMissing: true }, message: say.required } : undefined;
    if (this.#amount) return undefined;
    const result = readAmount(text, this.currency, this.locale);
    if (result.ok) return undefined;
    const { code, params } = result.problem;
    if (code === 'money/too-large') return { flags: { rangeOverflow: true }, message: say.amountTooLarge };
    if (code === 'money/too-many-decimals')
      return { flags: { stepMismatch: true }, message: say.decimals(Number(params?.exponent), this.currency) };
    return { flags: { badInput: true }, message: say.notAnAmount };
  }

  /** With all the digits of its currency, as the language groups and separates them; exactly, without floating point. */
  #write(amount: Money): string {
    const digits = (moneyToDecimal(amount).split('.')[1] ?? '').length;
    return new Intl.NumberFormat(this.locale.lang, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(moneyToDecimal(amount) as Intl.StringNumericLiteral);
  }

  #read(): void {
    const result = readAmount(this.text, this.currency, this.locale);
    this.#amount = result.ok ? result.value : undefined;
  }

  readonly #onInput = (event: Event): void => {
    this.text = (event.currentTarget as HTMLInputElement).value;
    this.#read();
    this.typed(event);
  };
  readonly #onCurrency = (event: Event): void => {
    event.stopPropagation();
    this.currency = (event.currentTarget as HTMLSelectElement).value;
    this.#read();
    this.decided();
  };
}

function signStandsFirst(lang: string, currency: string): boolean {
  const parts = new Intl.NumberFormat(lang, { style: 'currency', currency }).formatToParts(1).map(({ type }) => type);
  return parts.indexOf('currency') < parts.indexOf('integer');
}
