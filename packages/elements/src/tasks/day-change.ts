import { addDays, type Day, startOfDay } from '@kith/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Locale } from '../base/locale.js';

/** A clock that was set, or a machine that slept, is noticed after so long. */
const LONGEST_WAIT = 60_000;

/** Draws an element anew when another day begins where the reader is, as long as it is in the document. */
export class DayChange implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly locale: Locale };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #day: Day | undefined;

  constructor(host: ReactiveControllerHost & { readonly locale: Locale }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  hostUpdate(): void {
    this.#day = this.#host.locale.format.today();
  }

  hostUpdated(): void {
    // Midnight may have come while it was drawn.
    if (this.#timer === undefined) this.#look();
  }

  #wait(): void {
    const { locale } = this.#host;
    const midnight = Date.parse(startOfDay(addDays(locale.format.today(), 1), locale.timeZone));
    const left = midnight - Date.parse(locale.now());
    this.#timer = setTimeout(this.#look, Math.max(1, Math.min(left, LONGEST_WAIT)));
  }

  readonly #look = (): void => {
    clearTimeout(this.#timer);
    if (this.#host.locale.format.today() !== this.#day) this.#host.requestUpdate();
    this.#wait();
  };
}
