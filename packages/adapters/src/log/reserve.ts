import { StorageFault } from '../fault.js';
import type { Keys } from './keys.js';
import { answerOf, type Shelf, transact } from './shelf.js';

/** Each large enough to lie in a file of its own, so that its room is free again at once. */
const PIECE_BYTES = 256 * 1024;
/** The most random bytes that a browser makes in one call. */
const RANDOM_BYTES = 64 * 1024;
/** In all more than a browser may have gone beyond the quota before it noticed. */
const PIECES = 8;

/**
 * Puts some room aside, so that rows can be deleted when the disk is full: a deletion is written down like anything
 * else. Without room for it there is no reserve, and no harm.
 */
export async function keepReserve(shelf: Shelf, keys: Keys): Promise<void> {
  try {
    await transact(shelf, 'readwrite', 'relaxed', async (store) => {
      const kept = new Set((await answerOf(store.getAllKeys(keys.reserve))).map(String));
      for (let piece = 0; piece < PIECES; piece++) {
        const key = keys.reservePiece(piece);
        if (!kept.has(String(key))) store.put(newPiece(), key);
      }
    });
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error;
  }
}

/** Gives a piece of the reserve back to the disk, and what is kept only to open sooner; false when nothing is left to give. */
export function useReserve(shelf: Shelf, keys: Keys): Promise<boolean> {
  return transact(shelf, 'readwrite', 'relaxed', async (store) => {
    const piece = await answerOf(store.getKey(keys.reserve));
    if (piece === undefined) return false;
    store.delete(piece);
    store.delete(keys.allColumns);
    return true;
  });
}

/** Bytes that no storage can press into fewer. */
function newPiece(): Uint8Array {
  const piece = new Uint8Array(PIECE_BYTES);
  for (let at = 0; at < PIECE_BYTES; at += RANDOM_BYTES) crypto.getRandomValues(piece.subarray(at, at + RANDOM_BYTES));
  return piece;
}
