// Measures custom fields in Node: node test/bench/fields/run.mjs [deals]. Answers JSON, and ends with 1 when a bar is missed.
// CPU time of the process, median of interleaved rounds over books of the same rows.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROUNDS = 9;
const EDITS = 40;
const DEALS = Number(process.argv[2] ?? 100_000);
const BARS = { rolledUp: 2, registry: 50 };

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-fields-'));
const bundle = path.join(folder, 'scenes.mjs');
try {
  await build({
    entryPoints: [path.join(root, 'test/bench/fields/scenes.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    conditions: ['source'],
    logLevel: 'error',
  });
  const scenes = await import(pathToFileURL(bundle).href);
  const books = new Map([
    ['none', await scenes.openBook(DEALS, undefined)],
    ['twenty', await scenes.openBook(DEALS, scenes.TWENTY)],
    ['rolledUp', await scenes.openBook(DEALS, [...scenes.TWENTY, ...scenes.ROLLED])],
    ['rolledUpSmall', await scenes.openBook(DEALS / 10, [...scenes.TWENTY, ...scenes.ROLLED])],
  ]);
  const times = new Map();
  const note = (name, value) => times.set(name, [...(times.get(name) ?? []), value]);
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, book] of books) {
      const took = await cpuOf(async () => {
        for (let at = 0; at < EDITS; at++) await scenes.edit(book, (round + 1) * EDITS + at);
      });
      if (round >= 0) note(name, took / EDITS);
    }
    const took = await cpuOf(() => scenes.build(100));
    if (round >= 0) note('registry', took);
  }
  const figures = Object.fromEntries([...times].map(([name, values]) => [name, Number(median(values).toFixed(3))]));
  console.log(
    JSON.stringify(
      {
        machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, CPU milliseconds, median of ${ROUNDS} rounds`,
        size: `${DEALS} deals of 1,000 companies (a tenth in rolledUpSmall); an edit of one deal; a registry of 100 fields`,
        ...figures,
      },
      null,
      2,
    ),
  );
  for (const [name, bar] of Object.entries(BARS))
    if (figures[name] > bar) {
      console.log(`${name} took ${figures[name]} ms of CPU, at most ${bar}.`);
      process.exitCode = 1;
    }
  for (const { store } of books.values()) await store.close();
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
