// Measures the timeline in the system's Chromium: node test/bench/timeline/run.mjs. Answers JSON, and fails when a bar is missed.
// KITH_ENTRIES and KITH_ROUNDS change how many there are.
import { openScenes } from '../scenes-page.mjs';
import { firstRenders, framesOf, machineOf, report, rounded } from '../statistics.mjs';

const ROUNDS = Number(process.env.KITH_ROUNDS ?? 7);
const SMALL = 100;
const BIG = Number(process.env.KITH_ENTRIES ?? 20_000);

const { measure, timed, close, version } = await openScenes('timeline');
try {
  const renders = await firstRenders({ measure, timed }, SMALL, BIG, ROUNDS);
  const scroll = await timed('scroll', BIG, 120);
  const figures = {
    machine: machineOf(version, ROUNDS),
    entries: BIG,
    firstRenderOf100: renders.few,
    firstRender: renders.many,
    ratio: renders.ratio,
    elements: await measure('elements', BIG),
    scroll: { ...framesOf(scroll.answer), threadPerFrame: rounded(scroll.busy / scroll.answer.length) },
  };
  report(figures, [
    // By what the thread does: the clock has the same frames of waiting in both.
    { name: `first render with ${BIG} entries against ${SMALL}`, value: figures.ratio.thread, most: 1.5 },
    { name: 'elements', value: figures.elements, most: 1_500 },
    // Two frames, as a screen of 60 hertz tells them.
    { name: 'scrolling, milliseconds at the 95th percentile', value: figures.scroll.p95, most: 33.5 },
  ]);
} finally {
  await close();
}
