// Browser tests: @web/test-runner over a Vite middleware, in the system's Chromium. Sources are served as they are, no build is needed.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS, requireChromium } from './scripts/chromium.mjs';

// The runner's own virtual modules must reach its middleware untouched.
const runnerModules = {
  name: 'runner-modules',
  enforce: 'pre',
  resolveId(id) {
    const own = /\/?(__web-(?:dev-server|test-runner)__[\w./-]+)$/.exec(id);
    return own ? { id: `/${own[1]}`, external: true } : null;
  },
};

// A folder of its own for each run: two runs at once never change each other's prepared dependencies.
const cacheDir = path.join(import.meta.dirname, 'node_modules', `.vite-wtr-${process.pid}`);
const clear = () => rmSync(cacheDir, { recursive: true, force: true });
process.once('exit', clear);

const files = [process.env.KITH_TEST_FILES ?? 'test/**/*.browser.test.ts'];

const vite = await createServer({
  configFile: false,
  root: import.meta.dirname,
  appType: 'custom',
  logLevel: 'warn',
  cacheDir,
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  plugins: [runnerModules],
  optimizeDeps: { entries: files, holdUntilCrawlEnd: true },
});

const serveByVite = async (context, next) => {
  if (context.path === '/' || context.path.startsWith('/__web-')) return next();
  await new Promise((resolve, reject) => {
    context.res.statusCode = 200;
    context.respond = false;
    context.res.once('close', resolve);
    vite.middlewares(context.req, context.res, () => {
      context.respond = true;
      context.res.off('close', resolve);
      next().then(resolve, reject);
    });
  });
};

export default {
  rootDir: '.',
  files,
  nodeResolve: false,
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      // Without animations: a test looks at states, not at the way there.
      createBrowserContext: ({ browser }) => browser.newContext({ reducedMotion: 'reduce' }),
      launchOptions: { executablePath: requireChromium(), args: CHROMIUM_FLAGS },
    }),
  ],
  middleware: [serveByVite],
  plugins: [{ name: 'vite', serverStop: () => vite.close() }],
  concurrency: 1,
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  // Mocha's own 2 s are too short on a busy machine.
  testFramework: { config: { ui: 'bdd', timeout: '30000' } },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
};
