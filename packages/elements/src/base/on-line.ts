import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the machine has a connection, as far as the browser knows. */
export class OnLine implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get value(): boolean {
    return navigator.onLine;
  }

  hostConnected(): void {
    addEventListener('online', this.#draw);
    addEventListener('offline', this.#draw);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#draw);
    removeEventListener('offline', this.#draw);
  }

  readonly #draw = (): void => this.#host.requestUpdate();
}
