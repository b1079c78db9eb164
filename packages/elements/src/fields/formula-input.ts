import type { Problem } from '@kith/core';
import { formulaFunctions, formulaScope, makeFormula } from '@kith/core/fields';
import { css, html, nothing, type TemplateResult } from 'lit';
import { labelOf } from '../base/label-of.js';
import { problemText } from '../base/problem-text.js';
import { icon } from '../parts/icon.js';
import { alert } from '../parts/icons/shown.js';
import type { FieldEditing } from './field-editing.js';
import { fieldEditorMessages } from './field-editor.messages.js';
import { fieldFormMessages } from './field-form.messages.js';

/** Names that are offered at once at most. */
const MOST = 8;
/** The name that stands before the caret: built-in fields have dots in theirs. */
const NAME = /[A-Za-z_][\w.]*$/;

interface Suggestion {
  readonly name: string;
  readonly note: string;
  readonly isFunction: boolean;
}

/**
 * A formula while it is written: fields and functions are offered at the caret (Down and Up go through them, Enter or Tab
 * takes one, Escape closes them), and a mistake is marked at its character.
 */
export class FormulaInput {
  readonly #editing: FieldEditing;
  #offered: readonly Suggestion[] = [];
  #at = 0;

  constructor(editing: FieldEditing) {
    this.#editing = editing;
  }

  /** What is wrong with the formula, if anything is. */
  get problem(): Problem | undefined {
    const checked = this.#checked;
    return checked.ok ? undefined : checked.problem;
  }

