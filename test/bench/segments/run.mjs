// Measures live segments in Node: node test/bench/segments/run.mjs. Answers JSON, and ends with 1 when a bar is missed.
// CPU time of the process, median of interleaved rounds. TanStack DB's live queries and sift answer the same hundred
// segments over the same contacts in the same run, and all have to agree before a figure counts.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROUNDS = 5;
const CONTACTS = Number(process.env.KITH_CONTACTS) || 100_000;
const UPDATES = { kith: 10_000, tanStack: 100 };
const BARS = { tanStack: 20, sift: 1_000, growth: 2, pause: 50 };

// TanStack DB advises on indexes in development, once for each query and field; they help its start only.
process.env.NODE_ENV = 'production';
const root = path.resolve(import.meta.dirname, '../../..');
// Inside the project, so that what is not bundled is found.
const folder = mkdtempSync(path.join(root, 'node_modules/.kith-bench-segments-'));
const bundle = path.join(folder, 'scenes.mjs');
try {
  await build({
    entryPoints: [path.join(root, 'test/bench/segments/scenes.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['source'],
    logLevel: 'error',
  });
  const scenes = await import(pathToFileURL(bundle).href);
  const contacts = scenes.makeContacts(CONTACTS);
  const live = scenes.beginKith(contacts);
  const beside = scenes.beginKith(contacts);
  let many = scenes.makeContacts(CONTACTS * 10);
  let large = scenes.beginKith(many);
  let { result: peer, cpu: tanStackStart } = await cpuOfAsync(() => scenes.beginTanStack(contacts));
  agree(scenes.countsOf(live), peer.counts(), 'TanStack DB');
  agree(scenes.countsOf(live), scenes.countWithSift(contacts), 'sift');

  const times = { kith: [], large: [], tanStack: [], sift: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const updates = scenes.makeUpdates(contacts, UPDATES.kith, round);
    const some = updates.slice(0, UPDATES.tanStack);
    const ofMany = scenes.makeUpdates(many, UPDATES.kith, round);
    const sides = [
      () => times.kith.push(cpuOf(() => scenes.updateKith(live, updates)) / updates.length),
      () => times.large.push(cpuOf(() => scenes.updateKith(large, ofMany)) / ofMany.length),
      () => times.tanStack.push(cpuOf(() => peer.update(some)) / some.length),
      () => round < 3 && times.sift.push(cpuOf(() => scenes.countWithSift(contacts))),
    ];
    for (const side of round % 2 === 0 ? sides : sides.reverse()) side();
    scenes.updateKith(beside, some);
  }
  agree(scenes.countsOf(beside), peer.counts(), 'TanStack DB after the updates');
  // What is not needed any more would only be walked over by the collector.
  many = large = peer = undefined;
  const store = await scenes.fillStore(contacts);
  const edits = scenes.makeUpdates(contacts, 1_000, 90);
  await scenes.edit(store, edits);
  const { cpu: without } = await cpuOfAsync(() => scenes.edit(store, scenes.makeUpdates(contacts, 1_000, 91)));
  const cold = await scenes.openAll(store, () => since({ user: 0, system: 0 }));
  const { cpu: withAll } = await cpuOfAsync(() => scenes.edit(store, scenes.makeUpdates(contacts, 1_000, 92)));
  await cold.open.settled();
  await store.close();
  const kith = median(times.kith);
  const against = {
    tanStack: median(times.tanStack) / kith,
    sift: median(times.sift) / kith,
    growth: median(times.large) / kith,
  };
  console.log(
    JSON.stringify(
      {
        machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, CPU time, median of ${ROUNDS} interleaved rounds`,
        size: `100 live segments over ${CONTACTS} contacts`,
        updateMicroseconds: figure(kith * 1_000),
        updateOfTenTimesAsManyMicroseconds: figure(median(times.large) * 1_000),
        tanStackUpdateMicroseconds: figure(median(times.tanStack) * 1_000),
        siftMilliseconds: figure(median(times.sift)),
        timesCheaperThanTanStack: figure(against.tanStack),
        timesCheaperThanSift: figure(against.sift),
        growth: figure(against.growth),
        coldStartMilliseconds: figure(cold.total),
        tanStackColdStartMilliseconds: figure(tanStackStart),
        longestStepMilliseconds: figure(cold.longest),
        commandMilliseconds: figure(without / edits.length),
        commandWithSegmentsMilliseconds: figure(withAll / edits.length),
      },
      null,
      2,
    ),
  );
  const isMet =
    against.tanStack >= BARS.tanStack &&
    against.sift >= BARS.sift &&
    against.growth <= BARS.growth &&
    cold.longest <= BARS.pause;
  process.exitCode = isMet ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function agree(own, others, name) {
  own.forEach((count, index) => {
    if (count !== others[index]) throw new Error(`Segment ${index}: ${count} against ${others[index]} of ${name}.`);
  });
}

function cpuOf(work) {
  const before = process.cpuUsage();
  work();
  return since(before);
}

async function cpuOfAsync(work) {
  const before = process.cpuUsage();
  const result = await work();
  return { result, cpu: since(before) };
}

function since(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function median(values) {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
}

function figure(value) {
  return Number(value.toPrecision(3));
}
