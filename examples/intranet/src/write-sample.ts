import type { Store } from '@kith/store';

export async function writeSample(_store: Store): Promise<void> {}
