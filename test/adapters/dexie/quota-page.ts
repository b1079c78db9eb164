import { type StorageAdapter, StorageFault } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';

const options = { tenant: 'tenant', schema: 1, collections: {}, migrations: [], onSuperseded() {} };

/** What happened on a page whose disk is nearly full. */
export interface QuotaReport {
  /** Rows that were acknowledged before the first refusal, and what the refusal was. */
  readonly acknowledged: number;
  readonly fault: unknown;
  /** Rows the handle shows right after the refusal, and those that a new handle finds. */
  readonly shown: number;
  readonly found: number;
  readonly deleted: boolean;
}

/** Writes rows of 50 kB, two a batch, until there is no room left. */
export async function fillUp(): Promise<QuotaReport> {
  const adapter = dexieAdapter({ name: 'quota' });
  await adapter.open(options);
  let acknowledged = 0;
  let fault: unknown;
  while (fault === undefined && acknowledged < 2000) {
    const rows = [acknowledged, acknowledged + 1];
    // Numbers do not compress to nothing.
    const noise = () =>
      Array.from(crypto.getRandomValues(new Uint32Array(5000)), (number) => number.toString(36)).join('');
    const ops = rows.map(
      (row) => ({ op: 'put', c: 'items', id: `row${row}`, expect: 'absent', data: { noise: noise() } }) as const,
    );
    await adapter.write({ ops }).then(
      () => {
        acknowledged += 2;
      },
      (error: unknown) => {
        fault = error instanceof StorageFault ? error.fault : String(error);
      },
    );
  }
  const shown = await adapter.count('items');
  const deleted = await canDelete(adapter);
  await adapter.close();
  return { acknowledged, fault, shown, found: await countAnew(), deleted };
}

function canDelete(adapter: StorageAdapter): Promise<boolean> {
  return adapter.write({ ops: [{ op: 'delete', c: 'items', id: 'row0', expect: 'present' }] }).then(
    () => true,
    () => false,
  );
}

async function countAnew(): Promise<number> {
  const adapter = dexieAdapter({ name: 'quota' });
  await adapter.open(options);
  const found = await adapter.count('items');
  await adapter.close();
  return found;
}
