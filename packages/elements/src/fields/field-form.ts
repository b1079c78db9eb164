import type { Problem, Result } from '@kith/core';
import { checkDefinition, type FieldDefinition, type FieldRegistry } from '@kith/core/fields';
import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { labelOf } from '../base/label-of.js';
import { type Messages, sentencesIn } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { ConditionRows, conditionStyles } from '../conditions/condition-rows.js';
import { banner } from '../parts/banner.js';
import { busyButton } from '../parts/busy-button.js';
import { buttonStyles } from '../parts/button.js';
import { checkbox } from '../parts/checkbox.js';
import { input, select, textarea } from '../parts/controls.js';
import { type FieldOptions, field } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { down } from '../parts/icons/heads.js';
import { alert } from '../parts/icons/shown.js';
import { Modal } from '../parts/modal.js';
import { radioGroup } from '../parts/radio-group.js';
import { boundsForm } from './bounds-form.js';
import { defaultForm } from './default-form.js';
import { DefinitionTrialRun } from './definition-trial.js';
import { asksOtherwise, isFor, ofType, TYPE_GROUPS, tidied } from './field-draft.js';
import type { FieldEditing, FieldEditingHost } from './field-editing.js';
import { fieldEditorMessages } from './field-editor.messages.js';
import { type FieldFormSentences, fieldFormMessages } from './field-form.messages.js';
import { fieldFormStyles } from './field-form.styles.js';
import { fieldNameFrom } from './field-name.js';
import { type DefinitionChange, redefinition } from './field-work.js';
import { FormulaInput, formulaStyles } from './formula-input.js';
import { OptionRows, optionStyles } from './option-rows.js';
import { previewOf } from './preview.js';
import { ResultPreview } from './result-preview.js';
import { firstRollUp, rollUpForm } from './roll-up-form.js';
import { settledOptions } from './settled-options.js';
import { whoForm } from './who-form.js';

/** Languages in which a label is asked for, besides those that it has. */
const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'de', 'es', 'ar'] as const;

type Requirement = 'never' | 'always' | 'when';

/** The element whose drawer it is: it knows which definition is stored now. */
export interface FieldFormHost extends FieldEditingHost {
  definition(name: string): FieldDefinition | undefined;
}

/** The drawer in which a field is made, or changed. Nothing is sent before it is saved. */
export class FieldForm implements FieldEditing {
  readonly host: FieldFormHost;
  readonly #change: (change: DefinitionChange) => Promise<Result<unknown>>;
  readonly #modal: Modal;
  readonly #conditions: ConditionRows;
  readonly #options: OptionRows;
  readonly #formula: FormulaInput;
  readonly #trial: DefinitionTrialRun;
  #results: ResultPreview;
  before: FieldDefinition | undefined;
  draft: FieldDefinition = { on: '', name: '', type: 'text', labels: {} };
  #isNamed = false;
  #isBusy = false;
  #required: Requirement = 'never';
  #refusal: Problem | undefined;

  constructor(host: FieldFormHost, change: (change: DefinitionChange) => Promise<Result<unknown>>) {
    this.host = host;
    this.#change = change;
    this.#modal = new Modal(host);
    this.#conditions = new ConditionRows(host);
    this.#options = new OptionRows(this);
    this.#formula = new FormulaInput(this);
    this.#trial = new DefinitionTrialRun(host);
    this.#results = new ResultPreview(host);
    const buttons = [buttonStyles].flat(3) as typeof fieldFormStyles;
    addStyles(host, ...buttons, ...fieldFormStyles, ...conditionStyles, ...optionStyles, formulaStyles);
  }

  get registry(): FieldRegistry {
    const registry = this.host.activeStore?.storage.rules?.registry?.();
    if (!registry) throw new Error('The store has no custom fields. Open it with `fields: customFields()`.');
    return registry;
  }

  /** The sentences of a feature in the element's language. */
  say<Sentences>(messages: Messages<Sentences>): Sentences {
    return sentencesIn(messages, this.host.locale);
  }

