import { html, noChange, nothing, type TemplateResult } from 'lit';
import { advise } from '#advise';
import { type Choice, groupChoices } from './choice.js';
import { describedBy, type FieldOptions } from './field.js';
import { icon } from './icon.js';
import { down } from './icons/heads.js';

/** What a native control needs besides its field: `field(options, input(options))` takes one object for both. */
export interface ControlOptions extends FieldOptions {
  readonly name?: string | undefined;
  /** What it holds. Left out, the browser keeps what was typed. */
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly autocomplete?: AutoFill | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  /** Without the field around it: the label is read out, not shown. */
  readonly isBare?: boolean | undefined;
  readonly onInput?: ((text: string) => void) | undefined;
  readonly onChange?: ((text: string) => void) | undefined;
}

/** A line of text. */
export interface InputOptions extends ControlOptions {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'date' | 'time' | undefined;
  /** Which keys a phone shows, where the type does not say it. */
  readonly mode?: 'text' | 'decimal' | 'numeric' | undefined;
  readonly longest?: number | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** Before the text: a sign or an icon. */
  readonly before?: unknown;
  /** After the text: a unit. */
  readonly after?: unknown;
}

/** A line of text, a native `<input>`. E-mail, telephone and web addresses run from left to right everywhere. Needs fieldStyles. */
export function input(options: InputOptions): TemplateResult {
  const { id, type = 'text', before, after } = options;
  adviseOnName(options);
  const isFramed = before !== undefined || after !== undefined;
  const direction = ['email', 'tel', 'url', 'date', 'time'].includes(type) ? 'ltr' : 'auto';
  const control = html`
    <input
      class=${isFramed ? nothing : 'input'} id=${id} type=${type} name=${options.name ?? nothing} dir=${direction} inputmode=${options.mode ?? nothing}
      placeholder=${options.placeholder ?? nothing} autocomplete=${options.autocomplete ?? 'off'} maxlength=${options.longest ?? nothing} min=${options.min ?? nothing} max=${options.max ?? nothing}
      aria-label=${options.isBare ? options.label : nothing} aria-invalid=${options.error ? 'true' : nothing} aria-describedby=${noteOf(options)}
      ?required=${options.isRequired ?? false} ?disabled=${options.isDisabled ?? false} ?readonly=${options.isReadOnly ?? false}
      .defaultValue=${options.value ?? ''} .value=${valueOf(options)} @input=${tell(options.onInput)} @change=${tell(options.onChange)}
    />
  `;
  return isFramed ? html`<label class="input">${affix(before)}${control}${affix(after)}</label>` : control;
}

/** Text of several lines, a native `<textarea>`. Needs fieldStyles. */
export function textarea(options: ControlOptions & { readonly rows?: number | undefined }): TemplateResult {
  adviseOnName(options);
  return html`
    <textarea
      class="input" id=${options.id} name=${options.name ?? nothing} rows=${options.rows ?? 3} dir="auto" placeholder=${options.placeholder ?? nothing}
      aria-label=${options.isBare ? options.label : nothing} aria-invalid=${options.error ? 'true' : nothing} aria-describedby=${noteOf(options)}
      ?required=${options.isRequired ?? false} ?disabled=${options.isDisabled ?? false} ?readonly=${options.isReadOnly ?? false}
      .defaultValue=${options.value ?? ''} .value=${valueOf(options)} @input=${tell(options.onInput)} @change=${tell(options.onChange)}
    ></textarea>
  `;
}

/** One of some choices. */
export interface SelectOptions extends ControlOptions {
  readonly choices: readonly Choice[];
  /** The words for "nothing chosen"; left out, something always is. */
  readonly none?: string | undefined;
}

/** One of some choices, a native `<select>` with the machine's own list; for many choices take a combobox. Needs fieldStyles. */
export function select(options: SelectOptions): TemplateResult {
  adviseOnName(options);
  const { value, choices, none } = options;
  const option = (choice: Choice): TemplateResult =>
    html`<option value=${choice.value} ?selected=${choice.value === value} .selected=${value === undefined ? noChange : choice.value === value} ?disabled=${choice.reason !== undefined}>${choice.reason ? `${choice.label} – ${choice.reason}` : choice.label}</option>`;
  return html`
    <span class="select icon-small">
      <select
        class="input" id=${options.id} name=${options.name ?? nothing} aria-label=${options.isBare ? options.label : nothing}
        aria-invalid=${options.error ? 'true' : nothing} aria-describedby=${noteOf(options)} ?required=${options.isRequired ?? false} ?disabled=${options.isDisabled ?? false}
        @change=${tell(options.onChange)}
      >
        ${none === undefined ? nothing : html`<option value="" ?selected=${!value}>${none}</option>`}
        ${groupChoices(choices).map(([group, members]) => (group === undefined ? members.map(option) : html`<optgroup label=${group}>${members.map(option)}</optgroup>`))}
      </select>
      ${icon(down)}
    </span>
  `;
}

/** What a host gave is put back only when it is another one: the browser's own state is the rest of the time right. */
const valueOf = ({ value }: ControlOptions): string | typeof noChange => value ?? noChange;

const noteOf = ({ id, error, help }: FieldOptions): string | typeof nothing =>
  error || help ? describedBy(id) : nothing;

const tell = (listener: ((text: string) => void) | undefined) =>
  listener ? (event: Event) => listener((event.currentTarget as HTMLInputElement).value) : nothing;

const affix = (content: unknown): unknown =>
  content === undefined ? nothing : typeof content === 'string' ? html`<span class="affix">${content}</span>` : content;

function adviseOnName({ id, label }: ControlOptions): void {
  advise(
    () => label.trim() === '' && `The control "${id}" has no label: nobody who hears the page knows what it is for.`,
  );
  advise(
    () => !/^\S+$/.test(id) && 'A control has no id, or one with spaces: its label and its note cannot refer to it.',
  );
}
