import type { Result } from '@kith/core';
import { keptPhone } from '@kith/core/duplicates';
import type { Field } from '@kith/core/fields';
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { labelOf } from '../base/label-of.js';
import { sentencesIn } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { fieldStyles } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { down } from '../parts/icons/heads.js';
import { alert } from '../parts/icons/shown.js';
import { ownCountry } from '../parts/place-name.js';
import { optionLabel, valuesAt } from './cell.js';
import { editMessages } from './cell-editor.messages.js';
import type { Column } from './columns.js';
import { changesFor, currencyOf, isEditable, readTyped, typedText } from './editable.js';
import type { ListHost } from './list-host.js';
import type { ListRow } from './list-rows.js';

type Control = HTMLInputElement | HTMLSelectElement;

interface Open {
  readonly id: string;
  readonly field: Field;
  readonly row: ListRow;
  readonly first: string;
  text: string;
  refusal?: string | undefined;
  /** What somebody else has written meanwhile, once that was told. */
  theirs?: string;
}

/** One cell that is being edited, by the kind of its field: Enter and leaving it save, Escape takes it back. */
export class CellEditor {
  readonly #host: ListHost;
  #open: Open | undefined;
  #saving: Promise<void> | undefined;
  #isByKey = true;

  constructor(host: ListHost) {
    this.#host = host;
  }

  /** Opens a cell; says why where it cannot be changed here. */
  async start(id: string, { field, label }: Pick<Column, 'field' | 'label'>): Promise<void> {
    await this.#saving;
    if (this.#open) return;
    const { shown, locale } = this.#host;
    const row = this.#rowOf(id);
    if (!row) return;
    if (!isEditable(field, shown)) {
      this.#host.announce(sentencesIn(editMessages, locale).notHere(label));
      return;
    }
    const text = typedText(row, field, locale);
    this.#open = { id, field, row, text, first: text };
    this.#isByKey = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const control = this.#control;
    control?.focus();
    if (control instanceof HTMLInputElement && control.type === 'text') control.select();
  }

  /** What stands in a cell while it is edited; undefined in every other cell. */
  render(id: string, path: string): TemplateResult | undefined {
    const open = this.#open;
    if (!open || open.id !== id || open.field.path !== path) return undefined;
    return html`
      <div class="cell-edit" @keydown=${this.#onKeydown} @focusout=${this.#onFocusOut} @click=${(event: Event) => event.stopPropagation()} @dblclick=${(event: Event) => event.stopPropagation()}>
        ${this.#renderControl(open)}
        ${open.refusal ? html`<p class="cell-refusal icon-small" id="cell-refusal" role="alert">${icon(alert)}<span>${open.refusal}</span></p>` : nothing}
      </div>
    `;
  }

  #renderControl({ field, text, row, refusal }: Open): TemplateResult {
    const { locale } = this.#host;
    const say = sentencesIn(editMessages, locale);
    const label = say.editing(labelOf(field, locale), row.name ?? '');
    const isInvalid = refusal ? 'true' : nothing;
    const note = refusal ? 'cell-refusal' : nothing;
    const choices = this.#choicesOf(field);
    if (choices)
      return html`
        <span class="select icon-small">
          <select class="input" aria-label=${label} aria-invalid=${isInvalid} aria-describedby=${note} @change=${this.#onChoose} @pointerdown=${this.#onPointer}>
            ${field.required === true && text !== '' ? nothing : html`<option value="" ?selected=${text === ''}>${say.none}</option>`}
            ${choices.map(({ value, words }) => html`<option value=${value} ?selected=${value === text}>${words}</option>`)}
          </select>
          ${icon(down)}
        </span>
      `;
    const { type, mode } = inputOf(field);
    const input = html`<input class=${field.valueType === 'money' ? '' : 'input'} type=${type} inputmode=${mode} dir=${mode === 'text' ? 'auto' : 'ltr'} autocomplete="off" aria-label=${label} aria-invalid=${isInvalid} aria-describedby=${note} .value=${text} @input=${this.#onInput} />`;
    if (field.valueType !== 'money') return input;
    const currency = currencyOf(field, valuesAt(row, field.path)[0], locale);
    return html`<label class="input"><span class="affix">${locale.format.currencySign(currency)}</span>${input}</label>`;
  }

  #choicesOf(field: Field): readonly { readonly value: string; readonly words: string }[] | undefined {
    const { locale, references, say } = this.#host;
    switch (field.valueType) {
      case 'choice':
        return (field.options ?? [])
          .filter(({ retired, value }) => !retired || value === this.#open?.first)
          .map(({ value }) => ({ value, words: optionLabel(field, value, locale) }));
      case 'user':
        return references.users.map(({ id, name }) => ({ value: id, words: name }));
      case 'boolean':
        return ['true', 'false'].map((value) => ({ value, words: value === 'true' ? say.yes : say.no }));
      default:
        return undefined;
    }
  }

