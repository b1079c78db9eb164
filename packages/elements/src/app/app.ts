import type { Instant, Problem, Result } from '@kith/core';
import type { Command, HistoryState, Store } from '@kith/store';
import { ContextProvider } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type CommandEvent, type CommandNotes, cancelled } from '../base/command-event.js';
import { localeContext, storeContext, uiContext } from '../base/contexts.js';
import { followLanguage } from '../base/direction.js';
import { fetchWords } from '../base/languages.js';
import { browserSettings, type Locale, localeOf, nearestLang, sentencesIn } from '../base/locale.js';
import type { LocaleSettings } from '../base/locale-settings.js';
import { problemOf, problemText } from '../base/problem-text.js';
import { baseStyles } from '../base/styles.js';
import type { Question, Ui, Urgency } from '../base/ui.js';
import { buttonStyles } from '../parts/button.js';
import { fieldStyles } from '../parts/field.js';
import { iconStyles } from '../parts/icon.js';
import { alert } from '../parts/icons/shown.js';
import { overlayStyles } from '../parts/overlay.js';
import { emptyState, stateStyles } from '../parts/states.js';
import { Toasts, toastStyles } from '../parts/toast.js';
import { installTokens } from '../themes/install-tokens.js';
import type { Answers } from './answers-form.js';
import { answerAfterwards } from './carry-out.js';
import { Dialogs, dialogStyles } from './dialogs.js';
import { appMessages } from './messages.js';

/**
 * The frame around Kith's elements: gives them the store, the language and the looks, carries out their commands, tells
 * how they ended, asks for what is missing, and takes them back (Ctrl or Cmd + Z, with Shift forward again). Every
 * `kith-command` passes by it on its way up: `preventDefault()` stops it anywhere above.
 *
 * @slot - The page's elements, in any layout.
 */
export class KithApp extends LitElement {
  static readonly tag = 'app';
  static override styles = [
    baseStyles,
    iconStyles,
    buttonStyles,
    fieldStyles,
    overlayStyles,
    stateStyles,
    toastStyles,
    dialogStyles,
    css`
      :host([theme]) { background: var(--kith-surface); }
    `,
  ];

  readonly #toasts = new Toasts(this);
  readonly #dialogs = new Dialogs(this);
  readonly #storeBelow = new ContextProvider(this, { context: storeContext });
  readonly #localeBelow = new ContextProvider(this, { context: localeContext, initialValue: browserSettings });

  @state() private openStore: Store | undefined;
  @state() private failure: unknown;
  @state() private announced: Readonly<Record<Urgency, string>> = { polite: '', assertive: '' };

  /** The store, or the promise of one: `openStore({ adapter })` may be given as it is. */
  @property({ attribute: false }) store: Store | PromiseLike<Store> | undefined;

  /** `light`, `dark` or `auto`; left out, Kith follows the page's own `color-scheme`. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;

  /** `compact`, `regular` or `comfortable`. */
  @property({ reflect: true }) density: 'compact' | 'regular' | 'comfortable' | undefined;

  /** ISO 4217: what a new amount is written in where nothing else says so. */
  @property() currency = browserSettings.currency;

  /** IANA name; the browser's own when left out. */
  @property({ attribute: 'time-zone' }) timeZone = browserSettings.timeZone;

