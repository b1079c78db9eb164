import type { LitElement, ReactiveController } from 'lit';

/**
 * Whether the page is being printed. What is folded away unfolds for as long, and the element is drawn anew: paper has
 * nothing to press that would show the rest.
 */
export class OnPaper implements ReactiveController {
  value = false;
  readonly #host: LitElement;
  readonly #print = matchMedia('print');
  /** What was folded, and is to be again. */
  #unfolded: readonly HTMLDetailsElement[] = [];

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Not every engine tells a media query of the printing, and what only looks as if it printed tells nothing else.
    this.#print.addEventListener('change', this.#onMedia);
    addEventListener('beforeprint', this.#onPrint);
    addEventListener('afterprint', this.#onPrint);
  }

  hostDisconnected(): void {
    this.#print.removeEventListener('change', this.#onMedia);
    removeEventListener('beforeprint', this.#onPrint);
    removeEventListener('afterprint', this.#onPrint);
  }

  readonly #onMedia = ({ matches }: MediaQueryListEvent): void => this.#set(matches);
  readonly #onPrint = ({ type }: Event): void => this.#set(type === 'beforeprint');

  #set(isPrinting: boolean): void {
    if (this.value === isPrinting) return;
    this.value = isPrinting;
    for (const each of this.#unfolded) each.open = false;
    this.#unfolded = isPrinting
      ? [...this.#host.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
      : [];
    for (const each of this.#unfolded) each.open = true;
    this.#host.requestUpdate();
  }
}
