// node test/bench/run.mjs performance [part …]: measures, keeps the figures in test/bench/results/performance and writes
// docs/performance.md. `report` as the only part writes the page anew from the figures that are there.
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { measurePart } from './measure.mjs';
import { PARTS } from './parts.mjs';
import { keepResult, writeReport } from './report-files.mjs';
import { openBrowser, openProcesses } from './seats.mjs';

const root = path.join(import.meta.dirname, '../../..');

/** Runs the parts that are named, all when none is. A number such as `rounds=1` makes it quicker and less to be trusted; that is not kept. */
export async function runPerformance(args) {
  const rounds = Number(args.find((each) => each.startsWith('rounds='))?.slice(7)) || undefined;
  const named = args.filter((each) => !each.includes('='));
  const unknown = named.filter((each) => each !== 'report' && !(each in PARTS));
  if (unknown.length > 0)
    throw new Error(
      `There is no part "${unknown.join('", "')}". Choose from ${Object.keys(PARTS).join(', ')} or report.`,
    );
  const chosen = named.length > 0 ? named.filter((each) => each !== 'report') : Object.keys(PARTS);
  for (const name of chosen) {
    const result = await runPart(PARTS[name], rounds);
    if (rounds !== undefined) continue;
    keepResult(root, name, result);
  }
  if (rounds === undefined) writeReport(root);
}

async function runPart(part, rounds) {
  console.log(`\n${part.title}`);
  const entries = part.seats.map(({ entry }) => entry);
  const house = part.in === 'browser' ? await openBrowser(entries) : await openProcesses();
  try {
    const load = loadavg()[0];
    const measured = await measurePart(part, house, say, { rounds });
    return {
      at: new Date().toISOString().slice(0, 16).replace('T', ' '),
      machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
      runtime: part.in === 'browser' ? `Chromium ${house.version}` : `Node ${process.versions.node}`,
      load: [load, loadavg()[0]].map((each) => Number(each.toFixed(1))),
      versions: versionsOf('dexie', 'rxdb', 'tinybase', 'sift', 'minisearch'),
      ...measured,
    };
  } finally {
    await house.close();
  }
}

function say({ key, costs, block }) {
  const figures = Object.entries(costs).map(
    ([seat, { cpu, wall }]) => `${seat} ${median(cpu).toPrecision(3)} (${median(wall).toPrecision(3)} by the clock)`,
  );
  console.log(`  ${key}: ${figures.join(', ')} ms${block === undefined ? '' : `; longest task ${block} ms`}`);
}

const median = (values) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];

function versionsOf(...names) {
  return Object.fromEntries(
    names.map((name) => [
      name,
      JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')).version,
    ]),
  );
}
