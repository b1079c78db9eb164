import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { nest } from '../base/nest.js';
import { baseStyles } from '../base/styles.js';
import { addressMessages } from './address.messages.js';
import { type AddressPart, addressForm, cityKind, likePostalCode, postalCodeKind, regionKind } from './address-form.js';
import type { PostalAddress } from './address-lines.js';
import type { Choice } from './choice.js';
import { KithCombobox } from './combobox.js';
import { countriesIn } from './countries.js';
import { describedBy, fieldStyles } from './field.js';
import { FormControl, type Wrong } from './form-control.js';
import { icon, iconStyles } from './icon.js';
import { alert } from './icons/shown.js';
import { countryName, ownCountry } from './place-name.js';

const AUTOCOMPLETE = {
  street: 'street-address',
  postalCode: 'postal-code',
  city: 'address-level2',
  region: 'address-level1',
} as const satisfies Readonly<Record<AddressPart, AutoFill>>;

/**
 * A postal address: the country first, found by typing, then the parts that addresses have there, in the order of that
 * country and by the names they have in it. A postal code that cannot be one of the country is kept and said to be
 * wrong; one that was there before is left alone. Sent as `name.street`, `name.postalCode`, `name.city`, `name.region`
 * and `name.country`.
 *
 * @event {Event} input - While a person types.
 * @event {Event} change - When a person has changed a part of it for good.
 */
export class KithAddressInput extends FormControl {
  static override readonly tag = 'address-input';
  static override styles: CSSResultGroup = [
    baseStyles,
    iconStyles,
    fieldStyles,
    css`
      :host { display: block; min-inline-size: 0; }
      .form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
      .line { display: flex; flex-wrap: wrap; gap: 8px; }
      .line > .field { flex: 1 1 120px; }
      .line > .field.short { flex: 1 1 84px; max-inline-size: 160px; }
      .line > .field.short:only-child { flex-grow: 0; flex-basis: 160px; }
      .field { gap: 3px; }
      textarea.input { min-block-size: calc(var(--kith-control) + 20px); padding-block: 4px; field-sizing: content; }
    `,
  ];

  @state() private parts: PostalAddress = {};
  /** What stood in it from the start is no mistake of whoever opens it. */
  #first: PostalAddress | undefined;

  /** ISO 3166-1: where an address is that has no country yet; the region of the page's language when left out. */
  @property() country = '';

  /** The address, without its empty parts; undefined while there is none. */
  @property({ attribute: false })
  get value(): PostalAddress | undefined {
    const { country: chosen, ...others } = this.parts;
    const typed = Object.entries(others)
      .map(([part, text]) => [part, text?.trim()] as const)
      .filter(([, text]) => text);
    // A country that nobody chose is none of its own.
    const country = typed.length > 0 ? this.#country : chosen;
    const value = { ...Object.fromEntries(typed), ...(country && { country }) };
    return Object.keys(value).length > 0 ? value : undefined;
  }
  set value(value: PostalAddress | undefined) {
    if (!this.hasUpdated) this.#first = value;
    this.parts = value ?? {};
  }

