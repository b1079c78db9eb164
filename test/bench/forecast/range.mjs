// Measures the range over a live forecast in Node: node test/bench/forecast/range.mjs [deals]. Answers JSON, and ends with 1 when
// a bar is missed. CPU time of the process; the longest pause is that of the event loop while it works.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const DEALS = Number(process.argv[2] ?? 100_000);
const LONGEST_PAUSE = 50;

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-range-'));
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
  const { closeMost, openScene, rangeScene } = await import(pathToFileURL(outfile).href);
  const store = await openScene(DEALS);
  await closeMost(store, DEALS);
  const scene = await rangeScene(store);
  const first = await measured(() => scene.range());
  const again = [];
  for (let turn = 0; turn < 2; turn++) again.push(await measured(() => scene.change(turn)));
  const calibration = await measured(() => scene.calibration());
  const longest = Math.max(first.pause, calibration.pause, ...again.map(({ pause }) => pause));
  console.log(
    JSON.stringify(
      {
        machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, CPU milliseconds`,
        size: `${DEALS} deals in two years, three of four closed; two quarters, 1,000 draws`,
        firstRange: first.cpu,
        rangeAfterChange: Math.min(...again.map(({ cpu }) => cpu)),
        calibration: calibration.cpu,
        longestPauses: { first: first.pause, again: again.map(({ pause }) => pause), calibration: calibration.pause },
      },
      null,
      2,
    ),
  );
  scene.stop();
  await store.close();
  process.exitCode = longest <= LONGEST_PAUSE ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measured(work) {
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  const before = process.cpuUsage();
  pauses.enable();
  await work();
  pauses.disable();
  const { user, system } = process.cpuUsage(before);
  return { cpu: Math.round((user + system) / 1_000), pause: Number((pauses.max / 1e6).toPrecision(3)) };
}
