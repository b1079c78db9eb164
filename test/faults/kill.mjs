// Kills a browser in the middle of writing, as often as asked, and prints what was there afterwards.
//   node test/faults/kill.mjs 500            half of them with strict batches, half with relaxed ones
//   node test/faults/kill.mjs 250 strict     all of them with one kind
import { runnerImport } from 'vite';

// So that the browser goes with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

const [kills = '50', only] = process.argv.slice(2);
const kinds = only === undefined ? ['strict', 'relaxed'] : [only];
const { module } = await runnerImport(`${import.meta.dirname}/kill/kill-runs.ts`);
let hasFailed = false;
for (const durability of kinds) {
  const began = performance.now();
  const report = await module.killRuns({
    kills: Math.round(Number(kills) / kinds.length),
    durability,
    onKill: ({ kills, acknowledged, lost, torn, discarded }) => {
      if (kills % 25 === 0)
        console.log(
          `${durability}: ${kills} kills, ${acknowledged} batches acknowledged, ${lost.length} lost, ${torn.length} torn, ${discarded.length} times discarded by the browser`,
        );
    },
  });
  console.log(JSON.stringify({ durability, ...report, minutes: (performance.now() - began) / 60_000 }, null, 2));
  hasFailed ||= report.lost.length + report.torn.length > 0;
}
process.exit(hasFailed ? 1 : 0);
