// Where contenders run: each in a page of one browser, or each in a Node process of its own.
import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, requireChromium } from '../../../scripts/chromium.mjs';

/** Starts a browser with a profile that outlives it, and a server of the contenders' pages. */
export async function openBrowser(entries) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-'));
  const profile = path.join(folder, 'profile');
  const scripts = new Map();
  for (const entry of new Set(entries)) scripts.set(`/${entry}.js`, await bundle(entry, 'page-seat', 'takePageSeat'));
  const server = createServer(({ url }, response) => {
    const script = scripts.get(url);
    if (script !== undefined) response.setHeader('content-type', 'text/javascript').end(script);
    else
      response
        .setHeader('content-type', 'text/html')
        .end(`<!doctype html><script type="module" src="${url}.js"></script>`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  let context = await launch(profile);

  return {
    get version() {
      return context.browser().version();
    },
    get browser() {
      return context.browser();
    },
    /** A page for a contender; `call` asks it for something. */
    async seat({ entry }) {
      const page = await context.newPage();
      page.setDefaultTimeout(0);
      page.on('pageerror', (error) => {
        throw error;
      });
      await page.goto(`${origin}/${entry}`);
      await page.waitForFunction('window.seat');
      return {
        pid: pidOf(profile),
        call: (method, ...args) => page.evaluate(([name, given]) => window.seat[name](...given), [method, args]),
        heap: () => heapOf(context, page),
        page,
      };
    },
    /** Ends the browser and starts another one on the same profile: nothing is left in memory. */
    async restart() {
      await context.close();
      context = await launch(profile);
    },
    async close() {
      await context.close();
      server.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A Node process for each contender. */
export async function openProcesses() {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-'));
  const children = [];
  return {
    async seat({ key, entry }) {
      const file = path.join(folder, `${key}.mjs`);
      writeFileSync(file, await bundle(entry, 'process-seat', 'takeProcessSeat'));
      const child = fork(file, { execArgv: ['--max-old-space-size=12000'] });
      children.push(child);
      let calls = 0;
      return {
        pid: child.pid,
        call: (method, ...args) => ask(child, ++calls, method, args),
        heap: async () => undefined,
      };
    },
    async close() {
      for (const child of children) child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ask(child, call, method, args) {
  return new Promise((resolve, reject) => {
    const onExit = (code) => reject(new Error(`The process of the contender ended with ${code}.`));
    const onMessage = (message) => {
      if (message.call !== call) return;
      child.off('message', onMessage).off('exit', onExit);
      if (message.error === undefined) resolve(message.answer);
      else reject(new Error(message.error));
    };
    child.on('message', onMessage).on('exit', onExit);
    child.send({ call, method, args });
  });
}

/** As an application would ship it, but for the names, which profiles are read by. */
async function bundle(entry, seat, take) {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { contender } from './${entry}.ts'; import { ${take} } from './${seat}.ts'; ${take}(contender);`,
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: seat === 'page-seat' ? 'browser' : 'node',
    mainFields: [...(seat === 'page-seat' ? ['browser'] : []), 'module', 'main'],
    conditions: ['source'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

const launch = (profile) =>
  chromium.launchPersistentContext(profile, { executablePath: requireChromium(), args: CHROMIUM_FLAGS });

/** The browser's process is a child of this one that was given the profile. */
function pidOf(profile) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) . /s, '')
        .split(' ')[0];
      if (parent === String(process.pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile))
        return Number(pid);
    } catch {
      // It ended while it was looked at.
    }
  }
  throw new Error('The browser is not among the children of this process.');
}

/** Megabytes that a page holds after everything that can go has gone. */
async function heapOf(context, page) {
  const session = await context.newCDPSession(page);
  for (let time = 0; time < 2; time++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return (usedSize + backingStorageSize) / 1e6;
}
