import { type Id, kindOf, type Problem } from '@kith/core';
import type { Field } from '@kith/core/fields';
import type { Command, Store } from '@kith/store';
import { css, html, type LitElement, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { labelOf } from '../base/label-of.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { listMessages } from '../lists/messages.js';
import { registryOf } from '../lists/registry-of.js';
import { input, select, textarea } from '../parts/controls.js';
import type { EditableField, EditableKind } from '../parts/editable-field.js';
import { describedBy, type FieldOptions, field } from '../parts/field.js';
import { FormControl } from '../parts/form-control.js';
import { type Held, heldOf, inlineControl, readInlineControl } from '../parts/inline-controls.js';
import { isSearched, searchUsers } from '../records/search-rows.js';
import { choosingOf, kindOfField, readField } from '../records/typed-field.js';
import { appMessages } from './messages.js';

/** What a refusal lacks, by field. */
export type Answers = Readonly<Record<string, unknown>>;

/** A form for the fields that a problem's fix names, and how to read it. */
export interface AnswersForm {
  render(): unknown;
  /** The answers, or undefined when one is missing or wrong; the form then shows where. */
  read(form: HTMLFormElement): Answers | undefined;
}

/** Whose form it is: the element that draws it, and what was refused. */
export interface AnswersFormOptions {
  readonly host: LitElement;
  readonly store: Store;
  readonly locale: Locale;
  readonly problem: Problem;
  readonly command: Command<unknown>;
}

/** A field that is asked for. */
interface Asked extends EditableField {
  readonly kind: EditableKind;
  /** What its control starts from. */
  readonly held: Held;
  /** The value that the text of its control stands for, or what is wrong with it. */
  readonly read: (text: string) => { readonly value: unknown } | { readonly wrong: string };
}

/** Further fields that belong to one that is asked for, and may stay empty. */
const companions: Readonly<Record<string, readonly string[]>> = { lossReason: ['lossNote'] };

/** Makes the form; undefined where something is asked for that no single field can hold. */
export function answersForm(options: AnswersFormOptions): AnswersForm | undefined {
  const { host, locale, problem } = options;
  const say = sentencesIn(appMessages, locale);
  const required = problem.fix?.kind === 'fields' ? problem.fix.fields : [];
  const optional = required.flatMap((name) => companions[name] ?? []);
  const fields = [...required, ...optional].map((name) => askedOf(name, options));
  if (!fields.every((each) => each !== undefined)) return undefined;
  addStyles(host, answersStyles);
  const errors = new Map<string, string>();
  let reason = '';

  const setReason = (text: string): void => {
    reason = text;
    errors.delete('lossReason');
    host.requestUpdate();
  };

  const renderField = (asked: Asked): TemplateResult => {
    const { name, label } = asked;
    const note = optional.includes(name) ? say.optional : undefined;
    const around: FieldOptions = { id: name, label, note, help: asked.help, error: errors.get(name) };
    if (name !== 'lossReason') return field(around, controlOf(asked, around, options));
    return field(
      around,
      html`
        <div class="choices" role="group" aria-label=${label}>
          ${say.lossReasons.map((each) => html`<button type="button" class="button small" aria-pressed=${each === reason ? 'true' : 'false'} @click=${() => setReason(each)}>${each}</button>`)}
        </div>
        ${input({ ...around, name, value: reason, onInput: setReason })}
      `,
    );
  };

  return {
    render: () => fields.map(renderField),
    read(form) {
      errors.clear();
      const answers: Record<string, unknown> = {};
      for (const { name, read } of fields) {
        const typed = textOf(form.elements.namedItem(name));
        const answer = 'wrong' in typed ? typed : read(typed.text);
        if ('wrong' in answer) errors.set(name, answer.wrong);
        else if (answer.value !== undefined && answer.value !== '') answers[name] = answer.value;
        else if (required.includes(name)) errors.set(name, say.fillIn);
      }
      return errors.size === 0 ? answers : undefined;
    },
  };
}

/** A field as it is asked for: one of the closing of a deal, or one that the registry knows. */
function askedOf(name: string, options: AnswersFormOptions): Asked | undefined {
  const { locale, problem } = options;
  const say = sentencesIn(appMessages, locale);
  const registered = fieldNamed(name, options);
  const kind = closingKinds[name] ?? (registered && kindIn(registered));
  if (!kind) return undefined;
  const row: EditableField & { readonly kind: EditableKind } = {
    name,
    kind,
    label: say.fields[name] ?? (registered ? labelOf(registered, locale) : name),
    text: '',
    currency: String(problem.params?.currency ?? registered?.currency ?? locale.currency),
    unit: registered?.valueType === 'percent' ? '%' : undefined,
    help: registered?.help && labelOf({ name: '', labels: registered.help }, locale),
    ...(registered && choosingIn(registered, options)),
  };
  const read: Asked['read'] =
    registered && !(name in closingKinds)
      ? (text) => readField(text, registered, locale)
      : (text) => ({ value: kind === 'money' ? heldOf({ ...row, text }).value : text || undefined });
  return { ...row, read, held: { ...heldOf(row), ...(name === 'closeDay' && { max: locale.format.today() }) } };
}

/** What closing a deal takes: values of its own, beside those of the row. */
const closingKinds: Readonly<Record<string, EditableKind>> = {
  lossReason: 'text',
  lossNote: 'lines',
  actualValue: 'money',
  closeDay: 'day',
};

/** Several rows and tags are chosen one by one; anything else that is many has a form of its own. */
function kindIn(registered: Field): EditableKind | undefined {
  if (registered.isReadOnly) return undefined;
  if (registered.name === 'tags') return 'words';
  return registered.isMany && isSearched(registered.to) ? 'choices' : kindOfField(registered);
}

/** What may be chosen. People are found like rows: who they are is read when somebody asks for them. */
const choosingIn = (
  registered: Field,
  { locale, store }: AnswersFormOptions,
): Pick<EditableField, 'choices' | 'search'> =>
  registered.valueType === 'user'
    ? { search: searchUsers(store) }
    : choosingOf({}, registered, { locale, store, references: { users: [], nameOf: () => undefined } });

/** The field of the kind of row that the command was for. */
function fieldNamed(path: string, { store, command }: AnswersFormOptions): Field | undefined {
  const { id, ids } = (command.input ?? {}) as { readonly id?: Id; readonly ids?: readonly Id[] };
  const row = id ?? ids?.[0];
  return row && registryOf(store).field(kindOf(row), path);
}

function controlOf(asked: Asked, around: FieldOptions, { host, locale }: AnswersFormOptions): unknown {
  const { kind, held, choices, name, unit } = asked;
  switch (kind) {
    case 'money':
    case 'day':
    case 'phone':
    case 'reference':
    case 'choices':
    case 'words':
      return inlineControl(host, {
        id: name,
        field: asked,
        held,
        isInvalid: around.error !== undefined,
        note: around.error || around.help ? describedBy(name) : null,
      });
    case 'choice':
      return select({ ...around, name, choices: choices ?? [], none: '' });
    case 'switch': {
      const say = sentencesIn(listMessages, locale);
      return select({
        ...around,
        name,
        none: '',
        choices: [
          { value: 'true', label: say.yes },
          { value: 'false', label: say.no },
        ],
      });
    }
    case 'lines':
      return textarea({ ...around, name, rows: 2 });
    case 'number':
      return input({ ...around, name, mode: 'decimal', after: unit });
    case 'email':
    case 'url':
      return input({ ...around, name, type: kind });
    default:
      return input({ ...around, name });
  }
}

/** What stands in a control, as the text of its field. */
function textOf(control: RadioNodeList | Element | null): { readonly text: string } | { readonly wrong: string } {
  if (control instanceof FormControl) return readInlineControl(control);
  return { text: (control as HTMLInputElement | null)?.value.trim() ?? '' };
}

/** The looks of the form's own pieces. */
const answersStyles = css`
  .choices { display: flex; flex-wrap: wrap; gap: 6px; }
`;
