import type { Stage, StageType } from '@kith/core';
import { type Field, type FieldRegistry } from '@kith/core/fields';
import { type Approvers, type StageRules, statusIn } from '@kith/core/pipelines';
import { teams, users } from '@kith/store';
import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { labelOf } from '../base/label-of.js';
import { Live } from '../base/live.js';
import { sentencesIn } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { problemText } from '../base/problem-text.js';
import { ConditionRows, conditionStyles } from '../conditions/condition-rows.js';
import { registryOf } from '../lists/registry-of.js';
import { checkStyles } from '../parts/check.styles.js';
import { checkbox } from '../parts/checkbox.js';
import { KithCombobox } from '../parts/combobox.js';
import { input, select } from '../parts/controls.js';
import { CURRENCIES } from '../parts/currencies.js';
import { field } from '../parts/field.js';
import { wired } from '../parts/form-control.js';
import { KithMoneyInput } from '../parts/money-input.js';
import { radioGroup } from '../parts/radio-group.js';
import { type Audience, audienceField } from './audience-field.js';
import type { Contradiction } from './contradictions.js';
import type { PipelineEditorHost } from './editor-host.js';
import { pipelineEditorMessages } from './pipeline-editor.messages.js';
import { stageFormMessages } from './stage-form.messages.js';
import { stageFormStyles } from './stage-form.styles.js';

/** A stage as it is edited. */
export interface StageEditing {
  readonly stage: Stage;
  /** What contradicts itself in it. */
  readonly contradictions: readonly Contradiction[];
  /** `typing` names what is typed into: keys one after the other are one step of the way back. */
  set(changes: Partial<Stage>, typing?: string): void;
}

/** A number that may be left out. */
interface NumberOptions {
  readonly part: string;
  readonly label: string;
  readonly help: string;
  readonly value: number | undefined;
  readonly least: number;
  readonly most?: number;
  readonly after?: string;
  readonly wrong: string;
  readonly error?: string | undefined;
  readonly set: (value: number | undefined) => void;
}

/** What is won is certain, and so is what is lost. */
const CERTAINTY: Readonly<Record<StageType, number | undefined>> = {
  open: undefined,
  won: 100,
  lost: 0,
  hold: undefined,
};
const TYPES = ['open', 'hold', 'won', 'lost'] as const satisfies readonly StageType[];
const CATEGORIES = ['pipeline', 'bestCase', 'mostLikely', 'commit', 'omitted'] as const;
/** What moving sets itself is asked of nobody. */
const isAskable = ({ isReadOnly, path }: Field): boolean =>
  !isReadOnly && !/^(pipelineId|stageId|status|actual|loss|rank|stage)/.test(path);

/** Everything that holds for a stage: what it is, what it takes to come in and to go on, who may move deals here. */
export class StageForm {
  readonly #host: PipelineEditorHost;
  readonly #conditions: ConditionRows;
  readonly #users: Live<ReturnType<typeof users.all>>;
  readonly #teams: Live<ReturnType<typeof teams.all>>;
  /** Numbers that cannot be, as they were typed. */
  #wrong: Readonly<Record<string, string>> = {};

  constructor(host: PipelineEditorHost) {
    this.#host = host;
    this.#conditions = new ConditionRows(host);
    this.#users = new Live(host, () => users.all());
    this.#teams = new Live(host, () => teams.all());
    addStyles(host, checkStyles, ...conditionStyles, stageFormStyles);
  }

  get #registry(): FieldRegistry {
    return registryOf(this.#host.activeStore);
  }

  /** Forgets what was typed wrong in the stage before. */
  begin(): void {
    this.#wrong = {};
  }

