import type { Day } from '@kith/core';
import { type CSSResultGroup, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { dayExample, readDay, writeDay } from '../base/read-day.js';
import { baseStyles } from '../base/styles.js';
import { controlMessages } from './control.messages.js';
import { controlStyles } from './control.styles.js';
import { fieldStyles } from './field.js';
import { FormControl, type Wrong } from './form-control.js';
import { icon, iconStyles } from './icon.js';
import { calendar } from './icons/tools.js';

/**
 * A day, not a moment: typed in the order and the words of the page's language, or chosen in the machine's own calendar
 * (its button, or Alt with Down). A native date field writes in the language of the browser, which need not be the
 * page's. Sent as `2026-12-18`.
 *
 * @event {Event} input - While a person types.
 * @event {Event} change - When a person has typed or chosen another day.
 */
export class KithDayInput extends FormControl {
  static override readonly tag = 'day-input';
  static override styles: CSSResultGroup = [
    baseStyles,
    iconStyles,
    fieldStyles,
    controlStyles,
    css`
      .input { position: relative; }
      /* Where the machine's calendar opens. */
      .input > .picker { position: absolute; inset: 0; opacity: 0; pointer-events: none; }
    `,
  ];

  @state() private text = '';
  #day: Day | undefined;
  #first: Day | undefined;

  /** The earliest day that can be chosen. */
  @property() min: Day | undefined;
  /** The latest day that can be chosen. */
  @property() max: Day | undefined;

  /** The day; undefined when the field is empty or what stands in it is none. */
  @property()
  get value(): Day | undefined {
    return this.#day;
  }
  set value(value: Day | undefined) {
    this.#day = value || undefined;
    if (!this.hasUpdated) this.#first = this.#day;
    this.text = this.#day ? writeDay(this.#day, this.locale.lang) : '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    // While somebody types, the text is theirs. The language may have changed since the day was written.
    if (this.#day && !this.isInField) this.text = writeDay(this.#day, this.locale.lang);
    super.willUpdate(changed);
  }

  protected override render(): TemplateResult {
    const { lang, format } = this.locale;
    const { openCalendar } = this.sentences(controlMessages);
    return html`
      <div class="input">
        <input
          part="field" autocomplete="off" aria-invalid=${this.isWrong ? 'true' : nothing} placeholder=${dayExample(lang, format.today())}
          ?required=${this.required} ?disabled=${this.isDisabled} ?readonly=${this.readOnly}
          .value=${live(this.text)} @input=${this.#onInput} @keydown=${this.#onKeydown}
        />
        ${
          this.readOnly
            ? nothing
            : html`
              <input class="picker" type="date" tabindex="-1" aria-hidden="true" min=${this.min ?? nothing} max=${this.max ?? nothing} .value=${live(this.#day ?? '')} @input=${this.#onChosen} />
              <button type="button" class="input-button" aria-label=${openCalendar} ?disabled=${this.isDisabled} @click=${this.#openCalendar}>${icon(calendar)}</button>
            `
        }
      </div>
    `;
  }

  protected override reset(): void {
    this.value = this.#first;
  }
  protected override restore(kept: string): void {
    this.text = kept;
    this.#day = readDay(kept, this.locale.lang, this.locale.format.today());
  }
  protected override submission(): { sent: string | null; kept: string } {
    return { sent: this.#day ?? null, kept: this.#day ?? this.text };
  }
  protected override wrong(): Wrong | undefined {
    const say = this.sentences(controlMessages);
    const { lang, format } = this.locale;
    const day = this.#day;
    if (this.text.trim() === '')
      return this.required ? { flags: { valueMissing: true }, message: say.required } : undefined;
    if (!day) return { flags: { badInput: true }, message: say.notADay(dayExample(lang, format.today())) };
    if (this.min && day < this.min)
      return { flags: { rangeUnderflow: true }, message: say.tooEarly(writeDay(this.min, lang)) };
    if (this.max && day > this.max)
      return { flags: { rangeOverflow: true }, message: say.tooLate(writeDay(this.max, lang)) };
    return undefined;
  }

  readonly #onInput = (event: Event): void => {
    this.text = (event.currentTarget as HTMLInputElement).value;
    this.#day = readDay(this.text, this.locale.lang, this.locale.format.today());
    this.typed(event);
  };

  readonly #onChosen = (event: Event): void => {
    event.stopPropagation();
    this.value = (event.currentTarget as HTMLInputElement).value as Day;
    this.decided();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || !event.altKey || event.isComposing) return;
    event.preventDefault();
    this.#openCalendar();
  };

  readonly #openCalendar = (): void => {
    if (!this.isDisabled && !this.readOnly) this.renderRoot.querySelector<HTMLInputElement>('.picker')?.showPicker();
  };
}
