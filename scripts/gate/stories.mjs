// Every story of the built Storybook, in Chromium: drawn and played, read by axe in each theme and direction, narrow and
// wide, and compared with its pictures and with what assistive technology was told of it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, requireChromium } from '../chromium.mjs';
import { openAlbum } from './stories/album.mjs';
import { fontsOfPictures } from './stories/fonts.mjs';
import { serve } from './stories/serve.mjs';
import { settingOf } from './stories/setting.mjs';
import { visit } from './stories/visit.mjs';
import { tool } from './tool.mjs';

const FOLDER = 'storybook-static';
/**
 * Letters and colours as on every screen, not as this machine's screen likes them; and whole pictures: what is drawn anew
 * in a part only has other edges by a shade than what is drawn at once.
 */
const PLAIN_DRAWING = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--disable-partial-raster',
  '--disable-threaded-animation',
  '--disable-threaded-scrolling',
  '--disable-checker-imaging',
];
/** How many files of stories are drawn at once. */
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
    args: [...CHROMIUM_FLAGS, ...PLAIN_DRAWING],
    env: { ...process.env, ...fonts?.env },
  });
  const album = openAlbum(root, await settingOf(browser, fonts), options);
  const waiting = byFile(stories);
  const problemsById = new Map();
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift())
      for (const [id, problems] of await visit(browser, server.url, file, album)) problemsById.set(id, problems);
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

/** The longest first, so that none is left alone at the end. */
function byFile(stories) {
  const files = new Map();
  for (const story of stories) files.set(story.importPath, [...(files.get(story.importPath) ?? []), story]);
  return [...files.values()].sort((left, right) => right.length - left.length);
}
