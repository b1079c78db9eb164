import { html, nothing, type TemplateResult } from 'lit';
import { select } from './controls.js';
import type { EditableField } from './editable-field.js';
import type { InlineEditSentences } from './inline-edit.messages.js';

/** What can be done with one of several values while it is edited. */
export interface SeveralValuesOptions {
  readonly field: EditableField;
  /** What it was chosen to be for. */
  readonly purpose: string | undefined;
  readonly say: InlineEditSentences;
  readonly remove: () => void;
  readonly add: (another: EditableField) => void;
}

/** Below the control of one of several values: what it is for, and the ways to remove it and to add another. */
export function severalValues({ field, purpose, say, remove, add }: SeveralValuesOptions): TemplateResult | undefined {
  const { label, several, text } = field;
  if (!several) return undefined;
  const { purposes, another } = several;
  const keepFocus = (event: Event): void => event.preventDefault();
  return html`
    <span class="several">
      ${select({ id: 'purpose', label: say.purpose, isBare: true, value: purpose ?? several.purpose, choices: purposes })}
      <span @pointerdown=${keepFocus}>
        ${text === '' ? nothing : html`<button type="button" class="button quiet small" data-several="remove" aria-label=${say.removeField(label)} @click=${remove}>${say.remove}</button>`}
        ${another ? html`<button type="button" class="button quiet small" data-several="add" @click=${() => add(another)}>${say.addAnother}</button>` : nothing}
      </span>
    </span>
  `;
}
