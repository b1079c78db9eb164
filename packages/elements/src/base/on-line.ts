import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { KithElement } from './element.js';

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

/** Whether an element stands by itself, and not in another one's shadow root: what holds for both is said once, outside. */
export const standsAlone = (element: HTMLElement): boolean =>
  !((element.getRootNode() as Partial<ShadowRoot>).host instanceof KithElement);
