import { type LiveHost, PATIENCE_IN_MILLIS } from './live.js';

/** When a host that reads in pieces is drawn anew: once for all that comes within a frame, and when reading takes long. */
export class Redraw {
  /** Whether reading has taken long enough for a skeleton. */
  isSlow = false;
  readonly #host: LiveHost;
  readonly #isLoading: () => boolean;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LiveHost, isLoading: () => boolean) {
    this.#host = host;
    this.#isLoading = isLoading;
  }

  /** Whether it is not known yet if reading takes long. */
  get isWaiting(): boolean {
    return this.#timer !== undefined;
  }

  /** Something has come. */
  soon(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#host.requestUpdate();
    });
  }

  /** Reading has begun. */
  wait(): void {
    if (this.isSlow || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#isLoading()) return;
      this.isSlow = true;
      this.#host.requestUpdate();
    }, PATIENCE_IN_MILLIS);
  }

  /** Reading has ended, or something else is to be read. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.isSlow = false;
  }

  /** The host has left the document. */
  stop(): void {
    this.rest();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}
