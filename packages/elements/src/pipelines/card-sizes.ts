import type { LitElement, ReactiveController } from 'lit';
import type { BoardColumn } from './board-column.js';

/** The board, as far as its sizes go. */
export interface SizesHost extends LitElement {
  readonly columns: readonly BoardColumn[];
}

/**
 * Measures columns and cards: new ones right after they are drawn, so that they are painted where they belong, and all
 * of them again when their size changes.
 */
export class CardSizes implements ReactiveController {
  readonly #host: SizesHost;
  readonly #sizes = new ResizeObserver((entries) => this.#onResize(entries));
  #observed = new WeakSet<Element>();

  constructor(host: SizesHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#observed = new WeakSet();
  }

  /** Measures what has just been drawn; answers whether something lies elsewhere now. */
  measureNew(): boolean {
    let isOther = false;
    for (const column of this.#host.columns) {
      const selector = `[data-stage="${CSS.escape(column.stage.id)}"] .cards:not(.loading)`;
      const scroller = this.#host.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
      column.scroller = scroller;
      for (const element of scroller ? [scroller, ...scroller.querySelectorAll<HTMLElement>('[data-deal]')] : []) {
        if (this.#observed.has(element)) continue;
        this.#observed.add(element);
        this.#sizes.observe(element);
        isOther = measure(element, column) || isOther;
      }
    }
    return isOther;
  }

  #onResize(entries: readonly ResizeObserverEntry[]): void {
    let isOther = false;
    for (const { target } of entries) {
      const stageId = target.closest<HTMLElement>('[data-stage]')?.dataset.stage;
      const column = this.#host.columns.find((each) => each.stage.id === stageId);
      isOther = measure(target as HTMLElement, column) || isOther;
    }
    // In the next frame: drawing while sizes are being reported would report more of them, without end.
    if (isOther) requestAnimationFrame(() => this.#host.requestUpdate());
  }
}

function measure(element: HTMLElement, column: BoardColumn | undefined): boolean {
  if (!column || !element.isConnected) return false;
  const { deal } = element.dataset;
  return column.measured(deal, element.offsetWidth, deal ? element.offsetHeight : element.clientHeight);
}
