// Every story of the built Storybook, in Chromium: drawn, played, and read by axe.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, requireChromium } from '../chromium.mjs';
import { tool } from './tool.mjs';

const FOLDER = 'storybook-static';
/** How many stories are drawn at once. */
const PAGES = 2;
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

/** Runs the stories of a built Storybook. */
async function runStories(folder) {
  const { entries } = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8'));
  const stories = Object.values(entries).filter((entry) => entry.type === 'story');
  const server = await serve(folder);
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
  const waiting = [...stories];
  const problemsById = new Map();
  const work = async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await page.addInitScript(listenForTheEnd);
    for (let story = waiting.shift(); story; story = waiting.shift())
      problemsById.set(story.id, await runStory(page, server.url, story));
  };
  try {
    await Promise.all(Array.from({ length: PAGES }, work));
  } finally {
    await browser.close();
    server.close();
  }
  const problems = stories.flatMap(({ id }) => problemsById.get(id));
  const failed = stories.filter(({ id }) => problemsById.get(id).length > 0).length;
  return { passed: stories.length - failed, failed, problems };
}

async function runStory(page, url, { id }) {
  const problems = [];
  const onError = (error) => problems.push(`${id}: ${error}`);
  page.on('pageerror', onError);
  await page.goto(`${url}/iframe.html?id=${id}&viewMode=story`);
  const complaints = await page.evaluate(() => window.__storyEnded);
  page.off('pageerror', onError);
  return [...problems, ...complaints.map((complaint) => `${id}: ${complaint}`)];
}

/**
 * In the page: Storybook's own channel says how a story ended, and what axe found in it (the a11y addon runs it after
 * each story); the channel is caught as it is made.
 */
function listenForTheEnd() {
  window.__storyEnded = new Promise((resolve) => {
    setTimeout(() => resolve(['it did not end within 60 s']), 60_000);
    const words = (event, detail) =>
      `${event}: ${(Array.isArray(detail) ? detail[0] : detail)?.message ?? JSON.stringify(detail)}`;
    const violations = (report) =>
      (report.result?.violations ?? []).map(
        (each) => `${each.id} (${each.help}): ${each.nodes.map((node) => node.target.flat().join(' ')).join(' | ')}`,
      );
    let channel;
    Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
      configurable: true,
      get: () => channel,
      set(made) {
        channel = made;
        const thrown = [];
        made.on('playFunctionThrewException', (detail) => thrown.push(words('play', detail)));
        for (const event of ['storyThrewException', 'storyErrored', 'storyMissing', 'unhandledErrorsWhilePlaying'])
          made.on(event, (detail) => resolve([words(event, detail)]));
        made.on('storyFinished', ({ status, reporters = [] }) => {
          const found = [...thrown, ...reporters.flatMap(violations)];
          const isRead = reporters.some((report) => report.type === 'a11y');
          if (!isRead && thrown.length === 0) found.push('axe did not read it');
          resolve(found.length > 0 || status === 'success' ? found : [status]);
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
