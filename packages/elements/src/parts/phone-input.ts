import { keptPhone, normalPhone } from '@kith/core/duplicates';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { baseStyles } from '../base/styles.js';
import { controlMessages } from './control.messages.js';
import { controlStyles } from './control.styles.js';
import { fieldStyles } from './field.js';
import { FormControl, type Wrong } from './form-control.js';
import { icon, iconStyles } from './icon.js';
import { phone } from './icons/shown.js';
import { phonePlans } from './phone-text.js';
import { ownCountry } from './place-name.js';

/**
 * A telephone number, typed as people write it and held as E.164 (`+358401234567`, with an extension `+358401234567;ext=5`): the
 * same reading by which duplicates are found. A number without a country's code is one of `country`. It stands there in groups, as it is
 * dialled in `country` or with its code, and what is typed is grouped once the field is left; what is none is kept and
 * said to be wrong.
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

  /** The number in E.164, `;ext=` and its extension behind it; empty when the field is, or when what stands in it is no whole number. */
  @property()
  get value(): string {
    return this.#read(this.text);
  }
  set value(value: string) {
    if (!this.hasUpdated) this.#first = value;
    this.text = value;
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#group();
    super.willUpdate(changed);
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
    super.done();
    this.requestUpdate();
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
    return this.country || ownCountry(this.locale.lang);
  }

  #read(text: string): string {
    return (text && keptPhone(text, this.#country)) || '';
  }

  /** Writes the number in groups, unless somebody types: under their hands nothing moves. */
  #group(): void {
    const { field, isInField, text, value } = this;
    const isSelected = field?.selectionStart === 0 && field.selectionEnd === field.value.length;
    if (this.isTyping || (isInField && !isSelected)) return;
    // What somebody says of an extension stays as they write it.
    const isAsKept = !/[\p{L}#;]/u.test(text.replace(';ext=', ''));
    const grouped = value && isAsKept && phonePlans()?.groupKept(value, this.#country, this.locale.lang);
    // Not every country's own way to write a number says which one it is.
    if (!grouped || grouped === text || this.#read(grouped) !== value) return;
    this.text = grouped;
    if (isInField) void this.updateComplete.then(() => this.select());
  }

  readonly #onInput = (event: Event): void => {
    this.text = (event.currentTarget as HTMLInputElement).value;
    this.typed(event);
  };
}
