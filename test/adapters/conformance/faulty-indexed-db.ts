import type { Mishap } from '@kith/adapters/conformance';

interface Plan {
  readonly at: number;
  readonly mishap: Mishap;
  readonly forGood: boolean;
  calls: number;
}

const plans = new Map<string, Plan>();
const READS = ['get', 'getAll', 'getAllKeys', 'count'] as const;
const WRITES = ['put', 'delete'] as const;
const DETOUR = 40;

let isInstalled = false;

/** From now on IndexedDB goes wrong at this call for the databases whose names begin so. */
export function planFault(place: string, at: number, mishap: Mishap, forGood: boolean): void {
  install();
  plans.set(place, { at, mishap, forGood, calls: 0 });
}

/** How many calls there were since the plan at which it could have gone wrong. */
export const countCalls = (place: string): number => plans.get(place)?.calls ?? 0;

/** All is well again. Calls are counted until the next plan. */
export function mendFault(place: string): void {
  const plan = plans.get(place);
  if (plan !== undefined) plans.set(place, { ...plan, at: Number.POSITIVE_INFINITY, forGood: false });
}

function planOf(database: IDBDatabase): Plan | undefined {
  for (const [place, plan] of plans) if (database.name.startsWith(place)) return plan;
  return undefined;
}

/** Counts a call of a kind, and answers what goes wrong at it. */
function mishapAt(database: IDBDatabase, kind: 'read' | 'write' | 'commit'): Mishap | undefined {
  const plan = planOf(database);
  if (plan === undefined) return undefined;
  if ((plan.mishap === 'answer lost') !== (kind === 'commit')) return undefined;
  if (plan.mishap === 'quota' && kind !== 'write') return undefined;
  const call = plan.calls++;
  return call === plan.at || (plan.forGood && call > plan.at) ? plan.mishap : undefined;
}

/** Stands in front of the browser's IndexedDB, or of one that is like it. */
function install(): void {
  if (isInstalled) return;
  isInstalled = true;
  const stores = IDBObjectStore.prototype as unknown as Record<string, (...parameters: unknown[]) => IDBRequest>;
  for (const [kind, names] of [['read', READS] as const, ['write', WRITES] as const]) {
    for (const name of names) {
      const sound = stores[name] as (...parameters: unknown[]) => IDBRequest;
      stores[name] = function (this: IDBObjectStore, ...parameters: unknown[]) {
        return spoil(this, mishapAt(this.transaction.db, kind), () => sound.apply(this, parameters));
      };
    }
  }
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...parameters) {
    const transaction = begin.apply(this, parameters);
    if (transaction.mode !== 'readonly')
      transaction.addEventListener('complete', (event) => {
        if (mishapAt(this, 'commit') === undefined) return;
        event.stopImmediatePropagation();
        transaction.onabort?.(new Event('abort'));
      });
    return transaction;
  };
}

function spoil(store: IDBObjectStore, mishap: Mishap | undefined, call: () => IDBRequest): IDBRequest {
  const { transaction } = store;
  switch (mishap) {
    case 'fails':
      throw new DOMException('Internal error.', 'UnknownError');
    case 'quota':
      // As Chromium has it: the name says everything, the message nothing.
      throw new DOMException('', 'QuotaExceededError');
    case 'connection lost':
      transaction.abort();
      transaction.db.close();
      transaction.db.onclose?.(new Event('close'));
      throw new DOMException(
        'Connection to Indexed Database server lost. Refresh the page to try again',
        'UnknownError',
      );
    case 'aborts': {
      const request = call();
      transaction.abort();
      return request;
    }
    case 'slow':
      // Requests of one store are answered in order.
      for (let turn = 0; turn < DETOUR; turn++) IDBObjectStore.prototype.getKey.call(store, 'nothing');
      return call();
    default:
      return call();
  }
}
