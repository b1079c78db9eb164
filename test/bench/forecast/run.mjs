// Measures the forecast in Node: node test/bench/forecast/run.mjs. Answers JSON, and ends with 1 when a bar is missed.
// CPU time of the process, median of interleaved rounds; the peer is the loop one would write by hand, in the same run.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROUNDS = 9;
const DEALS = 100_000;
const BARS = { fromScratch: 150, oneChange: 5 };

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-forecast-'));
const bundle = path.join(folder, 'scenes.mjs');
try {
  await build({
    entryPoints: [path.join(root, 'test/bench/forecast/scenes.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    conditions: ['source'],
    logLevel: 'error',
  });
  const scenes = await import(pathToFileURL(bundle).href);
  const { deals, moves } = scenes.makeBook(DEALS);
  const small = scenes.makeBook(DEALS / 10);

  const times = {
    fromScratch: [],
    byHand: [],
    oneChange: [],
    oneChangeOfFewer: [],
    readAll: [],
    oneChangeRead: [],
    ageModel: [],
  };
  const lives = scenes.makeLives(DEALS);
  const ofFewer = scenes.forecastOf(small.deals);
  let forecast = scenes.forecastOf(deals);
  scenes.agree(forecast, scenes.sumByHand(deals));
  for (let round = 0; round < ROUNDS; round++) {
    times.fromScratch.push(cpuOf(() => (forecast = scenes.forecastOf(deals))));
    times.byHand.push(cpuOf(() => scenes.sumByHand(deals)));
    times.oneChange.push(cpuOf(() => scenes.change(forecast, moves)) / (2 * moves.length));
    times.oneChangeOfFewer.push(cpuOf(() => scenes.change(ofFewer, small.moves)) / (2 * small.moves.length));
    times.readAll.push(cpuOf(() => scenes.readTable(forecast)));
    const some = moves.slice(0, 20);
    times.oneChangeRead.push(cpuOf(() => scenes.changeAndRead(forecast, some)) / (2 * some.length));
    times.ageModel.push(cpuOf(() => scenes.fit(lives)));
  }
  const fromScratch = median(times.fromScratch);
  const oneChange = median(times.oneChangeRead);
  console.log(
    JSON.stringify(
      {
        machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, CPU milliseconds, median of ${ROUNDS} rounds`,
        size: `${DEALS} open deals, 8 periods × 50 owners, two currencies, teams`,
        fromScratch: figure(fromScratch),
        againstByHand: figure(fromScratch / median(times.byHand)),
        oneChangeTakenIn: figure(median(times.oneChange)),
        againstTenthOfDeals: figure(median(times.oneChange) / median(times.oneChangeOfFewer)),
        wholeTableAtFirst: figure(median(times.readAll)),
        oneChangeAndTableReadAgain: figure(oneChange),
        ageModelFitted: figure(median(times.ageModel)),
      },
      null,
      2,
    ),
  );
  process.exitCode = fromScratch <= BARS.fromScratch && oneChange <= BARS.oneChange ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
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