  render(editing: StageEditing): TemplateResult {
    const say = sentencesIn(stageFormMessages, this.#host.locale);
    const { stage } = editing;
    const isOpen = statusIn(stage) === 'open';
    return html`
      ${this.#renderIdentity(editing)}
      ${isOpen ? this.#renderOpen(editing) : nothing}
      <section class="rules" aria-labelledby="entering">
        <h3 id="entering">${say.entering}</h3>
        ${this.#renderRequires(editing)} ${this.#renderConditions(editing, 'enter', say.enter)}
        ${this.#renderPeople(editing, 'movers', { label: say.movers, none: say.anybody })}
        ${this.#renderPeople(editing, 'approvers', { label: say.approvers, none: say.nobody, help: say.approversHelp })}
        ${this.#renderNeed(editing)}
      </section>
      ${
        isOpen
          ? html`<section class="rules" aria-labelledby="leaving"><h3 id="leaving">${say.leaving}</h3>${this.#renderConditions(editing, 'leave', say.leave)}</section>`
          : nothing
      }
      ${this.#conditions.overlays()}
    `;
  }

  #renderIdentity({ stage, set }: StageEditing): TemplateResult {
    const say = sentencesIn(stageFormMessages, this.#host.locale);
    const { types, nameMissing } = sentencesIn(pipelineEditorMessages, this.#host.locale);
    const name = { id: 'stage-name', label: say.name, error: stage.name.trim() === '' ? nameMissing : undefined };
    const retype = (to: string): void => set(retyped(stage, to as StageType));
    const rename = (text: string): void => set({ name: text }, 'name');
    return html`
      ${field(name, input({ ...name, value: stage.name, longest: 200, isRequired: true, onInput: rename }))}
      ${radioGroup({ label: say.type, name: 'stage-type', isInline: true, value: stage.type, choices: TYPES.map((value) => ({ value, label: types[value] })), onChange: retype })}
    `;
  }

  /** What an open stage says besides: how sure it is, how long deals may be here, how many. On hold nothing begins and nothing rots. */
  #renderOpen(editing: StageEditing): TemplateResult {
    const say = sentencesIn(stageFormMessages, this.#host.locale);
    const { categories } = sentencesIn(pipelineEditorMessages, this.#host.locale);
    const { stage, set } = editing;
    const { rules = {} } = stage;
    const { limit, amountLimit } = rules;
    const setRule = ruleSetter(editing);
    const category = { id: 'stage-category', label: say.category };
    const isHold = stage.type === 'hold';
    const none = isHold ? categories.omitted : say.byProbability;
    const offered = CATEGORIES.filter((value) => !isHold || value !== 'omitted');
    const choices = offered.map((value) => ({ value, label: categories[value] }));
    const start = errorAt(editing, 'start', this.#host);
    return html`
      <div class="pair">
        ${this.#renderNumber({ part: 'probability', label: say.probability, help: say.probabilityHelp, value: stage.probability, least: 0, most: 100, after: '%', wrong: say.percentWrong, set: (value) => set({ probability: value ?? 0 }) })}
        ${field(category, select({ ...category, none, value: rules.category ?? '', choices, onChange: (value) => setRule('category', value || undefined) }))}
        ${isHold ? nothing : this.#renderNumber({ part: 'rotting', label: say.rotting, help: say.rottingHelp, value: stage.rottingDays, least: 1, after: say.days, wrong: say.numberWrong, set: (value) => set({ rottingDays: value }) })}
        ${this.#renderNumber({ part: 'limit', label: say.limit, help: say.limitHelp, value: limit?.most, least: 0, wrong: say.numberWrong, error: errorAt(editing, 'limit', this.#host), set: (most) => setRule('limit', most === undefined ? undefined : { ...limit, most }) })}
      </div>
      ${this.#renderAmountLimit(editing)}
      ${limit ? checkbox({ label: say.hard, note: say.hardNote, isOn: limit.hard ?? false, onChange: (hard) => setRule('limit', { most: limit.most, ...(hard && { hard }) }) }) : nothing}
      ${amountLimit ? checkbox({ label: say.hardAmount, note: say.hardNote, isOn: amountLimit.hard ?? false, onChange: (isHard) => setRule('amountLimit', { ...amountLimit, hard: isHard || undefined }) }) : nothing}
      ${isHold ? nothing : checkbox({ label: say.start, note: start ?? say.startNote, isOn: rules.start ?? false, onChange: (isOn) => setRule('start', isOn || undefined) })}
    `;
  }

  #renderAmountLimit(editing: StageEditing): unknown {
    const { locale } = this.#host;
    const say = sentencesIn(stageFormMessages, locale);
    const limit = editing.stage.rules?.amountLimit;
    const error = errorAt(editing, 'amountLimit', this.#host);
    const options = { id: 'stage-amount-limit', label: say.amountLimit, help: say.amountLimitHelp, error };
    const currency = limit?.most.currency ?? locale.currency;
    const currencies = [...new Set([currency, ...CURRENCIES])];
    const onchange = ({ target }: Event): void => {
      const { value, validity } = target as KithMoneyInput;
      // What is no amount is said at the field, and leaves the limit as it was.
      if (value || validity.valid) ruleSetter(editing)('amountLimit', value && { ...limit, most: value });
    };
    const control = nest(
      this.#host,
      KithMoneyInput,
      wired(options, { currency, currencies, value: limit?.most, onchange }),
    );
    return field(options, control);
  }

  #renderNumber({ part, label, help, value, least, most, after, wrong, error, set }: NumberOptions): TemplateResult {
    const typed = this.#wrong[part];
    const options = { id: `stage-${part}`, label, help, error: typed === undefined ? error : wrong };
    const read = (text: string): void => {
      const next = text.trim() === '' ? undefined : Number(text);
      const isRight = next === undefined || (Number.isInteger(next) && next >= least && next <= (most ?? next));
      const { [part]: _, ...others } = this.#wrong;
      this.#wrong = isRight ? others : { ...others, [part]: text };
      if (isRight) set(next);
      this.#host.requestUpdate();
    };
    const shown = typed ?? (value === undefined ? '' : String(value));
    return field(options, input({ ...options, mode: 'numeric', value: shown, after, onChange: read }));
  }

  #renderRequires(editing: StageEditing): unknown {
    const { locale } = this.#host;
    const say = sentencesIn(stageFormMessages, locale);
    const { requires = [] } = editing.stage.rules ?? {};
    const error = errorAt(editing, 'requires', this.#host);
    const options = { id: 'stage-requires', label: say.requires, help: say.requiresHelp, error };
    const fields = this.#registry.fieldsOf('deal').filter(isAskable);
    const choices = fields.map((each) => ({ value: each.path, label: labelOf(each, locale) }));
    const chosen = requires.map((path) => choices.find(({ value }) => value === path) ?? { value: path, label: path });
    const onchange = ({ target }: Event): void => {
      const paths = (target as KithCombobox).chosen.map(({ value }) => value);
      ruleSetter(editing)('requires', paths.length > 0 ? paths : undefined);
    };
    const control = nest(this.#host, KithCombobox, wired(options, { choices, chosen, isMultiple: true, onchange }));
    return field(options, control);
  }

  #renderConditions(editing: StageEditing, rule: 'enter' | 'leave', label: string): TemplateResult {
    const { always } = sentencesIn(stageFormMessages, this.#host.locale);
    return this.#conditions.render({
      id: rule,
      label,
      none: always,
      fields: this.#registry.fieldsOf('deal'),
      filter: editing.stage.rules?.[rule],
      set: (filter) => ruleSetter(editing)(rule, filter),
      error: errorAt(editing, rule, this.#host),
    });
  }

  #renderPeople(
    editing: StageEditing,
    rule: 'movers' | 'approvers',
    { label, none, help }: { readonly label: string; readonly none: string; readonly help?: string },
  ): unknown {
    const { groups } = sentencesIn(stageFormMessages, this.#host.locale);
    const options = { id: `stage-${rule}`, label, help, error: errorAt(editing, rule, this.#host) };
    const people = { users: this.#users.value ?? [], teams: this.#teams.value ?? [] };
    // How many have to approve is asked of several names only, and outlives another choice of them.
    const { need } = editing.stage.rules?.approvers ?? {};
    const set = (audience: Audience | undefined): void =>
      ruleSetter(editing)(rule, rule === 'approvers' && need && isSeveral(audience) ? { ...audience, need } : audience);
    return audienceField(this.#host, options, people, { none, groups }, editing.stage.rules?.[rule], set);
  }

  /** Whether one of several is enough, or all have to approve. */
  #renderNeed(editing: StageEditing): unknown {
    const { approvers } = editing.stage.rules ?? {};
    if (!isSeveral(approvers)) return nothing;
    const say = sentencesIn(stageFormMessages, this.#host.locale);
    const options = { id: 'stage-need', label: say.need, help: say.needHelp };
    const choices = NEEDS.map((value) => ({ value, label: say.needs[value] }));
    const { need, ...named } = approvers ?? {};
    const onChange = (value: string): void =>
      ruleSetter(editing)('approvers', value ? { ...named, need: value } : named);
    return field(options, select({ ...options, none: say.needs.any, value: need ?? '', choices, onChange }));
  }
}

const NEEDS = ['all', 'inOrder'] as const satisfies readonly Approvers['need'][];

const isSeveral = ({ users = [], teams = [], roles = [] }: Audience = {}): boolean =>
  users.length + teams.length + roles.length > 1;

/** What a stage of another type says: a closed one has no chance, no start, no deadline; one on hold has a chance still. */
function retyped(stage: Stage, type: StageType): Partial<Stage> {
  const probability = CERTAINTY[type] ?? (statusIn(stage) === 'open' ? stage.probability : 50);
  if (type === 'open') return { type, probability };
  const { start: _start, ...held } = stage.rules ?? {};
  if (type === 'hold') return { type, probability, rottingDays: undefined, rules: held };
  const { category: _category, leave: _leave, limit: _limit, amountLimit: _amount, ...rules } = held;
  return { type, probability, rottingDays: undefined, rules };
}

const ruleSetter =
  ({ stage, set }: StageEditing) =>
  (rule: keyof StageRules, value: unknown): void =>
    set({ rules: { ...stage.rules, [rule]: value } as StageRules });

/** What is wrong with a rule, in the reader's language. */
function errorAt({ contradictions }: StageEditing, rule: string, { locale }: PipelineEditorHost): string | undefined {
  const problem = contradictions.find(({ part }) => part === rule)?.problem;
  return problem && problemText(problem, locale);
}
