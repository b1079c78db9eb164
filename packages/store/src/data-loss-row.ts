import type { StorageAdapter } from '@kith/adapters';
import type { Env, Instant } from '@kith/core';

/** The collection of the one row that says that the rows of the book were lost, until somebody has taken note of it. */
export const DATA_LOSSES = 'dataLosses';
export const DATA_LOSS_ID = 'dataLoss_last';

/** Writes down that the browser has thrown the book away. */
export async function keepDataLoss(adapter: StorageAdapter, { now }: Env): Promise<void> {
  await adapter.write({
    ops: [{ op: 'put', c: DATA_LOSSES, id: DATA_LOSS_ID, expect: 'any', data: { id: DATA_LOSS_ID, at: now } }],
  });
}

/** When the book was found to be lost, unless somebody has taken note of it since. */
export async function readDataLoss(adapter: StorageAdapter): Promise<Instant | undefined> {
  const [row] = await adapter.get(DATA_LOSSES, [DATA_LOSS_ID]);
  return row && !row.deleted ? (row.data.at as Instant) : undefined;
}

/** Takes note of it without a command: what was lost is back. */
export async function forgetDataLoss(adapter: StorageAdapter): Promise<void> {
  await adapter.write({ ops: [{ op: 'delete', c: DATA_LOSSES, id: DATA_LOSS_ID, expect: 'any' }] });
}
