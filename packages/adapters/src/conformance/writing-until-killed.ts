import type { Batch, StorageAdapter } from '../adapter.js';
import { put, range } from './rows.js';

/** Every so many numbers comes a batch of many rows. */
export const MANY_EVERY = 10;
export const MANY = 200;

/** The batch of a number: two rows that must agree, one row of its own, sometimes many, and a key. */
export function batchOf(n: number): Batch {
  const many = n % MANY_EVERY === 0 ? range(MANY, (index) => put(`many${index}`, { n })) : [];
  return {
    ops: [put('left', { n }), put('right', { n }), put(`own${n}`, { n }), ...many],
    key: `batch ${n}`,
    durability: n % 3 === 0 ? 'strict' : 'relaxed',
  };
}

/**
 * What the process of a `Victim` does: writes batch after batch with an open adapter, and reports the number of each as
 * soon as it is acknowledged. It goes on behind what an earlier process has written, and ends when it is killed.
 */
export async function writeUntilKilled(adapter: StorageAdapter, report: (n: number) => void): Promise<never> {
  const [row] = await adapter.get('items', ['left']);
  for (let n = Number(row?.data.n ?? 0) + 1; ; n++) {
    await adapter.write(batchOf(n));
    report(n);
  }
}
