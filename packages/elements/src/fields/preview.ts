import type { Day, Instant, Money } from '@kith/core';
import { checkDefinition, type FieldDefinition } from '@kith/core/fields';
import { html, nothing } from 'lit';
import { labelOf } from '../base/label-of.js';
import type { Locale } from '../base/locale.js';
import { table } from '../parts/table.js';
import { fieldControl } from './field-control.js';
import type { FieldEditing } from './field-editing.js';
import { fieldFormMessages } from './field-form.messages.js';
import type { ResultPreview, ShownResult } from './result-preview.js';

/** What people will see of a field: as a form asks for it or, where it is computed, what it comes to on real rows. */
export function previewOf(editing: FieldEditing, definition: FieldDefinition, results: ResultPreview): unknown {
  const say = editing.say(fieldFormMessages);
  const { host, registry } = editing;
  const { locale } = host;
  const label = labelOf({ labels: definition.labels, name: definition.name }, locale) || say.label;
  const isComputed = definition.type === 'formula' || definition.type === 'rollUp';
  if (!isComputed) {
    const help = definition.help && labelOf({ labels: definition.help, name: '' }, locale);
    return html`
      <div class="form-preview" role="group" aria-label=${say.preview}>
        <h3>${say.preview}</h3>
        ${fieldControl(host, definition, { id: 'field-preview', label, help: help || undefined, none: say.noDefault, isRequired: definition.required === true })}
      </div>
    `;
  }
  const checked = checkDefinition(registry, definition);
  if (!checked.ok) return nothing;
  results.show(registry, checked.value);
  const shown = results.results;
  if (!shown) return nothing;
  return html`
    <div class="form-preview" role="group" aria-label=${say.previewRow}>
      <h3>${say.previewRow}</h3>
      ${
        shown.length === 0
          ? html`<p class="subtle">${say.noRows}</p>`
          : table<ShownResult>({
              label: say.previewRow,
              columns: [
                { head: say.record, cell: ({ row }) => html`<bdi>${row}</bdi>` },
                {
                  head: label,
                  isFigure: true,
                  cell: ({ value }) => valueWords(value, host.locale) ?? html`<span class="subtle">${say.blank}</span>`,
                },
              ],
              rows: shown,
            })
      }
    </div>
  `;
}

/** A computed value in words; undefined for none. */
function valueWords(value: unknown, { format }: Locale): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map((each) => valueWords(each, { format } as Locale)).join(', ') || undefined;
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (typeof value === 'object') return format.money(value as Money);
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return format.day(text as Day);
  return /^\d{4}-\d{2}-\d{2}T.*Z$/.test(text) ? format.instant(text as Instant) : text;
}
