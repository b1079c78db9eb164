import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { Later } from '../base/later.js';
import { sentencesIn } from '../base/locale.js';
import { type Icon, icon } from '../parts/icon.js';
import { alert, mail, note, phone, task } from '../parts/icons/shown.js';
import { laterFailure } from '../parts/later-failure.js';
import type { ComposedKind, ComposerFields, ComposerHost, OpenComposer, SaveDraft } from './draft.js';
import { timelineMessages } from './messages.js';

const KINDS: readonly (readonly [ComposedKind, Icon])[] = [
  ['note', note],
  ['call', phone],
  ['email', mail],
  ['task', task],
];

const BLANK: ComposerFields = { text: '', body: '', minutes: '', direction: 'outbound', dueDay: '' };

/**
 * The box in which a note, a call, an e-mail or a task is written down. One line at rest; it opens when the focus comes
 * and asks what belongs to the kind. Ctrl or Cmd with Enter saves. What was typed survives a change of kind and a refusal.
 * The line is there at once; the rest is fetched when it opens, while somebody types already.
 */
export class Composer implements ReactiveController {
  readonly #host: ComposerHost;
  readonly #save: SaveDraft;
  readonly #foot: Later<Omit<typeof import('./composer-foot.js'), 'styleFoot'>>;
  #kind: ComposedKind = 'note';
  #fields: ComposerFields = BLANK;
  #isOpen = false;
  #isSaving = false;
  /** Rises when it is emptied: what was on its way then concerns it no more. */
  #edition = 0;
  #refusal: string | undefined;

  constructor(host: ComposerHost, save: SaveDraft) {
    this.#host = host;
    this.#save = save;
    this.#foot = new Later(host, async () => {
      const { composerBody, composerFoot, draftOf, unreadText, refusedText, savedText, styleFoot } = await import(
        './composer-foot.js'
      );
      styleFoot(host);
      return { composerBody, composerFoot, draftOf, unreadText, refusedText, savedText };
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#isOpen = false;
  }

  /** Opens it for a kind, with the focus in it. */
  async open(kind: ComposedKind): Promise<void> {
    this.#kind = kind;
    this.#unfold();
    await this.#host.updateComplete;
    this.#focus();
  }

  /** Empties it: for when the timeline is about somebody else. */
  reset(): void {
    this.#fields = BLANK;
    // What was typed since it was drawn last is unknown to the template, which would leave it there.
    if (this.#box) this.#box.value = '';
    this.#isOpen = false;
    this.#isSaving = false;
    this.#edition++;
    this.#refusal = undefined;
  }

  get #box(): HTMLInputElement | HTMLTextAreaElement | null {
    return this.#host.renderRoot.querySelector('.composer [name=text]');
  }

  #focus(): void {
    this.#box?.focus();
  }

  #unfold(): void {
    this.#isOpen = true;
    void this.#foot.load();
    this.#host.requestUpdate();
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
      return html`<textarea class="bare" name="text" rows=${this.#isOpen ? 3 : 1} dir="auto" aria-label=${say.labels[kind]} placeholder=${say.placeholders[kind]} aria-invalid=${isInvalid} aria-describedby=${note} .value=${this.#fields.text} @focus=${this.#onFocus} @input=${this.#onInput}></textarea>`;
    return html`
      <input class="bare" name="text" dir="auto" maxlength="500" autocomplete="off" aria-label=${say.labels[kind]} placeholder=${say.placeholders[kind]} aria-invalid=${isInvalid} aria-describedby=${note} .value=${this.#fields.text} @focus=${this.#onFocus} @input=${this.#onInput} />
      ${kind === 'email' && this.#isOpen && this.#foot.value ? this.#foot.value.composerBody(this.#opened) : nothing}
    `;
  }

  #renderFoot(): TemplateResult {
    const { status, value } = this.#foot;
    if (value) return value.composerFoot(this.#opened);
    if (status === 'error') return laterFailure(this.#host.locale, () => void this.open(this.#kind));
    return html`<div class="foot" aria-busy="true"></div>`;
  }

  get #opened(): OpenComposer {
    return {
      kind: this.#kind,
      fields: this.#fields,
      host: this.#host,
      isSaving: this.#isSaving,
      input: this.#onInput,
      cancel: this.#onCancel,
    };
  }

  async #submit(): Promise<void> {
    const form = this.#host.renderRoot.querySelector<HTMLFormElement>('form.composer');
    if (this.#isSaving || form?.reportValidity() === false) return;
    const foot = await this.#foot.load();
    // While it was on its way, it may have been pressed twice, or closed.
    if (!foot || this.#isSaving || !this.#isOpen) return;
    const { locale } = this.#host;
    this.#refusal = foot.unreadText(this.#kind, this.#fields, locale);
    if (!this.#refusal) {
      const fields = this.#fields;
      const edition = this.#edition;
      const isHere = (): boolean => edition === this.#edition;
      this.#isSaving = true;
      this.#host.requestUpdate();
      try {
        const draft = foot.draftOf(this.#kind, fields, locale);
        const problem = await this.#save(draft, foot.savedText(this.#kind, locale), isHere);
        if (!isHere()) return;
        if (problem) this.#refusal = foot.refusedText(problem, locale);
        // What was typed meanwhile stays.
        else if (JSON.stringify(fields) === JSON.stringify(this.#fields)) this.reset();
      } finally {
        if (isHere()) this.#isSaving = false;
        this.#host.requestUpdate();
      }
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (this.#refusal) this.#focus();
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
    if (!this.#isOpen) this.#unfold();
  };

  readonly #onInput = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    this.#fields = { ...this.#fields, [name]: value ?? '' };
    if (!this.#refusal) return;
    this.#refusal = undefined;
    this.#host.requestUpdate();
  };

  readonly #onCancel = (): void => {
    this.reset();
    this.#host.requestUpdate();
  };
}
