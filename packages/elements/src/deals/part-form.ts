import type { Problem } from '@kith/core';
import type { Command } from '@kith/store';
import { css, html, nothing, type TemplateResult } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { icon } from '../parts/icon.js';
import { alert } from '../parts/icons/shown.js';
import { inlineEditMessages } from '../parts/inline-edit.messages.js';
import type { DealHost } from './deal-host.js';
import { dealPartMessages } from './parts.messages.js';

/** What a form sends, and what is said when it is done. */
export interface Sending {
  readonly command: Command<unknown>;
  readonly told: string;
}

/** What a form is opened with. */
export interface Opening<State> {
  readonly dealId: string;
  /** What it is about: the name of what opened it, its `data-part`. */
  readonly key: string;
  /** What that was when it was opened. */
  readonly was?: unknown;
  /** What its fields begin with: kept as long as it is open, whatever is drawn anew. */
  readonly state: State;
}

/** A form as it is drawn. */
export interface PartFormOptions {
  readonly label: string;
  readonly submit: string;
  /** What it is about as it is now. */
  readonly now?: unknown;
  readonly fields: unknown;
  /** What was typed, or what is wrong with it. */
  readonly read: (form: HTMLFormElement) => Sending | string;
}

/**
 * A form of a deal's section, in the place of what it is about. What is refused says why below the fields, and nothing that
 * was typed is lost; what somebody else has changed meanwhile is told, and a person decides. Escape closes it, and the
 * focus goes back to what opened it. Needs {@link partFormStyles}, fieldStyles and buttonStyles.
 */
export class PartForm<State> {
  readonly #host: DealHost;
  #open: Opening<State> | undefined;
  #was = '';
  /** What had the focus before it was opened. */
  #from: HTMLElement | null = null;
  #isSaving = false;
  #refusal: string | undefined;

  constructor(host: DealHost) {
    this.#host = host;
  }

  /** Whether it is open for something; another deal has nothing to do with what was begun. */
  isFor(dealId: string, key: string): boolean {
    return this.#open?.dealId === dealId && this.#open.key === key;
  }

  /** What its fields began with. */
  get state(): State | undefined {
    return this.#open?.state;
  }

  /** Opens it, with the focus in its first field. */
  async open(opening: Opening<State>): Promise<void> {
    this.#from = (this.#host.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
    this.#open = opening;
    this.#was = textOf(opening.was);
    this.#refusal = undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const form = this.#host.renderRoot.querySelector(`[data-form="${opening.key}"]`);
    const first = form?.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>('.field [id]:not(p)');
    await first?.updateComplete;
    first?.focus();
  }

  render({ label, submit, now, fields, read }: PartFormOptions): unknown {
    const say = sentencesIn(inlineEditMessages, this.#host.locale);
    const isOther = !this.#isSaving && textOf(now) !== this.#was;
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      if (isOther) return;
      void this.#send(event.currentTarget as HTMLFormElement, read);
    };
    const keepMine = (event: Event): void => {
      this.#was = textOf(now);
      void this.#send((event.currentTarget as HTMLElement).closest('form') as HTMLFormElement, read);
    };
    return html`
      <form class="part-form" novalidate aria-label=${label} data-form=${this.#open?.key ?? ''} @submit=${onSubmit} @keydown=${this.#onKeydown}>
        ${fields}
        ${this.#refusal ? html`<p class="field-error icon-small wide" role="alert">${icon(alert)}<span>${this.#refusal}</span></p>` : nothing}
        ${
          isOther
            ? changedMeanwhile(this.#host.locale, keepMine, () => this.close())
            : html`
              <div class="part-buttons wide">
                <button type="button" class="button small" @click=${() => this.close()}>${say.cancel}</button>
                <button type="submit" class="button primary small" aria-disabled=${this.#isSaving ? 'true' : nothing}>${submit}</button>
              </div>
            `
        }
      </form>
    `;
  }

  /** Closes it; the focus goes back to what opened it. */
  close(): void {
    const key = this.#open?.key;
    this.#open = undefined;
    this.#refusal = undefined;
    this.#host.requestUpdate();
    const find = (): HTMLElement | null => this.#host.renderRoot.querySelector(`[data-part="${key}"]`);
    void this.#host.updateComplete.then(() => (find() ?? this.#from)?.focus());
  }

  async #send(form: HTMLFormElement, read: PartFormOptions['read']): Promise<void> {
    const open = this.#open;
    if (this.#isSaving || !open) return;
    const sending = read(form);
    if (typeof sending === 'string') return this.#refuse(sending);
    this.#isSaving = true;
    this.#host.requestUpdate();
    let problem: Problem | undefined;
    try {
      problem = await carryOut(this.#host, sending, true);
    } finally {
      this.#isSaving = false;
      this.#host.requestUpdate();
    }
    if (this.#open !== open) return;
    if (problem) this.#refuse(problemText(problem, this.#host.locale));
    else this.close();
  }

  #refuse(refusal: string): void {
    this.#refusal = refusal;
    this.#host.requestUpdate();
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };
}

/** Says in the place of a form's buttons that somebody else has changed what it is about: a person decides. */
export function changedMeanwhile(
  locale: Locale,
  keepMine: (event: Event) => void,
  takeTheirs: () => void,
): TemplateResult {
  const say = sentencesIn(inlineEditMessages, locale);
  return html`
    <div class="meanwhile wide" role="alert">
      <p class="icon-small">${icon(alert)}<span>${sentencesIn(dealPartMessages, locale).meanwhile}</span></p>
      <p>
        <button type="button" class="button small" data-conflict="mine" @click=${keepMine}>${say.keepMine}</button>
        <button type="button" class="button small" data-conflict="theirs" @click=${takeTheirs}>${say.takeTheirs}</button>
      </p>
    </div>
  `;
}

/** Carries a change out and tells it; answers why not. `isTold` says that whoever asks shows the refusal itself. */
export async function carryOut(
  host: DealHost,
  { command, told }: Sending,
  isTold = false,
): Promise<Problem | undefined> {
  const result = await host.carryOut(command, { done: () => ({ text: told }), showsRefusal: () => isTold });
  return result.ok ? undefined : result.problem;
}

const textOf = (value: unknown): string => JSON.stringify(value) ?? '';

/** The looks of {@link PartForm}. Needs inlineEditStyles for what was changed meanwhile. */
export const partFormStyles = css`
  .part-form { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 132px), 1fr)); gap: 12px; flex: 1; min-inline-size: 0; padding-block: 4px 6px; }
  .part-form > .wide { grid-column: 1 / -1; min-inline-size: 0; }
  .part-buttons { display: flex; flex-wrap: wrap; gap: 8px; justify-content: flex-end; }
  .part-new { padding: 0 16px 12px; }
`;
