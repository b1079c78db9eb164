// The report's way from and to the disk.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ABOUT } from './about.mjs';
import { PARTS } from './parts.mjs';
import { plotOf } from './plot.mjs';
import { REASONS } from './reasons.mjs';
import { reportOf } from './report.mjs';

export const PAGE = 'docs/performance.md';
export const PLOT = 'docs/images/growth.svg';
const RESULTS = 'test/bench/results/performance';

/** The kept results by part. */
export function readResults(root) {
  const results = {};
  for (const name of Object.keys(PARTS)) {
    const file = path.join(root, RESULTS, `${name}.json`);
    if (existsSync(file)) results[name] = JSON.parse(readFileSync(file, 'utf8'));
  }
  return results;
}

export function keepResult(root, name, result) {
  mkdirSync(path.join(root, RESULTS), { recursive: true });
  writeFileSync(path.join(root, RESULTS, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

/** The generated files and what has to stand in them, by path. */
export function reportFiles(root) {
  const results = readResults(root);
  const plot = plotOf(PARTS, results);
  return {
    [PAGE]: reportOf({ parts: PARTS, results, reasons: REASONS, about: ABOUT }),
    ...(plot !== undefined && { [PLOT]: plot }),
  };
}

export function writeReport(root) {
  for (const [file, content] of Object.entries(reportFiles(root))) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
}
