import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a part waits for a browser that always has something else to do. */
const PATIENCE_IN_MILLIS = 500;

/**
 * A part of an element that is fetched when it is first needed, so that nobody pays for what they never open.
 *
 *     readonly #filter = new Later(this, async () => new (await import('./kind-filter.js')).KindFilter(this));
 *     const filter = await this.#filter.load();
 *
 * The element is drawn anew when the part is there, and when it could not be fetched.
 */
export class Later<Value> implements ReactiveController {
  status: 'idle' | 'loading' | 'ready' | 'error' = 'idle';
  /** The part, once it is there. */
  value: Value | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<Value>;
  #isPlanned = false;
  #loading: Promise<Value | undefined> | undefined;

  constructor(host: ReactiveControllerHost, fetch: () => Promise<Value>) {
    this.#host = host;
    this.#fetch = fetch;
    host.addController(this);
  }

  hostConnected(): void {
    // What failed before the element was moved is worth another try.
    if (this.status === 'error') this.status = 'idle';
  }

  /** The part; undefined when it could not be fetched. Asking again after that tries again. */
  load(): Promise<Value | undefined> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /**
   * Fetches the part when the browser has nothing else to do, so that nobody waits for it. Meant for each drawing: only
   * the first one counts. If it fails, nothing is said: whoever needs the part asks anew.
   */
  prefetch(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    const onIdle = globalThis.requestIdleCallback ?? ((fetch: () => void) => setTimeout(fetch));
    onIdle(
      async () => {
        if (this.status !== 'idle' || (await this.load())) return;
        this.status = 'idle';
      },
      // A browser on a busy machine may never be idle.
      { timeout: PATIENCE_IN_MILLIS },
    );
  }

  /** Tries again after a failure. */
  retry(): void {
    void this.load();
    this.#host.requestUpdate();
  }

  async #load(): Promise<Value | undefined> {
    this.status = 'loading';
    try {
      this.value = await this.#fetch();
      this.status = 'ready';
    } catch {
      this.status = 'error';
      this.#loading = undefined;
    }
    this.#host.requestUpdate();
    return this.value;
  }
}
