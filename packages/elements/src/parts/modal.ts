import { css, html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { icon } from './icon.js';
import { cross } from './icons/heads.js';

/** What a dialog or drawer shows. */
export interface ModalContent {
  readonly title: string;
  /** In the middle of the page, or along its end. */
  readonly shape?: 'dialog' | 'drawer' | undefined;
  /** Between title and buttons; drawn anew with its element. */
  readonly content: () => unknown;
  /** At the end: the buttons, the main one last. */
  readonly buttons?: (() => unknown) | undefined;
  /** What the cross is called. */
  readonly close: string;
  /** Called once, however it was closed. */
  readonly onClose?: (() => void) | undefined;
}

/**
 * A native modal `<dialog>`, in the middle or as a drawer. `open()` it and put `${this.modal.render()}` once into the
 * template. The browser keeps the focus in it, gives it back and closes it on Escape; Enter in a field of one line
 * presses the main button. Needs {@link modalStyles}, iconStyles and buttonStyles.
 */
export class Modal implements ReactiveController {
  readonly #host: LitElement;
  readonly #dialog = createRef<HTMLDialogElement>();
  #content: ModalContent | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#content !== undefined;
  }

  async open(content: ModalContent): Promise<void> {
    this.close();
    this.#content = content;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#dialog.value;
    if (this.#content !== content || !dialog || dialog.open) return;
    dialog.showModal();
    // Not on the cross, where the browser would begin: on the first field, or on the least of the buttons.
    const fields = [...dialog.querySelectorAll<HTMLElement>('.modal-body *')];
    const first = dialog.querySelector<HTMLElement>('[autofocus]') ?? fields.find(isField);
    (first ?? dialog.querySelector<HTMLElement>('.modal-buttons button'))?.focus();
  }

  close(): void {
    const content = this.#content;
    if (!content) return;
    this.#content = undefined;
    // Closing by the method gives the focus back to where it was; taking the dialog out of the tree would not.
    this.#dialog.value?.close();
    this.#host.requestUpdate();
    content.onClose?.();
  }

  hostDisconnected(): void {
    this.close();
  }

  render(): TemplateResult | typeof nothing {
    const shown = this.#content;
    if (!shown) return nothing;
    return html`
      <dialog class="modal ${shown.shape ?? 'dialog'}" aria-labelledby="modal-title" ${ref(this.#dialog)} @cancel=${this.#onCancel} @pointerdown=${this.#onPointerdown}>
        <div class="modal-head">
          <h2 id="modal-title">${shown.title}</h2>
          <button type="button" class="button quiet small square" aria-label=${shown.close} @click=${() => this.close()}>${icon(cross)}</button>
        </div>
        <div class="modal-body" @keydown=${this.#onKeydown}>${shown.content()}</div>
        ${shown.buttons ? html`<div class="modal-buttons">${shown.buttons()}</div>` : nothing}
      </dialog>
    `;
  }

  /** As a form with a button of its own does it. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    const [field] = event.composedPath();
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented || !isLine(field)) return;
    event.preventDefault();
    this.#dialog.value?.querySelector<HTMLElement>('.modal-buttons > :last-child')?.click();
  };

  readonly #onCancel = (event: Event): void => {
    if (event.target !== this.#dialog.value) return;
    event.preventDefault();
    this.close();
  };

  /** A press beside it closes it; one that begins inside and ends outside, as when text is selected, does not. */
  readonly #onPointerdown = (event: PointerEvent): void => {
    const dialog = this.#dialog.value;
    if (event.target !== dialog || !dialog) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const isInside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (!isInside) this.close();
  };
}

const isLine = (target: unknown): boolean =>
  target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(target.type);

/** A native field, a control of ours, or whatever else somebody reaches by Tab. */
const isField = (element: HTMLElement): boolean =>
  element.matches('input, select, textarea, [tabindex="0"]') ||
  (element.constructor as { readonly formAssociated?: boolean }).formAssociated === true;

/** The looks of {@link Modal}. */
export const modalStyles = css`
  .modal {
    flex-direction: column; inline-size: min(440px, calc(100vw - 32px)); max-inline-size: none; max-block-size: calc(100dvh - 48px); padding: 0; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-xl);
    background: var(--kith-surface-overlay); color: var(--kith-text); box-shadow: var(--kith-shadow-dialog); overflow: hidden;
  }
  .modal[open] { display: flex; }
  .modal::backdrop { background: var(--kith-scrim); }
  .modal.drawer { block-size: 100dvh; max-block-size: none; inline-size: min(420px, 100vw); margin: 0; margin-inline-start: auto; border-width: 0; border-inline-start-width: 1px; border-radius: 0; }
  .modal-head { display: flex; gap: 12px; align-items: flex-start; padding: 20px 20px 10px; }
  .modal-head > h2 { flex: 1; min-inline-size: 0; font-size: var(--kith-size-lg); font-weight: var(--kith-weight-strong); line-height: var(--kith-leading-tight); text-wrap: balance; overflow-wrap: anywhere; }
  .modal-head > .button { margin-block: -3px; margin-inline-end: -6px; }
  .modal-body { flex: 1 1 auto; display: grid; gap: var(--kith-field-gap); align-content: start; min-block-size: 0; padding: 0 20px 20px; overflow-y: auto; color: var(--kith-text-muted); }
  .modal-body > * { color: var(--kith-text); }
  .modal-body > p { color: var(--kith-text-muted); }
  .modal-buttons { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; padding: 12px 20px 20px; }
  .modal.drawer > .modal-buttons { border-block-start: 1px solid var(--kith-border); padding-block-end: 12px; }
  @media (prefers-reduced-motion: no-preference) {
    .modal[open] { animation: modal-open var(--kith-duration-fast) var(--kith-ease-out); }
    .modal.drawer[open] { animation-duration: var(--kith-duration-slow); }
  }
  @keyframes modal-open { from { opacity: 0; translate: 0 8px; } }
`;
