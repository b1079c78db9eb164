import type { Store } from '@kith/store';

/** A store whose storage begins to dump or to restore and never ends, or fails with an error. */
export const endless =
  (step: 'dump' | 'restore', error?: Error) =>
  (store: Store): Store => {
    const { adapter } = store.storage;
    const stop = (): Promise<never> => (error ? Promise.reject(error) : new Promise(() => {}));
    const change =
      step === 'dump'
        ? {
            async *dump() {
              for await (const row of adapter.dump()) {
                yield row;
                await stop();
              }
            },
          }
        : { restore: stop };
    const stopping = { ...adapter, ...change };
    return { ...store, storage: { ...store.storage, adapter: stopping, whole: () => stopping } };
  };
