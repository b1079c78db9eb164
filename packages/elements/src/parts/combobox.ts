import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { advise } from '#advise';
import { baseStyles } from '../base/styles.js';
import { spinner } from './button.js';
import { type Choice, groupChoices } from './choice.js';
import { comboboxMessages } from './combobox.messages.js';
import { comboboxStyles } from './combobox.styles.js';
import { ComboboxSource, type SearchChoices } from './combobox-source.js';
import { controlStyles } from './control.styles.js';
import { fieldStyles } from './field.js';
import { FormControl, type Wrong } from './form-control.js';
import { hueStyles } from './hue.styles.js';
import { icon, iconStyles } from './icon.js';
import { down } from './icons/heads.js';
import { check, plus } from './icons/shown.js';
import { overlayStyles } from './overlay.js';
import { place } from './place.js';
import { removableTag, removableTagStyles } from './removable-tag.js';
import { spinnerStyles } from './spinner.styles.js';
import { tagStyles } from './tag.js';

/**
 * One of many choices, or several, found by typing: the combobox of the ARIA authoring practices with a list that is
 * filtered, or searched for elsewhere. Down and Up go through the list, Enter chooses, Escape closes it and then takes
 * back what was typed, Backspace in an empty field takes the last choice away, Ctrl or Cmd with Enter creates. Enter that ends the composing
 * of a word chooses nothing. Sent as one entry for each choice.
 *
 * @event {Event} input - While a person types.
 * @event {Event} change - When a person has chosen, created or taken away something.
 */
export class KithCombobox extends FormControl {
  static override readonly tag = 'combobox';
  static override styles: CSSResultGroup = [
    baseStyles,
    iconStyles,
    fieldStyles,
    controlStyles,
    hueStyles,
    tagStyles,
    removableTagStyles,
    overlayStyles,
    spinnerStyles,
    comboboxStyles,
  ];

  readonly #source = new ComboboxSource(this);
  readonly #panel = createRef<HTMLElement>();
  #first: readonly Choice[] | undefined;

  @state() private text = '';
  @state() private isOpen = false;
  /** The place of the line that Enter chooses; −1 while none is. */
  @state() private at = -1;
  @state() private isCreating = false;

  /** What there is to choose from; not needed with `search`. */
  @property({ attribute: false }) choices: readonly Choice[] = [];
  /** Finds choices elsewhere. It rejects when it cannot; the person is told and can try again. */
  @property({ attribute: false }) search: SearchChoices | undefined;
  /** Whether several can be chosen. */
  @property({ type: Boolean, attribute: 'multiple' }) isMultiple = false;
  /** Makes a new choice of what was typed; undefined when that was not possible. */
  @property({ attribute: false }) create: ((text: string) => Promise<Choice | undefined>) | undefined;
  /** What stands in it while it is empty. */
  @property() placeholder = '';
  /** What is chosen. */
  @property({ attribute: false }) chosen: readonly Choice[] = [];

  /** The value of what is chosen, or the first of them; empty when nothing is. */
  get value(): string {
    return this.chosen[0]?.value ?? '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#source.stop();
    this.isOpen = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#first ??= this.chosen;
    if (changed.has('chosen') && !this.isInField) this.text = this.#restingText;
    if (changed.has('choices') && this.isOpen) this.#find(false);
    super.willUpdate(changed);
  }

  protected override updated(): void {
    super.updated();
    const panel = this.#panel.value;
    if (!panel || !this.isOpen) return;
    if (!panel.matches(':popover-open')) panel.showPopover();
    const frame = this.renderRoot.querySelector('.input');
    if (!frame) return;
    panel.style.minInlineSize = `${frame.getBoundingClientRect().width}px`;
    place(panel, frame, 'start');
    panel.querySelector('.at')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const say = this.sentences(comboboxMessages);
    const active = this.isOpen && this.at >= 0 ? `line-${this.at}` : nothing;
    return html`
      <div class="input combobox" @pointerdown=${this.#onPress}>
        ${this.isMultiple ? this.chosen.map((choice) => this.#renderTag(choice)) : nothing}
        <input
          part="field" role="combobox" autocomplete="off" spellcheck="false" dir="auto" aria-autocomplete="list" aria-haspopup="listbox"
          aria-expanded=${this.isOpen ? 'true' : 'false'} aria-controls="list" aria-activedescendant=${active} aria-invalid=${this.isWrong ? 'true' : nothing} aria-required=${this.required ? 'true' : nothing}
          placeholder=${this.chosen.length === 0 && this.placeholder ? this.placeholder : nothing} ?disabled=${this.isDisabled} ?readonly=${this.readOnly}
          .value=${live(this.text)} @input=${this.#onInput} @keydown=${this.#onKeydown} @blur=${this.#onBlur}
        />
        <button type="button" class="input-button icon-small" tabindex="-1" aria-label=${say.show} ?disabled=${this.isDisabled || this.readOnly} @click=${this.#onToggle}>${icon(down)}</button>
      </div>
      <div class="overlay choices-panel" popover="manual" ${ref(this.#panel)} @pointerdown=${keepFocus}>
        <ul id="list" role="listbox" aria-label=${this.label || say.show} aria-multiselectable=${this.isMultiple ? 'true' : nothing}>${this.isOpen ? this.#renderLines() : nothing}</ul>
        ${this.isOpen ? this.#renderNote() : nothing}
      </div>
      <div class="unseen" role="status">${this.isOpen ? this.#statusText : ''}</div>
    `;
  }

