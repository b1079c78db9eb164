import { KithError, type Query, type Store } from '@kith/store';
import { throwError } from 'rxjs';

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
