import type { Deal } from '@kith/core';
import { deals } from '../deals/collection.js';
import { type Pause, pauseBy } from '../imports/pause.js';
import type { Store } from '../store.js';

/** So many rows are read at once: with a policy each of them is looked at, and perhaps copied, on the way. */
const PAGE = 250;

/** Every deal that whoever asks may see, page by page; the page on the screen goes on in between. */
export async function* readDeals(
  { storage }: Pick<Store, 'storage'>,
  pause: Pause = pauseBy(),
): AsyncGenerator<readonly Deal[], void, void> {
  const { adapter } = storage;
  const limit = Math.min(PAGE, adapter.capabilities.limits.pageRows);
  for (let after: string | null | undefined; after !== null; ) {
    await pause();
    const page = await adapter.query({ c: deals.name, limit, ...(after !== undefined && { after }) });
    yield page.rows.map(({ data }) => data as unknown as Deal);
    after = page.next;
  }
}
