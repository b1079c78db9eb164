// Measures moving a deal with everything on in Node: node test/bench/move/run.mjs. Answers JSON, and ends with 1 when a bar
// is missed. CPU time of the process for the whole move, until every live answer has told it; median of rounds. Each line
// has one part more than the one before, over the same rows.
// A line is what a move costs once the book has been open for a minute (after WARM moves). Before that, the compiler's own
// threads work beside it on what is new to them: `everything, first moves` counts them, too, and `its main thread` leaves
// them out (on Linux), which is what holds up a page. The bar is held against all three.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const PASSES = 3;
const ROUNDS = 5;
const MOVES = 40;
/** Moves before what is measured: a minute or two of a busy office. */
const WARM = 400;
const DEALS = Number(process.env.KITH_DEALS) || 100_000;
const MOST = 2;
const FIRST_MOVES = 'everything, first moves';
const FIRST_THREAD = `${FIRST_MOVES}: main thread`;

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-move-'));
const bundle = path.join(folder, 'scenes.mjs');
try {
  await build({
    entryPoints: [path.join(root, 'test/bench/move/scenes.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    logLevel: 'error',
  });
  const { fillBook, openScene, PARTS } = await import(pathToFileURL(bundle).href);
  const { adapter, mine } = await fillBook(DEALS);
  const only = process.env.KITH_PARTS?.split(',');
  const lines = only ? [only] : Array.from({ length: PARTS.length + 1 }, (_, count) => PARTS.slice(0, count));
  const times = new Map(lines.map((parts) => [nameOf(parts, PARTS), []]));
  const note = (name, value) => times.set(name, [...(times.get(name) ?? []), value]);
  let turn = 0;
  for (let pass = 0; pass < PASSES; pass++)
    for (const parts of pass % 2 === 0 ? lines : lines.toReversed()) {
      const scene = await openScene(adapter, new Set(parts));
      const movesOf = async () => {
        const moving = Array.from({ length: MOVES }, (_, index) => mine[(turn * MOVES + index) % mine.length]);
        turn++;
        return cpuOf(() => scene.move(moving));
      };
      // The very first moves open what is opened once.
      await movesOf();
      for (let done = MOVES; done < WARM; done += MOVES) {
        const { cpu, thread } = await movesOf();
        if (parts.length < PARTS.length) continue;
        note(FIRST_MOVES, cpu / MOVES);
        note(FIRST_THREAD, thread / MOVES);
      }
      for (let round = 0; round < ROUNDS; round++) note(nameOf(parts, PARTS), (await movesOf()).cpu / MOVES);
      await scene.close();
    }
  const figures = Object.fromEntries([...times].map(([name, values]) => [name, figure(median(values))]));
  console.log(
    JSON.stringify(
      {
        machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, CPU milliseconds, median of ${PASSES * ROUNDS} rounds of ${MOVES} moves`,
        size: `${DEALS} deals of 50 people and 1,000 companies; whoever moves sees half of them`,
        ...figures,
      },
      null,
      2,
    ),
  );
  for (const name of [nameOf(PARTS, PARTS), FIRST_MOVES, FIRST_THREAD])
    if (figures[name] > MOST) {
      console.log(`${name}: a move took ${figures[name]} ms of CPU, at most ${MOST}.`);
      process.exitCode = 1;
    }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function nameOf(parts, all) {
  if (parts.length === all.length) return 'everything';
  return parts.length === 0 ? 'nothing' : `and ${parts.at(-1)}`;
}

async function cpuOf(work) {
  const before = process.cpuUsage();
  const threadBefore = threadMillis();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1_000, thread: threadMillis() - threadBefore };
}

/** CPU time of the main thread alone, where the system tells (Linux); of the whole process elsewhere. */
function threadMillis() {
  const { user, system } = process.cpuUsage();
  if (!existsSync('/proc/self/schedstat')) return (user + system) / 1_000;
  return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6;
}

function median(values) {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
}

function figure(value) {
  return Number(value.toPrecision(3));
}
