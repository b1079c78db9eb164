import { css, html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { place } from './place.js';

/** How long a pointer rests before a tooltip comes. */
const REST_IN_MILLIS = 400;
/** How long it stays after the pointer has left, so that one can go to it. */
const LINGER_IN_MILLIS = 120;

/**
 * The tooltips of an element: whatever in its template has `data-tip="…"` shows that text when a pointer rests on it, and
 * at once when the focus comes by key. Put `${this.tooltips.render()}` once into the template. Escape takes it away, and
 * a pointer can go to it. A text that is not the thing's name already is read out as its description. A tooltip holds
 * words only: what can be pressed belongs into a popover. Needs {@link tooltipStyles}.
 */
export class Tooltips implements ReactiveController {
  readonly #host: LitElement;
  readonly #tip = createRef<HTMLElement>();
  #anchor: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Not at the element itself: a move from one thing in it to another never leaves its shadow root.
    for (const [type, listener] of this.#listeners) this.#host.renderRoot.addEventListener(type, listener);
  }

  hostDisconnected(): void {
    for (const [type, listener] of this.#listeners) this.#host.renderRoot.removeEventListener(type, listener);
    this.#hide();
  }

  hostUpdated(): void {
    const tip = this.#tip.value;
    const anchor = this.#anchor;
    if (!tip || !anchor) return;
    if (!anchor.isConnected || !anchor.dataset.tip) {
      this.#hide();
      return;
    }
    if (!tip.matches(':popover-open')) tip.showPopover();
    place(tip, anchor, 'start');
  }

  render(): TemplateResult | typeof nothing {
    const text = this.#anchor?.dataset.tip;
    return text
      ? html`<div class="tooltip" id="tooltip" role="tooltip" popover="manual" ${ref(this.#tip)}>${text}</div>`
      : nothing;
  }

  #show(anchor: HTMLElement): void {
    clearTimeout(this.#timer);
    if (this.#anchor === anchor) return;
    this.#hide();
    this.#anchor = anchor;
    const isName = anchor.getAttribute('aria-label') === anchor.dataset.tip;
    if (!isName && !anchor.hasAttribute('aria-describedby')) anchor.setAttribute('aria-describedby', 'tooltip');
    this.#host.requestUpdate();
  }

  #hide(): void {
    clearTimeout(this.#timer);
    if (!this.#anchor) return;
    if (this.#anchor.getAttribute('aria-describedby') === 'tooltip') this.#anchor.removeAttribute('aria-describedby');
    this.#anchor = undefined;
    this.#host.requestUpdate();
  }

  /** What an event is about: a thing with a tip, or the tip itself. */
  #aboutOf(event: Event): HTMLElement | undefined {
    for (const node of event.composedPath()) {
      if (node === this.#tip.value) return this.#anchor;
      if (node instanceof HTMLElement && node.dataset.tip && node.getRootNode() === this.#host.renderRoot) return node;
    }
    return undefined;
  }

  readonly #onPointerover = (event: Event): void => {
    if ((event as PointerEvent).pointerType === 'touch') return;
    const about = this.#aboutOf(event);
    clearTimeout(this.#timer);
    if (about && about !== this.#anchor) this.#timer = setTimeout(() => this.#show(about), REST_IN_MILLIS);
    else if (!about && this.#anchor) this.#timer = setTimeout(() => this.#hide(), LINGER_IN_MILLIS);
  };
  readonly #onPointerout = (event: Event): void => {
    if (
      (event as PointerEvent).relatedTarget &&
      this.#host.renderRoot.contains((event as PointerEvent).relatedTarget as Node)
    )
      return;
    clearTimeout(this.#timer);
    if (this.#anchor) this.#timer = setTimeout(() => this.#hide(), LINGER_IN_MILLIS);
  };
  readonly #onFocusin = (event: Event): void => {
    const about = this.#aboutOf(event);
    if (about?.matches(':focus-visible')) this.#show(about);
  };
  readonly #onKeydown = (event: Event): void => {
    if ((event as KeyboardEvent).key !== 'Escape' || !this.#anchor) return;
    // Escape takes the tooltip away first, and nothing else.
    event.stopPropagation();
    this.#hide();
  };
  readonly #onEnd = (): void => this.#hide();

  readonly #listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['pointerover', this.#onPointerover],
    ['pointerout', this.#onPointerout],
    ['focusin', this.#onFocusin],
    ['focusout', this.#onEnd],
    ['pointerdown', this.#onEnd],
    ['keydown', this.#onKeydown],
  ];
}

/** The looks of {@link Tooltips}. */
export const tooltipStyles = css`
  .tooltip { position: fixed; inset: auto; inline-size: max-content; max-inline-size: min(260px, calc(100vw - 8px)); margin: 0; padding: 5px 8px; border: 0; border-radius: var(--kith-radius-md); background: var(--kith-surface-inverse); color: var(--kith-text-inverse); box-shadow: var(--kith-shadow-raised); font-size: var(--kith-size-sm); line-height: 1.35; overflow: visible; overflow-wrap: anywhere; white-space: pre-line; }
  @media (forced-colors: active) { .tooltip { border: 1px solid CanvasText; } }
`;
