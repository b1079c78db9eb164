// Measures what goes over all rows in slices, in Node: node test/bench/slices/run.mjs [rows] [name, part of it]. Answers JSON,
// and ends with 1 when a slice holds the thread for longer than a page may. For each: `all` is the CPU time of the process,
// `longest` the most CPU time of the main thread between two turns of the event loop (its own share of collecting garbage
// included, the collector's threads not), `wall` the same by the clock, which a busy machine makes longer; medians of the
// rounds.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROUNDS = Number(process.env.KITH_ROUNDS) || 3;
const CHANGES = 200;
const ROWS = Number(process.argv[2] ?? 100_000);
const ONLY = process.argv[3] ?? '';
const LONGEST = 50;

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-slices-'));
try {
  await build({
    entryPoints: ['scenes', 'reads'].map((name) => path.join(root, `test/bench/slices/${name}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['source'],
    logLevel: 'error',
  });
  const scenes = await import(pathToFileURL(path.join(folder, 'scenes.mjs')).href);
  const { FIRST_READS } = await import(pathToFileURL(path.join(folder, 'reads.mjs')).href);
  const times = new Map();
  const note = (name, value) => times.set(name, [...(times.get(name) ?? []), value]);
  const measure = async (name, work) => {
    for (const [what, value] of Object.entries(await inSlices(work))) note(`${name}.${what}`, value);
  };
  for (let round = 0; round < ROUNDS; round++) {
    if ('rescoreAll'.includes(ONLY)) {
      const scored = await scenes.openScored(ROWS);
      await measure('rescoreAll', () => scenes.rescore(scored));
      const start = process.cpuUsage();
      for (let index = 0; index < CHANGES; index++) await scenes.change(scored, index);
      note('change', cpuSince(start) / CHANGES);
      await scored.store.close();
    }
    if (['rollUp', 'passDay', 'eraseValues'].some((name) => name.includes(ONLY))) {
      const book = await scenes.openFields(ROWS);
      await measure('rollUp', () => scenes.rollUp(book));
      await measure('passDay', () => scenes.passDay(book));
      await measure('eraseValues', () => scenes.erase(book));
      await book.store.close();
    }
    for (const { name, prepare } of FIRST_READS.filter(({ name }) => name.includes(ONLY)))
      await measure(name, await prepare(ROWS));
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

/** Runs work, and looks at the clock and at the CPU time of this thread in each turn of the event loop. */
async function inSlices(work) {
  // What made the scene is no part of the first slice.
  await new Promise((resolve) => setImmediate(resolve));
  let [longest, wall] = [0, 0];
  let isDone = false;
  const start = process.cpuUsage();
  let since = { cpu: threadMillis(), wall: performance.now() };
  const look = () => {
    longest = Math.max(longest, threadMillis() - since.cpu);
    wall = Math.max(wall, performance.now() - since.wall);
    since = { cpu: threadMillis(), wall: performance.now() };
    if (!isDone) setImmediate(look);
  };
  setImmediate(look);
  await work();
  isDone = true;
  return { all: cpuSince(start), longest, wall };
}

/** CPU time of the main thread alone, where the system tells (Linux); of the whole process elsewhere. */
function threadMillis() {
  if (!existsSync('/proc/self/schedstat')) return cpuSince({ user: 0, system: 0 });
  return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6;
}

function cpuSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

function median(values) {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
}
