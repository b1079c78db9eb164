import { html, nothing, type TemplateResult } from 'lit';
import { input } from '../parts/controls.js';
import { field } from '../parts/field.js';
import { isFor } from './field-draft.js';
import type { FieldEditing } from './field-editing.js';
import { fieldFormMessages } from './field-form.messages.js';

/** The bounds of a value: how little, how much, how exact, in which currency. */
export function boundsForm(editing: FieldEditing, errorAt: (path: string) => string | undefined): TemplateResult {
  const say = editing.say(fieldFormMessages);
  const { type, currency } = editing.draft;
  const bound = (part: 'least' | 'most' | 'decimals'): TemplateResult => {
    const options = { id: `field-${part}`, label: say[part], error: errorAt(part) };
    const value = editing.draft[part];
    const set = (text: string): void => {
      const number = text.trim() === '' ? undefined : Number(text);
      if (number === undefined || Number.isFinite(number)) editing.set({ [part]: number });
    };
    return field(
      options,
      input({ ...options, mode: 'decimal', value: value === undefined ? '' : String(value), onChange: set }),
    );
  };
  const part = {
    id: 'field-currency',
    label: say.currency,
    error: errorAt('currency'),
    placeholder: say.anyCurrency,
  };
  return html`
    <div class="pair trio">
      ${bound('least')}${bound('most')}
      ${isFor('decimals', type) ? bound('decimals') : nothing}
      ${type === 'money' ? field(part, input({ ...part, longest: 3, value: currency ?? '', onChange: (text) => editing.set({ currency: text.trim().toUpperCase() || undefined }) })) : nothing}
    </div>
  `;
}
