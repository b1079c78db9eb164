// Measures the board in the system's Chromium: node test/bench/board/run.mjs. Answers JSON, and fails when a bar is missed.
import { cpus } from 'node:os';
import { openScenes } from '../scenes-page.mjs';

const ROUNDS = Number(process.env.KITH_ROUNDS ?? 5);
const SMALL = 100;
const BIG = Number(process.env.KITH_DEALS ?? 50_000);

const median = (values) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
const round = (value) => Math.round(value * 10) / 10;

const { measure, close, version } = await openScenes('board');
try {
  const renders = { [SMALL]: [], [BIG]: [] };
  await measure('firstRender', SMALL);
  await measure('firstRender', BIG);
  // Interleaved, so that what else the machine does meets both alike.
  for (let at = 0; at < ROUNDS; at++)
    for (const count of [SMALL, BIG]) renders[count].push(await measure('firstRender', count));
  const plain = [];
  for (let at = 0; at < 3; at++) plain.push(await measure('plainFirstRender', BIG));
  const frames = await measure('framesOfMoves', BIG, 20);
  const figures = {
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Chromium ${version}, median of ${ROUNDS} interleaved rounds`,
    firstRenderOf100: round(median(renders[SMALL])),
    firstRenderOfMany: { deals: BIG, milliseconds: round(median(renders[BIG])) },
    plainRepeatOfMany: { milliseconds: round(median(plain)), times: round(median(plain) / median(renders[BIG])) },
    ratio: round((100 * median(renders[BIG])) / median(renders[SMALL])) / 100,
    elements: await measure('elements', BIG),
    framesOfAMove: { median: median(frames), worst: Math.max(...frames) },
    worstScrollFrame: round(await measure('worstScrollFrame', BIG)),
  };
  console.log(JSON.stringify(figures, null, 2));
  const missed = [
    figures.ratio > 1.5 && `first render with ${BIG} deals takes ${figures.ratio} × that with ${SMALL}; the bar is 1.5`,
    figures.elements > 1_500 && `${figures.elements} elements; the bar is 1,500`,
    figures.framesOfAMove.median > 2 && `a move takes ${figures.framesOfAMove.median} frames; the bar is 2`,
  ].filter(Boolean);
  for (const each of missed) console.error(`missed: ${each}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} finally {
  await close();
}
