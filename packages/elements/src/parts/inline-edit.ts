import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { Later } from '../base/later.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { switchControl } from './checkbox.js';
import { input, select, textarea } from './controls.js';
import type { EditableField } from './editable-field.js';
import { describedBy } from './field.js';
import type { FormControl } from './form-control.js';
import { icon } from './icon.js';
import { cross } from './icons/heads.js';
import { alert, check } from './icons/shown.js';
import { pencil } from './icons/tools.js';
import type { Held } from './inline-controls.js';
import { inlineEditMessages } from './inline-edit.messages.js';
import { isFetched, isUnchanged, type OpenRow, opened, previewOf } from './open-row.js';
import { severalValues } from './several-values.js';

export type { EditableField } from './editable-field.js';

/** What InlineEdit needs of its element. */
export interface InlineEditHost extends LitElement {
  readonly locale: Locale;
}

type Native = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Rows of facts that are edited where they stand: a click, or Enter on the row's pencil, opens one; Enter, leaving it
 * or the check saves, Escape takes it back. What was typed stands in its row at once; when it is refused, the row opens
 * again with the reason, and no other row opens before. A value that somebody else changes meanwhile is shown beside
 * what was typed, and a person decides between the two. When its element goes on to another record, what was typed is
 * saved into its own. Needs inlineEditStyles, fieldStyles, checkStyles and
 * buttonStyles; the rows go into a `<dl class="details">`.
 */
export class InlineEdit implements ReactiveController {
  readonly #host: InlineEditHost;
  readonly #record: () => string | undefined;
  readonly #fetched: Later<typeof import('./inline-controls.js')>;
  #open: OpenRow | undefined;
  #saving: Promise<void> | undefined;
  /** Whether the last thing done to a choice was done by key: arrows pass over values that nobody means to save. */
  #isByKey = false;

  /** `record` answers the id of the record whose rows are drawn. */
  constructor(host: InlineEditHost, record: () => string | undefined) {
    this.#host = host;
    this.#record = record;
    this.#fetched = new Later(host, () => import('./inline-controls.js'));
    host.addController(this);
  }

  /** Before the rows of another record are drawn: the control of the open one still stands there. */
  hostUpdate(): void {
    if (!this.#open || this.#open.record === this.#record()) return;
    void this.#save(false);
    this.#open = undefined;
  }

  hostDisconnected(): void {
    this.#open = undefined;
  }

  /** The control of the open row. */
  get #control(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.editing :is(.control, input, select, textarea)');
  }

  /** Whether a row of this name is open, or its new value on its way. */
  isOpen(name: string): boolean {
    return this.#open?.name === name;
  }

