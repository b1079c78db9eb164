import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Whether an element is narrower than so many pixels, kept up to date. Container queries can change how something looks;
 * this is for what should not be drawn, read and kept alive at all.
 */
export class NarrowerThan implements ReactiveController {
  /** Undefined until the element has been measured. */
  value: boolean | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #pixels: number;
  // Drawing anew at once would change sizes while they are being reported, which browsers count as an error of the page.
  readonly #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure(this.#host.offsetWidth)));

  constructor(host: ReactiveControllerHost & HTMLElement, pixels: number) {
    this.#host = host;
    this.#pixels = pixels;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdate(): void {
    // The first drawing must not wait for the observer, or everything would be drawn twice.
    if (this.value === undefined) this.#measure(this.#host.offsetWidth);
  }

  #measure(width: number): void {
    if (width === 0) return;
    const isNarrow = width < this.#pixels;
    if (isNarrow === this.value) return;
    this.value = isNarrow;
    this.#host.requestUpdate();
  }
}
