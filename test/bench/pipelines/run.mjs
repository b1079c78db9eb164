// Measures moves by rules in Node: node test/bench/pipelines/run.mjs. Answers JSON, and ends with 1 when a bar is missed.
// CPU time of the process, median of interleaved rounds; the peer is the same move in a pipeline without rules.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROUNDS = 9;
const MOVES = 200;
const DEALS = 100_000;
const BARS = { move: 2, slice: 50 };

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-pipelines-'));
const bundle = path.join(folder, 'scenes.mjs');
try {
  await build({
    entryPoints: [path.join(root, 'test/bench/pipelines/scenes.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    conditions: ['source'],
    logLevel: 'error',
  });
  const scenes = await import(pathToFileURL(bundle).href);
  const ruled = await scenes.openBook(DEALS, true);
  const plain = await scenes.openBook(DEALS, false);
  const small = await scenes.openBook(DEALS / 10, true);
  const times = { ruled: [], plain: [], small: [], asked: [], askedPlain: [] };
  for (let round = 1; round <= ROUNDS; round++) {
    times.plain.push((await cpuOf(() => scenes.moveSome(plain.store, MOVES, round))) / MOVES);
    times.ruled.push((await cpuOf(() => scenes.moveSome(ruled.store, MOVES, round))) / MOVES);
    times.small.push((await cpuOf(() => scenes.moveSome(small.store, MOVES, round))) / MOVES);
    times.asked.push((await cpuOf(() => scenes.askSome(ruled.store, MOVES))) / MOVES);
    times.askedPlain.push((await cpuOf(() => scenes.askSome(plain.store, MOVES))) / MOVES);
  }
  const before = { ...ruled.touched };
  await scenes.moveSome(ruled.store, MOVES, ROUNDS + 1);
  const after = { ...ruled.touched };
  const slices = [];
  const slice = await scenes.beginChange(plain.store, plain.pipeline);
  const whole = await cpuOf(async () => {
    for (let isDone = false; !isDone; ) {
      slices.push(await cpuOf(async () => (isDone = await slice())));
    }
  });
  const pauses = [];
  const readSlice = scenes.readHistory(DEALS);
  for (let isMore = true; isMore; ) pauses.push(await cpuOf(async () => (isMore = readSlice())));
  const move = median(times.ruled);
  const longest = [...slices].sort((left, right) => left - right)[Math.floor(slices.length * 0.99)];
  console.log(
    JSON.stringify(
      {
        machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, CPU milliseconds, median of ${ROUNDS} rounds`,
        size: `${DEALS} deals in memory, every sort of rule on every stage, undo kept`,
        moveByRules: figure(move),
        moveWithoutRules: figure(median(times.plain)),
        againstTenthOfDeals: figure(move / median(times.small)),
        canByRules: figure(median(times.asked)),
        canWithoutRules: figure(median(times.askedPlain)),
        rowsReadPerMove: figure((after.read - before.read) / MOVES),
        rowsWrittenPerMove: figure((after.written - before.written) / MOVES),
        changeOfPipeline: { rows: DEALS / 4, cpu: figure(whole), slices: slices.length, slice99: figure(longest) },
        historyOfAllDeals: {
          cpu: figure(pauses.reduce((sum, each) => sum + each, 0)),
          longest: figure(Math.max(...pauses)),
        },
      },
      null,
      2,
    ),
  );
  process.exitCode = move <= BARS.move && longest <= BARS.slice ? 0 : 1;
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
