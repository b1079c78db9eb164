// The page that a bench measures in: the system's Chromium over the sources, nothing built.
import path from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS, requireChromium } from '../../scripts/chromium.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** An empty page; `measure(scene, ...input)` runs a scene of `test/bench/<folder>/scenes.ts` in it. Close it when done. */
export async function openScenes(folder) {
  const scenes = `test/bench/${folder}/scenes.ts`;
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    cacheDir: path.join(root, 'node_modules/.vite-bench'),
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
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/bench`);
  const measure = (scene, ...input) =>
    page.evaluate(async ([file, name, args]) => (await import(file))[name](...args), [`/${scenes}`, scene, input]);
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { page, measure, close, version: browser.version() };
}
