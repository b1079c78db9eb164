// Measures goals and alerts over a store in Node: node test/bench/goals/run.mjs. Answers JSON, and ends with 1 when a bar is missed.
// CPU time of the process; commits with and without goals and alerts take turns. A pause is what the main thread worked between
// two turns of the event loop, where the system tells (Linux); elsewhere by the clock, which counts what others do meanwhile.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const DEALS = 100_000;
const [GOALS, RULES, COMMITS, ROUNDS] = [200, 100, 20, 5];
const BARS = { oneChange: 5, longestPause: 50 };

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-goals-'));
const outfile = path.join(folder, 'scene.mjs');
try {
  await build({
    entryPoints: [path.join(root, 'test/bench/goals/scene.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    logLevel: 'error',
  });
  const { changeScene, keepRules, openScene, watchGoals } = await import(pathToFileURL(outfile).href);
  const store = await openScene(DEALS);
  const nothing = async () => undefined;
  const alone = [];
  for (let round = 0; round < ROUNDS; round++)
    alone.push(await cpuOf(() => changeScene(store, round, COMMITS, nothing)));
  const pauses = watchPauses();
  let goals;
  const firstRead = await cpuOf(async () => {
    goals = await watchGoals(store, GOALS);
  });
  const longest = pauses.stop();
  const watched = [];
  for (let round = 0; round < ROUNDS; round++)
    watched.push(await cpuOf(() => changeScene(store, 10 + round, COMMITS, goals.settled)));
  const alerts = await keepRules(store, RULES, goals.metrics);
  const both = [];
  for (let round = 0; round < ROUNDS; round++)
    both.push(await cpuOf(() => changeScene(store, 20 + round, COMMITS, alerts.settled)));
  const figures = [alone, watched, both].map((times) => median(times) / COMMITS);
  console.log(
    JSON.stringify(
      {
        machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, CPU milliseconds, median of ${ROUNDS} rounds`,
        size: `${DEALS} deals, ${GOALS} goals, ${RULES} rules, four metrics`,
        oneChangeAlone: figure(figures[0]),
        ofGoals: figure(figures[1] - figures[0]),
        ofGoalsAndAlerts: figure(figures[2] - figures[0]),
        firstRead: figure(firstRead),
        longestPauseUntilThen: figure(longest),
      },
      null,
      2,
    ),
  );
  alerts.close();
  goals.stop();
  await store.close();
  process.exitCode = figures[2] - figures[0] <= BARS.oneChange && longest <= BARS.longestPause ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function cpuOf(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The longest work between two turns of the event loop from now on, in milliseconds. */
function watchPauses() {
  const file = `/proc/self/task/${process.pid}/schedstat`;
  const isTold = existsSync(file);
  const now = () => (isTold ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : performance.now());
  let isOver = false;
  let longest = 0;
  let last = now();
  const look = () => {
    const at = now();
    longest = Math.max(longest, at - last);
    last = at;
    if (!isOver) setImmediate(look);
  };
  look();
  return {
    stop() {
      isOver = true;
      return longest;
    },
  };
}

function median(values) {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
}

function figure(value) {
  return Number(value.toPrecision(3));
}
