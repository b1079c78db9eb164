import { rmSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, requireChromium } from '../../../scripts/chromium.mjs';
import type { QuotaReport } from './quota-page.js';

const root = path.resolve(import.meta.dirname, '../../..');
const cacheDir = path.join(root, 'node_modules', `.vite-quota-${process.pid}`);
let server: ViteDevServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await createServer({
    configFile: false,
    root,
    cacheDir,
    logLevel: 'error',
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false, watch: null },
    optimizeDeps: { include: ['dexie'], noDiscovery: true },
  });
  await server.listen();
  browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
  page = await browser.newPage();
  await page.route('**/quota.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto(`${server.resolvedUrls?.local[0]}quota.html`);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(cacheDir, { recursive: true, force: true });
});

describe('a disk that is full, in Chromium', () => {
  it('P1 answers quota, keeps nothing of the refused batch and everything before it', async () => {
    const session = await page.context().newCDPSession(page);
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