  #renderTag(choice: Choice): TemplateResult {
    const { remove } = this.sentences(comboboxMessages);
    if (this.isDisabled || this.readOnly) return html`<span class="tag"><bdi>${choice.label}</bdi></span>`;
    return removableTag(choice.label, { label: remove(choice.label), run: () => this.#remove(choice) });
  }

  #renderLines(): TemplateResult {
    const say = this.sentences(comboboxMessages);
    const lines = this.#lines;
    const created = this.#creatable;
    return html`
      ${groupChoices(this.#source.found).map(
        ([group, members]) => html`
          ${group === undefined ? nothing : html`<li class="choices-group" role="presentation">${group}</li>`}
          ${members.map((choice) => this.#renderLine(choice, lines.indexOf(choice)))}
        `,
      )}
      ${created ? html`<li class="choice create ${this.at === lines.length ? 'at' : ''}" id="line-${lines.length}" role="option" aria-selected="false" @click=${() => this.#createNew()}>${icon(plus)}<span class="choice-label">${say.create(created)}</span></li>` : nothing}
    `;
  }

  /** Below the list: that it is looked for, that there is nothing, or that it failed. */
  #renderNote(): unknown {
    const { status, found } = this.#source;
    if (status === 'ready' && (found.length > 0 || this.#creatable)) return nothing;
    const isLoading = status === 'loading';
    const again = this.sentences(comboboxMessages).again;
    return html`
      <p class="choices-note ${isLoading ? 'appears-late' : ''}">
        ${isLoading ? spinner() : nothing}<span>${this.#statusText}</span>
        ${status === 'failed' ? html`<button type="button" class="choices-again" tabindex="-1" @click=${() => this.#find(false)}>${again}</button>` : nothing}
      </p>
    `;
  }

  #renderLine(choice: Choice, index: number): TemplateResult {
    const isChosen = this.#isChosen(choice);
    const end = choice.reason ?? choice.note;
    return html`
      <li
        class="choice ${index === this.at ? 'at' : ''} ${choice.reason ? 'refused' : ''}" id="line-${index}" role="option"
        aria-selected=${isChosen ? 'true' : 'false'} aria-disabled=${choice.reason ? 'true' : nothing} @click=${() => this.#choose(choice)}
      >
        <span class="choice-label"><bdi>${this.#marked(choice.label)}</bdi></span>
        ${end ? html`<span class="choice-end">${end}</span>` : nothing}
        ${isChosen ? icon(check) : nothing}
      </li>
    `;
  }

  /** The label with what was typed in bold, where it begins with it. */
  #marked(label: string): unknown {
    const typed = this.#query;
    const { lang } = this.locale;
    const isStart = typed !== '' && label.toLocaleLowerCase(lang).startsWith(typed.toLocaleLowerCase(lang));
    return isStart ? html`<b>${label.slice(0, typed.length)}</b>${label.slice(typed.length)}` : label;
  }

  protected override reset(): void {
    this.chosen = this.#first ?? [];
    this.text = this.#restingText;
  }
  protected override restore(kept: string): void {
    this.chosen = JSON.parse(kept) as readonly Choice[];
    this.text = this.#restingText;
  }
  protected override submission(): { sent: FormData | string | null; kept: string } {
    const sent = new FormData();
    if (this.name) for (const { value } of this.chosen) sent.append(this.name, value);
    return { sent, kept: JSON.stringify(this.chosen) };
  }
  protected override wrong(): Wrong | undefined {
    const { required } = this.sentences(comboboxMessages);
    return this.required && this.chosen.length === 0 ? { flags: { valueMissing: true }, message: required } : undefined;
  }

  /** What stands in the field while nobody types. */
  get #restingText(): string {
    return this.isMultiple ? '' : (this.chosen[0]?.label ?? '');
  }
  /** What is looked for: nothing as long as the field holds what is chosen. */
  get #query(): string {
    return this.text === this.#restingText ? '' : this.text.trim();
  }
  get #lines(): readonly Choice[] {
    return groupChoices(this.#source.found).flatMap(([, members]) => members);
  }
  /** What could be created: what was typed, unless it is there already. */
  get #creatable(): string {
    const text = this.#query;
    const isThere = this.#source.found.some(
      ({ label }) => label.localeCompare(text, this.locale.lang, { sensitivity: 'accent' }) === 0,
    );
    return this.create && text && !isThere && this.#source.status !== 'loading' ? text : '';
  }
  get #statusText(): string {
    const say = this.sentences(comboboxMessages);
    const { status, found } = this.#source;
    if (status === 'loading') return say.loading;
    if (status === 'failed') return say.failed;
    if (found.length > 0) return say.count(found.length);
    return this.#query ? say.none(this.#query) : say.empty;
  }

  #isChosen(choice: Choice): boolean {
    return this.chosen.some(({ value }) => value === choice.value);
  }

  #find(waits: boolean): void {
    this.#source.find(this.#query, this.choices, this.search, this.locale.lang, waits);
    this.requestUpdate();
  }

  #open(): void {
    if (this.isOpen || this.isDisabled || this.readOnly) return;
    advise(
      () =>
        !this.search &&
        this.choices.length === 0 &&
        !this.create &&
        `<${this.localName}> has neither choices nor search.`,
    );
    this.isOpen = true;
    this.at = -1;
    this.#find(false);
  }

  #close(): void {
    this.#source.stop();
    this.#panel.value?.hidePopover();
    this.isOpen = false;
    this.at = -1;
  }

  #choose(choice: Choice): void {
    if (choice.reason) return;
    if (!this.isMultiple) {
      this.chosen = [choice];
      this.#close();
    } else if (this.#isChosen(choice)) this.chosen = this.chosen.filter(({ value }) => value !== choice.value);
    else this.chosen = [...this.chosen, choice];
    this.text = this.#restingText;
    if (this.isOpen) this.#find(false);
    this.decided();
  }

  #remove(choice: Choice): void {
    this.chosen = this.chosen.filter(({ value }) => value !== choice.value);
    this.field?.focus();
    this.decided();
  }

  async #createNew(): Promise<void> {
    const text = this.#creatable;
    if (!text || this.isCreating) return;
    this.isCreating = true;
    try {
      const made = await this.create?.(text);
      if (made) this.#choose(made);
    } finally {
      this.isCreating = false;
    }
  }

  /** Goes to another line, around the ends. */
  #go(by: 1 | -1): void {
    const count = this.#lines.length + (this.#creatable ? 1 : 0);
    if (!this.isOpen) this.#open();
    else if (count > 0) this.at = this.at < 0 && by < 0 ? count - 1 : (this.at + by + count) % count;
  }

  readonly #onInput = (event: Event): void => {
    event.stopPropagation();
    this.text = (event.currentTarget as HTMLInputElement).value;
    if (!this.isOpen) this.#open();
    this.#find(true);
    this.at = -1;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // Enter, arrows and Escape belong to the input method while a word is being composed.
    if (event.isComposing || event.keyCode === 229) {
      event.stopPropagation();
      return;
    }
    if (!this.#takes(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #takes(event: KeyboardEvent): boolean {
    const { key } = event;
    if (key === 'ArrowDown') this.#go(1);
    else if (key === 'ArrowUp' && event.altKey) this.#close();
    else if (key === 'ArrowUp') this.#go(-1);
    else if (key === 'Enter' && (event.ctrlKey || event.metaKey) && this.#creatable) void this.#createNew();
    else if (key === 'Enter' && this.isOpen && this.at >= 0) this.#chooseAt();
    else if (key === 'Enter' && this.isOpen && this.#query) return true;
    else if (key === 'Escape' && this.isOpen) this.#close();
    else if (key === 'Escape' && this.#query) this.text = this.#restingText;
    else if (key === 'Backspace' && this.text === '' && this.isMultiple && this.chosen.length > 0 && !this.readOnly)
      this.#remove(this.chosen[this.chosen.length - 1] as Choice);
    else return false;
    return true;
  }

  #chooseAt(): void {
    const choice = this.#lines[this.at];
    if (choice) this.#choose(choice);
    else void this.#createNew();
  }

  readonly #onBlur = (): void => {
    // An emptied field means "none of them"; half a word means nothing.
    const isEmptied = !this.isMultiple && this.text.trim() === '' && this.chosen.length > 0;
    if (isEmptied) this.chosen = [];
    this.text = this.#restingText;
    this.#close();
    if (isEmptied) this.decided();
  };

  readonly #onPress = (event: PointerEvent): void => {
    const isButton = event.composedPath().some((node) => (node as Element).localName === 'button');
    if (event.target !== this.field) event.preventDefault();
    if (isButton || this.isDisabled) return;
    this.field?.focus();
    this.#open();
  };

  readonly #onToggle = (): void => {
    this.field?.focus();
    if (this.isOpen) this.#close();
    else this.#open();
  };
}

/** A press on the list must not take the focus out of the field. */
const keepFocus = (event: Event): void => event.preventDefault();
