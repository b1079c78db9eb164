import type { LitElement, ReactiveController } from 'lit';

const STOPS =
  ':is(a[href], button, input, select, textarea, summary, [tabindex="0"]):not([tabindex="-1"], [type=hidden])';

/**
 * Keeps the focus where somebody works: where a drawing takes away what had it, the first stop of the nearest box that is
 * left takes it over, so that the next key goes on from there and not from the top of the page.
 */
export class KeepFocus implements ReactiveController {
  readonly #host: LitElement;
  #had: Element | null = null;
  /** The boxes around it, from the nearest. */
  #around: readonly Element[] = [];

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#had = this.#root.activeElement;
    const around: Element[] = [];
    for (let box = this.#had?.parentElement; box; box = box.parentElement) around.push(box);
    this.#around = around;
  }

  hostUpdated(): void {
    if (!this.#had || this.#had.isConnected || this.#root.activeElement) return;
    const stopIn = (box: Element): HTMLElement | undefined =>
      [...box.querySelectorAll<HTMLElement>(STOPS)].find((each) => each.checkVisibility());
    const box = this.#around.find((each) => each.isConnected && stopIn(each));
    if (box) stopIn(box)?.focus();
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }
}
