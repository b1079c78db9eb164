import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import type { Choice } from './choice.js';
import { icon } from './icon.js';
import { alert, check, cross, down, pencil } from './icons.js';
import { inlineEditMessages } from './inline-edit.messages.js';

/** A fact about something, shown in a row and edited in its place. */
export interface EditableField {
  /** Unique among the rows of one element. */
  readonly name: string;
  readonly label: string;
  /** How it is typed; `choice` needs `choices`. Text when left out. */
  readonly kind?: 'text' | 'lines' | 'email' | 'phone' | 'number' | 'day' | 'choice';
  readonly choices?: readonly Choice[];
  /** Whether a choice can be taken back to none. */
  readonly isRequired?: boolean;
  /** What editing starts from; empty when there is nothing. */
  readonly text: string;
  /** What stands in the row; the text itself when left out. */
  readonly shown?: unknown;
  /** Before the field while it is typed, such as a currency sign. */
  readonly affix?: string | undefined;
  /** Takes what was typed; answers why not, in a sentence to show under the field. Without it the row is only shown. */
  readonly save?: ((text: string) => Promise<string | undefined>) | undefined;
}

/** What InlineEdit needs of its element. */
export interface InlineEditHost extends ReactiveControllerHost {
  readonly locale: Locale;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Rows of facts that are edited where they stand: a click, or Enter on the row's pencil, opens one; Enter, leaving it
 * or the check saves, Escape takes it back. A refused value stays open with its reason, and no other row opens before.
 * Needs inlineEditStyles, fieldStyles and buttonStyles; the rows go into a `<dl class="details">`.
 */
export class InlineEdit implements ReactiveController {
  readonly #host: InlineEditHost;
  #open: EditableField | undefined;
  #text = '';
  #refusal: string | undefined;
  #saving: Promise<void> | undefined;
  /** Whether the last thing done to a choice was done by key: arrows pass over values that nobody means to save. */
  #isByKey = false;

  constructor(host: InlineEditHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#open = undefined;
  }

  /** The control of the open row. */
  get #control(): Control | null {
    return this.#host.renderRoot.querySelector<Control>('.editing :is(input, select, textarea)');
  }

