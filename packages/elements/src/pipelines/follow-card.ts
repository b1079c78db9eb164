import type { ReactiveController } from 'lit';
import { KeepFocus } from '../base/keep-focus.js';
import type { BoardHost } from './board-host.js';

/** Keeps the focus on a card that is moved by Undo or by somebody else, and in its column where the card is gone. */
export class FollowCard implements ReactiveController {
  readonly #host: BoardHost;
  #had: Element | null = null;
  /** The row whose card was taken away with the focus, and what has that meanwhile: stages are read one by one. */
  #lost: { readonly row: string; readonly focused: Element | null } | undefined;

  constructor(host: BoardHost) {
    this.#host = host;
    new KeepFocus(host);
    host.addController(this);
  }

  hostUpdate(): void {
    this.#had = this.#focused;
  }

  hostUpdated(): void {
    // Somebody is on the way to another card: what they leave may go out of sight.
    if (this.#host.headingFor !== undefined) {
      this.#lost = undefined;
      return;
    }
    const row = this.#had?.closest<HTMLElement>('[data-card]')?.dataset['card'];
    if (row !== undefined && !this.#had?.isConnected) this.#lost = { row, focused: this.#focused };
    if (!this.#lost) return;
    if (this.#lost.focused !== this.#focused) this.#lost = undefined;
    else if (this.#host.find(this.#lost.row)) {
      const found = this.#lost.row;
      // Once this drawing has come to its end.
      queueMicrotask(() => this.#host.focusCard(found));
      this.#lost = undefined;
    }
  }

  get #focused(): Element | null {
    return (this.#host.renderRoot as ShadowRoot).activeElement;
  }
}
