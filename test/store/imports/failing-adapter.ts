import { type Batch, type Commit, type Fault, memoryAdapter, type StorageAdapter, StorageFault } from '@kith/adapters';

/** An adapter in memory whose writes fail as long as `failsAt` says so, by the number of the write (1 is the first). */
export interface FailingAdapter extends StorageAdapter {
  failsAt: (write: number) => Fault | undefined;
}

export function failingAdapter(): FailingAdapter {
  const memory = memoryAdapter();
  let writes = 0;
  const failing: FailingAdapter = {
    ...memory,
    failsAt: () => undefined,
    async write(batch: Batch): Promise<Commit> {
      writes += 1;
      const fault = failing.failsAt(writes);
      if (fault) throw new StorageFault(fault);
      return memory.write(batch);
    },
  };
  return failing;
}
