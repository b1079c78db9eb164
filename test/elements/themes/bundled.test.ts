import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, requireChromium } from '../../../scripts/chromium.mjs';

const tokens = path.resolve(import.meta.dirname, '../../../packages/elements/src/themes');
const LIGHT = 'oklch(1 0 0)';
const DARK = 'oklch(0.205 0.008 264)';

describe('the tokens in a page that Vite has built', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-tokens-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The grounds of a page and of a dark part of it, built as Vite does it when nobody says how. */
  async function groundsWith(script: string): Promise<readonly string[]> {
    writeFileSync(path.join(folder, 'main.ts'), script);
    writeFileSync(
      path.join(folder, 'index.html'),
      `<style>div { background: var(--kith-surface) }</style><div><div data-theme="dark"></div></div>
      <script type="module" src="./main.ts"></script>`,
    );
    await build({
      configFile: false,
      root: folder,
      base: './',
      logLevel: 'error',
      resolve: { alias: { '#themes': tokens } },
    });
    const page = await browser.newPage();
    await page.route('https://host.test/**', (route) =>
      route.fulfill({ path: path.join(folder, 'dist', new URL(route.request().url()).pathname) }),
    );
    await page.goto('https://host.test/index.html');
    return page.$$eval('div', (parts) => parts.map((part) => getComputedStyle(part).backgroundColor));
  }

  it('EL3 have colours in a page that says nothing of its colour scheme', async () => {
    expect((await groundsWith(`import '#themes/tokens.css';`))[0]).toBe(LIGHT);
  });

  it('EL3 follow the theme of each part where `<kith-app>` brings them along', async () => {
    const script = `import '#themes/tokens.css'; import { installTokens } from '#themes/install-tokens.ts'; installTokens(document);`;
    expect(await groundsWith(script)).toEqual([LIGHT, DARK]);
  });
});
