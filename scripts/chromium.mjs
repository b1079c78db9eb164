// Finds the Chromium that the tests drive. Needs nothing but Node, so that `npm test` can ask before anything is installed.
import { existsSync } from 'node:fs';
import path from 'node:path';

const onWindows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .map((name) => process.env[name])
  .filter(Boolean)
  .flatMap((folder) => [
    path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    path.join(folder, 'Chromium', 'Application', 'chrome.exe'),
    path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ]);

const PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
    '/usr/bin/microsoft-edge-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: onWindows,
};

/** The path of a Chromium, Chrome or Edge: `KITH_CHROMIUM` when it is set, else the first one installed; undefined when there is none. */
export function findChromium() {
  const chosen = process.env.KITH_CHROMIUM;
  if (!chosen) return (PLACES[process.platform] ?? PLACES.linux).find((place) => existsSync(place));
  if (existsSync(chosen)) return chosen;
  throw new Error(
    `KITH_CHROMIUM is ${chosen}, but there is no such file. Set it to the path of a Chromium, Chrome or Edge.`,
  );
}

/** Like findChromium, but throws with what to do when there is none. */
export function requireChromium() {
  const found = findChromium();
  if (found) return found;
  throw new Error(
    'No Chromium, Chrome or Edge found. Install one, or set KITH_CHROMIUM to its path. `npm test` does it by itself on Debian and Ubuntu as root.',
  );
}

/** Quiet, without a sandbox (containers have none) and without calls home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
