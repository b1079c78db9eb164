import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPages, type Pages } from './pages.js';
import type { QuotaReport } from './quota-page.js';

let pages: Pages;

beforeAll(async () => {
  pages = await openPages();
}, 120_000);

afterAll(() => pages?.close());

describe('a disk that is full, in Chromium', () => {
  it('P1 answers quota, keeps nothing of the refused batch and everything before it', async () => {
    const page = await pages.open();
    const session = await pages.context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: 3_000_000 });
    const report = (await page.evaluate(
      "import('/test/adapters/dexie/quota-page.ts').then(({ fillUp }) => fillUp())",
    )) as QuotaReport;
    expect(report.acknowledged).toBeGreaterThan(10);
    expect(report.fault).toEqual({ kind: 'quota' });
    expect(report.shown).toBe(report.acknowledged);
    expect(report.deleted).toBe(true);
    expect(report.found).toBe(report.acknowledged - 1);
  });
});
