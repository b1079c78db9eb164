// Measures the list in the system's Chromium: node test/bench/list/run.mjs. Answers JSON, and fails when a bar is missed.
import { cpus } from 'node:os';
import { openScenes } from '../scenes-page.mjs';

const ROUNDS = 7;
const SMALL = 100;
const BIG = 100_000;

const median = (values) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
const round = (value) => Math.round(value * 10) / 10;

const { page, measure, close, version } = await openScenes('list');
try {
  const renders = { [SMALL]: [], [BIG]: [] };
  await measure('firstRender', SMALL);
  await measure('firstRender', BIG);
  // Interleaved, so that what else the machine does meets both alike.
  for (let at = 0; at < ROUNDS; at++)
    for (const count of [SMALL, BIG]) renders[count].push(await measure('firstRender', count));
  // Beside what passes on the clock, which other processes lengthen, the time that the page's own thread was at work.
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  const before = await busy();
  const frames = [...(await measure('scrollFrames', BIG, 120))].sort((left, right) => left - right);
  const busyPerFrame = ((await busy()) - before) / 120;
  const figures = {
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Chromium ${version}, median of ${ROUNDS} interleaved rounds`,
    firstRenderOf100: round(median(renders[SMALL])),
    firstRenderOf100000: round(median(renders[BIG])),
    ratio: round((100 * median(renders[BIG])) / median(renders[SMALL])) / 100,
    elementsWith100000: await measure('elements', BIG),
    scrollFrame: {
      median: round(median(frames)),
      p95: round(frames[Math.floor(frames.length * 0.95)]),
      worst: round(frames.at(-1)),
      threadPerFrame: round(busyPerFrame),
    },
    jumpToEnd: round(await measure('jumpToEnd', BIG)),
  };
  console.log(JSON.stringify(figures, null, 2));
  const missed = [
    figures.ratio > 1.5 && `first render with ${BIG} rows takes ${figures.ratio} × that with ${SMALL}; the bar is 1.5`,
    figures.elementsWith100000 > 1_500 && `${figures.elementsWith100000} elements; the bar is 1,500`,
    figures.scrollFrame.p95 > 33.5 &&
      `a frame of scrolling takes ${figures.scrollFrame.p95} ms at the 95th percentile; the bar is 33`,
  ].filter(Boolean);
  for (const each of missed) console.error(`missed: ${each}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} finally {
  await close();
}
