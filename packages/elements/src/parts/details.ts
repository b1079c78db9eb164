import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { checkStyles } from './check.styles.js';
import { detailsMessages } from './details.messages.js';
import type { EditableField } from './editable-field.js';
import { fieldStyles } from './field.js';
import { InlineEdit, type InlineEditHost } from './inline-edit.js';
import { inlineEditStyles } from './inline-edit.styles.js';
import { panel } from './panel.js';

/** A row of details, and whether it stands there even when it is empty. */
export interface DetailField extends EditableField {
  readonly isMain: boolean;
  /** The heading it stands under; rows without one come first. */
  readonly group?: string | undefined;
  /** Its value is shown only when somebody asks for it: anybody may be looking over a shoulder. */
  readonly isMasked?: boolean | undefined;
}

/** What the panel of details says. */
export interface DetailsSentences {
  readonly details: string;
  readonly showEmpty: (count: number) => string;
  readonly hideEmpty: string;
}

/**
 * The panel of what is known about somebody, edited in its place, in groups; empty rows stand behind a button, and what is
 * delicate behind one of its own. It is fetched apart from the card it stands in, and brings its looks. Needs panelStyles
 * and buttonStyles.
 */
export class Details {
  readonly #host: InlineEditHost;
  /** The rows themselves: facts that stand elsewhere in the same element are rows of it, too, so that one is open at a time. */
  readonly edit: InlineEdit;
  /** The record whose empty rows are shown. */
  #emptyOf: string | undefined;
  /** The masked rows that somebody has asked for, by record. */
  #revealed: ReadonlySet<string> = new Set();

  /** `record` answers the id of the record on show. */
  constructor(host: InlineEditHost, record: () => string | undefined) {
    this.#host = host;
    this.edit = new InlineEdit(host, record);
    addStyles(host, fieldStyles, checkStyles, inlineEditStyles, detailsStyles);
  }

  /** The panel of one record; `foot` stands below its rows. */
  render(id: string, all: readonly DetailField[], say: DetailsSentences, foot: unknown = nothing): TemplateResult {
    const fields = all.filter(({ name, several }) => !several?.isSpare || this.edit.isOpen(name));
    const showsEmpty = this.#emptyOf === id;
    const empty = fields.filter(
      (field) => !field.isMain && field.text === '' && !field.shown && !field.several?.isSpare,
    );
    const shown = showsEmpty ? fields : fields.filter((field) => !empty.includes(field));
    const groups = [...new Set(shown.map(({ group }) => group))];
    const toggle = async ({ currentTarget }: Event): Promise<void> => {
      this.#emptyOf = showsEmpty ? undefined : id;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      // The rows stand above the button and move it.
      (currentTarget as HTMLElement).scrollIntoView({ block: 'nearest' });
    };
    return panel({
      title: say.details,
      part: 'details',
      body: html`
        ${groups.map(
          (group) => html`
            ${group === undefined ? nothing : html`<h4 class="details-group">${group}</h4>`}
            <dl class="details" aria-label=${group ?? say.details}>${repeat(
              shown.filter((field) => field.group === group),
              ({ name }) => name,
              (field) => this.#renderRow(id, field),
            )}</dl>
          `,
        )}
        ${empty.length > 0 ? html`<button type="button" class="button quiet small more" aria-expanded=${showsEmpty ? 'true' : 'false'} @click=${toggle}>${showsEmpty ? say.hideEmpty : say.showEmpty(empty.length)}</button>` : nothing}
        ${foot}
      `,
    });
  }

  #renderRow(id: string, field: DetailField): TemplateResult {
    const key = `${id} ${field.name}`;
    if (!field.isMasked || field.text === '' || this.#revealed.has(key)) return this.edit.row(field);
    const say = sentencesIn(detailsMessages, this.#host.locale);
    const reveal = async (): Promise<void> => {
      this.#revealed = new Set([...this.#revealed, key]);
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#host.renderRoot.querySelector<HTMLElement>(`[data-edit="${field.name}"]`)?.focus();
    };
    return html`
      <div class="detail">
        <dt>${field.label}${field.mark ?? nothing}</dt>
        <dd><span class="detail-value masked"><span aria-hidden="true">••••</span><span class="unseen">${say.masked}</span></span><button type="button" class="button quiet small" aria-label=${say.revealField(field.label)} @click=${reveal}>${say.reveal}</button></dd>
      </div>
    `;
  }
}

/** The looks of groups and masks. */
const detailsStyles = css`
  .details-group { margin: 0 16px; padding-block: 12px 4px; border-block-start: 1px solid var(--kith-border); font-size: var(--kith-size-xs); font-weight: var(--kith-weight-medium); color: var(--kith-text-subtle); }
  .mark { display: inline-flex; margin-inline-start: 4px; vertical-align: -2px; color: var(--kith-text-subtle); }
  .masked { letter-spacing: 2px; color: var(--kith-text-subtle); }
  .detail .button.small { margin-block: -2px; }
  .many { display: flex; flex-wrap: wrap; gap: 4px; }
  .details .sums { justify-items: start; }
  .details-foot { padding: 0 16px 14px; font-size: var(--kith-size-xs); color: var(--kith-text-subtle); }
`;
