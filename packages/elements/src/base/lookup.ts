import type { Id } from '@kith/core';
import type { OneQuery, Store } from '@kith/store';
import type { ReactiveController } from 'lit';
import type { LiveHost } from './live.js';

interface Found<Entity> {
  value: Entity | undefined;
  usedIn: number;
  readonly end: () => void;
}

/** So many rows that are not on show stay subscribed, so that scrolling back does not read them again. */
const SPARE = 200;

/**
 * Keeps single rows up to date that an element shows beside its own, such as the companies of the deals in sight:
 * `this.#companies.get(deal.companyId)` while rendering answers what is known and sees to it that the rest comes.
 */
export class Lookup<Entity extends { readonly id: Id }, Key extends string = string> implements ReactiveController {
  readonly #host: LiveHost;
  readonly #query: (id: Key) => OneQuery<Entity>;
  readonly #found = new Map<Key, Found<Entity>>();
  #store: Store | undefined;
  #render = 0;
  #frame = 0;
  #isConnected = false;

  constructor(host: LiveHost, query: (id: Key) => OneQuery<Entity>) {
    this.#host = host;
    this.#query = query;
    host.addController(this);
  }

  get(id: Key | undefined): Entity | undefined {
    const store = this.#host.activeStore;
    if (id === undefined || !store || !this.#isConnected) return undefined;
    const known = this.#found.get(id);
    if (known) {
      known.usedIn = this.#render;
      return known.value;
    }
    const found: Found<Entity> = { value: undefined, usedIn: this.#render, end: () => subscription.unsubscribe() };
    this.#found.set(id, found);
    const subscription = store.watch(this.#query(id)).subscribe({
      next: (value) => {
        if (value === found.value) return;
        found.value = value;
        this.#drawSoon();
      },
      // A name that cannot be read is left out; the element's own query tells that storage fails.
      error: () => this.#found.delete(id),
    });
    return found.value;
  }

  hostUpdate(): void {
    this.#render++;
    if (this.#host.activeStore === this.#store) return;
    this.#store = this.#host.activeStore;
    this.#endAll();
  }

  hostUpdated(): void {
    if (this.#found.size <= SPARE) return;
    for (const [id, found] of this.#found) {
      if (found.usedIn === this.#render) continue;
      found.end();
      this.#found.delete(id);
      if (this.#found.size <= SPARE) return;
    }
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#endAll();
  }

  /** Many rows arrive one by one; they are drawn together. */
  #drawSoon(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#host.requestUpdate();
    });
  }

  #endAll(): void {
    for (const found of this.#found.values()) found.end();
    this.#found.clear();
  }
}
