import { type Fault, StorageFault } from '../fault.js';

/** What Dexie's and IndexedDB's errors come to. Their messages differ between browsers, some are empty: the name decides. */
const faultsByName: Readonly<Record<string, Fault>> = {
  QuotaExceededError: { kind: 'quota' },
  VersionError: { kind: 'superseded' },
  MissingAPIError: {
    kind: 'unsupported',
    detail:
      'this browser offers no IndexedDB here (a private window, or storage switched off). Use memoryAdapter, and say that nothing will be kept.',
  },
  SecurityError: {
    kind: 'denied',
    detail: 'this page may not use IndexedDB. Check the settings of the browser, or the sandbox of the frame.',
  },
  NotFoundError: {
    kind: 'corrupt',
    detail: 'the database exists, but not as Kith made it. Restore a backup, or destroy it and begin anew.',
  },
};

/** Lost connections and aborted transactions: whether anything was applied is settled by whoever repeats. */
const LOST: ReadonlySet<string> = new Set([
  'AbortError',
  'InvalidStateError',
  'UnknownError',
  'TimeoutError',
  'DatabaseClosedError',
  'OpenFailedError',
  'TransactionInactiveError',
  'NotReadableError',
  'InternalError',
]);

/** The StorageFault for whatever a storage threw; what is no failure of the storage comes back as it is. */
export function faultOf(error: unknown): unknown {
  if (error instanceof StorageFault) return error;
  const chain = chainOf(error);
  // A full disk may hide behind an aborted transaction.
  for (const { name } of chain) {
    const fault = faultsByName[name.trim()];
    if (fault !== undefined) return new StorageFault(fault, { cause: error });
  }
  if (chain.some(({ name }) => LOST.has(name.trim())))
    return new StorageFault({ kind: 'unavailable', applied: 'unknown' }, { cause: error });
  return error;
}

interface Named {
  readonly name: string;
  readonly inner?: unknown;
  readonly cause?: unknown;
}

function chainOf(error: unknown): readonly Named[] {
  const chain: Named[] = [];
  const queue = [error];
  for (let next = queue.shift(); chain.length < 8 && next !== undefined; next = queue.shift()) {
    if (typeof next !== 'object' || next === null || !('name' in next) || typeof next.name !== 'string') continue;
    const named = next as Named;
    chain.push(named);
    if (named.inner) queue.push(named.inner);
    if (named.cause) queue.push(named.cause);
  }
  return chain;
}
