import { waitUntil as waitAtMost } from '@open-wc/testing';

/** Half of what a test may take: waited out only where it fails, however busy the machine is. */
const AT_MOST_MS = 30_000;

/** Waits for a state that comes of itself. */
export const waitUntil = (state: () => unknown, what?: string): Promise<void> =>
  waitAtMost(async () => Boolean(await state()), what, { timeout: AT_MOST_MS, interval: 10 });
