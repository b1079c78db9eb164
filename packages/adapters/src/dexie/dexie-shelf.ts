import { Dexie } from 'dexie';
import { type Fault, StorageFault } from '../fault.js';
import { faultOf } from '../log/fault-of.js';
import type { Shelf } from '../log/shelf.js';
import { tellingOfLoss } from './telling-of-loss.js';

const STORE = 'log';
/** How long an upgrade may wait for other tabs to let go. */
const PATIENCE = 1500;
/** How long opening may take without a word: it may stand behind what another tab waits for. */
const SILENCE = 10_000;

/**
 * A shelf that is a database of its own, opened by Dexie. Its version is that of the newest schema it was opened with, so
 * that the browser itself makes an older handle let go when a newer one comes. What schema the rows have is another
 * question, answered by the meta of the log: when a migration has failed, the older code may go on, and Dexie opens a
 * database of a newer version all the same.
 */
export function dexieShelf(name: string): Shelf {
  let database: Dexie | undefined;
  let schemaOpen = 1;
  let tellEnd: (reason: 'closed' | 'superseded') => void = () => undefined;
  let tellLoss: () => void = () => undefined;

  async function connect(): Promise<void> {
    const { indexedDB, IDBKeyRange } = globalThis;
    const opening = new Dexie(name, {
      autoOpen: false,
      ...(indexedDB && { indexedDB: tellingOfLoss(indexedDB, tellLoss), IDBKeyRange }),
    });
    opening.version(schemaOpen).stores({ [STORE]: '' });
    try {
      await openOrBlocked(opening);
    } catch (error) {
      opening.close();
      throw faultOf(error);
    }
    const native = opening.backendDB();
    native.onversionchange = ({ newVersion }) => {
      opening.close();
      database = undefined;
      tellEnd(newVersion === null ? 'closed' : 'superseded');
    };
    database = opening;
  }

  return {
    name,
    prefix: '',
    async open(schema, onEnd, onDataLost) {
      schemaOpen = schema;
      tellEnd = onEnd;
      tellLoss = onDataLost;
      await connect();
    },
    async use(mode, durability, callback) {
      if (database === undefined) throw new StorageFault({ kind: 'closed' });
      // Dexie lets go of a connection that the browser has closed.
      const native = database.backendDB() as IDBDatabase | null;
      if (native === null) throw new StorageFault({ kind: 'unavailable', applied: 'no' });
      // Dexie chooses the durability once for a database; a batch chooses it for itself.
      return callback(native.transaction(STORE, mode, { durability }).objectStore(STORE));
    },
    async reopen() {
      database?.close();
      database = undefined;
      await connect();
    },
    close() {
      database?.close();
      database = undefined;
    },
    async destroy() {
      database?.close();
      database = undefined;
      await Dexie.delete(name).catch((error: unknown) => {
        throw faultOf(error);
      });
    },
  };
}

/** Opens a database; when others will not let go of an older version of it, says so instead of waiting for ever. */
function openOrBlocked(database: Dexie): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const failLater = (fault: Fault, milliseconds: number) =>
      setTimeout(() => reject(new StorageFault(fault)), milliseconds);
    let timer = failLater({ kind: 'unavailable', applied: 'no' }, SILENCE);
    let isBlocked = false;
    database.on('blocked', () => {
      if (isBlocked) return;
      isBlocked = true;
      clearTimeout(timer);
      timer = failLater({ kind: 'upgrade-blocked' }, PATIENCE);
    });
    database
      .open()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
