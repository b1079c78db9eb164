// Firefox, driven over WebDriver BiDi by puppeteer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from 'puppeteer-core';
import { chordKeyboard, mouseWithin } from './input.mjs';
import { requireBrowser } from './installed.mjs';
import { pageLauncher } from './page-launcher.mjs';

export const firefox = () =>
  pageLauncher({
    name: 'Firefox',
    async open() {
      const downloads = mkdtempSync(path.join(tmpdir(), 'kith-firefox-'));
      const browser = await launch({
        browser: 'firefox',
        executablePath: requireBrowser('firefox'),
        extraPrefsFirefox: {
          // A test looks at states, not at the way there.
          'ui.prefersReducedMotion': 1,
          // A saved file asks nothing and opens no panel, which would take the focus.
          'browser.download.alwaysOpenPanel': false,
          'browser.download.always_ask_before_handling_new_types': false,
          'browser.download.useDownloadDir': true,
          'browser.download.folderList': 2,
          'browser.download.dir': downloads,
        },
      });
      return {
        // Each page has a profile of its own, as each test file in Chromium.
        async newPage() {
          const context = await browser.createBrowserContext();
          return pageOf(await context.newPage(), context);
        },
        async close() {
          await browser.close();
          rmSync(downloads, { recursive: true, force: true });
        },
      };
    },
  });

function pageOf(page, context) {
  let viewport;
  return {
    goto: (url) => page.goto(url),
    async setViewportSize(size) {
      viewport = size;
      await page.setViewport(size);
    },
    keyboard: chordKeyboard({
      down: (key) => page.keyboard.down(key),
      up: (key) => page.keyboard.up(key),
      type: (text) => page.keyboard.type(text),
    }),
    mouse: mouseWithin({
      move: (x, y) => page.mouse.move(x, y),
      down: (options) => page.mouse.down(options),
      up: (options) => page.mouse.up(options),
      size: () => viewport,
    }),
    close: () => context.close(),
  };
}
