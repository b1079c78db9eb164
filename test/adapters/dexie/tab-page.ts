import type { Op, StorageAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';

/** What a test drives in a tab. */
export interface Tab {
  open(schema: number, name?: string): Promise<void>;
  /** Adds 1 to a shared counter, as often as said, beginning anew after each conflict. Answers the conflicts met. */
  count(times: number): Promise<number>;
  /** Resolves when the row has this value: by hints alone, nothing is asked meanwhile. */
  untilCounted(value: number): Promise<void>;
  counted(): Promise<unknown>;
  wasSuperseded(): boolean;
}

let adapter: StorageAdapter;
let superseded = false;

async function countOnce(): Promise<boolean> {
  const [row] = await adapter.get('items', ['counter']);
  const n = Number(row?.data.n ?? 0) + 1;
  const op: Op = { op: 'put', c: 'items', id: 'counter', expect: row ? { rev: row.rev } : 'absent', data: { n } };
  return adapter.write({ ops: [op] }).then(
    () => true,
    () => false,
  );
}

async function counted(): Promise<unknown> {
  return (await adapter.get('items', ['counter']))[0]?.data.n;
}

export const tab: Tab = {
  async open(schema, name = 'tabs') {
    adapter = dexieAdapter({ name });
    await adapter.open({
      tenant: 'tenant',
      schema,
      collections: {},
      migrations: [],
      onSuperseded() {
        superseded = true;
      },
    });
  },
  async count(times) {
    let conflicts = 0;
    for (let done = 0; done < times; ) {
      if (await countOnce()) done++;
      else conflicts++;
    }
    return conflicts;
  },
  async untilCounted(value) {
    await new Promise<void>((resolve) => {
      const look = async () => {
        if ((await counted()) !== value) return;
        stop();
        resolve();
      };
      const stop = adapter.watch(() => void look());
      void look();
    });
  },
  counted,
  wasSuperseded: () => superseded,
};
