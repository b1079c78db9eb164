import type { Query, Store } from '@kith/store';
import { finalize, Observable } from 'rxjs';

/** A store that counts who is watching it. */
export function withWatchers(store: Store): Store & { readonly watchers: () => number } {
  let count = 0;
  const watch = ((query: Query) =>
    new Observable((subscriber) => {
      count++;
      return store
        .watch(query)
        .pipe(finalize(() => count--))
        .subscribe(subscriber as never);
    })) as Store['watch'];
  return { ...store, watch, watchers: () => count };
}
