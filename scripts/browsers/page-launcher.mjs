// A launcher of the test runner over any browser that opens pages. It calls itself playwright, because the runner's
// commands (keys, mouse, viewport) then speak to its pages as to those of Playwright; each engine brings pages that understand.

/** What of a page is asked for: goto, setViewportSize, keyboard, mouse, close. `open` starts the browser and answers { newPage, close }. */
export function pageLauncher({ name, open, concurrency = 1 }) {
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
      starting ??= open();
      const page = await (await starting).newPage();
      pages.set(id, page);
      urls.set(id, url);
      await page.setViewportSize({ width: 800, height: 600 });
      await page.goto(url);
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
