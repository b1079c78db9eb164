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
  readonly #observer = new ResizeObserver((entries) => this.#measure(entries[0]?.contentRect.width ?? 0));

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
