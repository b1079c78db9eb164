import { type Activity, type Day, isDay, type Problem } from '@kith/core';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { icon } from '../parts/icon.js';
import { alert, down, mail, note, phone, task } from '../parts/icons.js';
import { timelineMessages } from './messages.js';
import { splitNote, type Written } from './note.js';

/** The kinds that are written by hand into the timeline. */
export type ComposedKind = 'note' | 'call' | 'email' | 'task';

/** What somebody has written: something done, or with kind `task` something to do. */
export interface Draft extends Written {
  readonly kind: ComposedKind;
  readonly direction?: NonNullable<Activity['direction']>;
  readonly durationMinutes?: number;
  readonly dueDay?: Day;
}

/** What Composer needs of its element. */
export interface ComposerHost extends ReactiveControllerHost {
  readonly locale: Locale;
}

const KINDS: readonly (readonly [ComposedKind, string])[] = [
  ['note', note],
  ['call', phone],
  ['email', mail],
  ['task', task],
];

const BLANK = { text: '', body: '', minutes: '', direction: 'outbound', dueDay: '' };

/**
 * The box in which a note, a call, an e-mail or a task is written down. One line at rest; it opens when the focus comes
 * and asks what belongs to the kind. Ctrl or Cmd with Enter saves. What was typed survives a change of kind and a refusal.
 */
export class Composer implements ReactiveController {
  readonly #host: ComposerHost;
  readonly #save: (draft: Draft) => Promise<Problem | undefined>;
  readonly #first = createRef<HTMLInputElement | HTMLTextAreaElement>();
  #kind: ComposedKind = 'note';
  #fields = BLANK;
  #isOpen = false;
  #isSaving = false;
  #refusal: string | undefined;

  /** `save` carries a draft out and answers why not. */
  constructor(host: ComposerHost, save: (draft: Draft) => Promise<Problem | undefined>) {
    this.#host = host;
    this.#save = save;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#isOpen = false;
  }

  /** Opens it for a kind, with the focus in it. */
  async open(kind: ComposedKind): Promise<void> {
    this.#kind = kind;
    this.#isOpen = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#first.value?.focus();
  }

  /** Empties it: for when the timeline is about somebody else. */
  reset(): void {
    this.#fields = BLANK;
    this.#isOpen = false;
    this.#refusal = undefined;
  }

