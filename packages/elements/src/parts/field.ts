import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.js';
import { alert } from './icons/shown.js';

/** What stands around a control. */
export interface FieldOptions {
  /** The control's id; help and error get ids made from it. */
  readonly id: string;
  readonly label: string;
  /** The rarer of "required" and "optional", in words. */
  readonly note?: string | undefined;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
}

/** Label, control, then help or the error. The control sets `aria-describedby` to {@link describedBy}. */
export const field = (options: FieldOptions, control: unknown): TemplateResult => html`
  <div class="field">
    <label class="label" for=${options.id}>${options.label}${options.note ? html`<span class="label-note">${options.note}</span>` : nothing}</label>
    ${control}
    ${
      options.error
        ? html`<p class="field-error icon-small" id=${describedBy(options.id)}>${icon(alert)}<span>${options.error}</span></p>`
        : options.help
          ? html`<p class="field-help" id=${describedBy(options.id)}>${options.help}</p>`
          : nothing
    }
  </div>
`;

/** The id of a field's help or error. */
export const describedBy = (id: string): string => `${id}-note`;

/** What was typed into a field of a form, without the white space around it. */
export function textIn(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** The looks of fields; `.input` goes on `<input>`, `<select>`, `<textarea>`, or on a `<label>` that holds an input with an affix. */
export const fieldStyles = css`
  .field { display: grid; grid-template-columns: minmax(0, 1fr); gap: 6px; align-content: start; min-inline-size: 0; }
  .label { display: flex; gap: 6px; align-items: baseline; font-size: var(--kith-size-sm); font-weight: var(--kith-weight-medium); }
  .label-note { font-weight: 400; color: var(--kith-text-subtle); }
  .field-help { font-size: var(--kith-size-sm); color: var(--kith-text-subtle); }
  .field-error { display: flex; gap: 6px; font-size: var(--kith-size-sm); color: var(--kith-negative-text); }
  .field-error > .icon { margin-block-start: 1.5px; }
  .input {
    display: flex; align-items: center; gap: 8px; inline-size: 100%; min-inline-size: 0; block-size: var(--kith-control); padding: 0 10px;
    border: 1px solid var(--kith-border-control); border-radius: var(--kith-radius-md); background: var(--kith-surface); color: var(--kith-text);
    transition: border-color var(--kith-duration-instant);
  }
  .input::placeholder, .input > input::placeholder { color: var(--kith-text-subtle); opacity: 1; }
  .input > input { all: unset; flex: 1; inline-size: 100%; min-inline-size: 0; }
  .input > .affix, .input > .icon { color: var(--kith-text-subtle); white-space: nowrap; }
  .input:hover { border-color: var(--kith-text-subtle); }
  .input:focus, .input:focus-within { border-color: var(--kith-focus); outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: -1px; }
  .input[aria-invalid='true'], .input:has(> [aria-invalid='true']) { border-color: var(--kith-negative-fill); box-shadow: inset 0 0 0 0.5px var(--kith-negative-fill); }
  .input[readonly], .input:has(> input[readonly]) { padding-inline: 0; border-color: transparent; background: transparent; }
  .input:disabled, .input:has(> input:disabled) { border-color: var(--kith-border); background: var(--kith-surface-sunken); color: var(--kith-text-disabled); }
  select.input { appearance: none; padding-inline-end: 30px; }
  .select { position: relative; display: grid; }
  .select > .icon { position: absolute; inset-inline-end: 9px; inset-block-start: calc(50% - var(--kith-icon) / 2); pointer-events: none; color: var(--kith-text-subtle); }
  @media (forced-colors: active) { .input[aria-invalid='true'], .input:has(> [aria-invalid='true']) { border: 2px dashed; } }
  textarea.input { display: block; block-size: auto; min-block-size: 88px; padding-block: 8px; resize: vertical; line-height: var(--kith-leading); }
`;
