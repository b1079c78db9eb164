// Measures scoring in Node: node test/bench/scoring/run.mjs. Answers JSON, and ends with 1 when a bar is missed.
// A slice is what runs between two pauses; the longest one is what a page would feel: CPU of the process, garbage collection included, the median of its rounds.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROUNDS = 3;
const ROWS = 100_000;
const EVENTS = 30;
const LONGEST_SLICE = 50;

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-scoring-'));
const bundle = path.join(folder, 'scenes.mjs');
try {
  await build({
    entryPoints: [path.join(root, 'test/bench/scoring/scenes.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    conditions: ['source'],
    logLevel: 'error',
  });
  const scenes = await import(pathToFileURL(bundle).href);
  const examples = scenes.makeExamples(ROWS);
  const rows = 10_000;
  const tallies = scenes.talliesOf(rows, EVENTS);
  const works = {
    regression: () => scenes.train(examples, 'regression'),
    naiveBayes: () => scenes.train(examples, 'bayes'),
    leaks: () => scenes.leaks(examples),
    backtest: () => scenes.backtest(examples),
  };
  const measured = Object.fromEntries(Object.keys(works).map((name) => [name, { all: [], slices: [] }]));
  const perRow = { regression: [], naiveBayes: [], ruleScoreAfterEvent: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const models = {};
    for (const [name, begin] of Object.entries(works)) {
      const { all, slices, value } = inSlices(begin());
      measured[name].all.push(all);
      measured[name].slices.push(slices);
      if (value?.ok) models[name] = value.value;
    }
    for (const name of ['regression', 'naiveBayes'])
      perRow[name].push((1_000 * cpuOf(() => scenes.scoreAll(models[name], examples))) / ROWS);
    perRow.ruleScoreAfterEvent.push((1_000 * cpuOf(() => scenes.oneEventEach(tallies, examples))) / rows);
  }
  const figures = Object.fromEntries(
    Object.entries(measured).map(([name, { all, slices }]) => [
      name,
      { all: figure(median(all)), slices: slices[0].length, longestSlice: figure(longestOf(slices)) },
    ]),
  );
  console.log(
    JSON.stringify(
      {
        machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, CPU milliseconds, median of ${ROUNDS} rounds`,
        size: `${ROWS} closed leads, 12 fields; ${EVENTS} events for each row that is scored by rules`,
        ...figures,
        microsecondsPerRow: Object.fromEntries(
          Object.entries(perRow).map(([name, each]) => [name, figure(median(each))]),
        ),
      },
      null,
      2,
    ),
  );
  process.exitCode = Object.values(figures).every(({ longestSlice }) => longestSlice <= LONGEST_SLICE) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs work that comes in slices: CPU of all of it, and of each slice. */
function inSlices(steps) {
  const slices = [];
  for (;;) {
    let step;
    slices.push(cpuOf(() => (step = steps.next())));
    if (step.done) return { all: slices.reduce((sum, each) => sum + each, 0), slices, value: step.value };
  }
}

/** The same slices come in each round, so each one is judged by its median. */
function longestOf(rounds) {
  const medians = rounds[0].map((_, index) => median(rounds.map((slices) => slices[index])));
  return Math.max(...medians);
}

function cpuOf(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function median(values) {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
}

function figure(value) {
  return Number(value.toPrecision(3));
}
