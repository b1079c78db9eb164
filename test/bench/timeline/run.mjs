// Measures the timeline in the system's Chromium: node test/bench/timeline/run.mjs. Answers JSON, and fails when a bar is missed.
import { cpus } from 'node:os';
import { openScenes } from '../scenes-page.mjs';

const ROUNDS = Number(process.env.KITH_ROUNDS ?? 7);
const SMALL = 100;
const BIG = Number(process.env.KITH_ENTRIES ?? 20_000);

const median = (values) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
const percentile = (values, share) =>
  [...values].sort((left, right) => left - right)[Math.min(values.length - 1, Math.floor(values.length * share))];
const round = (value) => Math.round(value * 10) / 10;

const { measure, close, version } = await openScenes('timeline');
try {
  const renders = { [SMALL]: [], [BIG]: [] };
  await measure('firstRender', SMALL);
  await measure('firstRender', BIG);
  // Interleaved, so that what else the machine does meets both alike.
  for (let at = 0; at < ROUNDS; at++)
    for (const count of [SMALL, BIG]) renders[count].push(await measure('firstRender', count));
  const scrolled = await measure('scroll', BIG, 120);
  const figures = {
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Chromium ${version}, median of ${ROUNDS} interleaved rounds`,
    firstRenderOf100: round(median(renders[SMALL])),
    firstRenderOfMany: { entries: BIG, milliseconds: round(median(renders[BIG])) },
    ratio: round((100 * median(renders[BIG])) / median(renders[SMALL])) / 100,
    elements: await measure('elements', BIG),
    scroll: { frames: scrolled.length, median: round(median(scrolled)), p95: round(percentile(scrolled, 0.95)) },
  };
  console.log(JSON.stringify(figures, null, 2));
  const missed = [
    figures.ratio > 1.5 &&
      `first render with ${BIG} entries takes ${figures.ratio} × that with ${SMALL}; the bar is 1.5`,
    figures.elements > 1_500 && `${figures.elements} elements; the bar is 1,500`,
  ].filter(Boolean);
  for (const each of missed) console.error(`missed: ${each}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} finally {
  await close();
}
