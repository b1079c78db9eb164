// Measures the board in the system's Chromium: node test/bench/board/run.mjs. Answers JSON, and fails when a bar is missed.
// KITH_PEERS=syncfusion measures it beside that board; KITH_DEALS and KITH_ROUNDS change how many there are.
import { fetchPeer } from '../peers.mjs';
import { openScenes } from '../scenes-page.mjs';
import { framesOf, machineOf, median, report, rounded } from '../statistics.mjs';
import { longestTask } from '../tasks.mjs';

const ROUNDS = Number(process.env.KITH_ROUNDS ?? 5);
const SMALL = 100;
const BIG = Number(process.env.KITH_DEALS ?? 50_000);

const peer = await fetchPeer('syncfusion');
const kith = await openScenes('board');
const other = peer && (await openScenes('board', 'syncfusion.ts'));

/** Renders of one side: until its cards are painted by the clock, and for how long its thread was at work. */
const sides = new Map();
async function render(name, { timed }, ...input) {
  const { answer, busy } = await timed('firstRender', ...input);
  const { clock = [], thread = [] } = sides.get(name) ?? {};
  sides.set(name, { clock: [...clock, answer], thread: [...thread, busy] });
}
const figureOf = (name) => ({
  milliseconds: rounded(median(sides.get(name).clock)),
  thread: rounded(median(sides.get(name).thread)),
});
const timesOf = (name, than, unit) => rounded(median(sides.get(name)[unit]) / median(sides.get(than)[unit]), 2);

/** The longest task of the page's thread while a card is carried over the whole board, from lifting to letting go, in CPU milliseconds. */
async function worstDrag({ page, browser }, card, steps) {
  const box = await page.locator(card).first().boundingBox();
  const { width } = page.viewportSize();
  return longestTask(browser, async () => {
    await page.mouse.move(box.x + box.width / 2, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(width - 60, 400, { steps });
    await page.mouse.move(width / 3, 300, { steps });
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });
}

try {
  await kith.measure('firstRender', SMALL);
  await kith.measure('firstRender', BIG);
  // Interleaved, so that what else the machine does meets all alike.
  for (let at = 0; at < ROUNDS; at++) {
    await render('few', kith, SMALL);
    await render('many', kith, BIG);
  }
  // Beside a peer each drawing is the first one of its page, as it is for whoever opens it.
  for (let at = 0; other && at < ROUNDS; at++) {
    await kith.inNewPage(async (page) => {
      await page.measure('prepare', BIG);
      await render('cold', page, BIG);
    });
    await other.inNewPage(async (page) => {
      await page.measure('prepare', BIG, peer.script, peer.styles);
      await render('peer', page);
    });
  }
  const plain = [];
  for (let at = 0; at < 3; at++) plain.push(await kith.timed('plainFirstRender', BIG));
  sides.set('plain', { clock: plain.map(({ answer }) => answer), thread: plain.map(({ busy }) => busy) });
  const elements = await kith.measure('elements', BIG);
  const moves = await kith.measure('framesOfMoves', BIG, 20);
  const scroll = await kith.timed('scrollFrames', BIG, 120);
  const leaps = await kith.measure('leapFrames', BIG, 60);
  await kith.measure('present', BIG);
  const card = '[data-stage="stage_Prospecting"] [data-card]';
  // Once before: whoever has begun a drag has fetched what carries it.
  await worstDrag(kith, card, 2);
  const drag = await worstDrag(kith, card, 60);
  await kith.measure('dismiss');

  const figures = {
    machine: machineOf(kith.version, ROUNDS),
    deals: BIG,
    firstRenderOf100: figureOf('few'),
    firstRender: figureOf('many'),
    ratio: { clock: timesOf('many', 'few', 'clock'), thread: timesOf('many', 'few', 'thread') },
    plainRepeat: {
      ...figureOf('plain'),
      times: { clock: timesOf('plain', 'many', 'clock'), thread: timesOf('plain', 'many', 'thread') },
    },
    syncfusion: peer && {
      kithInANewPage: figureOf('cold'),
      ...figureOf('peer'),
      times: { clock: timesOf('peer', 'cold', 'clock'), thread: timesOf('peer', 'cold', 'thread') },
    },
    elements,
    framesOfAMove: { median: median(moves), worst: Math.max(...moves) },
    scroll: { ...framesOf(scroll.answer), threadPerFrame: rounded(scroll.busy / scroll.answer.length) },
    leaps: framesOf(leaps),
    worstDragTask: rounded(drag),
  };
  report(figures, [
    // By what the thread does: the clock has the same frames of waiting in both.
    { name: `first render with ${BIG} deals against ${SMALL}`, value: figures.ratio.thread, most: 1.5 },
    { name: 'elements', value: elements, most: 1_500 },
    { name: 'frames of a move', value: figures.framesOfAMove.median, most: 2 },
    // Two frames, as a screen of 60 hertz tells them.
    { name: 'scrolling, milliseconds at the 95th percentile', value: figures.scroll.p95, most: 33.5 },
    { name: 'the worst task of a drag, milliseconds', value: figures.worstDragTask, most: 50 },
    ...(peer ? [{ name: 'times slower: Syncfusion', value: figures.syncfusion.times.clock, least: 20 }] : []),
  ]);
} finally {
  await other?.close();
  await kith.close();
}
