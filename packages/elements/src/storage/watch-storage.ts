import { type StorageState, type Store, storageState } from '@kith/store';
import type { ReactiveController } from 'lit';
import type { LiveHost } from '../base/live.js';

/** Keeps the state of the store's storage up to date in an element; nothing is watched while it is out of the document. */
export class WatchStorage implements ReactiveController {
  /** How it is; undefined until that is known. */
  value: StorageState | undefined;

  readonly #host: LiveHost;
  #store: Store | undefined;
  #end: (() => void) | undefined;
  #isConnected = false;

  constructor(host: LiveHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop();
  }

  hostUpdate(): void {
    const store = this.#host.activeStore;
    if (!this.#isConnected || (store === this.#store && this.#end)) return;
    this.#stop();
    if (store !== this.#store) this.value = undefined;
    this.#store = store;
    if (!store) return;
    const subscription = storageState(store).subscribe((state) => {
      this.value = state;
      // The first state may come in the middle of an update.
      queueMicrotask(() => this.#host.requestUpdate());
    });
    this.#end = () => subscription.unsubscribe();
  }

  #stop(): void {
    this.#end?.();
    this.#end = undefined;
  }
}
