// Measures permissions in Node: node test/bench/permissions/run.mjs. Answers JSON, and ends with 1 when a bar is missed.
// CPU time of the process, median of interleaved rounds with and without a policy over the same storage.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROUNDS = 9;
const DEALS = Number(process.argv[2] ?? 100_000);
const BARS = { move: 2 };

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-permissions-'));
const bundle = path.join(folder, 'scenes.mjs');
try {
  await build({
    entryPoints: [path.join(root, 'test/bench/permissions/scenes.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    conditions: ['source'],
    logLevel: 'error',
  });
  const scenes = await import(pathToFileURL(bundle).href);
  const free = await scenes.openBook(DEALS, 'free');
  const scoped = await scenes.openBook(DEALS, 'scoped');
  const some = new Map([
    [free, await scenes.mine(free)],
    [scoped, await scenes.mine(scoped)],
  ]);
  const questions = ['page', 'totals', 'count', 'search'];
  const times = new Map();
  const note = (name, value) => times.set(name, [...(times.get(name) ?? []), value]);
  note('firstSearch', await cpuOf(() => scenes.search(scoped)));
  await scenes.search(free);
  for (const store of [free, scoped]) scenes.watchBoard(store);
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, store] of [
      ['free', free],
      ['scoped', scoped],
    ]) {
      for (const question of questions) note(`${question} ${name}`, await cpuOf(() => scenes[question](store)));
      const moving = some.get(store).slice(round * 40, round * 40 + 40);
      const moved = await cpuOf(async () => {
        for (const deal of moving) await scenes.move(store, deal);
      });
      note(`move ${name}`, moved / moving.length);
    }
  const figures = Object.fromEntries([...times].map(([name, values]) => [name, Number(median(values).toFixed(3))]));
  console.log(
    JSON.stringify(
      {
        machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, CPU milliseconds, median of ${ROUNDS} rounds`,
        size: `${DEALS} deals of 50 people; the scope is a team of five, one field hidden; a board is open`,
        ...figures,
      },
      null,
      2,
    ),
  );
  if (figures['move scoped'] > BARS.move) {
    console.log(`A move took ${figures['move scoped']} ms of CPU, at most ${BARS.move}.`);
    process.exitCode = 1;
  }
  await free.close();
  await scoped.close();
} finally {
  rmSync(folder, { recursive: true });
}

async function cpuOf(task) {
  const start = process.cpuUsage();
  await task();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
