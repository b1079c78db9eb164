// Measures the list of deals that need attention and the totals of line items in Node: node test/bench/deals/run.mjs.
// Answers JSON, and ends with 1 when a bar is missed. CPU time of the process, median of rounds.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROUNDS = 7;
const DEALS = Number(process.env.KITH_DEALS) || 100_000;
const CHANGES = 50;
const BARS = { longestPause: 50, oneChange: 2, againstTenth: 2 };

const root = path.resolve(import.meta.dirname, '../../..');
// Beside the packages, so that what is not bundled is found.
const folder = mkdtempSync(path.join(root, 'node_modules/.kith-bench-deals-'));
const bundle = path.join(folder, 'scenes.mjs');
try {
  await build({
    entryPoints: [path.join(root, 'test/bench/deals/scenes.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['source'],
    logLevel: 'error',
  });
  const scenes = await import(pathToFileURL(bundle).href);
  const large = await scenes.openBook(DEALS);
  const small = await scenes.openBook(DEALS / 10);
  const times = { unwatched: [], watched: [], watchedTenth: [], addUp: [] };

  for (let round = 0; round < ROUNDS; round++)
    times.unwatched.push(
      (await cpuOf(() => scenes.change(large.store, some(large, round), round * CHANGES))) / CHANGES,
    );

  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  let whole;
  const loaded = await cpuOf(async () => {
    whole = await scenes.watchAll(large.store);
  });
  loop.disable();
  const tenth = await scenes.watchAll(small.store);
  const before = whole.attention.evaluations();
  for (let round = 0; round < ROUNDS; round++) {
    const base = (round + 1) * 1_000;
    const of = (book, { attention }) => cpuOf(() => scenes.change(book.store, some(book, round), base, attention));
    times.watched.push((await of(large, whole)) / CHANGES);
    times.watchedTenth.push((await of(small, tenth)) / CHANGES);
    times.addUp.push((await cpuOf(() => scenes.addUp(20))) / 20);
  }
  const evaluated = (whole.attention.evaluations() - before) / (ROUNDS * CHANGES);
  whole.stop();
  tenth.stop();
  const oneChange = median(times.watched) - median(times.unwatched);
  const figures = {
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, CPU milliseconds, median of ${ROUNDS} rounds`,
    size: `${DEALS} open deals, ${whole.first.total} of them in the list, two currencies`,
    readAndSorted: figure(loaded),
    longestPauseMeanwhile: figure(loop.max / 1e6),
    oneEdit: figure(median(times.unwatched)),
    oneEditWithTheList: figure(median(times.watched)),
    theListsPart: figure(oneChange),
    againstTenthOfDeals: figure(median(times.watched) / median(times.watchedTenth)),
    dealsLookedAtPerEdit: figure(evaluated),
    totalsOfHundredLines: figure(median(times.addUp)),
  };
  console.log(JSON.stringify(figures, null, 2));
  process.exitCode =
    figures.longestPauseMeanwhile <= BARS.longestPause &&
    oneChange <= BARS.oneChange &&
    figures.againstTenthOfDeals <= BARS.againstTenth
      ? 0
      : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function some({ ids }, round) {
  return ids.slice(round * CHANGES, (round + 1) * CHANGES);
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
