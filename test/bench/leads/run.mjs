// Measures leads in Node: node test/bench/leads/run.mjs. Answers JSON, and ends with 1 when a bar is missed.
// CPU time of the process, median of interleaved rounds; the peer is the loop one would write by hand, in the same run.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROUNDS = 9;
const ROWS = Number(process.env.KITH_BENCH_ROWS) || 100_000;
const BARS = { findOne: 5, captureOne: 10, findAgainstTenth: 3 };

const root = path.resolve(import.meta.dirname, '../../..');
// Beside the packages, so that what they import is found.
const folder = mkdtempSync(path.join(root, 'packages/store/node_modules/.bench-leads-'));
const bundle = path.join(folder, 'scenes.mjs');
try {
  await build({
    entryPoints: [path.join(root, 'test/bench/leads/scenes.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['source'],
    logLevel: 'error',
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(createRequire(import.meta.url).resolve('esbuild'))});`,
    },
  });
  const scenes = await import(pathToFileURL(bundle).href);
  const large = await scenes.makeBook(ROWS);
  const small = await scenes.makeBook(ROWS / 10);
  const times = {
    findOne: [],
    findInTenth: [],
    byHand: [],
    captureOne: [],
    assignOne: [],
    claimOne: [],
    recycle20: [],
    normalise1000: [],
  };
  const SOME = 50;
  let number = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const pick = (contacts) =>
      Array.from({ length: SOME }, (_, index) => contacts[((round * SOME + index) * 7) % contacts.length]);
    times.findOne.push(await each(pick(large.contacts), (contact) => scenes.findOne(large.store, contact)));
    times.findInTenth.push(await each(pick(small.contacts), (contact) => scenes.findOne(small.store, contact)));
    times.byHand.push(
      await each(pick(large.contacts).slice(0, 1), (contact) => scenes.findByHand(large.contacts, contact)),
    );
    const numbers = Array.from({ length: SOME }, () => number++);
    times.captureOne.push(await each(numbers, (each) => scenes.captureOne(large.store, each)));
    times.assignOne.push(await each(numbers, (each) => scenes.captureOne(large.store, each + 1e6, large.plan)));
    times.claimOne.push(await each(numbers, (each) => scenes.claimOne(large.store, each)));
    times.recycle20.push(await each([0], () => scenes.recycle(large.store, large.pool)));
    times.normalise1000.push(await each([0], () => scenes.normaliseAll(large.contacts.slice(0, 1_000))));
  }
  const median = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, middle(values)]));
  const findAgainstTenth = median.findOne / median.findInTenth;
  console.log(
    JSON.stringify(
      {
        machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, CPU milliseconds, median of ${ROUNDS} rounds`,
        size: `${ROWS} contacts and ${ROWS} leads in memory, 50 agents`,
        findDuplicatesOfOne: figure(median.findOne),
        againstTenthOfRows: figure(findAgainstTenth),
        byHandOverAll: figure(median.byHand),
        timesCheaperThanByHand: figure(median.byHand / median.findOne),
        captureOne: figure(median.captureOne),
        captureAndAssignLeastOpen: figure(median.assignOne),
        claimOne: figure(median.claimOne),
        recycle20Due: figure(median.recycle20),
        normalise1000: figure(median.normalise1000),
        rebuildIdentitiesClock: figure(large.rebuildMillis),
        longestPauseWhileRebuilding: figure(large.longestMillis),
      },
      null,
      2,
    ),
  );
  const isMet =
    median.findOne <= BARS.findOne && median.captureOne <= BARS.captureOne && findAgainstTenth <= BARS.findAgainstTenth;
  process.exitCode = isMet ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function each(items, work) {
  const before = process.cpuUsage();
  for (const item of items) await work(item);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / items.length;
}

function middle(values) {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
}

function figure(value) {
  return Number(value.toPrecision(3));
}
