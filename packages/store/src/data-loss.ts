import type { RowData, StorageAdapter } from '@kith/adapters';
import { type Env, type Instant, ok } from '@kith/core';
import * as z from 'zod/mini';
import type { Collection, Identified } from './collection.js';
import { type Command, command } from './command.js';

/** That the rows of the book were lost, kept in the book itself until somebody has taken note of it. */
interface DataLoss extends Identified {
  /** When it was found out. */
  readonly at: Instant;
}

/** Holds one row at most. */
export const dataLosses: Collection<DataLoss> = {
  name: 'dataLosses',
  kind: 'dataLoss',
  schema: z.custom<DataLoss>(),
  shape: { indexes: [] },
};

const ID = 'dataLoss_last';

/** Writes down that the browser has thrown the book away. */
export async function keepDataLoss(adapter: StorageAdapter, { now }: Env): Promise<void> {
  await adapter.write({ ops: [{ op: 'put', c: dataLosses.name, id: ID, expect: 'any', data: { id: ID, at: now } }] });
}

/** When the book was found to be lost, unless somebody has taken note of it since. */
export async function readDataLoss(adapter: StorageAdapter): Promise<Instant | undefined> {
  const [row] = await adapter.get(dataLosses.name, [ID]);
  return row && !row.deleted ? (row.data as RowData & DataLoss).at : undefined;
}

/** Takes note that data was lost: `storageState` says it no longer. A backup that is put back does so by itself. */
export const acknowledgeDataLoss = (): Command<undefined> =>
  command(
    'storage/acknowledge-data-loss',
    {},
    async (work) => {
      if (await work.get(dataLosses, ID)) work.remove(dataLosses, ID);
      return ok(undefined);
    },
    { history: 'none' },
  );

/** Takes note of it without a command: what was lost is back. */
export async function forgetDataLoss(adapter: StorageAdapter): Promise<void> {
  await adapter.write({ ops: [{ op: 'delete', c: dataLosses.name, id: ID, expect: 'any' }] });
}
