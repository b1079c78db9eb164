import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { fieldStyles } from './field.js';
import { type EditableField, InlineEdit, type InlineEditHost } from './inline-edit.js';
import { inlineEditStyles } from './inline-edit.styles.js';
import { panel } from './panel.js';

/** A row of details, and whether it stands there even when it is empty. */
export interface DetailField extends EditableField {
  readonly isMain: boolean;
}

/** What the panel of details says. */
export interface DetailsSentences {
  readonly details: string;
  readonly showEmpty: (count: number) => string;
  readonly hideEmpty: string;
}

/**
 * The panel of what is known about somebody, edited in its place; empty rows stand behind a button. It is fetched apart
 * from the card it stands in, and brings its looks. Needs panelStyles and buttonStyles.
 */
export class Details {
  readonly #host: LitElement & InlineEditHost;
  readonly #edit: InlineEdit;
  /** The record whose empty rows are shown. */
  #emptyOf: string | undefined;

  constructor(host: LitElement & InlineEditHost) {
    this.#host = host;
    this.#edit = new InlineEdit(host);
    addStyles(host, fieldStyles, inlineEditStyles);
  }

  /** The panel of one record. */
  render(id: string, fields: readonly DetailField[], say: DetailsSentences): TemplateResult {
    const showsEmpty = this.#emptyOf === id;
    const empty = fields.filter((field) => !field.isMain && field.text === '');
    const shown = showsEmpty ? fields : fields.filter((field) => !empty.includes(field));
    const toggle = (): void => {
      this.#emptyOf = showsEmpty ? undefined : id;
      this.#host.requestUpdate();
    };
    return panel({
      title: say.details,
      body: html`
        <dl class="details">${shown.map((field) => this.#edit.row(field))}</dl>
        ${empty.length > 0 ? html`<button type="button" class="button quiet small more" aria-expanded=${showsEmpty ? 'true' : 'false'} @click=${toggle}>${showsEmpty ? say.hideEmpty : say.showEmpty(empty.length)}</button>` : nothing}
      `,
    });
  }
}
