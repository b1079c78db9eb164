// Runs test suites and counts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { wantedBrowsers } from '../browsers/installed.mjs';
import { tool } from './tool.mjs';

/** Runs vitest; a file that fails to load counts as one failure. */
export async function countNodeTests(root, parameters = []) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-tests-'));
  const report = path.join(folder, 'report.json');
  try {
    const { code, output } = await tool(root, 'vitest', [
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...parameters,
    ]);
    const counts = readReport(report);
    return {
      passed: counts.passed,
      failed: code === 0 ? 0 : Math.max(1, counts.failed),
      problems: code === 0 ? [] : [output],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const unloaded = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    return { passed: numPassedTests, failed: numFailedTests + unloaded };
  } catch {
    // Vitest died before it could report; its output says why.
    return { passed: 0, failed: 1 };
  }
}

/** Runs the browser tests in Chromium: all of them, which then have to show every event of the manifest, or some. */
export async function countBrowserTests(root, files) {
  if (files) return countTestsIn(root, ['chromium'], files);
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-events-'));
  const report = path.join(folder, 'told.json');
  try {
    const result = await countTestsIn(root, ['chromium'], undefined, { KITH_TOLD_EVENTS: report });
    if (result.problems.length > 0) return result;
    const manifest = JSON.parse(readFileSync(path.join(root, 'packages/elements/custom-elements.json'), 'utf8'));
    const problems = untoldEvents(manifest, JSON.parse(readFileSync(report, 'utf8')));
    return { ...result, failed: problems.length, problems };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The events of a manifest that no test has seen: `told` names elements, under whatever prefix, with their events. What
 * a class has from another one counts for both.
 */
export function untoldEvents({ modules }, told) {
  const known = new Set(told.map((each) => each.replace(/^[a-z]+-/, 'kith-')));
  const seen = new Map();
  for (const { name: own, tagName, events = [] } of modules.flatMap(({ declarations = [] }) => declarations))
    for (const { name, inheritedFrom } of tagName ? events : []) {
      const key = `${inheritedFrom?.name ?? own} tell "${name}"`;
      seen.set(key, (seen.get(key) ?? false) || known.has(`${tagName} ${name}`));
    }
  return [...seen].filter(([, isSeen]) => !isSeen).map(([key]) => `No test has seen ${key}.`);
}

/** The tests of the elements, and what is done with them by keys, in Firefox and WebKit, where these are wanted. */
export async function countEngineTests(root) {
  const engines = wantedBrowsers().filter((browser) => browser !== 'chromium');
  if (engines.length > 0) return countTestsIn(root, engines, 'test/{elements,keyboard}/**/*.browser.test.ts');
  return { passed: 0, problems: [], notes: ['With KITH_BROWSERS=chromium,firefox,webkit, and in CI.'] };
}

/** In so many files a test may fail once, in CI: more are no accident. */
const UNSTEADY_AT_MOST = 2;

/**
 * Where everything is asked for, a file with a test that failed has one more go, without all the others beside it; that it
 * needed one is said (decision 0092). At a desk what is red is red.
 */
async function countTestsIn(root, browsers, files, others) {
  const first = await runTestsIn(root, browsers, files, others);
  const unsteady = process.env.KITH_THOROUGH ? failedFiles(first.output) : [];
  if (first.code === 0 || unsteady.length === 0 || unsteady.length > UNSTEADY_AT_MOST) return resultOf(first);
  const second = await runTestsIn(root, browsers, unsteady.length > 1 ? `{${unsteady}}` : unsteady[0], others);
  const failures = failuresIn(first.output);
  if (second.code !== 0) return { ...resultOf(first), problems: [failures.join('\n'), second.output] };
  return { passed: first.passed + first.failed, problems: [], notes: ['Passed by itself after:', ...failures] };
}

async function runTestsIn(root, browsers, files, others) {
  const env = { KITH_BROWSERS: browsers.join(), ...(files && { KITH_TEST_FILES: files }), ...others };
  const { code, output } = await tool(root, 'wtr', [], { env });
  return { code, output, ...countsOf(output) };
}

function resultOf({ code, output, passed, failed }) {
  return { passed, failed: code === 0 ? 0 : Math.max(1, failed), problems: code === 0 ? [] : [output] };
}

/** The files that a run heads with their names, because something failed there. */
export function failedFiles(output) {
  const heads = stripVTControlCharacters(output).matchAll(/^(\S+\.browser\.test\.ts):$/gm);
  return [...new Set([...heads].map(([, file]) => file))];
}

/** What failed in a run, and why, a line each. */
const failuresIn = (output) =>
  stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^(❌|𐄂|\S*Error:)/.test(line));

/** What a run says of each browser: its last line counts, among those that were written over one another. */
export function countsOf(output) {
  const text = stripVTControlCharacters(output);
  const lines = new Map([...text.matchAll(/(\w+): +\|.*?(\d+) passed, (\d+) failed/g)].map((each) => [each[1], each]));
  const sum = (column) => [...lines.values()].reduce((total, each) => total + Number(each[column]), 0);
  return { passed: sum(2), failed: sum(3) };
}