  /** One row, as it is now. */
  row(field: EditableField): TemplateResult {
    if (this.#open?.name === field.name) {
      this.#open = field;
      return this.#renderOpen(field);
    }
    const say = sentencesIn(inlineEditMessages, this.#host.locale);
    const isEmpty = field.text === '' && !field.shown;
    if (!field.save)
      return html`<div class="detail"><dt>${field.label}</dt><dd><span class="detail-value">${field.shown ?? html`<bdi>${field.text}</bdi>`}</span></dd></div>`;
    return html`
      <div class="detail editable">
        <dt>${field.label}</dt>
        <dd @click=${(event: Event) => this.#onValueClick(event, field)}>
          ${
            isEmpty
              ? html`<button type="button" class="add" data-edit=${field.name} aria-label=${say.addField(field.label)} @click=${() => this.#start(field)}>${say.add}</button>`
              : html`
                <span class="detail-value">${field.shown ?? html`<bdi>${field.text}</bdi>`}</span>
                <button type="button" class="button quiet small square edit icon-small" data-edit=${field.name} aria-label=${say.editField(field.label)} title=${say.editField(field.label)} @click=${() => this.#start(field)}>${icon(pencil)}</button>
              `
          }
        </dd>
      </div>
    `;
  }

  #renderOpen(field: EditableField): TemplateResult {
    const say = sentencesIn(inlineEditMessages, this.#host.locale);
    const keepFocus = (event: Event): void => event.preventDefault();
    return html`
      <div class="detail editable editing ${this.#refusal ? 'refused' : ''}">
        <dt>${field.label}</dt>
        <dd @focusout=${this.#onFocusOut} @keydown=${this.#onKeydown}>
          ${this.#renderControl(field)}
          ${this.#refusal ? html`<p class="field-error icon-small" id="refusal" role="alert">${icon(alert)}<span>${this.#refusal}</span></p>` : nothing}
          <span class="edit-actions" @pointerdown=${keepFocus}>
            <button type="button" class="button small square primary icon-small" tabindex="-1" aria-label=${say.save} title=${say.save} @click=${() => this.#save(true)}>${icon(check)}</button>
            <button type="button" class="button small square icon-small" tabindex="-1" aria-label=${say.cancel} title=${say.cancel} @click=${() => this.#close(true)}>${icon(cross)}</button>
          </span>
        </dd>
      </div>
    `;
  }

  #renderControl(field: EditableField): TemplateResult {
    const isInvalid = this.#refusal ? 'true' : nothing;
    const note = this.#refusal ? 'refusal' : nothing;
    switch (field.kind) {
      case 'choice':
        return html`
          <span class="select icon-small">
            <select class="input" aria-label=${field.label} aria-invalid=${isInvalid} aria-describedby=${note} @change=${this.#onChoose} @pointerdown=${this.#onPointer}>
              ${field.isRequired && field.text !== '' ? nothing : html`<option value="" ?selected=${this.#text === ''}>${sentencesIn(inlineEditMessages, this.#host.locale).none}</option>`}
              ${field.choices?.map(({ value, label }) => html`<option value=${value} ?selected=${value === this.#text}>${label}</option>`)}
            </select>
            ${icon(down)}
          </span>
        `;
      case 'lines':
        return html`<textarea class="input" rows="3" aria-label=${field.label} aria-invalid=${isInvalid} aria-describedby=${note} .value=${this.#text} @input=${this.#onInput}></textarea>`;
      default: {
        const { type, mode, dir } = INPUTS[field.kind ?? 'text'];
        const input = html`<input class=${field.affix ? '' : 'input'} type=${type} inputmode=${mode} dir=${dir} autocomplete="off" aria-label=${field.label} aria-invalid=${isInvalid} aria-describedby=${note} .value=${this.#text} @input=${this.#onInput} />`;
        return field.affix
          ? html`<label class="input"><span class="affix">${field.affix}</span>${input}</label>`
          : input;
      }
    }
  }

  async #start(field: EditableField): Promise<void> {
    await this.#saving;
    if (this.#open) {
      this.#control?.focus();
      return;
    }
    this.#open = field;
    this.#text = field.text;
    this.#refusal = undefined;
    this.#isByKey = false;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const control = this.#control;
    control?.focus();
    if (control instanceof HTMLInputElement && field.kind !== 'day') control.select();
  }

  #save(keepsFocus: boolean): Promise<void> {
    this.#saving ??= this.#trySaving(keepsFocus).finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  async #trySaving(keepsFocus: boolean): Promise<void> {
    const field = this.#open;
    if (!field?.save) return;
    const text = this.#text.trim();
    if (text === field.text) {
      await this.#close(keepsFocus);
      return;
    }
    let refusal: string | undefined;
    try {
      refusal = await field.save(text);
    } catch {
      // Whoever carries commands out reports what failed; what was typed must not be lost meanwhile.
      refusal = sentencesIn(inlineEditMessages, this.#host.locale).failed;
    }
    if (this.#open?.name !== field.name) return;
    if (refusal === undefined) {
      await this.#close(keepsFocus);
      return;
    }
    this.#refusal = refusal;
    this.#host.requestUpdate();
  }

  async #close(keepsFocus: boolean): Promise<void> {
    const name = this.#open?.name;
    this.#open = undefined;
    this.#refusal = undefined;
    this.#host.requestUpdate();
    if (!keepsFocus || name === undefined) return;
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`[data-edit="${name}"]`)?.focus();
  }

  #onValueClick(event: Event, field: EditableField): void {
    const isOwnAction = (event.target as Element).closest('a, button') !== null;
    if (!isOwnAction && getSelection()?.isCollapsed !== false) void this.#start(field);
  }

  readonly #onInput = (event: Event): void => {
    this.#text = (event.target as Control).value;
  };

  readonly #onPointer = (): void => {
    this.#isByKey = false;
  };

  readonly #onChoose = (event: Event): void => {
    this.#text = (event.target as Control).value;
    if (!this.#isByKey) void this.#save(true);
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    const goesOn =
      event.relatedTarget instanceof Node && (event.currentTarget as Element).contains(event.relatedTarget);
    if (!goesOn && this.#open) void this.#save(false);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    this.#isByKey = true;
    const isLineBreak = event.shiftKey || (event.target as Element).localName === 'textarea';
    if (event.key === 'Escape') void this.#close(true);
    else if (event.key === 'Enter' && !event.isComposing && (!isLineBreak || event.ctrlKey || event.metaKey))
      void this.#save(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** How each kind is typed. Addresses and numbers run from left to right in every language. */
const INPUTS = {
  text: { type: 'text', mode: 'text', dir: 'auto' },
  email: { type: 'email', mode: 'email', dir: 'ltr' },
  phone: { type: 'tel', mode: 'tel', dir: 'ltr' },
  number: { type: 'text', mode: 'decimal', dir: 'ltr' },
  day: { type: 'date', mode: 'none', dir: 'ltr' },
} as const;
