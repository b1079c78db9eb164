// Measures the timeline in the system's Chromium: node test/bench/timeline/run.mjs. Answers JSON, and fails when a bar is missed.
// KITH_ENTRIES and KITH_ROUNDS change how many there are.
import { openScenes } from '../scenes-page.mjs';
import { framesOf, machineOf, median, report, rounded } from '../statistics.mjs';

const ROUNDS = Number(process.env.KITH_ROUNDS ?? 7);
const SMALL = 100;
const BIG = Number(process.env.KITH_ENTRIES ?? 20_000);

const { measure, timed, close, version } = await openScenes('timeline');
try {
  const renders = { [SMALL]: [], [BIG]: [] };
  await measure('firstRender', SMALL);
  await measure('firstRender', BIG);
  // Interleaved, so that what else the machine does meets both alike.
  for (let at = 0; at < ROUNDS; at++)
    for (const count of [SMALL, BIG]) renders[count].push(await timed('firstRender', count));
  const clockOf = (count) => median(renders[count].map(({ answer }) => answer));
  const threadOf = (count) => median(renders[count].map(({ busy }) => busy));
  const scroll = await timed('scroll', BIG, 120);
  const figures = {
    machine: machineOf(version, ROUNDS),
    entries: BIG,
    firstRenderOf100: { milliseconds: rounded(clockOf(SMALL)), thread: rounded(threadOf(SMALL)) },
    firstRender: { milliseconds: rounded(clockOf(BIG)), thread: rounded(threadOf(BIG)) },
    ratio: {
      clock: rounded(clockOf(BIG) / clockOf(SMALL), 2),
      thread: rounded(threadOf(BIG) / threadOf(SMALL), 2),
    },
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