  /** One row, as it is now. */
  row(field: EditableField): TemplateResult {
    const open = this.#open?.name === field.name ? this.#open : undefined;
    if (open) open.field = field;
    if (open && !open.isSaving) return this.#renderOpen(open);
    const say = sentencesIn(inlineEditMessages, this.#host.locale);
    if (field.kind === 'switch') return this.#renderSwitch(field);
    const text = open ? open.text : field.text;
    const shown = open ? previewOf(field, text) : field.shown;
    const isEmpty = text === '' && !shown;
    const value = html`<span class="detail-value">${shown ?? html`<bdi>${text}</bdi>`}</span>`;
    if (!field.save) return html`<div class="detail">${term(field)}<dd>${value}</dd></div>`;
    return html`
      <div class="detail editable ${open ? 'saving' : ''}" aria-busy=${open ? 'true' : nothing}>
        ${term(field, say.required)}
        <dd @click=${(event: Event) => this.#onValueClick(event, field)}>
          ${
            isEmpty
              ? html`<button type="button" class="add" data-edit=${field.name} aria-label=${say.addField(field.label)} @click=${() => this.#start(field)}>${say.add}</button>`
              : html`
                ${value}
                <button type="button" class="button quiet small square edit icon-small" data-edit=${field.name} aria-label=${say.editField(field.label)} title=${say.editField(field.label)} @click=${() => this.#start(field)}>${icon(pencil)}</button>
              `
          }
        </dd>
      </div>
    `;
  }

  /** A switch is never opened: it takes effect at once. */
  #renderSwitch(field: EditableField): TemplateResult {
    const isOn = field.text === 'true';
    const open = this.#open?.name === field.name ? this.#open : undefined;
    const onChange = (on: boolean): void => void this.#turn(field, on);
    const control = switchControl({
      label: field.label,
      isLabelUnseen: true,
      isOn: open?.isSaving ? open.text === 'true' : isOn,
      isDisabled: !field.save,
      onChange,
    });
    return html`<div class="detail">${term(field)}<dd class="detail-switch">${control}${open?.refusal ? html`<p class="field-error icon-small" role="alert">${icon(alert)}<span>${open.refusal}</span></p>` : nothing}</dd></div>`;
  }

  async #turn(field: EditableField, isOn: boolean): Promise<void> {
    const record = this.#record();
    await this.#saving;
    if (this.#open && this.#open.name !== field.name) return this.#control?.focus();
    this.#open = { ...opened(field, record), text: String(isOn), isTouched: true };
    await this.#save(false);
  }

  #renderOpen(open: OpenRow): TemplateResult {
    const { field, refusal } = open;
    const say = sentencesIn(inlineEditMessages, this.#host.locale);
    const theirs = this.#isConflict(open) ? (field.shown ?? field.text) || say.nothing : undefined;
    const keepFocus = (event: Event): void => event.preventDefault();
    return html`
      <div class="detail editable editing ${field.kind ?? ''} ${field.several ? 'of-several' : ''} ${refusal || theirs !== undefined ? 'refused' : ''}">
        ${term(field, say.required)}
        <dd @focusout=${this.#onFocusOut} @keydown=${this.#onKeydown} @input=${this.#onTouch} @change=${this.#onDecided}>
          ${this.#renderControl(open)}
          ${refusal ? html`<p class="field-error icon-small" id=${describedBy(ID)} role="alert">${icon(alert)}<span>${refusal}</span></p>` : field.help ? html`<p class="field-help" id=${describedBy(ID)}>${field.help}</p>` : nothing}
          ${
            theirs === undefined
              ? nothing
              : html`
                <div class="meanwhile" role="alert">
                  <p class="icon-small">${icon(alert)}<span>${say.meanwhile} <bdi class="theirs">${theirs}</bdi></span></p>
                  <p>
                    <button type="button" class="button small" data-conflict="mine" @click=${this.#keepMine}>${say.keepMine}</button>
                    <button type="button" class="button small" data-conflict="theirs" @click=${() => this.#close(true)}>${say.takeTheirs}</button>
                  </p>
                </div>
              `
          }
          ${severalValues({ field, purpose: open.purpose, say, remove: () => this.#remove(open), add: (another) => void this.#add(another) })}
          <span class="edit-actions" @pointerdown=${keepFocus} ?hidden=${theirs !== undefined}>
            <button type="button" class="button small square primary icon-small" tabindex="-1" aria-label=${say.save} title=${say.save} @click=${() => this.#save(true)}>${icon(check)}</button>
            <button type="button" class="button small square icon-small" tabindex="-1" aria-label=${say.cancel} title=${say.cancel} @click=${() => this.#close(true)}>${icon(cross)}</button>
          </span>
        </dd>
      </div>
    `;
  }

  #renderControl({ field, text, base, held, refusal }: OpenRow): unknown {
    const { label, help, affix, unit } = field;
    const say = sentencesIn(inlineEditMessages, this.#host.locale);
    const of = { id: ID, label, isBare: true, value: text, error: refusal, help };
    const fetched = isFetched(field) ? this.#fetched.value : undefined;
    if (fetched) {
      const note = refusal || help ? describedBy(ID) : null;
      return fetched.inlineControl(this.#host, { field, held, isInvalid: refusal !== undefined, note });
    }
    switch (field.kind) {
      case 'choice': {
        const none = field.isRequired && base !== '' ? undefined : say.none;
        return html`<span @pointerdown=${this.#onPointer}>${select({ ...of, choices: field.choices ?? [], none })}</span>`;
      }
      case 'lines':
        return textarea(of);
      case 'email':
      case 'url':
        return input({ ...of, type: field.kind });
      case 'number':
        return input({ ...of, mode: 'decimal', before: affix, after: unit });
      case 'moment':
        return html`<input class="input" type="datetime-local" aria-label=${label} aria-invalid=${refusal ? 'true' : nothing} .value=${text} />`;
      default:
        return input(of);
    }
  }

  async #start(field: EditableField): Promise<void> {
    const record = this.#record();
    await this.#saving;
    if (isFetched(field)) await this.#fetched.load();
    if (this.#open) {
      this.#control?.focus();
      return;
    }
    const names = this.#buttons.map(({ dataset }) => dataset['edit']);
    const near = names[names.indexOf(field.name) - 1];
    this.#open = {
      ...opened(field, record),
      near,
      ...(isFetched(field) && { held: this.#fetched.value?.heldOf(field) ?? {} }),
    };
    this.#isByKey = false;
    this.#host.requestUpdate();
    await this.#focusControl();
    const control = this.#control;
    // Not every engine selects what stands in a field that is focused: what is typed takes its place.
    if (control && 'select' in control && Reflect.get(control, 'type') !== 'datetime-local')
      (control as FormControl | HTMLInputElement).select();
  }

  async #focusControl(): Promise<void> {
    await this.#host.updateComplete;
    const control = this.#control;
    // A control of ours has its field only after it was drawn itself.
    if (control && 'updateComplete' in control) await control.updateComplete;
    control?.focus();
  }

  #save(keepsFocus: boolean): Promise<void> {
    this.#saving ??= this.#trySaving(keepsFocus).finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  /** Takes the value of the open row away. */
  #remove(open: OpenRow): void {
    open.isRemoved = true;
    open.isTouched = true;
    open.text = '';
    void this.#save(true);
  }

  /** Saves the open row and opens the one that another value is written into; beside nothing there is nothing to add. */
  async #add(another: EditableField): Promise<void> {
    const read = this.#open && this.#read(this.#open);
    if (read && 'text' in read && read.text.trim() === '') return this.#control?.focus();
    await this.#save(true);
    if (!this.#open) await this.#start(another);
  }

  async #trySaving(keepsFocus: boolean): Promise<void> {
    const open = this.#open;
    if (!open?.field.save) return;
    const read = open.isRemoved ? { text: '', held: {} } : this.#read(open);
    open.isRemoved = false;
    if ('wrong' in read) return this.#refuse(open, read.wrong, keepsFocus);
    const text = read.text.trim();
    if (isUnchanged(open, text)) return this.#close(keepsFocus);
    if (this.#isConflict(open)) {
      // Neither value is lost: the person decides.
      this.#host.requestUpdate();
      return;
    }
    open.text = text;
    // The control goes while the value is on its way: when it is refused, the next one begins with what was typed.
    if ('held' in read) open.held = read.held;
    open.isSaving = true;
    this.#host.requestUpdate();
    await this.#focusRow(open, keepsFocus);
    let refusal: string | undefined;
    try {
      refusal = await open.field.save(text, open.purpose);
    } catch {
      // Whoever carries commands out reports what failed; what was typed must not be lost meanwhile.
      refusal = sentencesIn(inlineEditMessages, this.#host.locale).failed;
    }
    if (this.#open !== open) return;
    if (refusal !== undefined) return this.#refuse(open, refusal, keepsFocus);
    this.#open = undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    // A row that was empty has another button now.
    await this.#focusRow(open, keepsFocus && this.#isFocusLost);
  }

  /** What the control of a row holds. */
  #read(open: OpenRow): { readonly text: string; readonly held?: Held } | { readonly wrong: string } {
    const control = this.#control;
    if (open.field.kind === 'switch' || !control) return open;
    const { value: fetched } = this.#fetched;
    return fetched && control.classList.contains('control')
      ? fetched.readInlineControl(control)
      : { text: (control as Native).value };
  }

  async #refuse(open: OpenRow, refusal: string, takesFocus: boolean): Promise<void> {
    open.isSaving = false;
    open.refusal = refusal;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (takesFocus) await this.#focusControl();
  }

  async #close(keepsFocus: boolean): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    this.#host.requestUpdate();
    if (open) await this.#focusRow(open, keepsFocus);
  }

  /** Goes back to a row; where it is gone, to one like it, or to the one before. */
  async #focusRow({ name, near }: OpenRow, takesFocus: boolean): Promise<void> {
    await this.#host.updateComplete;
    if (!takesFocus) return;
    const [several = ''] = name.split('.');
    const rows = this.#buttons;
    const isNamed = (wanted: string | undefined) => (row: HTMLElement) => row.dataset['edit'] === wanted;
    const alike = rows.findLast(({ dataset: { edit = '' } }) => edit === several || edit.startsWith(`${several}.`));
    (rows.find(isNamed(name)) ?? alike ?? rows.find(isNamed(near)))?.focus();
  }

  /** The buttons that open rows. */
  get #buttons(): readonly HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-edit]')];
  }

  /** Whether nothing has the focus, because what had it is gone. */
  get #isFocusLost(): boolean {
    return (this.#host.renderRoot as ShadowRoot).activeElement === null;
  }

  /** Whether somebody else has changed the value since the row was opened, and not to what was typed. */
  #isConflict({ field, base, isTouched, text }: OpenRow): boolean {
    return isTouched && field.text !== base && field.text !== text;
  }