  /** The clock that "today" and "3 days ago" are read from. */
  @property({ attribute: false }) now: () => Instant = browserSettings.now;

  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: the getter of this class's own properties
    return [...super.observedAttributes, 'lang', 'dir'];
  }

  constructor() {
    super();
    new ContextProvider(this, { context: uiContext, initialValue: this.#ui });
    this.addEventListener('kith-command', this.#onCommand);
    this.addEventListener('keydown', this.#onKeydown);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    installTokens(document);
    const root = this.getRootNode();
    if (root instanceof ShadowRoot) installTokens(root);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang' || name === 'dir') this.requestUpdate('lang');
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('store')) void this.#open();
    if (changed.has('theme')) this.#mark('data-theme', this.theme);
    if (changed.has('density')) this.#mark('data-density', this.density);
    if (['currency', 'timeZone', 'now', 'lang'].some((name) => changed.has(name))) {
      const settings: LocaleSettings = { currency: this.currency, timeZone: this.timeZone, now: this.now };
      this.#localeBelow.setValue(settings);
    }
    followLanguage(this, this.#locale.language);
    void this.#fetchWords();
  }

  protected override render(): TemplateResult {
    const say = sentencesIn(appMessages, this.#locale);
    return html`
      ${this.failure === undefined ? nothing : this.#renderFailure(this.failure)}
      <slot ?hidden=${this.failure !== undefined}></slot>
      ${this.#dialogs.render()} ${this.#toasts.render(say)}
      <div class="unseen" role="status">${this.announced.polite}</div>
      <div class="unseen" role="alert">${this.announced.assertive}</div>
    `;
  }

  #renderFailure(failure: unknown): TemplateResult {
    const say = sentencesIn(appMessages, this.#locale);
    return emptyState({
      icon: alert,
      title: say.cannotOpen,
      text: problemText(problemOf(failure), this.#locale),
      action: html`<button type="button" class="button" @click=${() => location.reload()}>${say.tryAgain}</button>`,
    });
  }

  /** What the elements inside may ask for. */
  readonly #ui: Ui = {
    toast: (toast) => this.#toasts.show(toast),
    announce: (message, urgency = 'polite') => this.#announce(message, urgency),
    confirm: async (question: Question) => {
      const say = sentencesIn(appMessages, this.#locale);
      const answer = await this.#dialogs.ask({ ...question, answer: () => true }, say);
      return answer === true;
    },
  };

  get #locale(): Locale {
    return localeOf(nearestLang(this) ?? 'en', this.#localeBelow.value);
  }

  #fetchWords(): Promise<unknown> | undefined {
    return fetchWords(this.#locale.language, this.#redraw);
  }

  readonly #redraw = (): void => this.requestUpdate();

  #mark(name: string, value: string | undefined): void {
    if (value) this.setAttribute(name, value);
    else this.removeAttribute(name);
  }

  #announce(message: string, urgency: Urgency): void {
    // The same words twice would be silent; a space at the end makes them new.
    const isSame = this.announced[urgency] === message;
    this.announced = { ...this.announced, [urgency]: isSame ? `${message}\u00a0` : message };
  }

  async #open(): Promise<void> {
    const given = this.store;
    this.failure = undefined;
    if (!given || !('then' in given)) {
      this.#provide(given);
      return;
    }
    this.#provide(undefined);
    try {
      const store = await given;
      if (given === this.store) this.#provide(store);
    } catch (error) {
      if (given === this.store) this.failure = error;
    }
  }

  #provide(store: Store | undefined): void {
    this.openStore = store;
    this.#storeBelow.setValue(store);
  }

  readonly #onCommand = (event: CommandEvent): void =>
    answerAfterwards(event, () => this.#carryOut(event.command, event.notes));

  async #carryOut<Output>(command: Command<Output>, notes: CommandNotes<Output>): Promise<Result<Output>> {
    const result = await this.#run((store) => store.run(command));
    if (result.ok) {
      const done = notes.done?.(result.value);
      if (done) this.#tellDone(done.text, done.name);
      return result;
    }
    const { problem } = result;
    if (problem.fix?.kind === 'fields' && notes.withAnswers) {
      const answers = await this.#askFor(problem, command);
      if (answers) return answers === 'none' ? cancelled : this.#carryOut(notes.withAnswers(answers), notes);
    }
    if (!notes.showsRefusal?.(problem)) this.#tellRefused(problem);
    return result;
  }

  /** Runs something on the store. When the world fails the person is told, and the answer is a refusal with its code. */
  async #run<Output>(task: (store: Store) => Promise<Result<Output>>): Promise<Result<Output>> {
    const store = this.openStore;
    if (!store) throw new Error('<kith-app> has no store yet: set its `store` property before anything is changed.');
    let result: Result<Output>;
    try {
      result = await task(store);
    } catch (error) {
      result = { ok: false, problem: problemOf(error) };
    }
    // How it ended is told in the reader's language.
    await this.#fetchWords();
    return result;
  }

  /** What a refusal lacks, `none` when the person would not say it, undefined where nobody can be asked for it. */
  async #askFor(problem: Problem, command: Command<unknown>): Promise<Answers | 'none' | undefined> {
    const store = this.openStore;
    const make = await import('./answers-form.js').catch(() => undefined);
    const form = store && make?.answersForm({ host: this, store, locale: this.#locale, problem, command });
    if (!form) return undefined;
    const say = sentencesIn(appMessages, this.#locale);
    const isOfStage = problem.code === 'pipelines/fields-required';
    const asks = isOfStage ? say.stageAsks(String(problem.params?.stage)) : say.asks[problem.code];
    const text = problemText(problem, this.#locale);
    const content = {
      title: asks?.title ?? text,
      text: asks && !isOfStage ? text : undefined,
      action: asks?.action ?? say.save,
      fields: form.render,
      answer: form.read,
    };
    return (await this.#dialogs.ask<Answers>(content, say)) ?? 'none';
  }

  #tellDone(text: string, name?: string): void {
    const say = sentencesIn(appMessages, this.#locale);
    this.#toasts.show({ text, name, action: { label: say.undo, run: () => void this.#step('undo') } });
    this.#announce(text, 'polite');
  }

  #tellRefused(problem: Problem): void {
    const say = sentencesIn(appMessages, this.#locale);
    const why = problemText(problem, this.#locale);
    const text = problem.code.startsWith('store/') ? say.notSaved(why) : why;
    this.#toasts.show({ text, tone: 'refused' });
    this.#announce(text, 'assertive');
  }

  async #step(direction: 'undo' | 'redo'): Promise<void> {
    const say = sentencesIn(appMessages, this.#locale);
    const result: Result<HistoryState> = await this.#run((store) => store[direction]());
    if (!result.ok) {
      this.#tellRefused(result.problem);
      return;
    }
    const text = direction === 'undo' ? say.undone : say.redone;
    const back = direction === 'undo' ? 'redo' : 'undo';
    this.#toasts.show({ text, action: { label: say[back], run: () => void this.#step(back) } });
    this.#announce(text, 'polite');
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.altKey)
      return;
    // In a field the key belongs to the text.
    if (!this.openStore || isField(event.composedPath()[0])) return;
    event.preventDefault();
    void this.#step(event.shiftKey ? 'redo' : 'undo');
  };
}

const isField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

declare global {
  interface HTMLElementTagNameMap {
    'kith-app': KithApp;
  }
}
