// A launcher of the test runner over any browser that opens pages. It calls itself playwright, because the runner's
// commands (keys, mouse, viewport) then speak to its pages as to those of Playwright; each engine brings pages that understand.

/** So often a page is opened, each time in another browser, before it is given up. */
const TRIES = 3;

/**
 * What of a page is asked for: goto, setViewportSize, keyboard, mouse, close. `open` starts the browser and answers
 * { newPage, close }. A page is opened in a second or two; a browser that has none after `patience` is taken for dead.
 */
export function pageLauncher({ name, open, concurrency = 1, patience = 30_000 }) {
  const pages = new Map();
  const urls = new Map();
  let starting;
  return {
    name,
    type: 'playwright',
    concurrency,
    async initialize() {},
    async stop() {
      const browser = await starting;
      await browser?.close();
    },
    async startSession(id, url) {
      for (let tries = 1; ; tries++) {
        starting ??= open();
        const browser = await starting;
        let isGivenUp = false;
        // Its tests may begin, and send commands to it, before it says that it is there.
        const go = async () => {
          const page = await browser.newPage();
          if (isGivenUp) return;
          pages.set(id, page);
          urls.set(id, url);
          await page.setViewportSize({ width: 800, height: 600 });
          await page.goto(url);
        };
        try {
          return await inTime(go(), patience);
        } catch (error) {
          isGivenUp = true;
          pages.delete(id);
          if (tries === TRIES) throw error;
          // WebKit's driver stops answering once in some hundreds of pages.
          console.error(`${name} opened no page, and is started anew: ${error.message}`);
          starting = undefined;
          await inTime(browser.close(), patience).catch(() => undefined);
        }
      }
    },
    async stopSession(id) {
      const page = pages.get(id);
      pages.delete(id);
      await page?.close();
      return {};
    },
    isActive: (id) => pages.has(id),
    getBrowserUrl: (id) => urls.get(id),
    getPage: (id) => pages.get(id),
  };
}

async function inTime(promise, patience) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('it does not answer')), patience);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
