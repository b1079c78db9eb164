// Benchmarks of two sides in one page of Chromium: medians and ratios; see README.md.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS, requireChromium } from '../../scripts/chromium.mjs';
import { cpuBetween, readCpu } from './processes.mjs';
import { longestTask } from './tasks.mjs';

const here = import.meta.dirname;
const root = path.join(here, '../..');
let vite;
let browser;
let browserPid;

/** Runs benchmarks that compare two sides; answers how many goals were missed. */
export async function runPairs(names) {
  const cacheDir = path.join(root, 'node_modules', `.vite-bench-${process.pid}`);
  vite = await createServer({
    configFile: false,
    root,
    logLevel: 'warn',
    cacheDir,
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    optimizeDeps: { entries: names.map((name) => `test/bench/${name}/bench.ts`) },
  });
  await vite.listen();
  const browserServer = await chromium.launchServer({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
  browser = await chromium.connect(browserServer.wsEndpoint());
  browserPid = browserServer.process().pid;
  let missed = 0;
  try {
    for (const name of names) missed += await runBench(name);
  } finally {
    await browser.close();
    await browserServer.close();
    await vite.close();
    rmSync(cacheDir, { recursive: true, force: true });
  }
  return missed;
}

async function runBench(name) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${vite.resolvedUrls.local[0]}test/bench/page.html?bench=${name}`);
  await page.waitForFunction('window.isReady');
  const bench = await page.evaluate('describeBench()');
  console.log(`\n${bench.title}: ${bench.size}. ${machine()}`);
  await page.evaluate('prepareBench()');
  const results = [];
  for (const [index, each] of bench.cases.entries()) {
    const sides = { subject: [], baseline: [] };
    for (let round = 0; round < each.rounds; round++) {
      // The side that goes first changes, so that neither always finds the caches warm.
      const order = round % 2 === 0 ? ['subject', 'baseline'] : ['baseline', 'subject'];
      for (const side of order)
        if (side === 'subject' || each.hasBaseline) sides[side].push(await measure(page, index, side));
    }
    // A round of its own, since watching costs something too.
    const block = each.mostBlock === undefined ? undefined : await measureBlock(page, index);
    const result = summarise(each, sides, block);
    results.push(result);
    console.log(line(result));
  }
  await context.close();
  mkdirSync(path.join(here, 'results'), { recursive: true });
  const report = {
    bench: name,
    title: bench.title,
    size: bench.size,
    machine: machine(),
    at: new Date().toISOString(),
    results,
  };
  writeFileSync(path.join(here, 'results', `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  return results.filter(({ misses }) => misses.length > 0).length;
}

async function measure(page, index, side) {
  await page.evaluate((at) => window.beforeSide(at), index);
  await settle();
  const before = readCpu(browserPid);
  const wall = await page.evaluate(([at, which]) => window.runSide(at, which), [index, side]);
  // What it left to do in the background belongs to it.
  await settle();
  const after = readCpu(browserPid);
  return { cpu: before === undefined ? wall : cpuBetween(before, after), wall };
}

/** The longest that the subject holds the main thread. */
async function measureBlock(page, index) {
  await page.evaluate((at) => window.beforeSide(at), index);
  await settle();
  return longestTask(browser, async () => {
    await page.evaluate((at) => window.runSide(at, 'subject'), index);
    await settle();
  });
}

/** Waits until the browser has hardly anything to do. */
async function settle() {
  for (let quiet = 0; quiet < 2; ) {
    const before = readCpu(browserPid);
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (before === undefined) return;
    quiet = cpuBetween(before, readCpu(browserPid)) < 2 ? quiet + 1 : 0;
  }
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function summarise({ name, rounds, most, mostCpu, mostBlock, hasBaseline }, sides, block) {
  const of = (side) => ({ cpu: median(side.map(({ cpu }) => cpu)), wall: median(side.map(({ wall }) => wall)) });
  const subject = of(sides.subject);
  const baseline = hasBaseline ? of(sides.baseline) : undefined;
  const ratio = baseline === undefined ? undefined : subject.cpu / baseline.cpu;
  const misses = [];
  if (most !== undefined && ratio > most) misses.push(`at most ${most} of the baseline`);
  if (mostCpu !== undefined && subject.cpu > mostCpu) misses.push(`at most ${mostCpu} ms CPU`);
  if (mostBlock !== undefined && block > mostBlock) misses.push(`no task over ${mostBlock} ms`);
  return { name, rounds, subject, mostCpu, baseline, ratio, most, block, mostBlock, misses };
}

function line({ name, rounds, subject, mostCpu, baseline, ratio, most, block, mostBlock, misses }) {
  const figures = ({ cpu, wall }) => `${cpu.toFixed(1)} ms CPU, ${wall.toFixed(1)} ms wall`;
  const lines = [
    `  ${name} (${rounds} rounds)`,
    `    subject  ${figures(subject)}${mostCpu === undefined ? '' : `, at most ${mostCpu} ms CPU`}`,
  ];
  if (baseline !== undefined)
    lines.push(
      `    baseline ${figures(baseline)}`,
      `    ratio    ${ratio.toFixed(3)}${most === undefined ? '' : `, at most ${most}`}`,
    );
  if (block !== undefined) lines.push(`    longest task ${block.toFixed(0)} ms CPU, at most ${mostBlock}`);
  if (misses.length > 0) lines.push(`    MISSED: ${misses.join(', ')}`);
  return lines.join('\n');
}

function machine() {
  return `${cpus()[0]?.model ?? 'unknown CPU'} × ${cpus().length}, Node ${process.versions.node}, Chromium ${browser.version()}, load ${loadavg()[0].toFixed(1)}`;
}
