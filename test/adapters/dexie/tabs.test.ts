import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPages, type Pages } from './pages.js';

let pages: Pages;

beforeAll(async () => {
  pages = await openPages();
}, 120_000);

afterAll(() => pages?.close());

/** Calls a verb of tab-page.ts in a tab. */
const inTab = (page: Page, call: string): Promise<unknown> =>
  page.evaluate(`import('/test/adapters/dexie/tab-page.ts').then(({ tab }) => tab.${call})`);

describe('four tabs of Chromium', () => {
  it('P2 lose and double no increment of the same rows, and P6 one that was asleep catches up', async () => {
    const four = await Promise.all([pages.open(), pages.open(), pages.open(), pages.open()]);
    for (const page of four) await inTab(page, "open(1, 'four')");
    await Promise.all(four.map((page) => inTab(page, 'count(25)')));
    for (const page of four) await inTab(page, 'untilCounted(100)');
    const [sleeper, ...others] = four as [Page, ...Page[]];
    const session = await pages.context.newCDPSession(sleeper);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    // Enough to have the log folded behind the sleeper's back.
    await Promise.all(others.map((page) => inTab(page, 'count(40)')));
    for (const page of others) await inTab(page, 'untilCounted(220)');
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    expect(await inTab(sleeper, 'count(1)')).toBeGreaterThanOrEqual(0);
    for (const page of four) await inTab(page, 'untilCounted(221)');
    for (const page of four) await page.close();
  });
});

describe('two tabs of Chromium', () => {
  it('P2 lose no increment, and P6 hear of each other', async () => {
    const [one, other] = [await pages.open(), await pages.open()];
    for (const page of [one, other]) await inTab(page, 'open(1)');
    await Promise.all([one, other].map((page) => inTab(page, 'count(60)')));
    // The last hint brings each of them up to date without a question.
    for (const page of [one, other]) await inTab(page, 'untilCounted(120)');
    await one.close();
    await other.close();
  });

  it('P8 keep what a tab wrote that is gone, and P9 let go of an older schema', async () => {
    const older = await pages.open();
    await inTab(older, 'open(1)');
    expect(await inTab(older, 'counted()')).toBe(120);
    const newer = await pages.open();
    await inTab(newer, 'open(2)');
    expect(await inTab(newer, 'counted()')).toBe(120);
    expect(await inTab(older, 'wasSuperseded()')).toBe(true);
    expect(await inTab(newer, 'count(1)')).toBe(0);
  });
});
