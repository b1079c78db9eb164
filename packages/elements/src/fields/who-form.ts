import { type FieldAccess, Sensitivity } from '@kith/core/fields';
import { html, type TemplateResult } from 'lit';
import { nest } from '../base/nest.js';
import type { Choice } from '../parts/choice.js';
import { KithCombobox } from '../parts/combobox.js';
import { select } from '../parts/controls.js';
import { field } from '../parts/field.js';
import { wired } from '../parts/form-control.js';
import { icon } from '../parts/icon.js';
import { down } from '../parts/icons/heads.js';
import type { FieldEditing } from './field-editing.js';
import { fieldEditorMessages } from './field-editor.messages.js';
import { fieldFormMessages } from './field-form.messages.js';

const asChoice = (role: string): Choice => ({ value: role, label: role });

/** A role is named by its key, whether or not a policy knows it yet. */
const create = async (text: string): Promise<Choice> => asChoice(text.trim());

/** Who sees a field and who edits it, and how delicate its values are. */
export function whoForm(editing: FieldEditing): TemplateResult {
  const say = editing.say(fieldFormMessages);
  const { sensitivities } = editing.say(fieldEditorMessages);
  const { draft, host, registry } = editing;
  const { access = {}, sensitivity = 'none' } = draft;
  const known = registry.entities
    .flatMap(({ kind }) => registry.fieldsOf(kind))
    .flatMap((each) => [...(each.access?.view ?? []), ...(each.access?.edit ?? [])]);
  const choices = [...new Set(known)].sort().map(asChoice);
  const roles = (part: keyof FieldAccess, label: string): unknown => {
    const options = { id: `field-${part}`, label, help: part === 'view' ? say.rolesHelp : undefined };
    const onchange = ({ target }: Event): void =>
      editing.set({ access: { ...access, [part]: (target as KithCombobox).chosen.map(({ value }) => value) } });
    return field(
      options,
      nest(
        host,
        KithCombobox,
        wired(options, {
          choices,
          create,
          isMultiple: true,
          placeholder: say.everybody,
          chosen: chosenOf(access[part]),
          onchange,
        }),
      ),
    );
  };
  const part = { id: 'field-sensitivity', label: say.sensitivity, help: say.sensitivityHelp };
  const levels = Sensitivity.options.map((value) => ({ value, label: sensitivities[value] }));
  return html`
    <details class="fold" ?open=${sensitivity !== 'none' || access.view !== undefined || access.edit !== undefined}>
      <summary class="icon-small">${icon(down)}<span>${say.who}</span></summary>
      <div>
        ${field(part, select({ ...part, choices: levels, value: sensitivity, onChange: (value) => editing.set({ sensitivity: value as Sensitivity }) }))}
        ${roles('view', say.viewers)}${roles('edit', say.editors)}
      </div>
    </details>
  `;
}

const chosenByKey = new Map<string, readonly Choice[]>();

/** The same list for the same roles: a control keeps what is typed as long as what it is given stays. */
function chosenOf(roles: readonly string[] | undefined): readonly Choice[] {
  const key = (roles ?? []).join('\n');
  const chosen = chosenByKey.get(key) ?? (roles ?? []).map(asChoice);
  chosenByKey.set(key, chosen);
  return chosen;
}