  /** Goes to what is to be typed: what is wrong, or the first part of an address whose country is known. */
  override focus(options?: FocusOptions): void {
    const find = (selector: string): HTMLElement | null => this.renderRoot.querySelector(selector);
    const part = find('[aria-invalid]') ?? (this.#country ? find('.line .input') : null);
    if (part) part.focus(options);
    else super.focus(options);
  }

  /** Selects what stands in the part that has the focus. */
  override select(): void {
    const { activeElement } = this.renderRoot as ShadowRoot;
    if (activeElement instanceof HTMLInputElement) activeElement.select();
  }

  protected override render(): TemplateResult {
    const say = this.sentences(addressMessages);
    const { lang } = this.locale;
    const country = this.#country;
    const lines = addressForm({ ...this.parts, country }, lang);
    const isShut = this.isDisabled || this.readOnly;
    return html`
      <div class="form" part="form" role="group" aria-label=${this.label || nothing} @input=${this.#onInput}>
        <div class="field" @change=${this.#onCountry}>
          <label class="label" for="country">${say.country}</label>
          ${nest(this, KithCombobox, {
            id: 'country',
            choices: countriesIn(lang),
            chosen: this.#chosenCountry(country),
            disabled: isShut,
          })}
        </div>
        ${repeat(
          lines,
          (line) => line.join(),
          (line) =>
            html`<div class="line">${repeat(
              line,
              (part) => part,
              (part) => this.#renderPart(part),
            )}</div>`,
        )}
      </div>
    `;
  }

  #renderPart(part: AddressPart): TemplateResult {
    const wrong = part === 'postalCode' && this.isWrong ? this.wrong() : undefined;
    // What the page says is wrong it says itself.
    const note = wrong && !this.invalid ? wrong.message : undefined;
    const isWrong = wrong ? 'true' : nothing;
    const noteId = note ? describedBy(part) : nothing;
    const text = this.parts[part] ?? '';
    const fill = AUTOCOMPLETE[part];
    return html`
      <div class="field ${part === 'postalCode' ? 'short' : ''}">
        <label class="label" for=${part}>${this.#labelOf(part)}</label>
        ${
          part === 'street'
            ? html`<textarea class="input" id=${part} rows="1" dir="auto" autocomplete=${fill} ?disabled=${this.isDisabled} ?readonly=${this.readOnly} .value=${text} @keydown=${keepEnter}></textarea>`
            : html`<input class="input" id=${part} dir="auto" autocomplete=${fill} aria-invalid=${isWrong} aria-describedby=${noteId} ?disabled=${this.isDisabled} ?readonly=${this.readOnly} .value=${text} />`
        }
        ${note ? html`<p class="field-error icon-small" id=${describedBy(part)}>${icon(alert)}<span>${note}</span></p>` : nothing}
      </div>
    `;
  }

  /** Each part has a name of its own: the field inside takes none from outside. */
  protected override get field(): null {
    return null;
  }

  protected override reset(): void {
    this.parts = this.#first ?? {};
  }
  protected override restore(kept: string): void {
    this.parts = JSON.parse(kept) as PostalAddress;
  }
  protected override submission(): { sent: FormData | null; kept: string } {
    const { value, name } = this;
    const sent = new FormData();
    for (const [part, text] of Object.entries(value ?? {})) if (name && text) sent.append(`${name}.${part}`, text);
    return { sent: value ? sent : null, kept: JSON.stringify(this.parts) };
  }

  protected override wrong(): Wrong | undefined {
    const say = this.sentences(addressMessages);
    const value = this.value;
    if (!value) return this.required ? { flags: { valueMissing: true }, message: say.required } : undefined;
    const { postalCode, country } = value;
    const isAsBefore = postalCode === this.#first?.postalCode && country === this.#first?.country;
    const example = postalCode && country && !isAsBefore ? likePostalCode(postalCode, country) : undefined;
    if (!example || !country) return undefined;
    const message = say.writeLike(this.#labelOf('postalCode'), example, countryName(country, this.locale.lang));
    return { flags: { patternMismatch: true }, message };
  }

  /** The country of the address; an empty one was taken away. */
  get #country(): string {
    return this.parts.country ?? (this.country || ownCountry(this.locale.lang) || '');
  }

  #chosenCountry(country: string): readonly Choice[] {
    if (!country) return NO_COUNTRY;
    const { lang } = this.locale;
    const known = countriesIn(lang).find(({ value }) => value === country);
    return [known ?? { value: country, label: countryName(country, lang) }];
  }

  #labelOf(part: AddressPart): string {
    const say = this.sentences(addressMessages);
    const country = this.#country;
    switch (part) {
      case 'street':
        return say.street;
      case 'postalCode':
        return say.postalCodes[postalCodeKind(country)];
      case 'city':
        return say.cities[cityKind(country)];
      case 'region':
        return say.regions[regionKind(country)];
    }
  }

  readonly #onInput = (event: Event): void => {
    const { id, value } = event.target as HTMLInputElement;
    if (id === 'country') {
      // It counts when it is chosen.
      event.stopPropagation();
      return;
    }
    this.parts = { ...this.parts, [id]: value };
    this.typed(event);
  };

  readonly #onCountry = (event: Event): void => {
    event.stopPropagation();
    this.parts = { ...this.parts, country: (event.target as KithCombobox).value };
    this.decided();
  };
}

const NO_COUNTRY: readonly Choice[] = [];

/** Enter is a line of the street, not the end of the form; with Ctrl or Cmd it is. */
const keepEnter = (event: KeyboardEvent): void => {
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.stopPropagation();
};
