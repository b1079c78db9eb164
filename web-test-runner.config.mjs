// Browser tests: @web/test-runner over what Vite builds of them, in the system's browsers: Chromium, or those of
// KITH_BROWSERS (chromium, firefox, webkit).
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const root = import.meta.dirname;
const engines = (process.env.KITH_BROWSERS ?? 'chromium').split(',');
const files = [process.env.KITH_TEST_FILES ?? 'test/**/*.browser.test.ts'];
// Only Chromium's driver lets a test have paper, forced colours and the like.
if (!engines.includes('chromium')) files.push('!test/**/*.chromium.browser.test.ts');

/**
 * All tests with the sources they share, built at once: it takes seconds. Served as they lie, the sources of an element
 * are hundreds of requests for each file of tests.
 */
async function buildTests() {
  // Those of the documentation are written where everything generated lies.
  const tests = ['test', '.generated']
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true }).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith('.browser.test.ts'));
  process.env.NODE_ENV ??= 'development';
  const { output } = await build({
    configFile: false,
    root,
    mode: 'development',
    logLevel: 'warn',
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      modulePreload: false,
      sourcemap: true,
      rollupOptions: {
        input: Object.fromEntries(tests.map((file) => [file, path.join(root, file)])),
        // The runner's own modules, which it serves.
        external: /^\/?__web-/,
        preserveEntrySignatures: 'allow-extension',
        output: { entryFileNames: '[name]', chunkFileNames: 'built/[name]-[hash].js' },
      },
    },
  });
  return new Map(output.map((each) => [`/${each.fileName}`, each.code ?? each.source]));
}
const built = await buildTests();

// Only what is asked for is loaded.
const browsers = await Promise.all(
  engines.map(async (name) => {
    const launchers = await import(`./scripts/browsers/${name}.mjs`);
    return launchers[name]();
  }),
);

const serveBuilt = (context, next) => {
  const body = built.get(decodeURIComponent(context.path));
  if (body === undefined) return next();
  context.type = context.path.endsWith('.map') ? 'json' : 'js';
  context.body = body;
};

/** Which element told which event, in whatever test: the gate holds it against the manifest. */
const told = new Set();
const watchEvents = `
  const told = new Set();
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    // What comes out of an element's tree is told by the element, too.
    for (let teller = this; teller?.localName; teller = event.composed && teller.getRootNode().host) {
      const name = teller.localName.includes('-') && teller.shadowRoot ? teller.localName + ' ' + event.type : '';
      if (name && !told.has(name)) navigator.sendBeacon('/told-event?' + encodeURIComponent(told.add(name) && name));
    }
    return dispatch.call(this, event);
  };
`;
const hearEvents = async (context, next) => {
  if (context.path !== '/told-event') return next();
  told.add(decodeURIComponent(context.querystring));
  context.status = 204;
};
const keepEvents = () => {
  const file = process.env.KITH_TOLD_EVENTS;
  if (!file) return;
  // With those of a run before it: some files have a second go.
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  writeFileSync(file, JSON.stringify([...new Set([...before, ...told])]));
};

export default {
  rootDir: '.',
  files,
  nodeResolve: false,
  browsers,
  middleware: [hearEvents, serveBuilt],
  plugins: [{ name: 'told-events', serverStop: keepEvents }],
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
