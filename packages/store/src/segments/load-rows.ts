import type { StorageAdapter } from '@kith/adapters';
import type { Pause } from '../imports/pause.js';

/** Rows that are read at once, and rows that are looked at before it is asked whether the page needs to breathe. */
const PAGE = 250;
const BETWEEN = 32;

/** Reads a whole collection page by page, and gives way in between. */
export async function loadRows(
  adapter: StorageAdapter,
  collection: string,
  pause: Pause,
  take: (id: string, row: unknown) => void,
): Promise<void> {
  const limit = Math.min(PAGE, adapter.capabilities.limits.pageRows);
  let after: string | undefined;
  do {
    const page = await adapter.query({ c: collection, limit, ...(after !== undefined && { after }) });
    for (const [index, { id, data }] of page.rows.entries()) {
      take(id, data);
      if (index % BETWEEN === 0) await pause();
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
}