  /** Opens the drawer on a definition, or on a new field of a kind. */
  async open(on: string, before: FieldDefinition | undefined): Promise<void> {
    const say = this.say(fieldFormMessages);
    this.before = before;
    this.draft = before ?? { on, name: '', type: 'text', labels: {} };
    this.#isNamed = before !== undefined;
    this.#refusal = undefined;
    this.#isBusy = false;
    const { required } = this.draft;
    this.#required = required === true ? 'always' : required ? 'when' : 'never';
    this.#results = new ResultPreview(this.host);
    this.#trial.clear();
    await this.#modal.open({
      shape: 'drawer',
      title: before ? say.editTitle(labelOf(before, this.host.locale)) : say.newTitle,
      close: say.close,
      content: () => this.#renderForm(),
      buttons: () => this.#renderButtons(),
      onClose: () => this.#trial.clear(),
    });
  }

  render(): unknown {
    return this.#modal.render();
  }

  set(changes: Partial<FieldDefinition>): void {
    this.draft = { ...this.draft, ...changes };
    if (!this.#isNamed) this.draft = { ...this.draft, name: this.#freeName() };
    this.#refusal = undefined;
    this.#tryRows();
    this.host.requestUpdate();
  }

  #freeName(): string {
    const { en = '' } = this.draft.labels;
    const label = en || Object.values(this.draft.labels).find((text) => text !== '') || '';
    const taken = this.registry.fieldsOf(this.draft.on).map(({ name }) => name.split('.')[0] ?? '');
    return fieldNameFrom(label, [...taken, 'id', 'and', 'or', 'not', 'true', 'false', 'blank']);
  }

  /** What would be saved now. */
  #definition(): FieldDefinition {
    const { language } = this.host.locale;
    const options = this.draft.options && settledOptions(this.draft.options, this.before?.options ?? [], language);
    return tidied({ ...this.draft, ...(options && { options }) });
  }

  /** Rows are looked at while a field that has values is made to ask otherwise of them. */
  #tryRows(): void {
    const definition = this.#definition();
    if (this.before && asksOtherwise(this.before, definition)) this.#trial.look(definition);
    else this.#trial.clear();
  }

  /** What stands in the way of saving, with the part it is about. */
  get #problem(): Problem | undefined {
    const say = this.say(fieldFormMessages);
    const { labels, type } = this.draft;
    if (Object.values(labels).every((text) => text.trim() === ''))
      return { code: 'fields/no-label', message: say.labelMissing, path: 'labels' };
    if (this.#required === 'when' && typeof this.draft.required !== 'object')
      return { code: 'fields/invalid-definition', message: say.conditionMissing, path: 'required' };
    if (type === 'rollUp' && !this.draft.rollUp)
      return { code: 'fields/roll-up', message: say.rollUpNone, path: 'rollUp' };
    const checked = checkDefinition(this.registry, this.#definition());
    return checked.ok ? undefined : checked.problem;
  }

  #errorAt(path: string): string | undefined {
    const problem = this.#refusal;
    return problem?.path === path ? problemText(problem, this.host.locale) : undefined;
  }

  #renderForm(): TemplateResult {
    const say = this.say(fieldFormMessages);
    const { type } = this.draft;
    return html`
      ${this.#renderConflict(say)} ${this.#renderSummary()}
      ${this.#renderLabel(say)} ${this.#renderType(say)} ${this.#renderByType(say)}
      ${isFor('required', type) ? this.#renderRules(say) : nothing}
      ${this.#renderHelp(say)} ${whoForm(this)}
      ${previewOf(this, this.#definition(), this.#results)}
      ${this.#conditions.overlays()}
    `;
  }

  /** A refusal whose part is not in sight is told at the top. */
  #renderSummary(): unknown {
    const problem = this.#refusal;
    const isAtPart = problem?.path && SHOWN_AT_PART.test(problem.path);
    if (!problem || isAtPart) return nothing;
    return html`<div role="alert">${banner('negative', alert, problemText(problem, this.host.locale))}</div>`;
  }

  /** Whether somebody else has changed the definition since editing began. */
  get #isConflict(): boolean {
    if (!this.before || this.#isBusy) return false;
    return JSON.stringify(this.host.definition(this.before.name)) !== JSON.stringify(this.before);
  }

  #renderConflict(say: FieldFormSentences): unknown {
    if (!this.before || !this.#isConflict) return nothing;
    const now = this.host.definition(this.before.name);
    const label = labelOf(this.before, this.host.locale);
    const keep = (): void => {
      this.before = now;
      this.#tryRows();
      this.host.requestUpdate();
    };
    return html`
      <div role="alert">
        ${banner(
          'warning',
          alert,
          html`<b>${now ? say.conflictTitle(label) : say.conflictGone(label)}</b> ${say.conflictText}
            <span class="row">
              <button type="button" class="button small" @click=${() => void (now ? this.open(now.on, now) : this.#modal.close())}>${say.takeTheirs}</button>
              <button type="button" class="button small" @click=${keep}>${say.keepMine}</button>
            </span>`,
        )}
      </div>
    `;
  }

  #renderLabel(say: FieldFormSentences): TemplateResult {
    const { language, lang } = this.host.locale;
    const { labels, name } = this.draft;
    // What people read now, where nobody has said it in this language.
    const fallback = labelOf({ name: '', labels }, this.host.locale);
    const isOnly = Object.entries(labels).every(([each, text]) => each === language || text.trim() === '');
    const names = new Intl.DisplayNames([lang], { type: 'language' });
    const others = [...new Set([...LANGUAGES, ...Object.keys(labels)])].filter((each) => each !== language);
    const options = { id: 'field-label', label: say.label, error: this.#errorAt('labels'), help: say.labelHelp };
    const rename = (of: string, text: string): void => this.set({ labels: { ...labels, [of]: text } });
    return html`
      ${field(options, input({ ...options, value: labels[language] ?? '', placeholder: fallback, longest: 200, isRequired: isOnly, onInput: (text) => rename(language, text) }))}
      <div class="name-line">
        ${say.name}: <code dir="ltr" translate="no">${name || '…'}</code><br />
        ${this.#errorAt('name') ? html`<span class="field-error icon-small">${icon(alert)}<span>${this.#errorAt('name')}</span></span>` : this.before ? say.nameKept : say.nameNew}
      </div>
      <details class="fold">
        <summary class="icon-small">${icon(down)}<span>${say.languages}</span></summary>
        <div class="pair">
          ${others.map((each) => {
            const spoken = names.of(each) ?? each;
            const part = { id: `label-${each}`, label: say.languageLabel(spoken) };
            return field(
              part,
              input({ ...part, value: labels[each] ?? '', longest: 200, onInput: (text) => rename(each, text) }),
            );
          })}
        </div>
      </details>
    `;
  }

  #renderType(say: FieldFormSentences): TemplateResult {
    const { types } = this.say(fieldEditorMessages);
    const { type } = this.draft;
    const groups = Object.entries(TYPE_GROUPS) as [keyof typeof TYPE_GROUPS, readonly FieldDefinition['type'][]][];
    const choices = groups.flatMap(([group, members]) =>
      members.map((value) => ({ value, label: types[value], group: say.groups[group] })),
    );
    const options: FieldOptions = {
      id: 'field-type',
      label: say.type,
      help: say.explains[type],
      error: this.#errorAt('type'),
    };
    const change = (value: string): void => {
      const next = ofType(this.draft, value as FieldDefinition['type']);
      this.draft = next.type === 'rollUp' && !next.rollUp ? { ...next, rollUp: firstRollUp(this) } : next;
      this.set({});
    };
    return html`${field(options, select({ ...options, choices, value: type, onChange: change }))}${this.#trial.render(say)}`;
  }

  #renderByType(say: FieldFormSentences): unknown {
    const { type, to } = this.draft;
    const errorAt = (path: string): string | undefined => this.#errorAt(path);
    switch (type) {
      case 'choice':
      case 'choices':
        return this.#options.render(errorAt('options'));
      case 'formula':
        return this.#formula.render(errorAt('formula'));
      case 'rollUp':
        return rollUpForm(this, this.#conditions, errorAt);
      case 'reference': {
        const part = { id: 'field-to', label: say.to, error: errorAt('to') };
        const choices = this.registry.entities.map(({ kind, labels }) => ({
          value: kind,
          label: labelOf({ labels, name: kind }, this.host.locale),
        }));
        return field(part, select({ ...part, choices, value: to ?? '', onChange: (kind) => this.set({ to: kind }) }));
      }
      default:
        return isFor('least', type) ? boundsForm(this, errorAt) : nothing;
    }
  }

  #renderRules(say: FieldFormSentences): TemplateResult {
    const { type, on, unique = false, searched = false } = this.draft;
    const choose = (value: string): void => {
      this.#required = value as Requirement;
      this.set({ required: value === 'always' ? true : undefined });
    };
    const required = typeof this.draft.required === 'object' ? this.draft.required : undefined;
    return html`
      <div class="rules">
        ${radioGroup({
          label: say.required,
          name: 'required',
          isInline: true,
          value: this.#required,
          choices: [
            { value: 'never', label: say.requiredNever },
            { value: 'always', label: say.requiredAlways },
            { value: 'when', label: say.requiredWhen },
          ],
          onChange: choose,
        })}
        ${
          this.#required === 'when'
            ? this.#conditions.render({
                id: 'required-when',
                label: say.requiredWhenText,
                none: '',
                fields: this.registry.fieldsOf(on),
                filter: required,
                set: (filter) => this.set({ required: filter }),
                error: this.#errorAt('required'),
              })
            : nothing
        }
        ${isFor('unique', type) ? checkbox({ label: say.unique, note: say.uniqueNote, isOn: unique, onChange: (isOn) => this.set({ unique: isOn }) }) : nothing}
        ${isFor('searched', type) ? checkbox({ label: say.searched, note: say.searchedNote, isOn: searched, onChange: (isOn) => this.set({ searched: isOn }) }) : nothing}
      </div>
      ${defaultForm(this, this.#definition(), this.#errorAt('default'))}
    `;
  }

  #renderHelp(say: FieldFormSentences): TemplateResult {
    const { language } = this.host.locale;
    const { help = {} } = this.draft;
    const part = { id: 'field-help', label: say.help, help: say.helpHelp };
    return html`${field(part, textarea({ ...part, rows: 2, value: help[language] ?? '', onChange: (text) => this.set({ help: { ...help, [language]: text } }) }))}`;
  }

  #renderButtons(): TemplateResult {
    const say = this.say(fieldFormMessages);
    const misfits = this.#trial.misfits;
    const label = misfits > 0 ? say.saveAnyway(misfits) : this.before ? say.save : say.add;
    return html`
      <button type="button" class="button" @click=${() => this.#modal.close()}>${say.cancel}</button>
      ${busyButton({ label, busyLabel: say.saving, isBusy: this.#isBusy, tone: 'primary', onClick: () => void this.#save() })}
    `;
  }

  async #save(): Promise<void> {
    this.#refusal = this.#problem;
    this.host.requestUpdate();
    if (this.#refusal || this.#isConflict) {
      await this.#showRefusal();
      return;
    }
    // What it means for the rows is said before it is done: somebody quicker than the count sees it first.
    if (this.#trial.isRunning) {
      await this.#trial.finished;
      if (this.#trial.misfits > 0) return;
    }
    const definition = this.#definition();
    const label = labelOf(definition, this.host.locale);
    const { added, changed } = this.say(fieldEditorMessages);
    const words = { text: this.before ? changed(label) : added(label), name: label };
    this.#isBusy = true;
    const done = await this.#change(redefinition(this.before, definition, words));
    this.#isBusy = false;
    if (done.ok) this.#modal.close();
    else this.#refusal = done.problem;
    this.host.requestUpdate();
    if (!done.ok) await this.#showRefusal();
  }

  async #showRefusal(): Promise<void> {
    await this.host.updateComplete;
    const dialog = this.host.renderRoot.querySelector('.modal');
    const wrong = dialog?.querySelector<HTMLElement>(
      '[aria-invalid="true"], [invalid], [data-conditions]:has(~ .field-error)',
    );
    (wrong ?? dialog?.querySelector<HTMLElement>('[role="alert"]'))?.scrollIntoView({ block: 'nearest' });
    wrong?.focus();
  }
}

/** Parts whose refusals stand beside them. */
const SHOWN_AT_PART =
  /^(labels|name|type|options|formula|rollUp\.\w+|to|least|most|decimals|currency|required|default)$/;
