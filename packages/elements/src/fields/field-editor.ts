import type { Result } from '@kith/core';
import { type Field, type FieldDefinition } from '@kith/core/fields';
import type { Collection, RowsQuery, Store } from '@kith/store';
import type { StoredField } from '@kith/store/fields';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { KithElement } from '../base/element.js';
import { labelOf } from '../base/label-of.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { OnLine } from '../base/on-line.js';
import { OnPaper } from '../base/on-paper.js';
import { problemOf } from '../base/problem-text.js';
import { readOnce } from '../lists/read-once.js';
import { badgeStyles } from '../parts/badge.js';
import { banner } from '../parts/banner.js';
import { plainButtonStyles } from '../parts/button.styles.js';
import { icon, iconStyles } from '../parts/icon.js';
import { ban, lock, offline } from '../parts/icons/barred.js';
import { cross, down } from '../parts/icons/heads.js';
import { alert, info, plus, table, trash, undo } from '../parts/icons/shown.js';
import { Order, orderStyles } from '../parts/order.js';
import { panelStyles } from '../parts/panel.js';
import { failure } from '../parts/record-state.js';
import { emptyState, stateStyles } from '../parts/states.js';
import { skeleton } from '../parts/waiting.js';
import { fieldEditorMessages } from './field-editor.messages.js';
import { fieldEditorStyles } from './field-editor.styles.js';
import type { FieldForm } from './field-form.js';
import { fieldRow, waitingFields } from './field-row.js';
import type { DefinitionChange } from './field-work.js';
import type { RemoveField } from './remove-field.js';

/** Frames in which the registry is looked at for a definition that was stored. */
const LOOKS = 120;

/** What a house has to know of rows that do not fit any more. */
interface Finding {
  readonly text: string;
}

/**
 * The fields of one kind of entity, for those who set up a house: what Kith brings, what the page declares, and the
 * house's own, which are added, changed, put in order and removed here. Values stay whatever is done to a definition;
 * everything but the erasing of values can be undone. Needs a store that was opened with `fields: customFields()`.
 *
 * @tag kith-field-editor
 * @event {CommandEvent} kith-command - A wish to change a definition.
 * @csspart fields - The house's own fields.
 * @csspart field - One of them.
 * @csspart built-in - The fields that come with Kith.
 */
export class KithFieldEditor extends KithElement {
  static override readonly tag = 'field-editor';
  static override styles = [
    KithElement.styles,
    iconStyles,
    plainButtonStyles,
    badgeStyles,
    stateStyles,
    panelStyles,
    orderStyles,
    fieldEditorStyles,
  ];

