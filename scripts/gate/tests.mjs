// Runs test suites and counts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

/** Runs the browser tests, all of them or those of one pattern. */
export async function countBrowserTests(root, files) {
  const { code, output } = await tool(root, 'wtr', [], { env: files ? { KITH_TEST_FILES: files } : {} });
  const [, passed = 0, failed = 0] = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1) ?? [];
  return {
    passed: Number(passed),
    failed: code === 0 ? 0 : Math.max(1, Number(failed)),
    problems: code === 0 ? [] : [output],
  };
}
