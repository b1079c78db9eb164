import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, requireChromium } from '../../../scripts/chromium.mjs';
import { type ExampleServer, startServer } from './server.js';

let server: ExampleServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ withPage: true });
  browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('the page of the example', () => {
  it('P6 shows in one browser what was added in another', async () => {
    const pages = [];
    for (let visitor = 0; visitor < 2; visitor++) {
      const page = await (await browser.newContext()).newPage();
      await page.goto(server.url);
      pages.push(page);
    }
    const [one, other] = pages;
    if (!one || !other) throw new Error('There are two visitors.');
    await one.getByLabel('Name').fill('Brama Logistyka');
    await one.getByRole('button', { name: 'Add' }).click();
    for (const page of pages) await page.locator('li', { hasText: 'Brama Logistyka' }).waitFor();
    await other.getByLabel('Name').fill('王小明');
    await other.getByRole('button', { name: 'Add' }).click();
    for (const page of pages) await page.locator('li', { hasText: '王小明' }).waitFor();
    await one.getByRole('button', { name: 'Undo' }).click();
    await other.locator('li', { hasText: 'Brama Logistyka' }).waitFor({ state: 'detached' });
    expect(await other.locator('li').allTextContents()).toEqual(['王小明']);
  });
});
