import type { LitElement, ReactiveController } from 'lit';
import type { Heights } from './timeline-layout.js';

/** Measures pieces of the timeline: new ones right after they are drawn, all of them again when they change. */
export class EntrySizes implements ReactiveController {
  readonly #host: LitElement;
  readonly #heights: Heights;
  readonly #observer = new ResizeObserver((entries) => this.#onResize(entries));
  #observed = new WeakSet<Element>();

  constructor(host: LitElement, heights: Heights) {
    this.#host = host;
    this.#heights = heights;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#observed = new WeakSet();
  }

  /** Measures what has just been drawn; answers whether something lies elsewhere now. */
  measureNew(): boolean {
    let isOther = false;
    for (const piece of this.#host.renderRoot.querySelectorAll<HTMLElement>('.sections, .sections > [data-key]')) {
      if (this.#observed.has(piece)) continue;
      this.#observed.add(piece);
      this.#observer.observe(piece);
      isOther = this.#measure(piece) || isOther;
    }
    return isOther;
  }

  #onResize(entries: readonly ResizeObserverEntry[]): void {
    let isOther = false;
    for (const { target } of entries) isOther = this.#measure(target as HTMLElement) || isOther;
    // In the next frame: drawing while sizes are being reported would report more of them, without end.
    if (isOther) requestAnimationFrame(() => this.#host.requestUpdate());
  }

  #measure(piece: HTMLElement): boolean {
    if (!piece.isConnected) return false;
    const { key } = piece.dataset;
    const { width, height } = piece.getBoundingClientRect();
    return key === undefined ? this.#heights.fit(width) : this.#heights.measured(key, height);
  }
}