  readonly #stored = new Live(this, () => (this.#kind ? storedFields(this.activeStore) : undefined));
  readonly #onLine = new OnLine(this);
  readonly #work = new Later(this, () => import('./field-work.js'));
  readonly #form = new Later(this, async (): Promise<FieldForm> => {
    const { FieldForm } = await import('./field-form.js');
    return new FieldForm(this, (change) => this.#change(change, true));
  });
  readonly #removing = new Later(this, async (): Promise<RemoveField> => {
    const { RemoveField } = await import('./remove-field.js');
    return new RemoveField(this, (change) => this.#change(change, true));
  });
  readonly #order = new Order(this, {
    name: 'fields',
    keys: () => this.#own.map(({ name }) => name),
    move: (name, to) => this.#move(name, to),
    announce: (text) => this.announce(text),
  });
  /** What was done here and can be taken back, the latest last. */
  #done: readonly DefinitionChange[] = [];
  #askedOf: unknown;
  #followed: unknown;
  #looks = 0;

  @state() private findings: readonly Finding[] = [];
  @state() private isWorking = false;
  @state() private mayEdit = true;

  constructor() {
    super();
    new OnPaper(this);
  }

  /** The kind whose fields these are: `contact`, `company`, `deal`, or one that a house has added. */
  @property() of = 'contact';

  /** Opens the form of a new field, or of one that is there. */
  async open(name?: string): Promise<void> {
    await (await this.#form.load())?.open(this.of, name === undefined ? undefined : this.definition(name));
  }

  /** The definition of one of the house's own fields, as it is stored now. @internal */
  definition(name: string): FieldDefinition | undefined {
    return this.#stored.value?.find(({ definition: each }) => each.on === this.of && each.name === name)?.definition;
  }

  /** Says something to a screen reader. @internal */
  announce(text: string): void {
    this.ui?.announce(text);
  }

  get #rules(): Store['storage']['rules'] {
    return this.activeStore?.storage.rules;
  }
  get #kind(): ReturnType<NonNullable<ReturnType<typeof registryIn>>['entity']> {
    return registryIn(this.activeStore)?.entity(this.of);
  }
  get #fields(): readonly Field[] {
    return registryIn(this.activeStore)?.fieldsOf(this.of) ?? [];
  }
  get #own(): readonly Field[] {
    return this.#fields.filter(({ origin }) => origin === 'stored');
  }

  /**
   * The registry learns of a definition a moment after whoever watches definitions: it is looked at again until it has.
   * One that does not fit the others never comes there.
   */
  #follow(): void {
    const stored = this.#stored.value?.filter(({ definition }) => definition.on === this.of) ?? [];
    if (this.#stored.value !== this.#followed) this.#looks = 0;
    this.#followed = this.#stored.value;
    const known = new Map(this.#own.map((field) => [field.name, field]));
    const isInStep =
      stored.length === known.size &&
      stored.every(({ definition: { name, rank, type, labels } }) => {
        const field = known.get(name);
        return field?.rank === rank && field?.type === type && JSON.stringify(field?.labels) === JSON.stringify(labels);
      });
    if (isInStep || ++this.#looks > LOOKS) return;
    requestAnimationFrame(() => this.requestUpdate());
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#follow();
    const store = this.activeStore;
    if (!store || this.#stored.status !== 'ready' || this.#askedOf === store) return;
    this.#askedOf = store;
    void this.#ask(store);
  }

  async #ask(store: Store): Promise<void> {
    const work = await this.#work.load();
    this.mayEdit = (await work?.mayDefine(store, this.of)) ?? true;
  }

  async #move(name: string, to: number): Promise<void> {
    const work = await this.#work.load();
    const field = this.#own.find((each) => each.name === name);
    if (!work || !field) return;
    const label = labelOf(field, this.locale);
    const names = this.#own.map((each) => each.name);
    const words = { text: this.sentences(fieldEditorMessages).moved(label), name: label };
    await this.#change(work.placement(field, names, to, words));
  }

  /** Carries a change out, tells of it with the way back, and has rows follow it. A dialog shows itself what is refused. */
  async #change(change: DefinitionChange, isInDialog = false): Promise<Result<unknown>> {
    const done = await this.send(change.command, { showsRefusal: () => isInDialog });
    if (!done.ok) return done;
    const say = this.sentences(fieldEditorMessages);
    const { text, name, isFinal = false } = change;
    // Values that are erased do not come back, and a definition from before would say that they had.
    this.#done = isFinal ? [] : [...this.#done, change];
    const action = isFinal ? undefined : { label: say.undo, run: () => void this.#back() };
    this.ui?.toast({ text, name, action });
    this.announce(text);
    this.requestUpdate();
    await this.#bringRows();
    return done;
  }

  async #back(): Promise<void> {
    const change = this.#done.at(-1);
    if (!change) return;
    this.#done = this.#done.slice(0, -1);
    const done = await this.send(change.back);
    if (!done.ok) return;
    const { undone } = this.sentences(fieldEditorMessages);
    this.ui?.toast({ text: undone });
    this.announce(undone);
    await this.#bringRows();
  }

  async #bringRows(): Promise<void> {
    const store = this.activeStore;
    if (!store || !(await this.#isPending(store))) return;
    const work = await this.#work.load();
    if (!work) return;
    this.isWorking = true;
    const say = this.sentences(fieldEditorMessages);
    try {
      const found = await work.bringRows(store, this.of);
      this.findings = found.map(({ name, is, count }) => ({
        text: say[is === 'misfit' ? 'misfits' : 'duplicates'](this.#labelOf(name), count),
      }));
    } catch (cause) {
      this.ui?.toast({ text: problemOf(cause).message, tone: 'failed' });
    } finally {
      this.isWorking = false;
    }
  }

  /** Whether rows have to follow: asked of the book, because what is on show may be a moment old. */
  async #isPending(store: Store): Promise<boolean> {
    const asked = storedFields(store);
    const rows = asked ? await readOnce(store, asked).catch(() => []) : [];
    return rows.some(({ isPending, definition }) => isPending && definition.on === this.of);
  }

  #labelOf(name: string): string {
    const field = this.#fields.find((each) => each.name === name);
    return field ? labelOf(field, this.locale) : name;
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    const isTyping = event.composedPath()[0] instanceof HTMLInputElement;
    if (!isUndo || isTyping || event.altKey || this.#done.length === 0) return;
    // Not the app's undo: a definition has its own way back.
    event.preventDefault();
    event.stopPropagation();
    void this.#back();
  };

  protected override render(): TemplateResult {
    const say = this.sentences(fieldEditorMessages);
    const kind = this.#kind;
    const things = labelOf({ name: this.of, labels: kind?.plural }, this.locale);
    const title = kind || this.activeStore ? say.title(things) : say.own;
    return html`
      <section class="panel" aria-label=${title} @keydown=${this.#onKeydown}>
        <div class="panel-head">
          <h2 class="title">${title}</h2>
          ${this.#isReady ? html`<span class="count">${this.locale.format.number(this.#own.length)}</span>` : nothing}
          ${this.#isReady && this.mayEdit ? this.#renderActions() : nothing}
        </div>
        <div class="notices">${this.#renderNotices()}</div>
        ${this.#renderBody(things)}
      </section>
      ${this.#form.value?.render() ?? nothing}${this.#removing.value?.render() ?? nothing}
    `;
  }

  get #isReady(): boolean {
    return this.#stored.status === 'ready';
  }

  #renderActions(): TemplateResult {
    const say = this.sentences(fieldEditorMessages);
    const last = this.#done.at(-1);
    return html`
      <span class="head-actions">
        ${last ? html`<button type="button" class="button quiet" title=${say.undoThis(last.text)} @click=${() => void this.#back()}>${icon(undo)}<span>${say.undo}</span></button>` : nothing}
        <button type="button" class="button primary" data-action="add" @click=${() => void this.open()}>${icon(plus)}<span>${say.add}</span></button>
      </span>
    `;
  }

  #renderNotices(): unknown {
    const say = this.sentences(fieldEditorMessages);
    return [
      this.#onLine.value ? nothing : html`<div role="status">${banner('warning', offline, say.offline)}</div>`,
      this.mayEdit ? nothing : html`<div role="status">${banner('neutral', lock, say.readOnly)}</div>`,
      this.isWorking ? html`<div role="status">${banner('info', info, say.working)}</div>` : nothing,
      this.findings.map(
        ({ text }, index) =>
          html`<div role="status">${banner('warning', alert, html`<span class="row"><span class="grow">${text}</span><button type="button" class="button quiet small square icon-small" aria-label=${say.dismiss} @click=${() => this.#dismiss(index)}>${icon(cross)}</button></span>`)}</div>`,
      ),
    ];
  }

  #dismiss(index: number): void {
    this.findings = this.findings.toSpliced(index, 1);
  }

  #renderBody(things: string): unknown {
    const say = this.sentences(fieldEditorMessages);
    const store = this.activeStore;
    if (store && !this.#rules) return emptyState({ icon: table, title: say.withoutTitle, text: say.withoutText });
    if (store && !this.#kind) return emptyState({ icon: table, title: say.unknownTitle, text: say.unknownText });
    if (this.#stored.status === 'error') return this.#renderFailure();
    if (!this.#isReady)
      return html`<div role="status" aria-busy="true"><span class="unseen">${say.loading}</span>${waitingFields(skeleton, this.#stored.isSlow || !store)}</div>`;
    const fixed = this.#fields.filter(({ origin }) => origin !== 'stored');
    const inCode = fixed.filter(({ origin }) => origin === 'host');
    return html`
      ${
        this.#own.length + inCode.length === 0
          ? emptyState({
              icon: table,
              title: say.emptyTitle,
              text: say.emptyText(things),
              action: this.mayEdit
                ? html`<button type="button" class="button" @click=${() => void this.open()}>${say.add}</button>`
                : undefined,
            })
          : nothing
      }
      ${inCode.length > 0 ? html`<ul>${inCode.map((field) => this.#renderFixed(field))}</ul>` : nothing}
      ${this.#own.length > 0 ? html`<ol part="fields" data-order="fields" aria-label=${say.own}>${this.#own.map((field) => this.#renderOwn(field))}</ol>` : nothing}
      ${this.#renderBuiltIn(fixed.filter(({ origin }) => origin === 'built-in'))}
    `;
  }

  #renderOwn(field: Field): TemplateResult {
    const say = this.sentences(fieldEditorMessages);
    const { locale } = this;
    const label = labelOf(field, locale);
    const open = (): void => void this.open(field.name);
    const remove = async (): Promise<void> => {
      const definition = this.definition(field.name);
      if (definition) await (await this.#removing.load())?.open(definition, label);
    };
    if (!this.mayEdit) return this.#renderFixed(field);
    return html`
      <li class="entry ${this.#order.rowClass(field.name)}" part="field" data-key=${field.name}>
        ${this.#order.grip(field.name, label)}
        ${fieldRow({ field, say, locale, open })}
        <span class="entry-buttons">
          ${this.#order.buttons(field.name, label)}
          <button type="button" class="button quiet small square icon-small" aria-label=${say.remove(label)} title=${say.remove(label)} @click=${() => void remove()}>${icon(trash)}</button>
        </span>
      </li>
    `;
  }

  #renderFixed(field: Field): TemplateResult {
    const { locale } = this;
    const say = this.sentences(fieldEditorMessages);
    return html`<li class="entry fixed" title=${field.origin === 'host' ? say.inCodeText : nothing}>${fieldRow({ field, say, locale })}</li>`;
  }

  #renderBuiltIn(fields: readonly Field[]): TemplateResult {
    const say = this.sentences(fieldEditorMessages);
    return html`
      <details class="built-in icon-small" part="built-in" ?open=${this.#own.length === 0}>
        <summary class="icon-small">${icon(down)}<span>${say.builtIn}</span><span class="count">${this.locale.format.number(fields.length)}</span></summary>
        <p>${say.builtInText}</p>
        <ul>${fields.map((field) => this.#renderFixed(field))}</ul>
      </details>
    `;
  }

  #renderFailure(): TemplateResult {
    const say = this.sentences(fieldEditorMessages);
    const { code } = problemOf(this.#stored.error);
    if (code === 'store/denied' || code.startsWith('permissions/'))
      return html`<div role="status">${emptyState({ icon: ban, title: say.deniedTitle, text: say.deniedText })}</div>`;
    return failure([this.#stored], say);
  }
}

/** Every definition in the book. The collection is that of the open store: nobody fetches the rules of fields for it twice. */
function storedFields(store: Store | undefined): RowsQuery<StoredField> | undefined {
  const collection = store?.storage.rules?.collections.find(({ name }) => name === 'fields');
  return collection && { ask: 'rows', collection: collection as unknown as Collection<StoredField> };
}

/** The fields that a store knows now; undefined for one without custom fields. */
const registryIn = (store: Store | undefined) => store?.storage.rules?.registry?.();

declare global {
  interface HTMLElementTagNameMap {
    'kith-field-editor': KithFieldEditor;
  }
}
