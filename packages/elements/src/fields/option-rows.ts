import { type FieldOption } from '@kith/core/fields';
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { labelOf } from '../base/label-of.js';
import { input } from '../parts/controls.js';
import { icon } from '../parts/icon.js';
import { ban } from '../parts/icons/barred.js';
import { cross } from '../parts/icons/heads.js';
import { alert, plus, trash } from '../parts/icons/shown.js';
import { refresh } from '../parts/icons/tools.js';
import { Order, orderStyles } from '../parts/order.js';
import type { FieldEditing } from './field-editing.js';
import { fieldFormMessages } from './field-form.messages.js';
import { optionValueFrom } from './field-name.js';

/** What a colour begins with, where an option has none: the middle of all. */
const FIRST_COLOR = '#808080';

/** The options of a choice: renamed, coloured, put in order, retired. What rows hold never changes by it. */
export class OptionRows {
  readonly #editing: FieldEditing;
  readonly #order: Order;

  constructor(editing: FieldEditing) {
    this.#editing = editing;
    this.#order = new Order(editing.host, {
      name: 'options',
      keys: () => this.#options.map(({ value }) => value),
      move: (value, to) => this.#move(value, to),
      announce: (text) => editing.host.announce(text),
    });
  }

  get #options(): readonly FieldOption[] {
    return this.#editing.draft.options ?? [];
  }

  render(error: string | undefined): TemplateResult {
    const say = this.#editing.say(fieldFormMessages);
    return html`
      <fieldset class="options-part" aria-describedby=${error ? 'options-error' : nothing}>
        <legend class="label">${say.options}</legend>
        <ol data-order="options">
          ${repeat(
            this.#options,
            ({ value }) => value,
            (option, index) => this.#renderOption(option, index),
          )}
        </ol>
        ${error ? html`<p class="field-error icon-small" id="options-error">${icon(alert)}<span>${error}</span></p>` : nothing}
        <div><button type="button" class="button small" data-action="add-option" @click=${() => void this.#add()}>${icon(plus)}<span>${say.addOption}</span></button></div>
      </fieldset>
    `;
  }

  #renderOption(option: FieldOption, index: number): TemplateResult {
    const say = this.#editing.say(fieldFormMessages);
    const { language } = this.#editing.host.locale;
    const { value, labels, color, retired = false } = option;
    const label = labelOf({ labels, name: value }, this.#editing.host.locale);
    const isHeld = this.#editing.before?.options?.some((each) => each.value === value) ?? false;
    const rename = (text: string): void => this.#set(value, { labels: { ...labels, [language]: text } });
    return html`
      <li class="option ${retired ? 'retired' : ''} ${this.#order.rowClass(value)}" data-key=${value}>
        ${this.#order.grip(value, label)}
        <span class="swatch ${color ? '' : 'none'}">
          <input type="color" aria-label=${say.optionColor(label)} .value=${color ?? FIRST_COLOR} @change=${(event: Event) => this.#set(value, { color: (event.target as HTMLInputElement).value })} />
        </span>
        ${color ? html`<button type="button" class="button quiet small square icon-small" aria-label="${say.noColor}: ${label}" title=${say.noColor} @click=${() => this.#set(value, { color: undefined })}>${icon(cross)}</button>` : nothing}
        <span class="grow" title=${isHeld && label !== value ? say.optionKept(value) : nothing}>
          ${input({ id: `option-${index}`, label: say.optionLabel(index + 1), isBare: true, value: labels?.[language] ?? label, onInput: rename })}
        </span>
        <span class="option-buttons">
          ${this.#order.buttons(value, label)}
          ${
            isHeld
              ? html`<button type="button" class="button quiet small square icon-small" aria-label=${retired ? say.restore(label) : say.retire(label)} title=${retired ? say.restore(label) : say.retire(label)} @click=${() => this.#set(value, { retired: !retired })}>${icon(retired ? refresh : ban)}</button>`
              : html`<button type="button" class="button quiet small square icon-small" aria-label=${say.removeOption(label)} @click=${() => this.#remove(value)}>${icon(trash)}</button>`
          }
        </span>
      </li>
    `;
  }

  async #add(): Promise<void> {
    const { host } = this.#editing;
    const say = this.#editing.say(fieldFormMessages);
    const label = say.optionLabel(this.#options.length + 1);
    const value = optionValueFrom(
      label,
      this.#options.map((option) => option.value),
    );
    this.#editing.set({ options: [...this.#options, { value, labels: { [host.locale.language]: label } }] });
    await host.updateComplete;
    const field = host.renderRoot.querySelector<HTMLInputElement>(`#option-${this.#options.length - 1}`);
    field?.focus();
    field?.select();
  }

  #set(value: string, changes: Partial<Record<keyof FieldOption, unknown>>): void {
    const options = this.#options.map((option) => {
      if (option.value !== value) return option;
      const next = Object.entries({ ...option, ...changes }).filter(([, part]) => part !== undefined && part !== false);
      return Object.fromEntries(next) as unknown as FieldOption;
    });
    this.#editing.set({ options });
  }

  #remove(value: string): void {
    this.#editing.set({ options: this.#options.filter((option) => option.value !== value) });
  }

  #move(value: string, to: number): void {
    const option = this.#options.find((each) => each.value === value);
    const others = this.#options.filter((each) => each.value !== value);
    if (option) this.#editing.set({ options: others.toSpliced(to, 0, option) });
  }
}

/** The looks of {@link OptionRows}. */
export const optionStyles: readonly CSSResult[] = [
  orderStyles,
  css`
    .options-part { display: grid; gap: 6px; min-inline-size: 0; margin: 0; padding: 0; border: 0; }
    .options-part > legend { padding: 0 0 6px; }
    .option { display: flex; gap: 6px; align-items: center; padding-block: 2px; }
    .option.retired .input { color: var(--kith-text-subtle); text-decoration: line-through; }
    .option-buttons { display: flex; flex: none; }
    .swatch { position: relative; flex: none; inline-size: 20px; block-size: 20px; border: 1px solid var(--kith-border-control); border-radius: var(--kith-radius-sm); overflow: hidden; }
    .swatch:focus-within { outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: 1px; }
    .swatch > input { position: absolute; inset: -6px; inline-size: 32px; block-size: 32px; padding: 0; border: 0; background: none; }
    .swatch.none > input { opacity: 0; }
    .swatch.none { background: linear-gradient(to top right, transparent calc(50% - 1px), var(--kith-border-control) calc(50% - 1px) calc(50% + 1px), transparent calc(50% + 1px)); }
    @container (max-width: 460px) { .option { flex-wrap: wrap; } .option > .grow { flex-basis: calc(100% - 60px); } .option-buttons { margin-inline-start: auto; } }
  `,
];
