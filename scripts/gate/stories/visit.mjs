// One story in a page: drawn, played, put on in each look, read by axe, taken a picture of.
import { findViolations, wear } from './in-page.mjs';

/** Rules whose answer hangs on colours, and are dear; a theme changes no other, and a direction changes none of these. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const LIGHT = { theme: 'light', direction: 'ltr', locale: 'en' };
/** The a11y addon has read the first one; so each rule is asked in each theme and in each direction that matters to it. */
const LOOKS = [
  { ...LIGHT, name: 'light', isKept: true },
  { ...LIGHT, name: 'dark', theme: 'dark', isKept: true },
  { ...LIGHT, name: 'dark from right to left', theme: 'dark', direction: 'rtl', rules: { only: COLOURS } },
  { ...LIGHT, name: 'rtl', direction: 'rtl', rules: { without: COLOURS }, isKept: true },
  { ...LIGHT, name: 'zh-Hans', locale: 'zh-Hans', isKept: true },
];
/** A phone, and 1280 pixels seen at 200 %. */
const WIDTHS = [640, 320];
const DESK = { width: 1280, height: 800 };

/** Answers what is wrong with a story. Pictures and the tree as assistive technology sees it go to the album. */
export async function visit(page, url, { id }, album) {
  const problems = [];
  const onError = (error) => problems.push(`${id}: ${error}`);
  page.on('pageerror', onError);
  await page.setViewportSize(DESK);
  await page.goto(`${url}/iframe.html?id=${id}&viewMode=story`);
  const complaints = await page.evaluate(() => window.__storyEnded);
  if (complaints.length === 0) {
    for (const look of LOOKS) complaints.push(...(await seen(page, id, look, album)));
    complaints.push(...(await tooWide(page)));
  }
  page.off('pageerror', onError);
  return [...problems, ...complaints.map((complaint) => `${id}: ${complaint}`)];
}

async function seen(page, id, look, album) {
  const isPictured = look.isKept && album.takesPictures;
  if (!isPictured && !look.rules && look.name !== 'light') return [];
  await page.evaluate(wear, look);
  const violations = look.rules ? await page.evaluate(findViolations, look.rules) : [];
  const found = violations.map((violation) => `${look.name}: ${violation}`);
  if (isPictured) found.push(...album.picture(`${id}.${look.name}`, await page.screenshot({ fullPage: true })));
  if (look.name === 'light') found.push(...album.tree(id, await page.locator('body').ariaSnapshot()));
  return found;
}

async function tooWide(page) {
  const found = [];
  await page.evaluate(wear, LIGHT);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: DESK.height });
    await page.evaluate(wear, LIGHT);
    const taken = await page.evaluate(() => document.documentElement.scrollWidth);
    if (taken > width) found.push(`at ${width} pixels it is ${taken} wide`);
  }
  return found;
}
