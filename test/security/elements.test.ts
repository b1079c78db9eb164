import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, requireChromium } from '../../scripts/chromium.mjs';
import { dataFolder } from '../support/data.js';
import { type ServedFiles, servePage } from '../support/page-server.js';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');
/** CI draws each payload in (almost) each place; at a desk each is drawn once. */
const STEP = process.env.KITH_THOROUGH ? { step: 60 } : {};

interface Outcome {
  /** What could run, or would lead to it. */
  readonly holes: readonly string[];
  /** Scripts that the engine has parsed, and that nobody served. */
  readonly scripts: readonly string[];
  readonly rounds: number;
  /** So many payloads were seen on the page, as text. */
  readonly drawn: number;
  /** How often each element showed one. */
  readonly shows: readonly (readonly [tag: string, times: number])[];
}

const folder = dataFolder('security');
const payloads = folder
  ? readFileSync(path.join(folder, 'xss-corpus.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly payload: string }).payload)
  : [];

describe.skipIf(!folder)('what people wrote, drawn by every element', () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
    const bundle = await build({
      entryPoints: [path.join(import.meta.dirname, 'elements-page.ts')],
      bundle: true,
      format: 'esm',
      conditions: ['source'],
      write: false,
    });
    script = bundle.outputFiles[0]?.text ?? '';
  }, 120_000);
  afterAll(() => browser?.close());

  /** Opens the page, which asks for its task and tells how it went: nobody evaluates anything in it meanwhile. */
  async function tryOut(task: object, policy?: string): Promise<Outcome> {
    let tell: (outcome: Outcome) => void = () => {};
    const told = new Promise<Outcome>((resolve) => {
      tell = resolve;
    });
    const files: ServedFiles = {
      '/': [
        'text/html',
        '<!doctype html><script src="/sinks.js"></script><script type="module" src="/page.js"></script>',
      ],
      '/sinks.js': ['text/javascript', readFileSync(path.join(import.meta.dirname, 'sinks.js'), 'utf8')],
      '/page.js': ['text/javascript', script],
      '/task': ['application/json', JSON.stringify(task)],
    };
    const { url, close } = await servePage(files, { policy, onPost: (body) => tell(JSON.parse(body) as Outcome) });
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    const scripts: string[] = [];
    const failed = new Promise<never>((_, reject) => page.once('pageerror', reject));
    try {
      const session = await page.context().newCDPSession(page);
      session.on('Debugger.scriptParsed', (parsed) => {
        // The driver has a world of its own beside that of the page.
        const isOfPage = (parsed.executionContextAuxData as { readonly isDefault?: boolean } | undefined)?.isDefault;
        if (!isOfPage || parsed.url === `${url}/sinks.js` || parsed.url === `${url}/page.js`) return;
        scripts.push(`${parsed.url || 'inline'}, ${parsed.length} characters`);
      });
      await session.send('Debugger.enable');
      await page.goto(url);
      return { ...(await Promise.race([told, failed])), scripts };
    } finally {
      await page.close();
      close();
    }
  }

  it(`XS1, XS3 does not run under a strict policy, whatever of ${payloads.length} payloads it is`, async () => {
    const { holes, scripts, drawn, shows } = await tryOut({ payloads, ...STEP }, POLICY);
    expect({ holes, scripts }).toEqual({ holes: [], scripts: [] });
    // Drawn they were.
    expect(drawn).toBeGreaterThan(payloads.length / 4);
    expect(shows.filter(([, times]) => times > 0).length).toBeGreaterThan(4);
  }, 600_000);

  it('XS2, XS3 does not run without a policy', async () => {
    const { holes, scripts } = await tryOut({ payloads });
    expect({ holes, scripts }).toEqual({ holes: [], scripts: [] });
  }, 600_000);

  it('XS4 is reported when an element has holes, under a policy and without one', async () => {
    const task = { payloads: ['<img src=x onerror=alert(1)>', 'javascript:alert(1)'], hasHole: true };
    for (const policy of [POLICY, undefined]) {
      const { holes, scripts } = await tryOut(task, policy);
      expect(holes.join('\n')).toContain('innerHTML: <img src=x onerror=alert(1)>');
      expect(holes.join('\n')).toContain('<a> has href="javascript:alert(1)"');
      if (!policy) expect([...holes, ...scripts].join('\n')).toContain('alert() was called');
    }
  }, 60_000);
});
