// WebKitGTK: its MiniBrowser, driven by WebKitWebDriver on a display of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chordKeyboard, mouseWithin } from './input.mjs';
import { miniBrowser, requireBrowser } from './installed.mjs';
import { pageLauncher } from './page-launcher.mjs';

export const webkit = () =>
  pageLauncher({
    name: 'WebKit',
    async open() {
      const driver = await startDriver();
      let session;
      return {
        // It opens one session at a time. Each has a profile of its own, as each test file in Chromium.
        async newPage() {
          session = await newSession(driver.url);
          return pageOf(session);
        },
        async close() {
          // A driver that hangs ends no session; what it has opened goes with its display.
          await Promise.race([session?.end(), new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
          await driver.stop();
        },
      };
    },
  });

/** Keys that WebDriver knows by a character of the private range. */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  F2: '\uE032',
  F10: '\uE03A',
  Meta: '\uE03D',
};
const BUTTONS = { left: 0, middle: 1, right: 2 };

/** The window of the MiniBrowser has a smallest width, so a page stands in a frame, whose size is that of the viewport. */
function pageOf({ send, end }) {
  let viewport = { width: 800, height: 600 };
  const act = (source) => send('POST', '/actions', { actions: [source] });
  const keys = (...actions) => act({ type: 'key', id: 'keyboard', actions });
  const pointer = (...actions) => act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  const valueOf = (key) => {
    if (key.length > 1 && !KEYS[key]) throw new Error(`webkit.mjs does not know the key ${key}. Add it to KEYS.`);
    return KEYS[key] ?? key;
  };
  const down = (key) => ({ type: 'keyDown', value: valueOf(key) });
  const up = (key) => ({ type: 'keyUp', value: valueOf(key) });
  const button = ({ button: name = 'left' } = {}) => BUTTONS[name];
  const run = (script, ...args) => send('POST', '/execute/sync', { script, args });
  const enterFrame = async () => send('POST', '/frame', { id: await run('return document.querySelector("iframe")') });
  const sizeFrame = () =>
    run(
      'Object.assign(document.querySelector("iframe").style, { width: arguments[0], height: arguments[1] })',
      `${viewport.width}px`,
      `${viewport.height}px`,
    );
  return {
    async goto(url) {
      await send('POST', '/url', { url: new URL('/?mode=iframe', url).href });
      await run(FRAME, url);
      await sizeFrame();
      await enterFrame();
    },
    async setViewportSize(size) {
      viewport = size;
      if (!(await run('return parent !== window'))) return;
      await send('POST', '/frame/parent', {});
      await sizeFrame();
      await enterFrame();
    },
    keyboard: chordKeyboard({
      down: (key) => keys(down(key)),
      up: (key) => keys(up(key)),
      type: (text) => keys(...[...text].flatMap((key) => [down(key), up(key)])),
    }),
    mouse: mouseWithin({
      move: (x, y) => pointer({ type: 'pointerMove', duration: 0, x, y }),
      down: (options) => pointer({ type: 'pointerDown', button: button(options) }),
      up: (options) => pointer({ type: 'pointerUp', button: button(options) }),
      size: () => viewport,
    }),
    close: end,
  };
}

const FRAME = `
  document.documentElement.style.overflow = 'hidden';
  document.body.style.margin = 0;
  const frame = document.createElement('iframe');
  frame.style.cssText = 'border: 0; display: block';
  frame.src = arguments[0];
  document.body.replaceChildren(frame);
  frame.contentWindow.focus();
`;

async function newSession(driver) {
  const { sessionId } = await call(driver, 'POST', '/session', {
    capabilities: {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
      },
    },
  });
  const send = (method, path, body) => call(driver, method, `/session/${sessionId}${path}`, body);
  // Wider and higher than any viewport of the tests.
  await send('POST', '/window/rect', { x: 0, y: 0, width: 1800, height: 1350 });
  let ending;
  const end = () => {
    ending ??= send('DELETE', '');
    return ending;
  };
  return { send, end };
}

async function call(driver, method, path, body) {
  const answer = await fetch(`${driver}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`WebKit refuses ${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

async function startDriver() {
  const home = mkdtempSync(path.join(tmpdir(), 'kith-webkit-'));
  mkdirSync(path.join(home, 'gtk-3.0'));
  // A test looks at states, not at the way there: WebKit asks GTK whether motion is wanted.
  writeFileSync(path.join(home, 'gtk-3.0', 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  const display = await startDisplay();
  const port = await freePort();
  const child = spawn(requireBrowser('webkit'), [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display.name,
      GDK_BACKEND: 'x11',
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
      // Nobody looks, and a machine without a graphics card pays dearly for layers.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  });
  const stopNow = () => child.kill();
  process.once('exit', stopNow);
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(`${url}/status`);
  return {
    url,
    async stop() {
      process.off('exit', stopNow);
      if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit');
      display.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function untilItAnswers(url) {
  for (let tries = 1; ; tries++)
    try {
      return await fetch(url);
    } catch (error) {
      if (tries === 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

/** A screen that nobody sees, wide enough for every test. */
async function startDisplay() {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = () => child.kill();
  process.once('exit', stop);
  const [number] = await once(child.stdio[3], 'data');
  return {
    name: `:${String(number).trim()}`,
    stop() {
      process.off('exit', stop);
      stop();
    },
  };
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
