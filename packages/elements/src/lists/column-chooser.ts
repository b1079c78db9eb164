import type { Field } from '@kith/core/fields';
import { type CSSResult, css, html, type TemplateResult } from 'lit';
import { labelOf } from '../base/label-of.js';
import { sentencesIn } from '../base/locale.js';
import { checkStyles } from '../parts/check.styles.js';
import { checkbox } from '../parts/checkbox.js';
import { icon } from '../parts/icon.js';
import { arrowDown, arrowUp } from '../parts/icons/heads.js';
import { columnMessages } from './column-tools.messages.js';
import { listableFields, movedColumn, viewColumns } from './columns.js';
import type { ListHost } from './list-host.js';

/** Which fields stand in columns: those that do, in their order, and below them all others. */
export class ColumnChooser {
  readonly #host: ListHost;
  #sought = '';

  constructor(host: ListHost) {
    this.#host = host;
  }

  render(): TemplateResult {
    const say = sentencesIn(columnMessages, this.#host.locale);
    const { shownColumns, fields } = this.#host;
    const shown = new Set(shownColumns.map(({ path }) => path));
    const others = listableFields(fields).filter((field) => !shown.has(field.path));
    const label = (field: Field): string => labelOf(field, this.#host.locale);
    const isFound = (text: string): boolean => text.toLocaleLowerCase().includes(this.#sought.toLocaleLowerCase());
    const seek = (event: Event): void => {
      this.#sought = (event.target as HTMLInputElement).value.trim();
      this.#host.requestUpdate();
    };
    const found = shownColumns.filter((column) => isFound(column.label));
    return html`
      <div class="chooser">
        <input type="search" class="input" aria-label=${say.find} placeholder=${say.find} autocomplete="off" @input=${seek} />
        <div class="chooser-lists">
          ${found.length > 0 ? html`<h3 class="chooser-head">${say.shown}</h3>` : ''}
          <ul>
            ${found.map(
              (column) => html`
                <li>
                  ${checkbox({ label: column.label, isOn: true, isDisabled: column.isTitle, onChange: () => this.#hide(column.path) })}
                  <span class="grow"></span>
                  <button type="button" class="button quiet small square icon-small" aria-label=${say.moveUp(column.label)} ?disabled=${column.isTitle} @click=${() => this.#move(column.path, -1)}>${icon(arrowUp)}</button>
                  <button type="button" class="button quiet small square icon-small" aria-label=${say.moveDown(column.label)} ?disabled=${column.isTitle} @click=${() => this.#move(column.path, 1)}>${icon(arrowDown)}</button>
                </li>
              `,
            )}
          </ul>
          <h3 class="chooser-head">${say.others}</h3>
          <ul>
            ${others.filter((field) => isFound(label(field))).map((field) => html`<li>${checkbox({ label: label(field), isOn: false, onChange: () => this.#add(field.path) })}</li>`)}
          </ul>
        </div>
        <button type="button" class="button small" @click=${() => this.#host.arrange({ columns: undefined })}>${say.reset}</button>
      </div>
    `;
  }

  #add(path: string): void {
    this.#host.arrange({ columns: [...viewColumns(this.#host.shownColumns), { path }] });
  }

  #hide(path: string): void {
    this.#host.arrange({ columns: viewColumns(this.#host.shownColumns.filter((column) => column.path !== path)) });
  }

  #move(path: string, by: -1 | 1): void {
    const columns = this.#host.shownColumns;
    const at = columns.findIndex((column) => column.path === path);
    const moved = movedColumn(columns, path, at + by);
    this.#host.arrange({ columns: viewColumns(moved) });
    const say = sentencesIn(columnMessages, this.#host.locale);
    this.#host.announce(
      say.moved(columns[at]?.label ?? '', moved.findIndex((column) => column.path === path) + 1, moved.length),
    );
  }
}

/** The looks of {@link ColumnChooser}. */
export const chooserStyles: readonly CSSResult[] = [
  checkStyles,
  css`
    .chooser { display: grid; gap: 10px; inline-size: 272px; }
    .chooser-lists { display: grid; gap: 4px; max-block-size: min(420px, 60vh); overflow-y: auto; margin-inline: -4px; padding-inline: 4px; }
    .chooser-head { padding-block: 6px 2px; font-size: var(--kith-size-xs); font-weight: var(--kith-weight-medium); color: var(--kith-text-subtle); }
    .chooser li { display: flex; align-items: center; min-block-size: 28px; }
  `,
];
