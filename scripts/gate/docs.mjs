// Examples run: each ```ts fence of a page or a doc comment is compiled and run, in Node or (```ts browser) in Chromium;
// each ```html run fence is opened there. A fence marked ```ts types is compiled only.
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS, requireChromium } from '../chromium.mjs';
import { compile } from './compile.mjs';
import { readFences } from './fences.mjs';
import { countBrowserTests, countNodeTests } from './tests.mjs';

const FOLDER = '.generated/docs';
/** A page without a build has this one file beside it. */
const BUNDLE = 'packages/kith/dist/kith.js';
const KINDS = { ts: ['', 'browser', 'types'], html: ['', 'run'] };

export async function checkDocs(root) {
  const fences = readFences(root);
  const unknown = fences.filter(({ language, kind }) => !KINDS[language].includes(kind));
  if (unknown.length > 0)
    return {
      passed: 0,
      problems: unknown.map(
        ({ file, line, language, kind }) =>
          `${file}:${line - 1}: a fence may be ${KINDS[language].map((each) => `\`\`\`${language} ${each}`.trim()).join(' or ')}, not "${kind}".`,
      ),
    };
  if (fences.some(usesBundle) && !existsSync(path.join(root, BUNDLE)))
    return { passed: 0, problems: [`${BUNDLE} is not there, and a page imports it. Run pnpm build first.`] };
  write(root, fences);
  const compiled = await compile(root, ['-p', `${FOLDER}/tsconfig.json`]);
  if (compiled.code !== 0)
    return {
      passed: 0,
      problems: [`The examples do not compile (the names of the files say where they stand):\n${compiled.output}`],
    };
  const results = [{ passed: fences.filter(({ kind }) => kind === 'types').length, problems: [] }];
  const inNode = fences.some((fence) => isRun(fence, 'ts', ''));
  if (inNode) results.push(await countNodeTests(root, ['--config', `${FOLDER}/vitest.config.ts`]));
  if (fences.some((fence) => isRun(fence, 'ts', 'browser')))
    results.push(await countBrowserTests(root, `${FOLDER}/*.browser.test.ts`));
  results.push(
    await openPages(
      root,
      fences.filter((fence) => isRun(fence, 'html', 'run')),
    ),
  );
  return {
    passed: results.reduce((sum, each) => sum + each.passed, 0),
    problems: results.flatMap((each) => each.problems),
  };
}

const isRun = (fence, language, kind) => fence.language === language && fence.kind === kind;

const usesBundle = ({ language, kind, code }) => language === 'html' && kind === 'run' && code.includes('./kith.js');

const nameOf = ({ file, line, language, kind }) =>
  `${file.replaceAll('/', '_')}.L${line}${kind === 'browser' ? '.browser' : ''}.${language === 'ts' ? 'test.ts' : 'html'}`;

function write(root, fences) {
  const folder = path.join(root, FOLDER);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const fence of fences)
    writeFileSync(path.join(folder, nameOf(fence)), fence.language === 'ts' ? asTest(fence) : fence.code);
  if (fences.some(usesBundle)) copyFileSync(path.join(root, BUNDLE), path.join(folder, 'kith.js'));
  writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify(
      {
        extends: '../../tsconfig.json',
        compilerOptions: { noUnusedLocals: false },
        // The packages are compiled from their sources, which declare what others left undeclared.
        include: ['*.ts', '../../packages/*/src/**/*.d.ts'],
        exclude: [],
      },
      null,
      2,
    ),
  );
  writeFileSync(
    path.join(folder, 'vitest.config.ts'),
    `import { mergeConfig } from 'vitest/config';
import base from '../../vitest.config.js';
const config = mergeConfig(base, {});
config.test = { ...config.test, projects: undefined, include: ['${FOLDER}/*.test.ts'], exclude: ['**/*.browser.test.ts'], pool: 'threads', isolate: false };
export default config;
`,
  );
}

/** The example as a test, on the lines where it stands in its page. One that imports from the test runner is a test already. */
function asTest({ file, line, kind, code }) {
  const runner = kind === 'browser' ? '@open-wc/testing' : 'vitest';
  const padding = '\n'.repeat(Math.max(1, line - 1));
  if (code.includes(`from '${runner}'`)) return `${padding}${code}`;
  const header = kind === 'browser' ? `import { expect } from '${runner}';` : `import { expect, it } from '${runner}';`;
  return `${header}${padding}${code}\nit('${file}:${line} runs', () => {});\n`;
}

/** Opens each page in Chromium, with the packages served from their sources: no error, and every kith element upgraded. */
async function openPages(root, fences) {
  if (fences.length === 0) return { passed: 0, problems: [] };
  const vite = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    cacheDir: path.join(root, 'node_modules', `.vite-docs-${process.pid}`),
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    optimizeDeps: { entries: [`${FOLDER}/*.html`], holdUntilCrawlEnd: true },
  });
  await vite.listen();
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
  const problems = [];
  try {
    for (const fence of fences) {
      const page = await browser.newPage();
      const errors = [];
      await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(
        `http://127.0.0.1:${vite.config.server.port || vite.httpServer.address().port}/${FOLDER}/${nameOf(fence)}`,
        { waitUntil: 'networkidle' },
      );
      const plain = await page.evaluate(() =>
        [...document.querySelectorAll(':not(:defined)')].map((element) => element.localName),
      );
      if (plain.length > 0) errors.push(`not defined: ${plain.join(', ')}`);
      if (errors.length > 0) problems.push(`${fence.file}:${fence.line}: the page fails: ${errors.join('; ')}`);
      await page.close();
    }
  } finally {
    await browser.close();
    await vite.close();
    rmSync(vite.config.cacheDir, { recursive: true, force: true });
  }
  return { passed: fences.length - problems.length, problems };
}
