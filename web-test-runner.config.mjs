// Browser tests: @web/test-runner over a Vite middleware, in the system's browsers: Chromium, or those of KITH_BROWSERS
// (chromium, firefox, webkit). Sources are served as they are, no build is needed.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createServer } from 'vite';

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

const engines = (process.env.KITH_BROWSERS ?? 'chromium').split(',');
const files = [process.env.KITH_TEST_FILES ?? 'test/**/*.browser.test.ts'];
// Only Chromium's driver lets a test have paper, forced colours and the like.
if (!engines.includes('chromium')) files.push('!test/**/*.chromium.browser.test.ts');

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

// Only what is asked for is loaded.
const browsers = await Promise.all(
  engines.map(async (name) => {
    const launchers = await import(`./scripts/browsers/${name}.mjs`);
    return launchers[name]();
  }),
);

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

/** Which element told which event, in whatever test: the gate holds it against the manifest. */
const told = new Set();
const watchEvents = `
  const told = new Set();
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    const name = this.localName?.includes('-') && this.shadowRoot ? this.localName + ' ' + event.type : '';
    if (name && !told.has(name)) navigator.sendBeacon('/told-event?' + encodeURIComponent(told.add(name) && name));
    return dispatch.call(this, event);
  };
`;
const hearEvents = async (context, next) => {
  if (context.path !== '/told-event') return next();
  told.add(decodeURIComponent(context.querystring));
  context.status = 204;
};
const keepEvents = () => {
  if (process.env.KITH_TOLD_EVENTS) writeFileSync(process.env.KITH_TOLD_EVENTS, JSON.stringify([...told]));
};

export default {
  rootDir: '.',
  files,
  nodeResolve: false,
  browsers,
  middleware: [hearEvents, serveByVite],
  plugins: [{ name: 'vite', serverStop: () => Promise.all([vite.close(), keepEvents()]) }],
  testRunnerHtml: (framework) =>
    `<!doctype html><html><head><script>${watchEvents}</script></head><body><script type="module" src="${framework}"></script></body></html>`,
  // So many pages of each browser at a time: each has storage of its own. Those of Firefox and WebKit, beside each other, one.
  concurrency: 2,
  concurrentBrowsers: 2,
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  // Mocha's own 2 s are too short on a busy machine.
  testFramework: { config: { ui: 'bdd', timeout: '60000' } },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
};
