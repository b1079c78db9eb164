import type { Answer, Query, Store } from '@kith/store';
import { AsyncDirective, type DirectiveResult, directive } from 'lit/async-directive.js';
import type { Subscription } from 'rxjs';

class Watching extends AsyncDirective {
  #key = '';
  #subscription: Subscription | undefined;

  render(store: Store, query: Query, draw: (answer: never) => unknown): unknown {
    const key = JSON.stringify({ ...query, collection: query.collection.name });
    if (this.#key !== key) {
      this.#key = key;
      this.#subscription?.unsubscribe();
      this.#subscription = store.watch(query).subscribe((answer) => this.setValue(draw(answer as never)));
    }
    return undefined;
  }

  override disconnected(): void {
    this.#subscription?.unsubscribe();
    this.#key = '';
  }
}

const watchingDirective = directive(Watching);

/** Draws what a query answers, now and whenever it changes. */
export const watching = <Q extends Query>(
  store: Store,
  query: Q,
  draw: (answer: Answer<Q>) => unknown,
): DirectiveResult => watchingDirective(store, query, draw);
