import type { Answer, Query, Store } from '@kith/store';

/** What a question answers now. Rejects with a KithError when the storage fails. */
export const readOnce = <Q extends Query>(store: Store, query: Q): Promise<Answer<Q>> =>
  new Promise((resolve, reject) => {
    const subscription = store.watch(query).subscribe({
      next: (answer) => {
        resolve(answer);
        // It may answer at once, before there is anything to end.
        queueMicrotask(() => subscription.unsubscribe());
      },
      error: reject,
    });
  });
