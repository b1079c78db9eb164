import { type CollectionShape, memoryAdapter, type Op, type Row, type StorageAdapter } from '@kith/adapters';
import { pauseBy } from '../imports/pause.js';
import { takeTurns } from '../turn.js';

/**
 * The rows of one collection as somebody sees them, by themselves: whatever is asked here (a search, whose ranking and
 * spelling depend on all rows there are; an order by a field that is hidden in some) is answered as if there were no others.
 */
export interface Shadow {
  /** Brings it up to date and answers. */
  ask<Answer>(question: (adapter: StorageAdapter) => Promise<Answer>): Promise<Answer>;
  /** A row may look different by now. */
  soil(id: string): void;
}

/** Reads the rows somebody sees. */
export interface VisibleRows {
  /** A page of all of them. */
  page(after: string | undefined): Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>;
  get(ids: readonly string[]): Promise<ReadonlyArray<Row | null>>;
}

/** So many rows are taken in at once: each is looked at, copied and its words are taken up. */
export const SLICE = 200;

/** A shadow that is made when it is first asked. */
export function newShadow(collection: string, { search = [] }: CollectionShape, visible: VisibleRows): Shadow {
  const inTurn = takeTurns();
  const soiled = new Set<string>();
  let made: Promise<StorageAdapter> | undefined;

  const make = async (): Promise<StorageAdapter> => {
    const adapter = memoryAdapter();
    const collections = { [collection]: { indexes: [], search } };
    await adapter.open({ tenant: 'shadow', schema: 1, collections, migrations: [], onSuperseded: () => undefined });
    const pause = pauseBy();
    for (let after: string | undefined; ; ) {
      await pause();
      const { rows, next } = await visible.page(after);
      await pause();
      if (rows.length > 0) await adapter.write({ ops: rows.map((row) => put(collection, row)) });
      if (next === null) return adapter;
      after = next;
    }
  };
  const clean = async (adapter: StorageAdapter): Promise<void> => {
    const pause = pauseBy();
    while (soiled.size > 0) {
      const ids = [...soiled].slice(0, SLICE);
      // Before they are read: what is soiled meanwhile is read once more.
      for (const id of ids) soiled.delete(id);
      try {
        const rows = await visible.get(ids);
        const ops = ids.map((id, index): Op => {
          const row = rows[index];
          return row ? put(collection, row) : { op: 'delete', c: collection, id, expect: 'any' };
        });
        await adapter.write({ ops });
      } catch (cause) {
        for (const id of ids) soiled.add(id);
        throw cause;
      }
      await pause();
    }
  };
  return {
    ask: (question) =>
      inTurn(async () => {
        made ??= make().catch((cause: unknown) => {
          made = undefined;
          throw cause;
        });
        const adapter = await made;
        await clean(adapter);
        return question(adapter);
      }),
    soil(id) {
      // One that is not made yet will read every row as it is then.
      if (made) soiled.add(id);
    },
  };
}

const put = (c: string, { id, data }: Row): Op => ({ op: 'put', c, id, expect: 'any', data });
