import { css, html, type LitElement, nothing, type TemplateResult } from 'lit';
import { Modal, modalStyles } from '../parts/modal.js';

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

/** The words of the ways out. */
interface DialogWords {
  readonly cancel: string;
  readonly close: string;
}

/** Asks one thing at a time, in a {@link Modal}. Needs {@link dialogStyles} and buttonStyles. */
export class Dialogs {
  readonly #host: LitElement;
  readonly #modal: Modal;

  constructor(host: LitElement) {
    this.#host = host;
    this.#modal = new Modal(host);
  }

  /** The answer, or undefined when the person closed the dialog or another question came. */
  ask<Answer>(content: DialogContent<Answer>, words: DialogWords): Promise<Answer | undefined> {
    let answer: Answer | undefined;
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      answer = content.answer(form);
      if (answer === undefined) this.#showMistake(form);
      else this.#modal.close();
    };
    return new Promise((resolve) => {
      void this.#modal.open({
        title: content.title,
        close: words.close,
        content: () => html`
          ${content.text ? html`<p>${content.text}</p>` : nothing}
          <form id=${FORM} class="dialog-fields" novalidate @submit=${onSubmit} ?hidden=${!content.fields}>${content.fields?.()}</form>
        `,
        buttons: () => html`
          <button type="button" class="button" @click=${() => this.#modal.close()}>${words.cancel}</button>
          <button form=${FORM} class="button ${content.tone === 'danger' ? 'danger' : 'primary'}">${content.action}</button>
        `,
        onClose: () => resolve(answer),
      });
    });
  }

  render(): TemplateResult | typeof nothing {
    return this.#modal.render();
  }

  #showMistake(form: HTMLFormElement): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      form.querySelector<HTMLElement>(':is([aria-invalid=true], [invalid])')?.focus(),
    );
  }
}

const FORM = 'dialog-form';

/** The looks of {@link Dialogs}. */
export const dialogStyles = [modalStyles, css`.dialog-fields { display: grid; gap: var(--kith-field-gap); }`];
