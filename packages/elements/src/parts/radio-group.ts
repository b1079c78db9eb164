import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { advise } from '#advise';
import type { Choice } from './choice.js';

/** One of a few choices, all of them in sight. */
export interface RadioGroupOptions {
  readonly label: string;
  readonly isLabelUnseen?: boolean | undefined;
  /** Radio buttons of one name exclude each other within their form. */
  readonly name: string;
  readonly choices: readonly Choice[];
  /** With `onChange` which one it is; without, which one it is at first. */
  readonly value?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Beside each other as long as there is room. */
  readonly isInline?: boolean | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
}

/** Radio buttons in a native `<fieldset>`: the browser's arrow keys and form. Needs checkStyles and fieldStyles. */
export function radioGroup(options: RadioGroupOptions): TemplateResult {
  const { label, name, choices, value, isRequired = false, isDisabled = false, onChange } = options;
  advise(() => label.trim() === '' && `The radio buttons "${name}" have no label: say what is chosen here.`);
  advise(() => choices.length < 2 && `The radio buttons "${name}" have fewer than two choices: use a checkbox.`);
  return html`
    <fieldset class="choices ${options.isInline ? 'inline' : ''}" ?disabled=${isDisabled}>
      <legend class=${options.isLabelUnseen ? 'unseen' : 'label'}>${label}</legend>
      ${choices.map(
        (choice) => html`
          <label class="check">
            <input
              type="radio" name=${name} value=${choice.value} .defaultChecked=${choice.value === value} .checked=${onChange ? live(choice.value === value) : choice.value === value}
              ?required=${isRequired} ?disabled=${choice.reason !== undefined} @change=${() => onChange?.(choice.value)}
            />
            <span class="check-text"><span class="check-label">${choice.label}</span>${(choice.reason ?? choice.note) ? html`<span class="check-note">${choice.reason ?? choice.note}</span>` : nothing}</span>
          </label>
        `,
      )}
    </fieldset>
  `;
}