  /** A row as it is now. */
  #rowOf(id: string): ListRow | undefined {
    const { rows } = this.#host;
    const item = rows.itemOfId(id);
    return item < 0 ? undefined : rows.rowAt(rows.layout.placeOf(item));
  }

  get #control(): Control | null {
    return this.#host.renderRoot.querySelector<Control>('.cell-edit :is(input, select)');
  }

  #save(by: 0 | 1 | -1): Promise<void> {
    this.#saving ??= this.#trySaving(by).finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  async #trySaving(by: 0 | 1 | -1): Promise<void> {
    const open = this.#open;
    const edit = this.#host.shown?.edit;
    if (!open || !edit) return;
    const text = open.text.trim();
    if (text === open.first) {
      this.#close(by);
      return;
    }
    const { locale } = this.#host;
    const say = sentencesIn(editMessages, locale);
    const now = this.#rowOf(open.id) ?? open.row;
    const theirs = typedText(now, open.field, locale);
    if (theirs !== open.first && theirs !== open.theirs && theirs !== text) {
      open.theirs = theirs;
      const words = this.#choicesOf(open.field)?.find(({ value }) => value === theirs)?.words ?? theirs;
      this.#refuse(open, say.changedMeanwhile(words || say.none));
      return;
    }
    const written = open.field.valueType === 'phone' ? (keptPhone(text, ownCountry(locale.lang)) ?? text) : text;
    const typed = readTyped(written, open.field, locale, valuesAt(open.row, open.field.path)[0]);
    if ('wrong' in typed) {
      this.#refuse(open, say.wrong[typed.wrong]);
      return;
    }
    const label = labelOf(open.field, locale);
    const changes = changesFor(now, open.field.path, typed.value);
    let result: Result<unknown>;
    try {
      result = await this.#host.carryOut(edit(open.id, changes), {
        done: () => ({ text: say.saved(label) }),
        showsRefusal: () => true,
      });
    } catch {
      // Whoever carries commands out reports what failed; what was typed must not be lost meanwhile.
      this.#refuse(open, say.failed);
      return;
    }
    if (this.#open !== open) return;
    if (!result.ok) this.#refuse(open, problemText(result.problem, locale));
    else if (open.text.trim() === text) this.#close(by);
    else await this.#goOn(open, { ...now, ...changes });
  }

  /** What was typed while the cell was on its way stays in it, and is saved at once where somebody has left it already. */
  async #goOn({ id, field, text }: Open, row: ListRow): Promise<void> {
    this.#open = { id, field, row, text, first: typedText(row, field, this.#host.locale) };
    this.#host.requestUpdate();
    if (!this.#control?.matches(':focus')) await this.#trySaving(0);
  }

  #refuse(open: Open, why: string): void {
    open.refusal = why;
    this.#host.requestUpdate();
    // A value is refused in its place: the focus stays there, also when it was on its way elsewhere.
    void this.#host.updateComplete.then(() => this.#control?.focus());
  }

  #close(by: 0 | 1 | -1 | undefined): void {
    this.#open = undefined;
    this.#host.requestUpdate();
    if (by === undefined) return;
    const { cursor, rows } = this.#host;
    const item = Math.max(0, Math.min(rows.layout.items - 1, cursor.cell.item + by));
    cursor.go({ ...cursor.cell, item });
  }

  readonly #onInput = (event: Event): void => {
    if (this.#open) this.#open.text = (event.target as Control).value;
  };

  readonly #onPointer = (): void => {
    this.#isByKey = false;
  };

  readonly #onChoose = (event: Event): void => {
    if (!this.#open) return;
    this.#open.text = (event.target as Control).value;
    // Arrow keys pass over values that nobody means to save.
    if (!this.#isByKey) void this.#save(0);
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    const { relatedTarget, currentTarget } = event;
    if (relatedTarget instanceof Node && (currentTarget as Element).contains(relatedTarget)) return;
    if (!this.#open || this.#saving) return;
    const open = this.#open;
    void this.#save(0).then(() => {
      if (this.#open === open && relatedTarget instanceof HTMLElement && !open.refusal) relatedTarget.focus();
    });
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    this.#isByKey = true;
    event.stopPropagation();
    if (event.key === 'Escape') this.#close(0);
    else if (event.key === 'Enter' && !event.isComposing) void this.#save(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
}

function inputOf({ valueType }: Field): { readonly type: 'text' | 'date' | 'datetime-local'; readonly mode: string } {
  switch (valueType) {
    case 'number':
    case 'percent':
    case 'money':
      return { type: 'text', mode: 'decimal' };
    case 'day':
      return { type: 'date', mode: 'none' };
    case 'instant':
      return { type: 'datetime-local', mode: 'none' };
    case 'email':
      return { type: 'text', mode: 'email' };
    case 'phone':
      return { type: 'text', mode: 'tel' };
    case 'url':
      return { type: 'text', mode: 'url' };
    default:
      return { type: 'text', mode: 'text' };
  }
}

/** The looks of {@link CellEditor}. */
export const cellEditorStyles: readonly CSSResult[] = [
  fieldStyles,
  css`
    .cell-edit { position: relative; flex: 1; min-inline-size: 0; }
    .cell-edit select.input { padding-inline: 8px 26px; }
    .cell-edit .input { block-size: calc(var(--kith-row) - 8px); inline-size: 100%; padding-inline: 8px; }
    .title > .cell-edit { margin-inline-start: 4px; }
    .cell-refusal { position: absolute; inset-block-start: calc(100% + 4px); inset-inline-start: 0; z-index: var(--kith-z-popover); display: flex; gap: 6px; inline-size: max-content; max-inline-size: 260px; padding: 6px 10px; border: 1px solid var(--kith-negative-border); border-radius: var(--kith-radius-md); background: var(--kith-surface-overlay); color: var(--kith-negative-text); box-shadow: var(--kith-shadow-overlay); font-size: var(--kith-size-sm); white-space: normal; }
    @container (max-width: 600px) {
      .cell-edit { position: static; }
      .cell-refusal { inset-block-start: auto; inset-inline: 12px; inline-size: auto; max-inline-size: none; margin-block-start: 4px; }
    }
  `,
];
