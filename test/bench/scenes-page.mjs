// The page that a bench measures in: the system's Chromium over the sources, nothing built.
import path from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS, requireChromium } from '../../scripts/chromium.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * An empty page; `measure(scene, ...input)` runs a scene of `test/bench/<folder>/scenes.ts` in it, or of another file there.
 * Close it when done.
 */
export async function openScenes(folder, file = 'scenes.ts') {
  const scenes = `test/bench/${folder}/${file}`;
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    // One for each file: two servers at once would take each other's away.
    cacheDir: path.join(root, 'node_modules/.vite-bench', folder, file),
    resolve: { conditions: ['source', 'module', 'browser', 'production'] },
    optimizeDeps: { entries: [scenes], holdUntilCrawlEnd: true },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    plugins: [
      {
        name: 'empty-page',
        configureServer(vite) {
          vite.middlewares.use('/bench', (_, response) => {
            response.setHeader('content-type', 'text/html').end('<!doctype html><title>Bench</title>');
          });
        },
      },
    ],
  });
  await server.listen();
  // Nothing that runs in the page, a peer that counts its users among it, speaks to anybody but this machine.
  const args = [...CHROMIUM_FLAGS, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];
  const browser = await chromium.launch({ executablePath: requireChromium(), args });
  const openPage = async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => console.error(error));
    await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/bench`);
    const measure = (scene, ...input) =>
      page.evaluate(async ([file, name, args]) => (await import(file))[name](...args), [`/${scenes}`, scene, input]);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async () =>
      (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    /** What a scene answers, and for how many milliseconds the page's own thread was at work: other programs do not count. */
    const timed = async (scene, ...input) => {
      const before = await busy();
      const answer = await measure(scene, ...input);
      return { answer, busy: (await busy()) - before };
    };
    return { page, browser, measure, timed };
  };
  /** Does something in a page of its own, in which nothing has run yet. */
  const inNewPage = async (work) => {
    const fresh = await openPage();
    try {
      return await work(fresh);
    } finally {
      await fresh.page.close();
    }
  };
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { ...(await openPage()), inNewPage, close, version: browser.version() };
}
