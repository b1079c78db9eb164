// node test/bench/run.mjs performance [part …] or [import …]: see README.md.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const [first, ...others] = process.argv.slice(2);

if (first === 'performance') {
  const { runPerformance } = await import('./performance/run.mjs');
  await runPerformance(others);
} else {
  const { runPairs } = await import('./pairs.mjs');
  const missed = await runPairs(first === undefined ? pairs() : [first, ...others]);
  process.exitCode = missed > 0 ? 1 : 0;
}

function pairs() {
  return readdirSync(import.meta.dirname).filter((name) =>
    existsSync(path.join(import.meta.dirname, name, 'bench.ts')),
  );
}
