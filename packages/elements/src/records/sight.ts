import type { Access, Reach } from '@kith/core/permissions';
import { anyOf } from '@kith/core/permissions';
import type { Store } from '@kith/store';
import { access$ } from '@kith/store/permissions';
import type { ReactiveController } from 'lit';
import type { LiveHost } from '../base/live.js';

/** What whoever looks may see and change of one row. Where no policy stands between, everything. */
export interface RowSight {
  /** Whether something of what stands at a path may be seen. */
  sees(path: string): boolean;
  edits(path: string): boolean;
}

/** What whoever looks may see: what is hidden from them is not shown as empty, it is not there. */
export class Sight implements ReactiveController {
  readonly #host: LiveHost;
  #store: Store | undefined;
  #access: Access | undefined;
  #end: (() => void) | undefined;

  constructor(host: LiveHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const store = this.#host.activeStore;
    if (store === this.#store) return;
    this.hostDisconnected();
    this.#store = store;
    if (!store) return;
    const subscription = access$(store).subscribe((access) => {
      if (this.#access) this.#host.requestUpdate();
      this.#access = access;
    });
    this.#end = () => subscription.unsubscribe();
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = undefined;
    this.#store = undefined;
    this.#access = undefined;
  }

  /** Whether rows of a collection may be seen at all. */
  reads(collection: string): boolean {
    return !this.#access || this.#access.held('read', collection).length > 0;
  }

  /** What may be seen and changed of a row. */
  of(collection: string, row: object): RowSight {
    const access = this.#access;
    const env = this.#store?.storage.env();
    if (!access || !env) return { sees: () => true, edits: () => true };
    const reach = (action: 'read' | 'update', command?: string): ((path: string) => Reach) =>
      anyOf(
        access
          .held(action, collection, command)
          .filter((held) => held.matches(row, env))
          .map(({ reaches }) => reaches),
      );
    const read = reach('read');
    const update = reach('update', `${collection}/edit`);
    return {
      sees: (path) => read(path) !== 'none',
      edits: (path) => read(path) !== 'none' && update(path) !== 'none',
    };
  }
}
