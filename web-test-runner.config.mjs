// Browser tests: @web/test-runner over a Vite middleware, in the system's Chromium. Sources are served as they are, no build is needed.
import { createReadStream, existsSync, rmSync } from 'node:fs';
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

// Real data for test/support/served-data.ts; it lies beside the repository or where KITH_DATA says.
const dataRoot = path.resolve(process.env.KITH_DATA ?? path.join(import.meta.dirname, '../shared/data'));
const serveData = (context, next) => {
  if (!context.path.startsWith('/__data/')) return next();
  const file = path.join(dataRoot, path.normalize(context.path.slice('/__data'.length)));
  if (existsSync(file)) {
    context.body = createReadStream(file);
  } else if (process.env.CI === 'true') {
    context.status = 404;
    context.body = `There is no ${file}. Set KITH_DATA to the folder that holds the data.`;
  } else {
    console.warn(`Skipped a test over real data: there is no ${file}.`);
    context.status = 204;
  }
};

export default {
  rootDir: '.',
  files,
  nodeResolve: false,
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: requireChromium(), args: CHROMIUM_FLAGS },
    }),
  ],
  middleware: [serveData, serveByVite],
  plugins: [{ name: 'vite', serverStop: () => vite.close() }],
  concurrency: 1,
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  // Mocha's own 2 s are too short on a busy machine.
  testFramework: { config: { ui: 'bdd', timeout: '30000' } },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
};
