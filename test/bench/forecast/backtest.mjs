// The table of the backtest: node test/bench/forecast/backtest.mjs [folder of the Maven pipeline]. Figures are the same in every run.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../../..');
const data = process.argv[2] ?? path.join(process.env.KITH_DATA ?? path.join(root, '../shared/data'), 'pipeline_maven');
const folder = mkdtempSync(path.join(tmpdir(), 'kith-backtest-'));
const outfile = path.join(folder, 'backtest.mjs');
try {
  await build({
    entryPoints: [path.join(root, 'test/bench/forecast/backtest.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    logLevel: 'error',
  });
  const { funnelTrials, lineOf, mavenTrials } = await import(pathToFileURL(outfile).href);
  console.log(
    '| funnel | forecasts | win rate × amount: MAPE | Aalen–Johansen: MAPE | age model: MAPE | Aalen–Johansen: Brier | age model: Brier | worst | P10–P90 holds |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  if (existsSync(data)) {
    const { all, published } = mavenTrials(data);
    console.log(lineOf('Maven, the seven published', published));
    console.log(lineOf('Maven, every month end × 30, 60, 90 days', all));
  }
  const funnels = funnelTrials();
  for (const { name, trials } of funnels) console.log(lineOf(name, trials));
  console.log(
    lineOf(
      'all made-up ones',
      funnels.flatMap(({ trials }) => trials),
    ),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
