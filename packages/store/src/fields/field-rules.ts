import type { RowData, StorageAdapter } from '@kith/adapters';
import type { Day, FilterMoment } from '@kith/core';
import type { FieldRegistry } from '@kith/core/fields';
import type { RowRules } from '../row-rules.js';

/** What the rules of an open store can do besides, for functions next to it. */
export interface FieldRules extends RowRules {
  /** The storage itself, past the rights of whoever acts. */
  readonly adapter: StorageAdapter;
  registry(): FieldRegistry;
  /** Rows with everything computed anew, roll-ups from all their rows. Those that stand so already are given back as they are. */
  recomputed(collection: string, rows: readonly RowData[], moment: FilterMoment): Promise<readonly RowData[]>;
  /** The day it is in the zone of the house. */
  day(moment: FilterMoment): Day;
}
