import { type Batch, type Commit, type Fault, type StorageAdapter, StorageFault } from '@kith/adapters';

const TRIES = 5;
const FIRST_WAIT_MILLIS = 100;
const LONGEST_WAIT_MILLIS = 10_000;

/**
 * Writes a batch. When the connection is lost in the middle, whether it applied is not known: the same batch is sent again
 * with its key, which settles it, a little later each time, and as much later as the storage asks for. After five times
 * the fault is thrown.
 */
export async function settle(
  adapter: StorageAdapter,
  batch: Batch,
  wait: (millis: number) => Promise<void>,
): Promise<Commit> {
  for (let tries = 0; ; tries++)
    try {
      return await adapter.write(batch);
    } catch (cause) {
      const fault = faultOf(cause);
      if (fault?.kind !== 'unavailable' || tries + 1 === TRIES) throw cause;
      await wait(Math.min(fault.retryAfterMs ?? FIRST_WAIT_MILLIS * 2 ** tries, LONGEST_WAIT_MILLIS));
    }
}

/** Why storage failed, if it was storage. */
export const faultOf = (cause: unknown): Fault | undefined => (cause instanceof StorageFault ? cause.fault : undefined);
