// Every story of the built Storybook, in Chromium: drawn and played, read by axe in each theme and direction, narrow and
// wide, and compared with its pictures and with what assistive technology was told of it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, requireChromium } from '../chromium.mjs';
import { openAlbum } from './stories/album.mjs';
import { fontsOfPictures } from './stories/fonts.mjs';
import { listenForTheEnd } from './stories/in-page.mjs';
import { serve } from './stories/serve.mjs';
import { visit } from './stories/visit.mjs';
import { tool } from './tool.mjs';

const FOLDER = 'storybook-static';
/** What stories take for today where they do not say it themselves: their pictures hang on it. */
const NOW = '2026-03-02T09:30:00Z';
/** How many stories are drawn at once. */
const PAGES = 2;

export async function checkStories(root, options) {
  const built = await tool(root, 'storybook', ['build', '--quiet', '--output-dir', FOLDER], {
    env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
  if (built.code !== 0) return { passed: 0, problems: [built.output] };
  return runStories(root, options);
}

/** Runs the stories of a built Storybook. */
async function runStories(root, options) {
  const folder = path.join(root, FOLDER);
  const { entries } = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8'));
  const stories = Object.values(entries).filter((entry) => entry.type === 'story');
  const fonts = fontsOfPictures();
  const server = await serve(folder);
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: CHROMIUM_FLAGS,
    env: { ...process.env, ...fonts?.env },
  });
  const album = openAlbum(root, { chromium: browser.version(), fonts: fonts?.fingerprint }, options);
  const waiting = [...stories];
  const problemsById = new Map();
  const work = async () => {
    const page = await browser.newPage({ reducedMotion: 'reduce', locale: 'en-US', timezoneId: 'Europe/Vienna' });
    await page.clock.setFixedTime(NOW);
    await page.addInitScript(listenForTheEnd);
    for (let story = waiting.shift(); story; story = waiting.shift())
      problemsById.set(story.id, await visit(page, server.url, story, album));
  };
  try {
    await Promise.all(Array.from({ length: PAGES }, work));
  } finally {
    await browser.close();
    server.close();
    fonts?.remove();
  }
  const problems = [...stories.flatMap(({ id }) => problemsById.get(id)), ...album.close()];
  const failed = stories.filter(({ id }) => problemsById.get(id).length > 0).length;
  return {
    passed: stories.length - failed,
    failed: Math.max(failed, Math.min(problems.length, 1)),
    problems,
    notes: album.notes,
  };
}
