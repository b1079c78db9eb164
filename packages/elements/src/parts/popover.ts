import { css, html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { place } from './place.js';

/** What a popover shows. */
export interface PopoverContent {
  /** Names it for a screen reader. */
  readonly label: string;
  /** Drawn anew with its element. */
  readonly content: () => unknown;
  /** Which edge of the anchor it stands at; `start` when left out. */
  readonly align?: 'start' | 'end' | undefined;
  readonly onClose?: (() => void) | undefined;
}

/**
 * A small surface beside what opened it: a filter, a column chooser, a short form. `open()` it and put
 * `${this.popover.render()}` once into the template. The browser closes it on Escape and on a click elsewhere; the focus
 * goes in, to the first field or to `[autofocus]`, and back to where it came from. Needs {@link popoverStyles} and overlayStyles.
 */
export class Popover implements ReactiveController {
  readonly #host: LitElement;
  readonly #panel = createRef<HTMLElement>();
  #content: PopoverContent | undefined;
  #anchor: HTMLElement | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#content !== undefined;
  }

  /** Opens it at an element; the element that has it open already closes it. */
  async open(anchor: HTMLElement, content: PopoverContent): Promise<void> {
    const isToggle = this.#anchor === anchor && this.isOpen;
    if (this.isOpen) this.close();
    if (isToggle) return;
    this.#anchor = anchor;
    this.#content = content;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const panel = this.#panel.value;
    if (!panel || this.#content !== content) return;
    panel.showPopover();
    this.#place();
    (panel.querySelector<HTMLElement>('[autofocus]') ?? firstField(panel) ?? panel).focus();
  }

  close(): void {
    const panel = this.#panel.value;
    const root = this.#host.renderRoot as ShadowRoot;
    const hadFocus = panel?.contains(root.activeElement) ?? false;
    if (panel?.matches(':popover-open')) panel.hidePopover();
    this.#closed(hadFocus);
  }

  hostUpdated(): void {
    if (this.#panel.value?.matches(':popover-open')) this.#place();
  }

  hostDisconnected(): void {
    this.#content = undefined;
    this.#anchor = undefined;
  }

  render(): TemplateResult | typeof nothing {
    const shown = this.#content;
    if (!shown) return nothing;
    return html`
      <div class="popover overlay" role="dialog" popover="auto" tabindex="-1" aria-label=${shown.label} ${ref(this.#panel)} @toggle=${this.#onToggle} @keydown=${this.#onKeydown}>
        ${shown.content()}
      </div>
    `;
  }

  #place(): void {
    if (this.#panel.value && this.#anchor) place(this.#panel.value, this.#anchor, this.#content?.align ?? 'start');
  }

  #closed(givesFocusBack: boolean): void {
    const { onClose } = this.#content ?? {};
    const anchor = this.#anchor;
    if (!this.#content) return;
    this.#content = undefined;
    this.#anchor = undefined;
    if (givesFocusBack && anchor?.isConnected) anchor.focus();
    this.#host.requestUpdate();
    onClose?.();
  }

  /** WebKit keeps Escape for itself in a field to search in. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    this.close();
  };

  readonly #onToggle = (event: Event): void => {
    // What this event tells may be about the popover before this one.
    if ((event as ToggleEvent).newState === 'open' || this.#panel.value?.matches(':popover-open')) return;
    const root = this.#host.renderRoot as ShadowRoot;
    this.#closed(!root.activeElement || (this.#panel.value?.contains(root.activeElement) ?? false));
  };
}

const firstField = (panel: HTMLElement): HTMLElement | null =>
  panel.querySelector<HTMLElement>(':is(input, select, textarea, button):not(:disabled), [tabindex="0"]');

/** The looks of {@link Popover}. */
export const popoverStyles = css`
  .popover { inline-size: max-content; min-inline-size: 220px; max-inline-size: min(360px, calc(100vw - 8px)); max-block-size: min(560px, 90vh); padding: var(--kith-space-3); overflow: auto; overscroll-behavior: contain; }
  .popover:focus { outline: none; }
`;
