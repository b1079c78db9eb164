import type { FieldDefinition } from '@kith/core/fields';
import { nothing } from 'lit';
import { select } from '../parts/controls.js';
import { field } from '../parts/field.js';
import { fieldControl } from './field-control.js';
import type { FieldEditing } from './field-editing.js';
import { fieldFormMessages } from './field-form.messages.js';

/** What a new row gets where nothing is said, asked for as a form will ask for the field; nothing where there is no default to give. */
export function defaultForm(editing: FieldEditing, definition: FieldDefinition, error: string | undefined): unknown {
  const say = editing.say(fieldFormMessages);
  const { type, default: value } = editing.draft;
  if (type === 'instant' || type === 'reference' || type === 'user') return nothing;
  const part = { id: 'field-default', label: say.default, help: say.defaultHelp, error };
  const set = (next: FieldDefinition['default']): void =>
    editing.set({ default: Array.isArray(next) && next.length === 0 ? undefined : next });
  if (type !== 'boolean')
    return fieldControl(editing.host, definition, { ...part, none: say.noDefault, value, onChange: set });
  const choices = [
    { value: 'true', label: say.yes },
    { value: 'false', label: say.no },
  ];
  const onChange = (text: string): void => set(text === '' ? undefined : text === 'true');
  return field(
    part,
    select({ ...part, none: say.noDefault, value: value === undefined ? '' : String(value), choices, onChange }),
  );
}
