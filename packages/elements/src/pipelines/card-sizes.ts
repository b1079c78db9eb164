import type { ReactiveController } from 'lit';
import type { BoardCell } from './board-column.js';
import type { BoardHost } from './board-host.js';
import { cellOf } from './board-places.js';

/**
 * Measures cells and cards: new ones right after they are drawn, so that they are painted where they belong, and all
 * of them again when their size changes.
 */
export class CardSizes implements ReactiveController {
  readonly #host: BoardHost;
  readonly #sizes = new ResizeObserver((entries) => this.#onResize(entries));
  #observed = new WeakSet<Element>();

  constructor(host: BoardHost) {
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
    for (const cards of this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-cell]')) {
      const cell = cellOf(this.#host, cards);
      if (!cell) continue;
      if (cell.lane === undefined) cell.scroller = cards;
      for (const element of [cards, ...cards.querySelectorAll<HTMLElement>('[data-card]')]) {
        if (this.#observed.has(element)) continue;
        this.#observed.add(element);
        this.#sizes.observe(element);
        isOther = measure(element, cell) || isOther;
      }
    }
    return isOther;
  }

  #onResize(entries: readonly ResizeObserverEntry[]): void {
    let isOther = false;
    for (const { target } of entries) isOther = measure(target as HTMLElement, cellOf(this.#host, target)) || isOther;
    // In the next frame: drawing while sizes are being reported would report more of them, without end.
    if (isOther) requestAnimationFrame(() => this.#host.requestUpdate());
  }
}

function measure(element: HTMLElement, cell: BoardCell | undefined): boolean {
  if (!cell || !element.isConnected) return false;
  const { card } = element.dataset;
  return cell.measured(card, element.offsetWidth, card ? element.offsetHeight : element.clientHeight);
}
