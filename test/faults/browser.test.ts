import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPages, type Pages } from '../adapters/dexie/pages.js';

let pages: Pages;

beforeAll(async () => {
  pages = await openPages();
}, 120_000);

afterAll(() => pages?.close());

/** Companies that are written while the storage crashes. */
const MANY = 100;

/** Calls a verb of book-page.ts. */
const ask = (page: Page, call: string): Promise<unknown> =>
  page.evaluate(`import('/test/faults/book-page.ts').then(({ book }) => book.${call})`);

/** A page of its own origin-wide storage, as empty as on the first day. */
async function freshPage(quotaSize?: number, { hasClock = false, open = 'open()' } = {}): Promise<Page> {
  const page = await pages.open();
  // Timers that the test can wind on.
  if (hasClock) await page.clock.install();
  await clear(page);
  if (quotaSize !== undefined) await limit(page, quotaSize);
  await ask(page, open);
  return page;
}

/** Before anything is written: Chromium remembers for a while how much room there was when it last looked. */
async function limit(page: Page, quotaSize: number | undefined): Promise<void> {
  const session = await pages.context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(page.url()).origin,
    ...(quotaSize !== undefined && { quotaSize }),
  });
}

async function clear(page: Page): Promise<void> {
  const session = await pages.context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'indexeddb' });
}

// A browser of one's own for each, on machines that may be busy.
vi.setConfig({ testTimeout: 240_000 });

describe('a book in Chromium', () => {
  it('FT10 says that the disk is full, keeps what was there, and can delete', async () => {
    const page = await freshPage(3_000_000);
    const { written, answer } = (await ask(page, 'fillUp()')) as { written: number; answer: string };
    expect(answer).toBe('store/quota');
    expect(written).toBeGreaterThan(5);
    expect(await ask(page, 'countNotes()')).toBe(written);
    expect(await ask(page, 'state()')).toMatchObject({ level: 'full' });
    await ask(page, 'close()');
    await ask(page, 'open()');
    expect(await ask(page, 'countNotes()')).toBe(written);
    expect(await ask(page, 'removeNotes(3)')).toEqual(['ok', 'ok', 'ok']);
    await ask(page, 'close()');
    await ask(page, 'open()');
    expect(await ask(page, 'countNotes()')).toBe(written - 3);
    await limit(page, undefined);
    await page.close();
  });

  it('FT11 opens anew, and writes once, when the storage of the browser has crashed', async () => {
    const page = await freshPage();
    expect(await ask(page, "add('before')")).toBe('ok');
    const running = ask(page, `addMany(${MANY})`) as Promise<readonly string[]>;
    await expect.poll(async () => ((await ask(page, 'ids()')) as readonly string[]).length).toBeGreaterThan(3);
    const session = await pages.context.browser()?.newBrowserCDPSession();
    const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
    const storage = processInfo.find(({ id }) =>
      readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('StorageService'),
    );
    expect(storage).toBeDefined();
    process.kill(storage?.id as number, 'SIGKILL');
    const answers = await running;
    expect(answers).toEqual(answers.map(() => 'ok'));
    const wanted = ['before', ...answers.map((_, number) => `company ${number}`)].sort();
    expect([...((await ask(page, 'names()')) as readonly string[])].sort()).toEqual(wanted);
    await page.close();
  });

  it('FT12 closes when another tab deletes the database, and brings nothing back', async () => {
    const page = await freshPage();
    expect(await ask(page, "add('gone')")).toBe('ok');
    const other = await pages.open();
    await other.evaluate(`new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('faults/default');
      request.onsuccess = resolve;
      request.onerror = reject;
    })`);
    expect(await ask(page, "add('late')")).toBe('store/closed');
    await ask(page, 'open()');
    expect(await ask(page, 'names()')).toEqual([]);
    await page.close();
    await other.close();
  });

  it('FT13 says so when the browser evicts the storage of an open book, and begins an empty one when it is opened again', async () => {
    const page = await freshPage();
    expect(await ask(page, "add('evicted')")).toBe('ok');
    await clear(page);
    expect(await ask(page, "add('late')")).toMatch(/^store\/(closed|unavailable)$/);
    await page.reload();
    await ask(page, 'open()');
    expect(await ask(page, 'names()')).toEqual([]);
    expect(await ask(page, "add('new')")).toBe('ok');
    await page.close();
  });

  it('FT14 works in a private window, which shares nothing and leaves nothing', async () => {
    const page = await freshPage();
    expect(await ask(page, "add('public')")).toBe('ok');
    const context = await pages.context.browser()?.newContext();
    await context?.route('**/empty.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    const window = (await context?.newPage()) as Page;
    await window.goto(page.url());
    await ask(window, 'open()');
    expect(await ask(window, 'names()')).toEqual([]);
    expect(await ask(window, "add('private')")).toBe('ok');
    expect(await ask(window, 'names()')).toEqual(['private']);
    await context?.close();
    expect(await ask(page, 'names()')).toEqual(['public']);
    await page.close();
  });

  it('FT15 goes on when the clock jumps by a day, forth and back: no id comes twice, and undo finds its step', async () => {
    const page = await freshPage(undefined, { hasClock: true, open: 'open({ hasAudit: true })' });
    const today = (): Promise<unknown> => ask(page, 'today()');
    const jumps = [24, -48, 24];
    for (const [index, hours] of jumps.entries()) {
      expect(await ask(page, `add('company ${index}')`)).toBe('ok');
      await expect.poll(today).toEqual([`company ${index}`]);
      await ask(page, `jump(${hours})`);
      // A list of today is asked again every minute.
      await page.clock.fastForward(61_000);
      if (index < 2) await expect.poll(today).toEqual([]);
    }
    await expect.poll(today).toEqual(['company 0']);
    const ids = (await ask(page, 'ids()')) as readonly string[];
    expect(new Set(ids).size).toBe(jumps.length);
    expect(await ask(page, 'undo()')).toBe('ok');
    expect(await ask(page, 'names()')).toEqual(['company 0', 'company 1']);
    expect(await ask(page, 'audit()')).toEqual({ entries: jumps.length + 1, findings: [] });
    await page.close();
  });
});
