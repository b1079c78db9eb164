import { normalPhone } from '@kith/core/duplicates';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { baseStyles } from '../base/styles.js';
import { controlMessages } from './control.messages.js';
import { controlStyles } from './control.styles.js';
import { fieldStyles } from './field.js';
import { FormControl, type Wrong } from './form-control.js';
import { icon, iconStyles } from './icon.js';
import { phone } from './icons/shown.js';

/**
 * A telephone number, typed as people write it and held as E.164 (`+358401234567`): the same reading by which
 * duplicates are found. A number without a country's code is one of `country`. Once the field is left it stands there
 * with its code; what is none is kept and said to be wrong.
 *
 * @event {Event} input - While a person types.
 * @event {Event} change - When a person has typed another number.
 */
export class KithPhoneInput extends FormControl {
  static override readonly tag = 'phone-input';
  static override styles: CSSResultGroup = [baseStyles, iconStyles, fieldStyles, controlStyles];

  @state() private text = '';
  #first: string | undefined;

  /** ISO 3166-1: where a number without a code is dialled; the region of the page's language when left out. */
  @property() country = '';

  /** The number in E.164; empty when the field is, or when what stands in it is no whole number. */
  @property()
  get value(): string {
    const number = this.text ? normalPhone(this.text, this.#country) : undefined;
    return number?.hasCountry ? `+${number.digits}` : '';
  }
  set value(value: string) {
    if (!this.hasUpdated) this.#first = value;
    this.text = value;
  }

  protected override render(): TemplateResult {
    return html`
      <label class="input">
        ${icon(phone)}
        <input
          class="number" part="field" type="tel" dir="ltr" autocomplete="tel" aria-invalid=${this.isWrong ? 'true' : nothing}
          ?required=${this.required} ?disabled=${this.isDisabled} ?readonly=${this.readOnly} .value=${live(this.text)} @input=${this.#onInput}
        />
      </label>
    `;
  }

  protected override done(): void {
    if (this.value && this.isTyping) this.text = this.value;
    super.done();
  }
  protected override reset(): void {
    this.text = this.#first ?? '';
  }
  protected override restore(kept: string): void {
    this.text = kept;
  }
  protected override submission(): { sent: string | null; kept: string } {
    return { sent: this.value || null, kept: this.text };
  }
  protected override wrong(): Wrong | undefined {
    const say = this.sentences(controlMessages);
    if (this.text.trim() === '')
      return this.required ? { flags: { valueMissing: true }, message: say.required } : undefined;
    if (this.value) return undefined;
    const isNumber = normalPhone(this.text, this.#country) !== undefined;
    return { flags: { badInput: true }, message: isNumber ? say.needsCountry : say.notANumber };
  }

  get #country(): string | undefined {
    return this.country || new Intl.Locale(this.locale.lang).region;
  }

  readonly #onInput = (event: Event): void => {
    this.text = (event.currentTarget as HTMLInputElement).value;
    this.typed(event);
  };
}
