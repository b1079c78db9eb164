import { rmSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS, requireChromium } from '../../../scripts/chromium.mjs';

/** Pages of one Chromium, which share their storage and can import the sources. */
export interface Pages {
  readonly context: BrowserContext;
  open(): Promise<Page>;
  close(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../../..');

/** A server of the sources, for the pages of any browser. */
export interface PageServer {
  /** Opens a page of theirs. */
  open(context: BrowserContext): Promise<Page>;
  close(): Promise<void>;
}

/** Starts a server for pages that can import the sources. */
export async function servePages(): Promise<PageServer> {
  const cacheDir = path.join(root, 'node_modules', `.vite-pages-${process.pid}`);
  const server = await createServer({
    configFile: false,
    root,
    cacheDir,
    logLevel: 'error',
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false, watch: null },
    optimizeDeps: { include: ['dexie'], noDiscovery: true },
  });
  await server.listen();
  return {
    async open(context) {
      const page = await context.newPage();
      await page.route('**/empty.html', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
      );
      await page.goto(`${server.resolvedUrls?.local[0]}empty.html`);
      return page;
    },
    async close() {
      await server.close();
      rmSync(cacheDir, { recursive: true, force: true });
    },
  };
}

/** Starts a server and a browser for tests that need more than one page can do. */
export async function openPages(): Promise<Pages> {
  const server = await servePages();
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
  const context = await browser.newContext();
  return {
    context,
    open: () => server.open(context),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
