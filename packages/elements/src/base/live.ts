import type { Answer, Query, Store } from '@kith/store';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What Live needs of the element it works for. */
export interface LiveHost extends ReactiveControllerHost {
  readonly activeStore: Store | undefined;
}

/** How long to wait before a skeleton is worth showing: anything faster would only flicker. */
export const PATIENCE_IN_MILLIS = 200;

/**
 * Keeps the answer to a query up to date in an element.
 *
 *     readonly #company = new Live(this, () => this.company ? companies.byId(this.company) : undefined);
 *     render() { if (this.#company.status === 'ready') … this.#company.value … }
 *
 * The function is asked before each render; when it asks something else, or the store is another one, the old
 * subscription ends and the value starts anew. Without a query the status is `idle`. Nothing is kept alive while the
 * element is out of the document.
 */
export class Live<Q extends Query> implements ReactiveController {
  status: 'idle' | 'loading' | 'ready' | 'error' = 'idle';
  /** The answer; undefined until there is one (`status` tells that apart from a row that does not exist). */
  value: Answer<Q> | undefined;
  /** Why there is no answer. */
  error: unknown;
  /** Whether loading has taken long enough for a skeleton. */
  isSlow = false;

  readonly #host: LiveHost;
  readonly #ask: () => Q | undefined;
  #key: string | undefined;
  #store: Store | undefined;
  #end: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isConnected = false;
  #isStarting = false;

  constructor(host: LiveHost, ask: () => Q | undefined) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  hostUpdate(): void {
    // An element may be drawn while it is out of the document; it subscribes when it is in it.
    if (!this.#isConnected) return;
    const query = this.#ask();
    const key = query && keyOf(query);
    const store = this.#host.activeStore;
    const isSame = key === this.#key && store === this.#store;
    if (isSame && (this.#end || !key || !store)) return;
    this.#stop();
    this.#key = key;
    this.#store = store;
    if (!isSame) {
      this.value = undefined;
      this.error = undefined;
      this.status = query ? 'loading' : 'idle';
    }
    this.#isStarting = true;
    if (query) this.#start(query, store);
    this.#isStarting = false;
  }

  hostConnected(): void {
    this.#isConnected = true;
    // Coming back into the document: the last value stays on show until the new answer arrives.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop();
  }

  /** Asks again after an error. */
  retry(): void {
    this.#stop();
    this.#key = undefined;
    this.#host.requestUpdate();
  }

  /** Ends the subscription for good; for a Live that lives shorter than its element. */
  dispose(): void {
    this.hostDisconnected();
    this.#host.removeController(this);
  }

  #start(query: Q, store: Store | undefined): void {
    this.isSlow = false;
    if (this.status === 'loading')
      this.#timer = setTimeout(() => {
        this.isSlow = true;
        this.#host.requestUpdate();
      }, PATIENCE_IN_MILLIS);
    if (!store) return;
    const subscription = store.watch(query).subscribe({
      next: (value) => this.#settle('ready', value, undefined),
      error: (error: unknown) => this.#settle('error', undefined, error),
    });
    this.#end = () => subscription.unsubscribe();
  }

  #settle(status: 'ready' | 'error', value: Answer<Q> | undefined, error: unknown): void {
    clearTimeout(this.#timer);
    this.status = status;
    this.value = value;
    this.error = error;
    // An answer that is known already comes in the middle of an update, too late for what was decided before it.
    if (this.#isStarting) queueMicrotask(() => this.#host.requestUpdate());
    else this.#host.requestUpdate();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#end?.();
    this.#end = undefined;
  }
}

/** What a query asks, as text: two queries with the same text have the same answer. */
const keyOf = (query: Query): string => JSON.stringify({ ...query, collection: query.collection.name });
