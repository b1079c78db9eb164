// Every story of the built Storybook, in Chromium: drawn, played, and read by axe.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, requireChromium } from '../chromium.mjs';
import { tool } from './tool.mjs';

const FOLDER = 'storybook-static';
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export async function checkStories(root) {
  const built = await tool(root, 'storybook', ['build', '--quiet', '--output-dir', FOLDER], {
    env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
  if (built.code !== 0) return { passed: 0, problems: [built.output] };
  return runStories(path.join(root, FOLDER));
}

/** Runs the stories of a built Storybook; with `only`, those whose id contains it. */
export async function runStories(folder, only = '') {
  const { entries } = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8'));
  const stories = Object.values(entries).filter((entry) => entry.type === 'story' && entry.id.includes(only));
  const server = await serve(folder);
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
  const problems = [];
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript(listenForTheEnd);
    for (const story of stories) problems.push(...(await runStory(page, server.url, story)));
  } finally {
    await browser.close();
    server.close();
  }
  const failing = new Set(problems.map((problem) => problem.split(':')[0]));
  return { passed: stories.length - failing.size, failed: failing.size, problems };
}

async function runStory(page, url, { id }) {
  const problems = [];
  const onError = (error) => problems.push(`${id}: ${error}`);
  page.on('pageerror', onError);
  await page.goto(`${url}/iframe.html?id=${id}&viewMode=story`);
  const outcome = await page.evaluate(() => window.__storyEnded);
  if (!outcome.isGood) problems.push(`${id}: ${outcome.reason}`);
  await page.evaluate(axe());
  const violations = await page.evaluate(async () => {
    // A story is a piece of a page: the page around it brings the landmarks.
    const found = await window.axe.run('#storybook-root', { rules: { region: { enabled: false } } });
    return found.violations.map(
      (each) => `${each.id} (${each.help}): ${each.nodes.map((node) => node.target.flat().join(' ')).join(' | ')}`,
    );
  });
  page.off('pageerror', onError);
  return [...problems, ...violations.map((violation) => `${id}: ${violation}`)];
}

let axeSource;
function axe() {
  axeSource ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return axeSource;
}

/** In the page: Storybook's own channel says how a story ended; it is caught as it is made. */
function listenForTheEnd() {
  window.__storyEnded = new Promise((resolve) => {
    const end = (isGood, reason) => resolve({ isGood, reason });
    setTimeout(() => end(false, 'did not end within 60 s'), 60_000);
    let channel;
    Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
      configurable: true,
      get: () => channel,
      set(made) {
        channel = made;
        let reason;
        const words = (event, detail) =>
          `${event}: ${(Array.isArray(detail) ? detail[0] : detail)?.message ?? JSON.stringify(detail)}`;
        made.on('playFunctionThrewException', (detail) => {
          reason ??= words('play', detail);
        });
        for (const event of ['storyThrewException', 'storyErrored', 'storyMissing', 'unhandledErrorsWhilePlaying'])
          made.on(event, (detail) => end(false, words(event, detail)));
        made.on('storyFinished', (result) => {
          const reports = (result.reporters ?? []).filter((each) => each.status === 'failed').map((each) => each.type);
          end(result.status === 'success' && !reason, reason ?? [result.status, ...reports].join(' '));
        });
      },
    });
  });
}

/** A static server for one folder, on a free port of this machine only. */
async function serve(folder) {
  const server = createServer((request, response) => {
    const file = path.join(
      folder,
      path.normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname)),
    );
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
