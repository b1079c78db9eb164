import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, requireChromium } from '../../scripts/chromium.mjs';
import { dataFolder } from '../support/data.js';

const data = dataFolder('pipeline_maven');
const root = path.resolve(import.meta.dirname, '../../examples/intranet');

describe.skipIf(!data)('the intranet', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-flow-'));
  let server: PreviewServer;
  let address: string;
  let context: BrowserContext;
  let page: Page;

  const openBrowser = async (): Promise<void> => {
    context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
      executablePath: requireChromium(),
      args: CHROMIUM_FLAGS,
      viewport: { width: 1440, height: 960 },
      locale: 'en-US',
    });
    page = context.pages()[0] ?? (await context.newPage());
  };
  const column = (stage: string, inPage: Page = page): Locator =>
    inPage.locator('kith-pipeline-board .column', { has: inPage.locator('.head-name', { hasText: stage }) });
  const headOf = async (stage: string, inPage?: Page): Promise<string> =>
    (await column(stage, inPage).locator('.head').innerText()).replace(/\s+/g, ' ');
  const cards = (stage: string, inPage?: Page): Locator => column(stage, inPage).locator('[data-card]');

  /** Carries the first card of a column over another one and lets it go. */
  const drag = async (from: string, to: string): Promise<void> => {
    const card = await cards(from).first().locator('.card-title').boundingBox();
    const target = await column(to).boundingBox();
    if (!card || !target) throw new Error('nothing to drag');
    await page.mouse.move(card.x + 20, card.y + 10);
    await page.mouse.down();
    await page.mouse.move(card.x + 40, card.y + 20, { steps: 4 });
    await page.mouse.move(target.x + target.width / 2, target.y + 240, { steps: 8 });
    await page.mouse.up();
  };

  beforeAll(async () => {
    process.env['KITH_DATA_DIR'] = data;
    const configFile = path.join(root, 'vite.config.ts');
    const outDir = path.join(folder, 'dist');
    await build({ configFile, logLevel: 'error', build: { outDir } });
    server = await preview({
      configFile,
      logLevel: 'error',
      build: { outDir },
      preview: { port: 0, host: '127.0.0.1' },
    });
    address = server.resolvedUrls?.local[0] ?? '';
    await openBrowser();
    await page.goto(address);
    await cards('Won').first().waitFor({ timeout: 120_000 });
  }, 180_000);

  afterAll(async () => {
    await context?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('W1 imports at the first visit and shows every deal', async () => {
    expect(await headOf('Prospecting')).toContain('500');
    expect(await headOf('Engaging')).toContain('1,589');
    expect(await headOf('Won')).toMatch(/4,238.*\$10,005,534/);
    expect(await headOf('Lost')).toContain('2,473');
    const elements = await page.evaluate(() => {
      const count = (node: Document | ShadowRoot): number =>
        [...node.querySelectorAll('*')].reduce(
          (sum, each) => sum + 1 + (each.shadowRoot ? count(each.shadowRoot) : 0),
          0,
        );
      return count(document);
    });
    expect(elements).toBeLessThanOrEqual(1_500);
  });

  it('W2 shows the won value of each quarter and the win rate', async () => {
    await page.goto(`${address}#/figures`);
    await page.getByText('63.15%').waitFor();
    const figures = await page.locator('section.figures').innerText();
    for (const value of ['$10,005,534', '$1,134,672', '$3,086,111', '$2,982,255', '$2,802,496'])
      expect(figures).toContain(value);
  });

  it('W7 shows a company with its deals and their story', async () => {
    await page.goto(`${address}#/companies`);
    expect(await page.locator('.companies li').count()).toBe(85);
    await page.getByRole('link', { name: 'Kan-code' }).click();
    await page.locator('kith-company-card').getByText('$341,455').first().waitFor();
    await page.locator('kith-company-card').getByText('115', { exact: true }).first().waitFor();
    const won = page.locator('kith-timeline .entry', { hasText: '$4,812' });
    expect((await won.innerText()).replace(/\s+/g, ' ')).toBe(
      'Deal won Dec 27, 2017 GTX Pro for Kan-code Engaging to Won $4,812',
    );
    await won.getByRole('button').click();
    await page.locator('kith-deal-panel').getByText('$4,812').first().waitFor();
  });

  it('W3 asks why a deal is lost before it lets it go there', async () => {
    await page.goto(`${address}#/board`);
    await cards('Engaging').first().waitFor();
    await drag('Engaging', 'Lost');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await headOf('Lost')).toContain('2,473');
    await drag('Engaging', 'Lost');
    await dialog.locator('input, textarea').first().fill('Budget went elsewhere');
    await page.keyboard.press('Enter');
    await expect.poll(() => headOf('Lost')).toContain('2,474');
    expect(await headOf('Engaging')).toContain('1,588');
  });

  it('W4 takes a move back by key', async () => {
    await page.keyboard.press('Control+z');
    await expect.poll(() => headOf('Lost')).toContain('2,473');
    expect(await headOf('Engaging')).toContain('1,589');
  });

  it('W5 shows a move in another tab', async () => {
    const other = await context.newPage();
    await other.goto(address);
    await cards('Won', other).first().waitFor();
    await page.bringToFront();
    await drag('Engaging', 'Won');
    await expect.poll(() => headOf('Won')).toContain('4,239');
    await expect.poll(() => headOf('Won', other)).toContain('4,239');
    await other.close();
  });

  it('W6 keeps everything when the browser is closed', async () => {
    await context.close();
    await openBrowser();
    await page.goto(address);
    await cards('Won').first().waitFor();
    expect(await headOf('Won')).toContain('4,239');
    expect(await headOf('Engaging')).toContain('1,588');
    expect(await headOf('Prospecting')).toContain('500');
  });

  it('W8 saves a backup, and brings everything back as it was', async () => {
    await page.goto(`${address}#/data`);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save backup' }).click();
    const file = path.join(folder, 'backup.ndjson.gz');
    await (await download).saveAs(file);
    await page.goto(`${address}#/board`);
    await cards('Engaging').first().waitFor();
    await drag('Engaging', 'Won');
    await expect.poll(() => headOf('Won')).toContain('4,240');
    await page.goto(`${address}#/data`);
    await page.locator('kith-backup input[type=file]').setInputFiles(file);
    await expect.poll(() => page.locator('kith-backup tr', { hasText: 'Deals' }).innerText()).toContain('8,800');
    await page.getByRole('button', { name: 'Replace all data with it' }).click();
    await page.locator('dialog[open] button', { hasText: 'Replace all data' }).click();
    await page.locator('kith-backup b', { hasText: 'Backup restored' }).waitFor();
    await page.goto(`${address}#/board`);
    await expect.poll(() => headOf('Won')).toContain('4,239');
    expect(await headOf('Engaging')).toContain('1,588');
  });
});
