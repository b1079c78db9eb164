// Measures what goes over all rows in slices, in Node: node test/bench/slices/run.mjs [rows]. Answers JSON, and ends with 1
// when a slice holds the thread for longer than a page may. CPU time of the process: `all` is the whole work, `longest` the
// most between two turns of the event loop, garbage collection included; the median of the rounds.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROUNDS = 3;
const CHANGES = 200;
const ROWS = Number(process.argv[2] ?? 100_000);
const LONGEST = 50;

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-slices-'));
const bundle = path.join(folder, 'scenes.mjs');
try {
  await build({
    entryPoints: [path.join(root, 'test/bench/slices/scenes.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    conditions: ['source'],
    logLevel: 'error',
  });
  const scenes = await import(pathToFileURL(bundle).href);
  const times = new Map();
  const note = (name, value) => times.set(name, [...(times.get(name) ?? []), value]);
  const measure = async (name, work) => {
    const { all, longest } = await inSlices(work);
    note(`${name}.all`, all);
    note(`${name}.longest`, longest);
  };
  for (let round = 0; round < ROUNDS; round++) {
    const scored = await scenes.openScored(ROWS);
    await measure('rescoreAll', () => scenes.rescore(scored));
    const start = process.cpuUsage();
    for (let index = 0; index < CHANGES; index++) await scenes.change(scored, index);
    note('change', cpuSince(start) / CHANGES);
    await scored.store.close();
    const book = await scenes.openFields(ROWS);
    await measure('rollUp', () => scenes.rollUp(book));
    await measure('passDay', () => scenes.passDay(book));
    await measure('eraseValues', () => scenes.erase(book));
    await book.store.close();
  }
  const figures = Object.fromEntries([...times].map(([name, values]) => [name, Number(median(values).toPrecision(3))]));
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, CPU milliseconds, median of ${ROUNDS} rounds`;
  console.log(JSON.stringify({ machine, size: `${ROWS} rows in memory`, ...figures }, null, 2));
  for (const [name, value] of Object.entries(figures))
    if (name.endsWith('.longest') && value > LONGEST) {
      console.log(`${name}: a slice took ${value} ms of CPU, at most ${LONGEST}.`);
      process.exitCode = 1;
    }
} finally {
  rmSync(folder, { recursive: true });
}

/** Runs work, and looks at the CPU time in each turn of the event loop. */
async function inSlices(work) {
  let longest = 0;
  let isDone = false;
  const start = process.cpuUsage();
  let since = start;
  const look = () => {
    longest = Math.max(longest, cpuSince(since));
    since = process.cpuUsage();
    if (!isDone) setImmediate(look);
  };
  setImmediate(look);
  await work();
  isDone = true;
  return { all: cpuSince(start), longest };
}

function cpuSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

function median(values) {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
}
