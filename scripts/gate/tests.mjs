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

/** Runs the browser tests in Chromium, all of them or those of one pattern. */
export const countBrowserTests = (root, files) => countTestsIn(root, ['chromium'], files);

/** The tests of the elements in Firefox and WebKit, where these are wanted. */
export async function countEngineTests(root) {
  const engines = wantedBrowsers().filter((browser) => browser !== 'chromium');
  if (engines.length > 0) return countTestsIn(root, engines, 'test/elements/**/*.browser.test.ts');
  return { passed: 0, problems: [], notes: ['With KITH_BROWSERS=chromium,firefox,webkit, and in CI.'] };
}

async function countTestsIn(root, browsers, files) {
  const { code, output } = await tool(root, 'wtr', [], {
    env: { KITH_BROWSERS: browsers.join(), ...(files && { KITH_TEST_FILES: files }) },
  });
  const counts = countsOf(output);
  const problems = code === 0 ? [] : [output];
  return { passed: counts.passed, failed: code === 0 ? 0 : Math.max(1, counts.failed), problems };
}

/** What a run says of each browser: its last line counts, among those that were written over one another. */
export function countsOf(output) {
  const text = stripVTControlCharacters(output);
  const lines = new Map([...text.matchAll(/(\w+): +\|.*?(\d+) passed, (\d+) failed/g)].map((each) => [each[1], each]));
  const sum = (column) => [...lines.values()].reduce((total, each) => total + Number(each[column]), 0);
  return { passed: sum(2), failed: sum(3) };
}
