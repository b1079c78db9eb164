import { type Filter, memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { makeContact } from '../contacts.js';
import type { Contender } from '../contender.js';
import { COMPARED, segmentOf } from './conditions.js';

const BATCH = 1_000;
const C = 'contacts';

let adapter: StorageAdapter;

function filterOf(turn: number): Filter {
  const { stages, points, countries, tier, since, withoutTag, size } = segmentOf(turn);
  return {
    and: [
      { f: 'stage', is: 'in', v: stages },
      { f: 'score', is: 'gte', v: points },
      { f: 'doNotEmail', is: 'eq', v: false },
      {
        or: [
          { f: 'country', is: 'in', v: countries },
          { f: 'custom.tier', is: 'eq', v: tier },
        ],
      },
      { f: 'updatedAt', is: 'gte', v: since },
      { f: 'tags', is: 'ne', v: withoutTag },
      { f: 'custom.size', is: 'gt', v: size },
    ],
  };
}

export const contender: Contender = {
  async prepare(rows) {
    adapter = memoryAdapter();
    await adapter.open({
      tenant: 'bench',
      schema: 1,
      // Without indexes: a segment is rarely so kind as to fit one.
      collections: { [C]: { indexes: [] } },
      migrations: [],
      onSuperseded() {},
    });
    for (let at = 0; at < rows; at += BATCH)
      await adapter.write({
        ops: Array.from({ length: Math.min(BATCH, rows - at) }, (_, index) => {
          const data = makeContact(at + index, rows, 0);
          return { op: 'put', c: C, id: data.id, expect: 'absent', data };
        }),
      });
  },
  lines: { segment: { work: async (turn) => void (await adapter.count(C, filterOf(turn))) } },
  answers: () => Promise.all(COMPARED.map((turn) => adapter.count(C, filterOf(turn)))),
};
