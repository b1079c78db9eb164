import type { UseStore } from 'idb-keyval';
import { keysOf } from '../log/keys.js';
import { answerOf, type Shelf, transact } from '../log/shelf.js';

/** A shelf on the one object store of an idb-keyval store, where every tenant has keys of its own. */
export function keyvalShelf(name: string, useStore: UseStore, tenant: string): Shelf {
  const shelf: Shelf = {
    name,
    prefix: tenant,
    // idb-keyval opens the store when it is first used; a newer schema is found in the book's meta.
    async open() {},
    use: (mode, _durability, callback) => useStore(mode, callback),
    // It opens it anew by itself as well.
    async reopen() {},
    close() {},
    async destroy() {
      await transact(shelf, 'readwrite', 'relaxed', async (store) => {
        await answerOf(store.delete(keysOf(tenant).all));
      });
    },
  };
  return shelf;
}
