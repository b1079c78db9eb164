// The stories of one file, one after the other in one page: drawn, played, put on in each look, read by axe, taken a
// picture of.
import { createRequire } from 'node:module';
import { isOfAlbum } from './album.mjs';
import { findViolations, listenForTheEnd, wear } from './in-page.mjs';
import { rest, setTheStage } from './stage.mjs';

/** What stories take for today where they do not say it themselves: their pictures hang on it. */
const NOW = Date.parse('2026-03-02T09:30:00Z');
const LIGHT = { theme: 'light', direction: 'ltr', locale: 'en' };
/** Each rule of axe is asked in each theme and in each direction. */
const LOOKS = [
  { ...LIGHT, name: 'light', isKept: true, isRead: true },
  { ...LIGHT, name: 'dark', theme: 'dark', isKept: true },
  { ...LIGHT, name: 'dark from right to left', theme: 'dark', direction: 'rtl', isRead: true },
  { ...LIGHT, name: 'rtl', direction: 'rtl', isKept: true },
  { ...LIGHT, name: 'zh-Hans', locale: 'zh-Hans', isKept: true },
];
/** A phone, and 1280 pixels seen at 200 %. */
const WIDTHS = [640, 320];
const DESK = { width: 1280, height: 1000 };
/** What a story is called that shows how something is waited for: all others have it when their picture is taken. */
const WAITING = /(loading|busy|skeleton|states)$/;
/** Files that a page makes have another address each time. */
const MADE_ADDRESS = /blob:\S+/g;
/** The a11y addon would read each story once more. */
const GLOBALS = 'a11y.manual:!true';
const AXE = createRequire(import.meta.resolve('@storybook/addon-a11y/package.json')).resolve('axe-core/axe.min.js');

/** Answers what is wrong with each of some stories, by id. Pictures and the tree of assistive technology go to the album. */
export async function visit(browser, url, stories, album) {
  const found = new Map();
  let open;
  const attempt = async (story) => {
    const problems = [];
    try {
      open ??= await opened(browser);
      problems.push(...(await seen(open, url, story, album)));
    } catch (error) {
      problems.push(String(error));
    }
    const all = [...(open?.errors.splice(0) ?? []), ...problems];
    // Whatever went wrong, the next one starts from nothing.
    if (all.length > 0) open = await open?.close();
    return all;
  };
  for (const story of stories) {
    let problems = await attempt(story);
    // A busy machine may draw an edge otherwise once; what looks different looks so in a page of its own, too.
    if (problems.length > 0 && problems.every(isOfAlbum)) problems = await attempt(story);
    found.set(
      story.id,
      problems.map((problem) => `${story.id}: ${problem}`),
    );
  }
  await open?.close();
  return found;
}

/** An empty page of its own, and what comes to it and goes wrong in it. */
async function opened(browser) {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'Europe/Vienna',
    viewport: DESK,
  });
  const page = await context.newPage();
  await page.addInitScript(setTheStage, NOW);
  await page.addInitScript(listenForTheEnd);
  await page.addInitScript({ path: AXE });
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const traffic = { begun: 0, ended: 0 };
  page.on('request', () => traffic.begun++);
  for (const event of ['requestfinished', 'requestfailed']) page.on(event, () => traffic.ended++);
  return { page, traffic, errors, isEmpty: true, close: async () => void (await context.close()) };
}

async function seen(open, url, { id }, album) {
  const { page } = open;
  if (open.isEmpty) await page.goto(`${url}/iframe.html?id=${id}&viewMode=story&globals=${GLOBALS}`);
  else await page.setViewportSize(DESK);
  const wrong = await page.evaluate((shown) => window.__show(shown), open.isEmpty ? undefined : id);
  open.isEmpty = false;
  if (wrong.length > 0) return wrong;
  await page.evaluate((isWaiting) => {
    window.__stage.isWaiting = isWaiting;
  }, WAITING.test(id));
  const problems = [];
  for (const look of LOOKS) problems.push(...(await inLook(open, id, look, album)));
  return [...problems, ...(await tooWide(open))];
}

async function inLook(open, id, look, album) {
  const { page } = open;
  const isPictured = look.isKept && album.isOpen;
  if (!isPictured && !look.isRead) return [];
  await page.evaluate(wear, look);
  const found = await unrest(open);
  if (isPictured) found.push(...album.picture(`${id}.${look.name}`, await page.screenshot()));
  if (look.isRead) found.push(...(await page.evaluate(findViolations)));
  if (look.name === 'light' && album.isOpen)
    found.push(...album.tree(id, (await page.locator('body').ariaSnapshot()).replace(MADE_ADDRESS, 'blob:')));
  return found.map((problem) => `${look.name}: ${problem}`);
}

async function tooWide(open) {
  const { page } = open;
  const found = [];
  await page.evaluate(wear, LIGHT);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: DESK.height });
    found.push(...(await unrest(open)));
    const taken = await page.evaluate(() => document.documentElement.scrollWidth);
    if (taken > width) found.push(`at ${width} pixels it is ${taken} wide`);
  }
  return found;
}

/** Waits until nothing is on its way in the page, nor to it; answers what still is, if that takes too long. */
async function unrest({ page, traffic }) {
  for (;;) {
    const { begun } = traffic;
    const left = await page.evaluate(rest);
    if (left.length > 0) return [`it does not come to rest: ${left.join(', ')}`];
    if (traffic.begun === begun && traffic.ended === begun) return [];
  }
}
