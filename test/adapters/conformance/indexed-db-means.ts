import type { StorageAdapter } from '@kith/adapters';
import type { Means } from '@kith/adapters/conformance';
import { countCalls, mendFault, planFault } from './faulty-indexed-db.js';

/** What can be done to an adapter whose place is the beginning of the names of its databases. */
export function indexedDbMeans(make: (place: string) => StorageAdapter): Means {
  return {
    reopen: make,
    bytes: async (place) => {
      const databases = (await indexedDB.databases()).flatMap(({ name = '' }) =>
        name.startsWith(place) ? [name] : [],
      );
      return (await Promise.all(databases.map(readDatabase))).join('\n');
    },
    fault: {
      mishaps: ['fails', 'aborts', 'quota', 'connection lost', 'answer lost', 'slow'],
      at: (place) => ({
        adapter: make(place),
        plan: (call, mishap, forGood = false) => planFault(place, call, mishap, forGood),
        calls: () => countCalls(place),
        mend: () => mendFault(place),
      }),
    },
  };
}

/** All keys and records of a database, as one text. */
async function readDatabase(name: string): Promise<string> {
  const database = await answerOf(indexedDB.open(name));
  const texts: string[] = [];
  for (const store of database.objectStoreNames) {
    const records = database.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([answerOf(records.getAllKeys()), answerOf(records.getAll())]);
    texts.push(JSON.stringify([store, keys, values], (_, value: unknown) => (isBytes(value) ? textOf(value) : value)));
  }
  database.close();
  return texts.join('\n');
}

const isBytes = (value: unknown): value is ArrayBuffer | ArrayBufferView =>
  value instanceof ArrayBuffer || ArrayBuffer.isView(value);

const textOf = (bytes: ArrayBuffer | ArrayBufferView): string => new TextDecoder('latin1').decode(bytes);

function answerOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