  readonly #keepMine = async (): Promise<void> => {
    const open = this.#open;
    if (!open) return;
    open.base = open.field.text;
    await this.#save(true);
  };

  #onValueClick(event: Event, field: EditableField): void {
    const isOwnAction = (event.target as Element).closest('a, button') !== null;
    if (!isOwnAction && getSelection()?.isCollapsed !== false) void this.#start(field);
  }

  readonly #onTouch = (): void => {
    const open = this.#open;
    if (!open) return;
    open.isTouched = true;
    const purpose = this.#host.renderRoot.querySelector<HTMLSelectElement>('.editing .several select')?.value;
    if (purpose !== open.field.several?.purpose || open.purpose !== undefined) open.purpose = purpose;
    const read = this.#read(open);
    if ('text' in read) open.text = read.text;
  };

  readonly #onPointer = (): void => {
    this.#isByKey = false;
  };

  /** Something was chosen: a choice is saved at once, unless arrow keys only pass over it. */
  readonly #onDecided = (event: Event): void => {
    this.#onTouch();
    const kind = this.#open?.field.kind;
    const isChosen = kind === 'choice' ? !this.#isByKey : kind === 'reference';
    if (isChosen && (event.currentTarget as Element).contains(event.target as Node)) void this.#save(true);
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    const goesOn =
      event.relatedTarget instanceof Node && (event.currentTarget as Element).contains(event.relatedTarget);
    if (!goesOn && this.#open && !this.#open.isSaving) void this.#save(false);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const isButton = (event.target as Element).localName === 'button';
    this.#isByKey = true;
    const isLineBreak = event.shiftKey || (event.target as Element).localName === 'textarea';
    if (event.key === 'Escape') void this.#close(true);
    else if (
      event.key === 'Enter' &&
      !isButton &&
      !event.isComposing &&
      (!isLineBreak || event.ctrlKey || event.metaKey)
    )
      void this.#save(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** One row is open at a time. */
const ID = 'edit';

const term = ({ label, mark, isRequired }: EditableField, required?: string): TemplateResult =>
  html`<dt>${label}${isRequired && required ? html`<span class="required" title=${required} aria-hidden="true">*</span>` : nothing}${mark ?? nothing}</dt>`;
