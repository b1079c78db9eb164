import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CHROMIUM_FLAGS, requireChromium } from '../../scripts/chromium.mjs';
import { type PageServer, servePages } from '../adapters/dexie/pages.js';

let server: PageServer;
const profile = mkdtempSync(path.join(tmpdir(), 'kith-damage-'));

beforeAll(async () => {
  server = await servePages();
}, 120_000);

afterAll(async () => {
  await server?.close();
  rmSync(profile, { recursive: true, force: true });
});

const ask = (page: Page, call: string): Promise<unknown> =>
  page.evaluate(`import('/test/faults/book-page.ts').then(({ book }) => book.${call})`);

/** Does something in a browser that keeps its profile, with the book open. */
async function inBrowser(work: (page: Page) => Promise<void>): Promise<void> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireChromium(),
    args: CHROMIUM_FLAGS,
  });
  const page = await server.open(context);
  await ask(page, 'open()');
  await work(page);
  await ask(page, 'close()');
  await context.close();
}

/** Writes nonsense over the list of the database's files, as a bad disk might. */
function damage(): void {
  const folder = path.join(profile, 'Default', 'IndexedDB');
  const databases = readdirSync(folder).filter((name) => name.endsWith('.indexeddb.leveldb'));
  expect(databases).toHaveLength(1);
  for (const database of databases)
    for (const file of readdirSync(path.join(folder, database)))
      if (file.startsWith('MANIFEST')) writeFileSync(path.join(folder, database, file), 'nonsense'.repeat(100));
}

// A browser is started three times, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });

describe('a book whose database is damaged', () => {
  it('FT16 opens empty, says that the data was lost, also the next time, and is told no more when that is noted', async () => {
    await inBrowser(async (page) => {
      expect(await ask(page, "add('before')")).toBe('ok');
      expect(await ask(page, 'state()')).toMatchObject({ level: 'fine', dataLostAt: undefined });
    });
    damage();
    await inBrowser(async (page) => {
      expect(await ask(page, 'names()')).toEqual([]);
      expect(await ask(page, 'state()')).toMatchObject({ level: 'fine', dataLostAt: expect.any(String) });
      expect(await ask(page, "add('behind')")).toBe('ok');
    });
    await inBrowser(async (page) => {
      expect(await ask(page, 'names()')).toEqual(['behind']);
      expect(await ask(page, 'state()')).toMatchObject({ dataLostAt: expect.any(String) });
      expect(await ask(page, 'acknowledgeLoss()')).toBe('ok');
      expect(await ask(page, 'state()')).toMatchObject({ dataLostAt: undefined });
    });
  });
});
