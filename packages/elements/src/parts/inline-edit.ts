import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { Later } from '../base/later.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { icon } from './icon.js';
import { pencil } from './icons.js';
import { inlineEditMessages } from './inline-edit.messages.js';
import { laterFailure } from './later-failure.js';

/** One of the answers of a field that is chosen, not typed. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

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

/**
 * Rows of facts that are edited where they stand: a click, or Enter on the row's pencil, opens one; Enter, leaving it
 * or the check saves, Escape takes it back. A refused value stays open with its reason, and no other row opens before.
 * What opens a row is fetched while nobody needs it. Needs inlineEditStyles, buttonStyles and stateStyles; the rows go
 * into a `<dl class="details">`.
 */
export class InlineEdit {
  readonly #host: InlineEditHost;
  readonly #editor: Later<import('./inline-editor.js').InlineEditor>;
  /** The row that somebody wanted to open last, and whether it could not be. */
  #wanted: string | undefined;
  #isLost = false;

  constructor(host: InlineEditHost) {
    this.#host = host;
    this.#editor = new Later(host, async () => new (await import('./inline-editor.js')).InlineEditor(host));
  }

  /** One row, as it is now. */
  row(field: EditableField): TemplateResult {
    if (!field.save)
      return html`<div class="detail"><dt>${field.label}</dt><dd><span class="detail-value">${valueOf(field)}</span></dd></div>`;
    this.#editor.prefetch();
    const { name, label } = field;
    if (this.#editor.value?.openName === name) return this.#editor.value.render(field);
    const say = sentencesIn(inlineEditMessages, this.#host.locale);
    const isEmpty = field.text === '' && !field.shown;
    const isLost = this.#isLost && this.#wanted === name;
    const start = (): Promise<void> => this.#start(field);
    return html`
      <div class="detail editable">
        <dt>${label}</dt>
        <dd @click=${(event: Event) => onValueClick(event, start)}>
          ${
            isEmpty
              ? html`<button type="button" class="add" data-edit=${name} aria-label=${say.addField(label)} @click=${start}>${say.add}</button>`
              : html`
                <span class="detail-value">${valueOf(field)}</span>
                <button type="button" class="button quiet small square edit icon-small" data-edit=${name} aria-label=${say.editField(label)} title=${say.editField(label)} @click=${start}>${icon(pencil)}</button>
              `
          }
        </dd>
        ${isLost ? html`<dd class="lost">${laterFailure(this.#host.locale, start)}</dd>` : nothing}
      </div>
    `;
  }

  async #start(field: EditableField): Promise<void> {
    this.#wanted = field.name;
    const editor = await this.#editor.load();
    if (this.#wanted !== field.name) return;
    this.#isLost = !editor;
    await editor?.start(field);
  }
}

const valueOf = ({ shown, text }: EditableField): unknown => shown ?? html`<bdi>${text}</bdi>`;

function onValueClick(event: Event, start: () => void): void {
  const isOwnAction = (event.target as Element).closest('a, button') !== null;
  if (!isOwnAction && getSelection()?.isCollapsed !== false) start();
}
