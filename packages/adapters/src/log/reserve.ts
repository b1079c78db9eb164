import { StorageFault } from '../fault.js';
import type { Keys } from './keys.js';
import { answerOf, type Shelf, transact } from './shelf.js';

/** Large enough to lie in a file of its own, so that the room is free again at once. */
const BYTES = 128 * 1024;

/**
 * Puts some room aside, so that rows can be deleted when the disk is full: a deletion is written down like anything
 * else. Without room for it there is no reserve, and no harm.
 */
export async function keepReserve(shelf: Shelf, keys: Keys): Promise<void> {
  try {
    await transact(shelf, 'readwrite', 'relaxed', async (store) => {
      if ((await answerOf(store.count(keys.reserve))) === 0) store.put(new Uint8Array(BYTES), keys.reserve);
    });
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error;
  }
}

/** Gives the reserve back to the disk. */
export async function useReserve(shelf: Shelf, keys: Keys): Promise<void> {
  await transact(shelf, 'readwrite', 'relaxed', async (store) => {
    store.delete(keys.reserve);
  });
}
