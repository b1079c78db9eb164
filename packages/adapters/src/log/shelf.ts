import { faultOf } from './fault-of.js';

/** How sure a transaction must be that its bytes have reached the disk before it says so. */
export type Durability = 'strict' | 'relaxed';

/** One object store of IndexedDB with keys of its own, wherever it comes from: all that the log asks of a storage. */
export interface Shelf {
  /** Names the data, so that handles on the same find each other. */
  readonly name: string;
  /** What the keys of the tenant begin with. */
  readonly prefix: string;
  /**
   * Opens it. `onEnd` is called when somebody else deletes the data or takes it to a newer schema, `onDataLost` while
   * opening when the browser could not read the data any more and has thrown it away.
   */
  open(schema: number, onEnd: (reason: 'closed' | 'superseded') => void, onDataLost: () => void): Promise<void>;
  /** Calls back with the store, inside a transaction that has just begun. */
  use<Result>(
    mode: IDBTransactionMode,
    durability: Durability,
    callback: (store: IDBObjectStore) => Promise<Result>,
  ): Promise<Result>;
  /** Opens the connection anew, after it was lost. */
  reopen(): Promise<void>;
  close(): void;
  /** Removes all of the tenant. */
  destroy(): Promise<void>;
}

/**
 * Runs one transaction: resolves when it is complete, rejects with a StorageFault when nothing of it was kept. The body
 * may await requests of its store and nothing else.
 */
export async function transact<Result>(
  shelf: Shelf,
  mode: IDBTransactionMode,
  durability: Durability,
  body: (store: IDBObjectStore) => Promise<Result>,
): Promise<Result> {
  try {
    return await shelf.use(mode, durability, async (store) => {
      const { transaction } = store;
      const ended = endOf(transaction);
      try {
        const result = await body(store);
        await ended;
        return result;
      } catch (error) {
        abort(transaction);
        await ended.catch(() => undefined);
        // When a transaction is aborted its requests have little to say; the transaction knows why.
        throw transaction.error ?? error;
      }
    });
  } catch (error) {
    throw faultOf(error);
  }
}

function endOf(transaction: IDBTransaction): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
  });
  // Whoever awaits it gets the rejection; this only says that somebody will.
  ended.catch(() => undefined);
  return ended;
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself, which is what was wanted.
  }
}

/** The result of a request. */
export function answerOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  const answer = new Promise<Result>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // Another request may fail before anybody awaits this one; the transaction says then what happened.
  answer.catch(() => undefined);
  return answer;
}
