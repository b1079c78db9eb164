// Measures a live forecast over a store in Node: node test/bench/forecast/store.mjs. Answers JSON, and ends with 1 when a bar
// is missed. CPU time of the process; commits with and without somebody who watches the forecast take turns.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROUNDS = 7;
const DEALS = 100_000;
const COMMITS = 40;
const BARS = { oneChange: 5, longestPause: 50 };

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-live-forecast-'));
const outfile = path.join(folder, 'scene.mjs');
try {
  await build({
    entryPoints: [path.join(root, 'test/bench/forecast/store-scene.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    logLevel: 'error',
  });
  const { changeScene, openScene, watchScene } = await import(pathToFileURL(outfile).href);
  const store = await openScene(DEALS);
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  const before = process.cpuUsage();
  pauses.enable();
  let live = await watchScene(store);
  pauses.disable();
  const { user, system } = process.cpuUsage(before);
  const times = { alone: [], watched: [] };
  let turn = 0;
  live.now().rows(['period', 'owner']);
  for (let round = 0; round < ROUNDS; round++) {
    times.watched.push(await cpuOf(() => changeScene(store, turn++, COMMITS, live.now)));
    live.stop();
    times.alone.push(await cpuOf(() => changeScene(store, turn++, COMMITS)));
    live = await watchScene(store);
    live.now().rows(['period', 'owner']);
  }
  const [watched, alone] = [median(times.watched) / COMMITS, median(times.alone) / COMMITS];
  const longestPause = pauses.max / 1e6;
  console.log(
    JSON.stringify(
      {
        machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, CPU milliseconds, median of ${ROUNDS} rounds`,
        size: `${DEALS} open deals, 8 periods × 50 owners`,
        oneChangeCommittedAndTableRead: figure(watched),
        ofThatForTheForecast: figure(watched - alone),
        firstAnswer: figure((user + system) / 1_000),
        longestPauseUntilThen: figure(longestPause),
      },
      null,
      2,
    ),
  );
  live.stop();
  await store.close();
  process.exitCode = watched <= BARS.oneChange && longestPause <= BARS.longestPause ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function cpuOf(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function median(values) {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
}

function figure(value) {
  return Number(value.toPrecision(3));
}