  render(): TemplateResult {
    const say = sentencesIn(timelineMessages, this.#host.locale).compose;
    return html`
      <form class="panel composer ${this.#isOpen ? 'open' : ''}" aria-label=${say.title} @submit=${this.#onSubmit} @keydown=${this.#onKeydown}>
        <div class="kinds" role="group" aria-label=${say.kindLabel}>
          ${KINDS.map(
            ([kind, shape]) => html`
              <button type="button" class="icon-small" aria-pressed=${kind === this.#kind ? 'true' : 'false'} @click=${() => this.open(kind)}>${icon(shape)}<span>${say.kinds[kind]}</span></button>
            `,
          )}
        </div>
        ${this.#renderText()}
        ${this.#refusal ? html`<p class="field-error icon-small" id="composer-refusal" role="alert">${icon(alert)}<span>${this.#refusal}</span></p>` : nothing}
        ${this.#isOpen ? this.#renderFoot() : nothing}
      </form>
    `;
  }

  #renderText(): TemplateResult {
    const say = sentencesIn(timelineMessages, this.#host.locale).compose;
    const kind = this.#kind;
    const isInvalid = this.#refusal ? 'true' : nothing;
    const note = this.#refusal ? 'composer-refusal' : nothing;
    if (kind === 'note' || kind === 'call')
      return html`<textarea class="bare" name="text" rows=${this.#isOpen ? 3 : 1} dir="auto" aria-label=${say.labels[kind]} placeholder=${say.placeholders[kind]} aria-invalid=${isInvalid} aria-describedby=${note} .value=${this.#fields.text} ${ref(this.#first)} @focus=${this.#onFocus} @input=${this.#onInput}></textarea>`;
    return html`
      <input class="bare" name="text" dir="auto" maxlength="500" autocomplete="off" aria-label=${say.labels[kind]} placeholder=${say.placeholders[kind]} aria-invalid=${isInvalid} aria-describedby=${note} .value=${this.#fields.text} ${ref(this.#first)} @focus=${this.#onFocus} @input=${this.#onInput} />
      ${
        kind === 'email' && this.#isOpen
          ? html`<textarea class="bare body" name="body" rows="3" dir="auto" aria-label=${say.body} placeholder=${say.body} .value=${this.#fields.body} @input=${this.#onInput}></textarea>`
          : nothing
      }
    `;
  }

  #renderFoot(): TemplateResult {
    const say = sentencesIn(timelineMessages, this.#host.locale).compose;
    const kind = this.#kind;
    const isBusy = this.#isSaving ? 'true' : nothing;
    return html`
      <div class="foot">
        ${
          kind === 'call' || kind === 'email'
            ? html`
              <span class="select icon-small">
                <select class="input" name="direction" aria-label=${say.direction} .value=${this.#fields.direction} @change=${this.#onInput}>
                  <option value="outbound">${say.outbound[kind]}</option>
                  <option value="inbound">${say.inbound[kind]}</option>
                </select>
                ${icon(down)}
              </span>
            `
            : nothing
        }
        ${kind === 'call' ? html`<label class="input minutes"><input name="minutes" inputmode="numeric" maxlength="4" autocomplete="off" aria-label=${say.minutes} .value=${this.#fields.minutes} @input=${this.#onInput} /><span class="affix">${say.minutes}</span></label>` : nothing}
        ${kind === 'task' ? html`<label class="due"><span class="small muted">${say.dueDay}</span><input class="input" type="date" name="dueDay" .value=${this.#fields.dueDay} @input=${this.#onInput} /></label>` : nothing}
        <span class="actions">
          <button type="button" class="button quiet small" @click=${this.#onCancel}>${say.cancel}</button>
          <button type="submit" class="button primary small" aria-disabled=${isBusy}>${say.save[kind]}</button>
        </span>
      </div>
    `;
  }

  /** What is written, in the shape of its kind. */
  #draft(): Draft {
    const kind = this.#kind;
    const { text, body, minutes, direction, dueDay } = this.#fields;
    switch (kind) {
      case 'note':
        return { kind, ...splitNote(text) };
      case 'call': {
        const count = Number.parseInt(this.#host.locale.format.parseNumber(minutes) ?? '', 10);
        return {
          kind,
          ...splitNote(text),
          direction: directionOf(direction),
          ...(count > 0 && { durationMinutes: count }),
        };
      }
      case 'email':
        return {
          kind,
          subject: text.trim(),
          direction: directionOf(direction),
          ...(body.trim() && { body: body.trim() }),
        };
      case 'task':
        return { kind, subject: text.trim(), ...(isDay(dueDay) && { dueDay }) };
    }
  }

  async #submit(): Promise<void> {
    if (this.#isSaving) return;
    if (this.#fields.text.trim() === '') {
      this.#refusal = sentencesIn(timelineMessages, this.#host.locale).compose.empty;
    } else {
      this.#isSaving = true;
      this.#host.requestUpdate();
      try {
        const problem = await this.#save(this.#draft());
        if (!problem) this.reset();
        else this.#refusal = problemText(problem, this.#host.locale);
      } finally {
        this.#isSaving = false;
        this.#host.requestUpdate();
      }
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (this.#refusal) this.#first.value?.focus();
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#submit();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#submit();
    else if (event.key === 'Escape' && this.#isOpen && this.#fields.text === '') this.#onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onFocus = (): void => {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#host.requestUpdate();
  };

  readonly #onInput = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    this.#fields = { ...this.#fields, [name]: value };
    if (!this.#refusal) return;
    this.#refusal = undefined;
    this.#host.requestUpdate();
  };

  readonly #onCancel = (): void => {
    this.reset();
    this.#host.requestUpdate();
  };
}

const directionOf = (value: string): NonNullable<Activity['direction']> =>
  value === 'inbound' ? 'inbound' : 'outbound';
