import { css, html, nothing, type TemplateResult } from 'lit';
import { type Icon, icon } from './icon.js';
import { cross } from './icons/heads.js';

/** A condition in a bar of filters: what, how, which. */
export interface ChipOptions {
  readonly label: string;
  /** Between label and value, such as "is" or "over". */
  readonly operator?: string | undefined;
  readonly value?: string | undefined;
  /** Before the label. */
  readonly icon?: Icon | undefined;
  /** Opens what changes it. */
  readonly onEdit?: ((anchor: HTMLElement) => void) | undefined;
  /** What the cross is called, such as "Remove the filter on owner"; it stands there with `onRemove`. */
  readonly removeLabel?: string | undefined;
  readonly onRemove?: (() => void) | undefined;
}

/** A condition that can be changed and taken away. Needs {@link chipStyles} and iconStyles. */
export function chip(options: ChipOptions): TemplateResult {
  const { label, operator, value, removeLabel, onEdit, onRemove } = options;
  const words = html`
    ${options.icon ? icon(options.icon) : nothing}<bdi class="chip-label">${label}</bdi>
    ${operator ? html`<span class="chip-operator">${operator}</span>` : nothing}
    ${value ? html`<bdi class="chip-value">${value}</bdi>` : nothing}
  `;
  return html`
    <span class="chip icon-small">
      ${
        onEdit
          ? html`<button type="button" class="chip-words icon-small" aria-haspopup="dialog" @click=${(event: Event) => onEdit(event.currentTarget as HTMLElement)}>${words}</button>`
          : html`<span class="chip-words icon-small">${words}</span>`
      }
      ${onRemove ? html`<button type="button" class="chip-remove icon-small" aria-label=${removeLabel ?? label} @click=${onRemove}>${icon(cross)}</button>` : nothing}
    </span>
  `;
}

/** The looks of {@link chip}. */
export const chipStyles = css`
  .chip { display: inline-flex; align-items: stretch; max-inline-size: 100%; min-block-size: var(--kith-control-sm); border: 1px solid var(--kith-border); border-radius: var(--kith-radius-md); background: var(--kith-surface); box-shadow: var(--kith-shadow-card); font-size: var(--kith-size-sm); }
  .chip-words { display: flex; align-items: center; gap: 5px; min-inline-size: 0; padding: 0 7px; border: 0; border-radius: 5px; background: none; color: inherit; text-align: start; white-space: nowrap; }
  .chip-words > .icon, .chip-operator, .chip-remove { color: var(--kith-text-subtle); }
  .chip-label, .chip-value { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; }
  .chip-value { font-weight: var(--kith-weight-medium); }
  .chip-remove { display: grid; place-items: center; flex: none; inline-size: var(--kith-control-sm); padding: 0; border: 0; border-inline-start: 1px solid var(--kith-border); border-radius: 0; border-start-end-radius: 5px; border-end-end-radius: 5px; background: none; }
  button:is(.chip-words, .chip-remove):hover { background: var(--kith-hover); color: var(--kith-text); }
  button:is(.chip-words, .chip-remove):active { background: var(--kith-pressed); }
  :is(.chip-words, .chip-remove):focus-visible { outline-offset: -2px; }
  @media (forced-colors: active) { .chip { border-color: CanvasText; } }
`;
