import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.js';
import { cross, search } from './icons/heads.js';

/** A field that seeks while somebody types. */
export interface SearchFieldOptions {
  readonly label: string;
  readonly clearLabel: string;
  /** What is sought now; empty when nothing is. */
  readonly sought: string;
  readonly seek: (text: string) => void;
}

/** A search field with a cross that empties it, as Escape does. Needs {@link searchFieldStyles} and iconStyles. */
export function searchField({ label, clearLabel, sought, seek }: SearchFieldOptions): TemplateResult {
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || sought === '') return;
    event.preventDefault();
    event.stopPropagation();
    seek('');
  };
  return html`
    <label class="search icon-small">
      ${icon(search)}
      <input type="search" aria-label=${label} placeholder=${label} autocomplete="off" spellcheck="false" dir="auto" .value=${sought} @input=${(event: Event) => seek((event.target as HTMLInputElement).value)} @keydown=${onKeydown} />
      ${sought === '' ? nothing : html`<button type="button" class="clear" aria-label=${clearLabel} @click=${() => seek('')}>${icon(cross)}</button>`}
    </label>
  `;
}

/** The looks of {@link searchField}. */
export const searchFieldStyles = css`
  .search { display: flex; align-items: center; gap: 8px; flex: 0 1 220px; min-inline-size: 140px; block-size: 28px; padding-inline: 8px; border: 1px solid var(--kith-border-control); border-radius: var(--kith-radius-md); background: var(--kith-surface); }
  .search:focus-within { outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: -1px; border-color: var(--kith-focus); }
  .search > .icon { color: var(--kith-text-subtle); }
  .search > input { flex: 1; min-inline-size: 0; padding: 0; border: 0; outline: 0; background: none; font-size: var(--kith-size-sm); appearance: none; }
  .search > input::placeholder { color: var(--kith-text-subtle); opacity: 1; }
  .search > input::-webkit-search-cancel-button { display: none; }
  .search > .clear { display: grid; place-items: center; padding: 2px; border: 0; border-radius: 3px; background: none; color: var(--kith-text-subtle); }
`;