  get #source(): string {
    return this.#editing.draft.formula ?? '';
  }
  get #checked(): ReturnType<typeof makeFormula> {
    return makeFormula(this.#source, formulaScope(this.#editing.registry, this.#editing.draft));
  }
  get #area(): HTMLTextAreaElement | null {
    return this.#editing.host.renderRoot.querySelector<HTMLTextAreaElement>('#formula');
  }

  /** `refusal` is what only the whole definition tells, such as that it is worked out from itself. */
  render(refusal: string | undefined): TemplateResult {
    const say = this.#editing.say(fieldFormMessages);
    const { types } = this.#editing.say(fieldEditorMessages);
    const checked = this.#checked;
    const isEmpty = this.#source.trim() === '';
    const problem = checked.ok || isEmpty ? undefined : checked.problem;
    const error = problem ? problemText(problem, this.#editing.host.locale) : refusal;
    const isOpen = this.#offered.length > 0;
    const note = error
      ? html`<p class="field-error icon-small" id="formula-note" role="status">${icon(alert)}<span>${error}</span></p>`
      : html`<p class="field-help" id="formula-note">${checked.ok && !isEmpty ? say.formulaResult(types[checked.value.type as keyof typeof types]) : say.formulaHelp}</p>`;
    return html`
      <div class="field formula-field">
        <label class="label" for="formula">${say.formula}</label>
        <div class="formula" dir="ltr">
          <div class="formula-mirror" aria-hidden="true">${markedAt(this.#source, problem)}</div>
          <textarea
            id="formula" rows="3" spellcheck="false" autocomplete="off" autocapitalize="off" aria-invalid=${error ? 'true' : nothing} aria-describedby="formula-note"
            aria-autocomplete="list" aria-haspopup="listbox" aria-controls="formula-names" aria-activedescendant=${isOpen ? `formula-name-${this.#at}` : nothing}
            .value=${this.#source} @input=${this.#onInput} @keydown=${this.#onKeydown} @blur=${() => this.#offer([])} @click=${() => this.#offer([])}
          ></textarea>
        </div>
        <ul id="formula-names" class="formula-names overlay" role="listbox" aria-label=${say.suggestions} ?hidden=${!isOpen} @pointerdown=${(event: Event) => event.preventDefault()}>
          ${this.#offered.map(
            ({ name, note: words }, index) => html`
              <li class="formula-name ${index === this.#at ? 'at' : ''}" id="formula-name-${index}" role="option" aria-selected=${index === this.#at ? 'true' : 'false'} @click=${() => this.#take(index)}>
                <code dir="ltr">${name}</code><span class="subtle small"><bdi>${words}</bdi></span>
              </li>
            `,
          )}
        </ul>
        <span class="unseen" role="status">${isOpen ? say.suggested(this.#offered.length) : nothing}</span>
        ${note}
      </div>
    `;
  }

  readonly #onInput = (event: Event): void => {
    const area = event.currentTarget as HTMLTextAreaElement;
    this.#editing.set({ formula: area.value });
    const typed = NAME.exec(area.value.slice(0, area.selectionStart))?.[0] ?? '';
    this.#offer(typed === '' ? [] : this.#matching(typed));
  };

  /** Fields and functions whose name or label begins as it was typed, then those in which it stands. */
  #matching(typed: string): readonly Suggestion[] {
    const say = this.#editing.say(fieldFormMessages);
    const { registry, draft, host } = this.#editing;
    const wanted = typed.toLowerCase();
    const fields = registry
      .fieldsOf(draft.on)
      .filter(({ name }) => name !== draft.name)
      // A house's own are what it works with most.
      .sort((left, right) => Number(left.origin === 'built-in') - Number(right.origin === 'built-in'))
      .map((field) => ({ name: field.name, note: labelOf(field, host.locale), isFunction: false }));
    const functions = formulaFunctions.map((name) => ({ name: `${name}(`, note: say.aFunction, isFunction: true }));
    const rank = ({ name, note, isFunction }: Suggestion): number => {
      if (name.toLowerCase().startsWith(wanted)) return isFunction ? 1 : 0;
      if (isFunction) return 4;
      return note.toLowerCase().startsWith(wanted) ? 2 : name.toLowerCase().includes(wanted) ? 3 : 4;
    };
    return [...fields, ...functions]
      .map((each) => ({ each, rank: rank(each) }))
      .filter(({ each, rank: place }) => place < 4 && each.name !== typed)
      .sort((left, right) => left.rank - right.rank)
      .slice(0, MOST)
      .map(({ each }) => each);
  }

  #offer(offered: readonly Suggestion[]): void {
    if (offered.length === 0 && this.#offered.length === 0) return;
    this.#offered = offered;
    this.#at = 0;
    this.#editing.host.requestUpdate();
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const count = this.#offered.length;
    if (count === 0 || event.isComposing) return;
    if (event.key === 'ArrowDown') this.#at = (this.#at + 1) % count;
    else if (event.key === 'ArrowUp') this.#at = (this.#at + count - 1) % count;
    else if (event.key === 'Enter' || event.key === 'Tab') this.#take(this.#at);
    else if (event.key === 'Escape') this.#offer([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.#editing.host.requestUpdate();
  };

  #take(index: number): void {
    const area = this.#area;
    const taken = this.#offered[index];
    if (!area || !taken) return;
    const caret = area.selectionStart;
    const typed = NAME.exec(area.value.slice(0, caret))?.[0] ?? '';
    area.setRangeText(taken.name, caret - typed.length, caret, 'end');
    area.focus();
    this.#offer([]);
    this.#editing.set({ formula: area.value });
  }
}

/** The source with its mistake marked: from its character to the end of that word. */
function markedAt(source: string, problem: Problem | undefined): unknown {
  const at = Number(problem?.params?.['at'] ?? 0) - 1;
  if (at < 0) return source;
  const rest = source.slice(at);
  const length = /^[\w.]+/.exec(rest)?.[0].length ?? Math.min(1, rest.length);
  // What is missing at the end is marked behind it.
  return html`${source.slice(0, at)}<mark>${rest.slice(0, length) || '\u00a0'}</mark>${rest.slice(length)}\u200b`;
}

/** The looks of {@link FormulaInput}: the marks lie behind the text, which is written in the same place. */
export const formulaStyles = css`
  .formula-field { position: relative; }
  .formula { display: grid; border: 1px solid var(--kith-border-control); border-radius: var(--kith-radius-md); background: var(--kith-surface); }
  .formula:focus-within { border-color: var(--kith-focus); outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: -1px; }
  .formula:has([aria-invalid]) { border-color: var(--kith-negative-fill); }
  .formula > * { grid-area: 1 / 1; inline-size: 100%; min-block-size: 72px; margin: 0; padding: 8px 10px; border: 0; background: none; font: var(--kith-weight) var(--kith-size-sm) / 1.6 var(--kith-font-mono); text-align: start; white-space: pre-wrap; overflow-wrap: anywhere; resize: none; field-sizing: content; }
  .formula > textarea { color: var(--kith-text); outline: none; overflow: hidden; }
  .formula-mirror { color: transparent; pointer-events: none; }
  .formula-mirror > mark { background: var(--kith-negative-subtle); color: transparent; text-decoration: underline wavy var(--kith-negative-fill); text-underline-offset: 3px; }
  .formula-names { max-block-size: 240px; padding: 4px; overflow-y: auto; }
  .formula-name { display: flex; gap: 12px; justify-content: space-between; padding: 4px 8px; border-radius: 5px; cursor: default; }
  .formula-name:hover, .formula-name.at { background: var(--kith-hover); }
  .formula-name.at { box-shadow: inset 0 0 0 1px var(--kith-accent-border); }
  .formula-name > code { font: var(--kith-weight-medium) var(--kith-size-sm) / 1.5 var(--kith-font-mono); }
  @media (forced-colors: active) { .formula-name.at { outline: 1px solid Highlight; } .formula-mirror > mark { forced-color-adjust: none; } }
`;
