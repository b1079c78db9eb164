import { css, html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Toast } from '../base/ui.js';
import { icon } from './icon.js';
import { cross } from './icons/heads.js';
import { alert, check } from './icons/shown.js';

/** How long a toast stays when nobody looks at it. */
const STAY_IN_MILLIS = 8_000;

/**
 * Shows one toast at a time: a newer one takes the place of the older, whose Undo would take back the wrong thing. The
 * clock stands still while the pointer or the focus is on it; a focus goes back to where it came from. Needs {@link toastStyles} and overlayStyles.
 */
export class Toasts implements ReactiveController {
  #toast: Toast | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #host: LitElement;
  readonly #panel = createRef<HTMLElement>();
  /** What had the focus last, outside of the toast. */
  #left: HTMLElement | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('focusout', (event) => {
      const [left] = event.composedPath() as HTMLElement[];
      if (left && !this.#panel.value?.contains(left)) this.#left = left;
    });
  }

  show(toast: Toast): void {
    this.#toast = toast;
    this.#leaveLater();
    this.#host.requestUpdate();
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#toast = undefined;
    if (this.#panel.value?.matches(':focus-within')) this.#left?.focus();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#toast = undefined;
  }

  hostUpdated(): void {
    const panel = this.#panel.value;
    if (panel && !panel.matches(':popover-open')) panel.showPopover();
  }

  render(words: { readonly dismiss: string; readonly notifications: string }): TemplateResult | typeof nothing {
    const toast = this.#toast;
    if (!toast) return nothing;
    return html`
      <div
        class="toast" popover="manual" role="group" aria-label=${words.notifications} ${ref(this.#panel)}
        @pointerenter=${this.#stay} @pointerleave=${this.#leaveLater} @focusin=${this.#stay} @focusout=${this.#leaveLater}
      >
        ${icon((toast.tone ?? 'done') === 'done' ? check : alert)}
        <span class="toast-text">${withName(toast)}</span>
        ${toast.action ? html`<button type="button" class="toast-action" @click=${() => this.#act(toast.action?.run)}>${toast.action.label}</button>` : nothing}
        <button type="button" class="toast-close" aria-label=${words.dismiss} @click=${() => this.hide()}>${icon(cross)}</button>
      </div>
    `;
  }

  #act(run: (() => void) | undefined): void {
    this.hide();
    run?.();
  }

  readonly #stay = (): void => clearTimeout(this.#timer);

  readonly #leaveLater = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), STAY_IN_MILLIS);
  };
}

function withName({ text, name }: Toast): unknown {
  const at = name ? text.indexOf(name) : -1;
  return at < 0 || !name ? text : html`${text.slice(0, at)}<b><bdi>${name}</bdi></b>${text.slice(at + name.length)}`;
}

/** The looks of {@link Toasts}. */
export const toastStyles = css`
  .toast {
    inset-block-end: 24px; inset-inline: 16px; inline-size: fit-content; max-inline-size: min(560px, calc(100vw - 32px)); margin-inline: auto;
    align-items: center; gap: 10px; min-block-size: 40px; padding: 6px 6px 6px 12px; padding-inline: 12px 6px; border: 0; border-radius: var(--kith-radius-lg);
    background: var(--kith-surface-inverse); color: var(--kith-text-inverse); box-shadow: var(--kith-shadow-overlay);
  }
  .toast:popover-open { display: flex; }
  .toast > .icon { opacity: 0.8; }
  .toast-text { min-inline-size: 0; overflow-wrap: anywhere; }
  .toast b { font-weight: var(--kith-weight-medium); }
  .toast-action, .toast-close { border: 0; border-radius: 5px; background: none; color: inherit; cursor: default; }
  .toast-action { flex: none; padding: 4px 8px; font-weight: 600; text-decoration: underline; text-underline-offset: 3px; text-decoration-thickness: 1px; }
  .toast-close { display: grid; place-items: center; flex: none; inline-size: 24px; block-size: 24px; padding: 0; opacity: 0.7; }
  .toast-action:hover, .toast-close:hover { background: color-mix(in oklch, currentColor 14%, transparent); opacity: 1; }
  .toast :focus-visible { outline-color: currentColor; outline-offset: -2px; }
  @media (prefers-reduced-motion: no-preference) { .toast:popover-open { animation: rise var(--kith-duration-base) var(--kith-ease-out); } }
  @keyframes rise { from { opacity: 0; translate: 0 8px; } }
  @media (forced-colors: active) { .toast { border: 1px solid CanvasText; } }
`;
