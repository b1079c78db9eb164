import { createStore, type UseStore } from 'idb-keyval';

/** What a store was asked to do. */
export interface Counts {
  transactions: number;
  /** Requests by their names. */
  requests: Record<string, number>;
  /** Characters of what was put, as JSON. */
  written: number;
}

/** A store that counts what is asked of it. */
export interface CountingStore {
  readonly store: UseStore;
  /** What was counted since the last call. */
  take(): Counts;
}

const REQUESTS: ReadonlySet<string> = new Set(['get', 'getAll', 'getAllKeys', 'put', 'delete', 'count', 'openCursor']);

/** A counting store over a database of the given name. */
export function countingStore(name: string): CountingStore {
  const plain = createStore(name, 'log');
  const none = (): Counts => ({ transactions: 0, requests: {}, written: 0 });
  let counts = none();
  const counting = (store: IDBObjectStore): IDBObjectStore =>
    new Proxy(store, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== 'function') return value;
        return (...parameters: unknown[]): unknown => {
          const request = String(property);
          if (REQUESTS.has(request)) counts.requests[request] = (counts.requests[request] ?? 0) + 1;
          if (request === 'put') counts.written += JSON.stringify(parameters[0]).length;
          return Reflect.apply(value, target, parameters);
        };
      },
    });
  return {
    store: (mode, callback) => {
      counts.transactions++;
      return plain(mode, (store) => callback(counting(store)));
    },
    take() {
      const taken = counts;
      counts = none();
      return taken;
    },
  };
}
