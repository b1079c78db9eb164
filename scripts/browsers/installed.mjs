// Which browsers the tests drive, and where they are. Needs nothing but Node, so that `npm test` can ask before anything is installed.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { findChromium, requireChromium } from '../chromium.mjs';

const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib'];

const firstOf = (chosen, places) => (chosen && existsSync(chosen) ? chosen : places.find((place) => existsSync(place)));

const findFirefox = () =>
  firstOf(process.env.KITH_FIREFOX, [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ]);

/** The browser of WebKitGTK that its driver opens; undefined when there is none. */
export const miniBrowser = () =>
  LIBRARIES.filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /^webkit2?gtk-/.test(name))
        .map((name) => path.join(folder, name, 'MiniBrowser')),
    )
    .find((file) => existsSync(file));

function findWebKit() {
  const driver = firstOf(undefined, ['/usr/bin/WebKitWebDriver']);
  return driver && existsSync('/usr/bin/Xvfb') && miniBrowser() ? driver : undefined;
}

/** Those of the pictures of stories: Latin, Chinese, and what is left. */
const FONTS = ['fonts-inter', 'fonts-droid-fallback', 'fonts-dejavu-core'];

const BROWSERS = {
  chromium: { name: 'Chromium', find: findChromium, packages: ['chromium', ...FONTS] },
  firefox: { name: 'Firefox', find: findFirefox, packages: ['firefox-esr'] },
  webkit: { name: 'WebKitGTK', find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'] },
};

/** The browsers to test in: those of KITH_BROWSERS; else all three where everything is asked for, as CI does, and Chromium at a desk. */
export function wantedBrowsers() {
  const all = Object.keys(BROWSERS);
  const { KITH_BROWSERS, KITH_THOROUGH, CI } = process.env;
  const wanted = KITH_BROWSERS?.split(',') ?? (KITH_THOROUGH || CI === 'true' ? all : ['chromium']);
  const unknown = wanted.find((each) => !all.includes(each));
  if (unknown !== undefined) throw new Error(`KITH_BROWSERS names "${unknown}". The browsers are ${all.join(', ')}.`);
  return wanted;
}

/** Those of the wanted browsers that are not on this machine, each with its Debian packages. */
export const missingBrowsers = () =>
  wantedBrowsers()
    .map((each) => BROWSERS[each])
    .filter(({ find }) => !find())
    .map(({ name, packages }) => ({ name, packages }));

/** Where a browser (for WebKit: its driver) is. Throws with what to do when there is none. */
export function requireBrowser(browser) {
  if (browser === 'chromium') return requireChromium();
  const { name, find, packages } = BROWSERS[browser];
  const found = find();
  if (found) return found;
  throw new Error(`There is no ${name} on this machine. On Debian: sudo apt-get install ${packages.join(' ')}`);
}
