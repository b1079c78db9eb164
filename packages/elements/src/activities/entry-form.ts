import type { Activity } from '@kith/core';
import { activities } from '@kith/store';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { banner } from '../parts/banner.js';
import { input, select, textarea } from '../parts/controls.js';
import { field, fieldStyles, textIn } from '../parts/field.js';
import { alert, warning } from '../parts/icons/shown.js';
import { Modal, modalStyles } from '../parts/modal.js';
import { entryHandsMessages } from './entry-hands.messages.js';
import { Meanwhile } from './meanwhile.js';
import { minutesIn } from './minutes.js';
import type { TimelineHost } from './timeline-host.js';

/** Fields that the form changes. */
const EDITED = ['subject', 'body', 'direction', 'durationMinutes', 'outcome'] as const;

/** The dialog in which something that has been is put right. */
export class EntryForm {
  readonly #host: TimelineHost;
  readonly #modal: Modal;
  readonly #meanwhile: Meanwhile;
  /** Grows when the form begins anew. */
  #edition = 0;
  #refusal: string | undefined;
  #isSaving = false;

  constructor(host: TimelineHost) {
    this.#host = host;
    this.#modal = new Modal(host);
    this.#meanwhile = new Meanwhile(host, (now, seen) => EDITED.some((name) => now[name] !== seen[name]));
    addStyles(host, fieldStyles, modalStyles, entryFormStyles);
  }

  render(): unknown {
    return this.#modal.render();
  }

  /** Opens it for an activity. */
  async open(activity: Activity): Promise<void> {
    const say = this.#say;
    this.#begin(activity);
    await this.#modal.open({
      title: say.title,
      close: say.close,
      content: () => this.#renderForm(),
      buttons: () => this.#renderButtons(),
      onClose: () => {
        this.#meanwhile.seen = undefined;
        this.#host.requestUpdate();
      },
    });
  }

  #begin(activity: Activity): void {
    this.#meanwhile.seen = activity;
    this.#refusal = undefined;
    this.#edition++;
  }

  /** What somebody else has made of it meanwhile. */
  get #conflict(): Meanwhile['conflict'] {
    return this.#isSaving ? undefined : this.#meanwhile.conflict;
  }

  #renderForm(): unknown {
    const { seen } = this.#meanwhile;
    if (!seen) return nothing;
    const say = this.#say;
    const { kind } = seen;
    const hasDirection = kind === 'call' || kind === 'email';
    const id = (name: string): string => `entry-${name}-${this.#edition}`;
    const subject = { id: id('subject'), label: say.subject, name: 'subject', longest: 500, value: seen.subject };
    const body = { id: id('body'), label: say.body, name: 'body', rows: 5, value: seen.body ?? '' };
    const minutes = {
      id: id('minutes'),
      label: say.minutes,
      name: 'minutes',
      mode: 'numeric' as const,
      longest: 4,
      value: seen.durationMinutes === undefined ? '' : String(seen.durationMinutes),
    };
    const direction = {
      id: id('direction'),
      label: say.direction,
      name: 'direction',
      value: seen.direction ?? 'outbound',
      choices: (['outbound', 'inbound'] as const).map((value) => ({ value, label: say[value] })),
    };
    const outcome = { id: id('outcome'), label: say.outcome, name: 'outcome', value: seen.outcome ?? '' };
    return html`
      <form id="entry-form" class="entry-form" novalidate @submit=${this.#onSubmit}>
        ${this.#renderNotice()}
        ${field(subject, input(subject))}
        ${field(body, textarea(body))}
        ${hasDirection ? field(direction, select(direction)) : nothing}
        ${kind === 'call' || kind === 'meeting' ? field(minutes, input(minutes)) : nothing}
        ${kind === 'note' ? nothing : field(outcome, input(outcome))}
      </form>
    `;
  }

  #renderNotice(): unknown {
    const say = this.#say;
    const conflict = this.#conflict;
    if (conflict === 'gone') return html`<div role="alert">${banner('warning', warning, say.gone)}</div>`;
    if (conflict === 'changed')
      return html`<div role="alert">${banner('warning', warning, html`${say.changed} <button type="button" class="button small" @click=${this.#takeTheirs}>${say.theirs}</button>`)}</div>`;
    return this.#refusal ? html`<div role="alert">${banner('negative', alert, this.#refusal)}</div>` : nothing;
  }

  #renderButtons(): TemplateResult {
    const say = this.#say;
    const conflict = this.#conflict;
    return html`
      <button type="button" class="button" @click=${() => this.#modal.close()}>${conflict === 'gone' ? say.close : say.cancel}</button>
      ${conflict === 'gone' ? nothing : html`<button type="submit" form="entry-form" class="button primary" aria-disabled=${this.#isSaving ? 'true' : nothing}>${conflict ? say.mine : say.save}</button>`}
    `;
  }

  readonly #takeTheirs = async (): Promise<void> => {
    const { now } = this.#meanwhile;
    if (!now) return;
    this.#begin(now);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('#entry-form input')?.focus();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { seen } = this.#meanwhile;
    if (seen && !this.#isSaving && this.#conflict !== 'gone')
      void this.#save(seen, new FormData(event.currentTarget as HTMLFormElement));
  };

  async #save(seen: Activity, values: FormData): Promise<void> {
    const say = this.#say;
    const has = (name: string): boolean => values.has(name);
    const subject = textIn(values, 'subject');
    const typed = textIn(values, 'minutes');
    const minutes = minutesIn(typed, this.#host.locale.lang);
    if (subject === '') return this.#refuse(say.noSubject);
    if (typed !== '' && minutes === undefined) return this.#refuse(say.noMinutes);
    const changes = {
      subject,
      body: textIn(values, 'body') || null,
      ...(has('direction') && { direction: directionOf(textIn(values, 'direction')) }),
      ...(has('minutes') && { durationMinutes: minutes ?? null }),
      ...(has('outcome') && { outcome: textIn(values, 'outcome') || null }),
    };
    this.#isSaving = true;
    this.#host.requestUpdate();
    const result = await this.#host
      .carryOut(activities.edit({ id: seen.id, changes }), {
        done: () => ({ text: sentencesIn(entryHandsMessages, this.#host.locale).saved(subject), name: subject }),
        showsRefusal: () => true,
      })
      .finally(() => {
        this.#isSaving = false;
      });
    if (result.ok) this.#modal.close();
    else this.#refuse(problemText(result.problem, this.#host.locale));
    this.#host.requestUpdate();
  }

  #refuse(words: string): void {
    this.#refusal = words;
    this.#host.requestUpdate();
  }

  get #say(): ReturnType<typeof entryHandsMessages.en>['form'] {
    return sentencesIn(entryHandsMessages, this.#host.locale).form;
  }
}

const directionOf = (value: string): NonNullable<Activity['direction']> =>
  value === 'inbound' ? 'inbound' : 'outbound';

const entryFormStyles = css`
  .entry-form { display: grid; gap: var(--kith-field-gap); }
`;
