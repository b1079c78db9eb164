import { type Field } from '@kith/core/fields';
import { html, nothing, type TemplateResult } from 'lit';
import { labelOf } from '../base/label-of.js';
import type { Locale } from '../base/locale.js';
import { badge } from '../parts/badge.js';
import type { FieldEditorSentences } from './field-editor.messages.js';

/** What a row shows besides the field. */
export interface FieldRowOptions {
  readonly field: Field;
  readonly say: FieldEditorSentences;
  readonly locale: Locale;
  /** Opens it; left out, its name is no button. */
  readonly open?: (() => void) | undefined;
}

/** A field in a line: what it is called, by people and in formulas; its type; what holds for it. */
export function fieldRow({ field, say, locale, open }: FieldRowOptions): TemplateResult {
  const label = labelOf(field, locale);
  return html`
    <div class="about">
      <div class="what">
        ${open ? html`<button type="button" class="open" data-open=${field.name} @click=${open}><bdi>${label}</bdi></button>` : html`<b class="open"><bdi>${label}</bdi></b>`}
        <code dir="ltr" translate="no">${field.name}</code>
      </div>
      <span class="muted">${say.types[field.type]}</span>
      <span class="marks">${marksOf(field, say, locale).map((text) => badge(text))}</span>
    </div>
  `;
}

function marksOf(field: Field, say: FieldEditorSentences, { format }: Locale): readonly string[] {
  const { required, unique, options, sensitivity, access, origin } = field;
  return [
    ...(origin === 'host' ? [say.inCode] : []),
    ...(required === true ? [say.required] : required ? [say.sometimes] : []),
    ...(unique ? [say.unique] : []),
    ...(options && origin !== 'built-in' ? [say.options(options.filter(({ retired }) => !retired).length)] : []),
    ...(sensitivity && sensitivity !== 'none' ? [say.sensitivities[sensitivity]] : []),
    ...(access?.view ? [say.only(format.list(access.view))] : []),
  ];
}

/** In place of rows that are on their way. */
export const waitingFields = (skeleton: (size: 'half' | 'wide') => TemplateResult, isSlow: boolean): unknown =>
  isSlow
    ? html`<div class="waiting">${['half', 'wide', 'half', 'wide'].map((size) => skeleton(size as 'half'))}</div>`
    : nothing;
