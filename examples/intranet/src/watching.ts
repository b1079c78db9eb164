import type { Answer, Query, Store } from '@kith/store';
import { nothing } from 'lit';
import { AsyncDirective, type DirectiveResult, directive } from 'lit/async-directive.js';
import type { Subscription } from 'rxjs';

class Watching extends AsyncDirective {
  #key = '';
  #subscription: Subscription | undefined;
  #draw: (answer: never) => unknown = () => nothing;
  #answer: { readonly value: unknown } | undefined;

  render(store: Store, query: Query, draw: (answer: never) => unknown): unknown {
    const key = JSON.stringify({ ...query, collection: query.collection.name });
    this.#draw = draw;
    if (this.#key !== key) {
      this.#key = key;
      this.#subscription?.unsubscribe();
      this.#answer = undefined;
      // A question that somebody else is asking already is answered at once, before this has been drawn at all.
      let isDrawing = true;
      this.#subscription = store.watch(query).subscribe((answer) => {
        this.#answer = { value: answer };
        if (!isDrawing) this.setValue(this.#draw(answer as never));
      });
      isDrawing = false;
    }
    return this.#answer ? draw(this.#answer.value as never) : nothing;
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
