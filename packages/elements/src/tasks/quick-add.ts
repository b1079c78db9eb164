import type { Day } from '@kith/core';
import { dayOfPutOff, type PutOff } from '@kith/core/tasks';
import { add } from '@kith/store/tasks';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { problemText } from '../base/problem-text.js';
import { KithDayInput } from '../parts/day-input.js';
import { fieldStyles } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { alert, flag } from '../parts/icons/shown.js';
import { taskHandsMessages } from './hands.messages.js';
import { quickAddMessages } from './quick-add.messages.js';
import type { TaskHost } from './task-host.js';
import { readTaskLine, type TaskLine } from './task-line.js';

const OFFERED: readonly PutOff[] = ['today', 'tomorrow', 'nextWeek'];

/**
 * The line that adds tasks: Enter adds and stays. What it understood of a day and a priority is shown while it is typed;
 * a press on a day says it without words. Fetched when somebody comes to it.
 */
export class QuickAdd {
  readonly #host: TaskHost;
  #input: HTMLInputElement | undefined;
  #isOpen = false;
  #isSaving = false;
  /** The day that was pressed; what is written counts as long as none was. */
  #day: Day | undefined;
  #refusal: string | undefined;

  constructor(host: TaskHost) {
    this.#host = host;
    addStyles(host, fieldStyles, quickAddStyles);
  }

  /** Takes an event of the line. */
  take(event: Event, input: HTMLInputElement): void {
    this.#input = input;
    if (event instanceof KeyboardEvent) this.#onKey(event, input);
    else {
      this.#isOpen = true;
      this.#refusal = undefined;
      this.#host.requestUpdate();
    }
  }

  /** At the end of the line: what was understood, and the button that adds. */
  end(): unknown {
    const { subject } = this.#read();
    if (!this.#isOpen || !subject) return nothing;
    const say = sentencesIn(quickAddMessages, this.#host.locale);
    return html`<button type="button" class="button primary small" data-add="add" aria-disabled=${this.#isSaving ? 'true' : nothing} @click=${() => this.#save()}>${say.add}</button>`;
  }

  /** Below the line: its day and its priority. */
  below(): unknown {
    if (!this.#isOpen) return nothing;
    const { locale } = this.#host;
    const say = sentencesIn(quickAddMessages, locale);
    const { subject, dueDay, priority } = this.#read();
    if (!subject)
      return this.#refusal
        ? this.#renderRefusal()
        : html`<p class="add-foot subtle small" id="add-help">${say.help}</p>`;
    const { putOffs } = sentencesIn(taskHandsMessages, locale);
    const today = locale.format.today();
    return html`
      <div class="add-foot">
        <div class="add-days" role="group" aria-label=${say.days}>
          ${OFFERED.map((putOff) => {
            const day = dayOfPutOff(putOff, { today });
            return html`<button type="button" class="button small" aria-pressed=${day === dueDay ? 'true' : 'false'} @click=${() => this.#press(day, dueDay)}>${putOffs[putOff]}</button>`;
          })}
          <span class="add-day" @change=${this.#onDay}>${nest(this.#host, KithDayInput, { label: say.pickDay, value: dueDay })}</span>
        </div>
        <span class="add-read small" role="status">
          <bdi>${dueDay ? say.due(locale.format.day(dueDay)) : say.noDay}</bdi>
          ${priority ? html`<span class="add-high icon-small">${icon(flag)}${say.high}</span>` : nothing}
        </span>
      </div>
      ${this.#refusal ? this.#renderRefusal() : nothing}
    `;
  }

  #renderRefusal(): TemplateResult {
    return html`<p class="add-foot field-error icon-small" role="alert">${icon(alert)}<span>${this.#refusal}</span></p>`;
  }

  #read(): TaskLine {
    const { lang, format } = this.#host.locale;
    const { before } = sentencesIn(quickAddMessages, this.#host.locale);
    const line = readTaskLine(this.#input?.value ?? '', lang, format.today(), before);
    return this.#day ? { ...line, dueDay: this.#day } : line;
  }

  #press(day: Day, current: Day | undefined): void {
    this.#day = day === current ? undefined : day;
    this.#input?.focus();
    this.#host.requestUpdate();
  }

  /** Another day was typed or picked in the field for it. */
  readonly #onDay = (event: Event): void => {
    this.#day = event.target instanceof KithDayInput ? event.target.value : undefined;
    this.#host.requestUpdate();
  };

  #onKey(event: KeyboardEvent, input: HTMLInputElement): void {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') void this.#save();
    else if (event.key === 'Escape') this.#close(input);
    else if (event.key === 'ArrowDown' && input.value === '') this.#host.go(this.#host.at);
  }

  #close(input: HTMLInputElement): void {
    if (input.value === '') this.#isOpen = false;
    input.value = '';
    this.#day = undefined;
    this.#refusal = undefined;
    this.#host.requestUpdate();
  }

  async #save(): Promise<void> {
    const { locale, newTasks } = this.#host;
    const say = sentencesIn(quickAddMessages, locale);
    const line = this.#read();
    if (this.#isSaving) return;
    if (!line.subject) {
      this.#refusal = sentencesIn(taskHandsMessages, locale).noSubject;
      this.#host.requestUpdate();
      return;
    }
    const input = this.#input;
    const text = input?.value;
    const day = this.#day;
    this.#isSaving = true;
    const result = await this.#host
      .carryOut(add({ kind: 'task', ...newTasks, ...line }), {
        done: ({ subject }) => ({ text: say.added(subject), name: subject }),
        showsRefusal: () => true,
      })
      .finally(() => {
        this.#isSaving = false;
      });
    this.#refusal = result.ok ? undefined : problemText(result.problem, locale);
    this.#host.requestUpdate();
    if (!result.ok || !input) return;
    // What was typed or pressed meanwhile is of the next one.
    if (this.#day === day) this.#day = undefined;
    if (input.value !== text) return;
    input.value = '';
    input.focus();
  }
}

/** The looks of {@link QuickAdd}. */
const quickAddStyles = css`
  .add-foot { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 8px 16px; border-block-end: 1px solid var(--kith-border); background: var(--kith-surface); }
  .add-days { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
  .add-days > .button[aria-pressed='true'] { border-color: var(--kith-accent); background: var(--kith-accent-subtle); color: var(--kith-accent-text); }
  .add-day { inline-size: 168px; --kith-control: var(--kith-control-sm); }
  .add-read { display: flex; gap: 12px; margin-inline-start: auto; color: var(--kith-text-muted); }
  .add-high { display: inline-flex; gap: 4px; align-items: center; color: var(--kith-warning-text); }
  @container (max-width: 480px) { .add-read { margin-inline-start: 0; } }
`;
