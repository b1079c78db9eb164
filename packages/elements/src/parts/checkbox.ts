import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { advise } from '#advise';

/** Something that is on or off. */
export interface CheckOptions {
  readonly label: string;
  /** Where the label stands beside it anyway, as in the head of a table: it is read out, not shown. */
  readonly isLabelUnseen?: boolean | undefined;
  /** With `onChange` what it is; without, what it is at first and after a reset, and the browser keeps the rest. */
  readonly isOn: boolean;
  /** Some of what it stands for is on; a press then turns all of it on. */
  readonly isMixed?: boolean | undefined;
  /** In a form: what it is sent as, when it is on. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Below the label: what it means, or why it cannot be changed. */
  readonly note?: string | undefined;
  readonly onChange?: ((isOn: boolean) => void) | undefined;
}

/** A checkbox: a native one, so that a form, a fieldset and a reset treat it as theirs. Needs checkStyles. */
export const checkbox = (options: CheckOptions): TemplateResult => check(options, false);

/** A switch, for what takes effect at once; where a form is sent first, a checkbox says it better. Needs checkStyles. */
export const switchControl = (options: CheckOptions): TemplateResult => check(options, true);

function check(options: CheckOptions, isSwitch: boolean): TemplateResult {
  const { label, isLabelUnseen = false, name, value, note, onChange } = options;
  advise(
    () => label.trim() === '' && 'A checkbox or switch has no label. Give it one; isLabelUnseen hides it from sight.',
  );
  return html`
    <label class="check">
      <input
        type="checkbox" role=${isSwitch ? 'switch' : nothing} name=${name ?? nothing} value=${value ?? nothing} aria-label=${isLabelUnseen ? label : nothing}
        .defaultChecked=${options.isOn} .checked=${onChange ? live(options.isOn) : options.isOn} .indeterminate=${live(options.isMixed ?? false)}
        ?required=${options.isRequired ?? false} ?disabled=${options.isDisabled ?? false}
        @change=${(event: Event) => onChange?.((event.currentTarget as HTMLInputElement).checked)}
      />
      ${
        isLabelUnseen
          ? nothing
          : html`<span class="check-text"><span class="check-label">${label}</span>${note ? html`<span class="check-note">${note}</span>` : nothing}</span>`
      }
    </label>
  `;
}
