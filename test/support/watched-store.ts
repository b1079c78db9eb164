import { KithError, type Query, type Store } from '@kith/store';
import { finalize, Observable, throwError } from 'rxjs';

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

/** A store over a storage that cannot be reached until it is repaired. */
export function withOutage(store: Store): Store & { readonly repair: () => void } {
  let isBroken = true;
  const watch = ((query: Query) =>
    isBroken
      ? throwError(() => new KithError('store/unavailable', 'The storage cannot be reached.'))
      : store.watch(query)) as Store['watch'];
  return {
    ...store,
    watch,
    repair: () => {
      isBroken = false;
    },
  };
}
