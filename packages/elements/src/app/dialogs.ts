import { css, html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';

/** What a dialog shows, and what its form answers when it is sent. */
export interface DialogContent<Answer> {
  readonly title: string;
  readonly text?: string | undefined;
  readonly action: string;
  readonly tone?: 'plain' | 'danger' | undefined;
  /** The fields, drawn anew after each mistake. */
  readonly fields?: (() => unknown) | undefined;
  /** The answer, or undefined when something is still wrong (the fields then say what). */
  readonly answer: (form: HTMLFormElement) => Answer | undefined;
}

/**
 * Asks one thing at a time in a native modal `<dialog>`; the browser keeps the focus in it and gives it back. Needs
 * {@link dialogStyles} and buttonStyles.
 */
export class Dialogs implements ReactiveController {
  #content: DialogContent<unknown> | undefined;
  #resolve: ((answer: unknown) => void) | undefined;
  #isClosing = false;
  readonly #host: LitElement;
  readonly #dialog = createRef<HTMLDialogElement>();

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The answer, or undefined when the person closed the dialog. */
  async ask<Answer>(content: DialogContent<Answer>): Promise<Answer | undefined> {
    this.#settle(undefined);
    this.#content = content;
    this.#host.requestUpdate();
    const answered = new Promise<unknown>((resolve) => {
      this.#resolve = resolve;
    });
    await this.#host.updateComplete;
    this.#dialog.value?.showModal();
    return answered as Promise<Answer | undefined>;
  }

  hostDisconnected(): void {
    this.#settle(undefined);
  }

  render(cancel: string): TemplateResult | typeof nothing {
    const content = this.#content;
    if (!content) return nothing;
    return html`
      <dialog class="dialog" aria-labelledby="dialog-title" ${ref(this.#dialog)} @close=${this.#onClose} @click=${this.#onBackdrop}>
        <form method="dialog" novalidate @submit=${this.#onSubmit}>
          <h2 id="dialog-title" class="dialog-title">${content.title}</h2>
          ${content.text ? html`<p class="muted">${content.text}</p>` : nothing}
          ${content.fields ? html`<div class="dialog-fields">${content.fields()}</div>` : nothing}
          <div class="dialog-buttons">
            <button type="button" class="button" @click=${() => this.#settle(undefined)}>${cancel}</button>
            <button class="button ${content.tone === 'danger' ? 'danger' : 'primary'}">${content.action}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const answer = this.#content?.answer(form);
    if (answer !== undefined) {
      this.#settle(answer);
      return;
    }
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };

  readonly #onClose = (): void => {
    // The browser tells later that a dialog was closed; by then the next question may be there.
    if (this.#isClosing) this.#isClosing = false;
    else this.#settle(undefined);
  };

  readonly #onBackdrop = (event: MouseEvent): void => {
    if (event.target === this.#dialog.value) this.#settle(undefined);
  };

  #settle(answer: unknown): void {
    const resolve = this.#resolve;
    this.#resolve = undefined;
    if (!resolve) return;
    // Closing by the method gives the focus back to where it was; taking the dialog out of the tree would not.
    const dialog = this.#dialog.value;
    if (dialog?.open) {
      this.#isClosing = true;
      dialog.close();
    }
    this.#content = undefined;
    this.#host.requestUpdate();
    resolve(answer);
  }
}

/** The looks of {@link Dialogs}. */
export const dialogStyles = css`
  .dialog {
    inline-size: min(400px, calc(100vw - 32px)); padding: 0; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-xl);
    background: var(--kith-surface-overlay); color: var(--kith-text); box-shadow: var(--kith-shadow-dialog);
  }
  .dialog::backdrop { background: var(--kith-scrim); }
  .dialog form { display: grid; gap: 8px; padding: 20px; }
  .dialog-title { font-size: var(--kith-size-lg); font-weight: 600; line-height: var(--kith-leading-tight); text-wrap: balance; }
  .dialog-fields { display: grid; gap: var(--kith-field-gap); margin-block: 8px; }
  .dialog-buttons { display: flex; justify-content: flex-end; gap: 8px; margin-block-start: 12px; }
  @media (prefers-reduced-motion: no-preference) { .dialog[open] { animation: open var(--kith-duration-fast) var(--kith-ease-out); } }
  @keyframes open { from { opacity: 0; translate: 0 8px; } }
`;
