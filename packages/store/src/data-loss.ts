import { type Instant, ok } from '@kith/core';
import * as z from 'zod/mini';
import type { Collection, Identified } from './collection.js';
import { type Command, command } from './command.js';
import { DATA_LOSS_ID, DATA_LOSSES } from './data-loss-row.js';

/** That the rows of the book were lost, kept in the book itself until somebody has taken note of it. */
interface DataLoss extends Identified {
  /** When it was found out. */
  readonly at: Instant;
}

/** Holds one row at most. */
export const dataLosses: Collection<DataLoss> = {
  name: DATA_LOSSES,
  kind: 'dataLoss',
  schema: z.custom<DataLoss>(),
  shape: { indexes: [] },
};

/** Takes note that data was lost: `storageState` says it no longer. A backup that is put back does so by itself. */
export const acknowledgeDataLoss = (): Command<undefined> =>
  command(
    'storage/acknowledge-data-loss',
    {},
    async (work) => {
      if (await work.system.get(dataLosses, DATA_LOSS_ID)) work.system.remove(dataLosses, DATA_LOSS_ID);
      return ok(undefined);
    },
    { history: 'none' },
  );
