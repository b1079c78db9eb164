import { createStore, type UseStore } from 'idb-keyval';

/** What goes wrong at a call. */
export type Mishap = 'throws' | 'aborts' | 'quota' | 'lost after commit';

/** A store of idb-keyval whose calls can go wrong. */
export interface FaultyStore {
  readonly useStore: UseStore;
  /** From now on the call with this number (0 is the next one) goes wrong, and with `forGood` all that follow. */
  plan(call: number, mishap: Mishap, forGood?: boolean): void;
  /** How many calls there were since the plan. */
  calls(): number;
  mend(): void;
}

const CALLS = new Set(['get', 'getAll', 'getAllKeys', 'put', 'delete', 'count']);

/** A store over a database of the given name. Two stores of one name share the data and nothing else. */
export function faultyStore(name: string): FaultyStore {
  const sound = createStore(name, 'log');
  let planned: { readonly at: number; readonly mishap: Mishap; readonly forGood: boolean } | undefined;
  let calls = 0;

  /** Counts a call, and answers what goes wrong at it. */
  function mishapNow(kind: 'call' | 'commit'): Mishap | undefined {
    if (planned === undefined || (planned.mishap === 'lost after commit') !== (kind === 'commit')) return undefined;
    const at = calls++;
    return at === planned.at || (planned.forGood && at > planned.at) ? planned.mishap : undefined;
  }

  function spoil(store: IDBObjectStore): IDBObjectStore {
    return new Proxy(store, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== 'function') return value;
        return (...parameters: unknown[]): unknown => {
          const mishap = CALLS.has(String(property)) ? mishapNow('call') : undefined;
          if (mishap === 'throws')
            throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
          if (mishap === 'quota') throw new DOMException('', 'QuotaExceededError');
          const answer: unknown = Reflect.apply(value, target, parameters);
          if (mishap === 'aborts') target.transaction.abort();
          return answer;
        };
      },
    });
  }

  return {
    async useStore(mode, callback) {
      const result = await sound(mode, (store) => callback(spoil(store)));
      if (mode === 'readwrite' && mishapNow('commit') !== undefined)
        throw new DOMException('The connection was closed.', 'AbortError');
      return result;
    },
    plan(call, mishap, forGood = false) {
      planned = { at: call, mishap, forGood };
      calls = 0;
    },
    calls: () => calls,
    mend() {
      planned = undefined;
    },
  };
}
