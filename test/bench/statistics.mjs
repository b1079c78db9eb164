// What the figures of a bench come to, and how it ends: shared by the benches of single elements.
import { cpus } from 'node:os';

export const median = (values) => percentile(values, 0.5);

/** The value below which such a share of all values lies. */
export const percentile = (values, share) =>
  [...values].sort((left, right) => left - right)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** A figure as it is printed: with so many decimals. */
export const rounded = (value, decimals = 1) => Math.round(value * 10 ** decimals) / 10 ** decimals;

/** How long frames took: the middle one, that at the 95th percentile, and the worst. */
export const framesOf = (durations) => ({
  frames: durations.length,
  median: rounded(median(durations)),
  p95: rounded(percentile(durations, 0.95)),
  worst: rounded(Math.max(...durations)),
});

/**
 * First renders of few and of many, warmed up, then interleaved, so that what else the machine does meets both alike: by
 * the clock and by what the page's thread does, and many as so many times few.
 */
export async function firstRenders({ measure, timed }, few, many, rounds) {
  const renders = { [few]: [], [many]: [] };
  await measure('firstRender', few);
  await measure('firstRender', many);
  for (let at = 0; at < rounds; at++)
    for (const count of [few, many]) renders[count].push(await timed('firstRender', count));
  const clockOf = (count) => median(renders[count].map(({ answer }) => answer));
  const threadOf = (count) => median(renders[count].map(({ busy }) => busy));
  const figuresOf = (count) => ({ milliseconds: rounded(clockOf(count)), thread: rounded(threadOf(count)) });
  return {
    few: figuresOf(few),
    many: figuresOf(many),
    ratio: { clock: rounded(clockOf(many) / clockOf(few), 2), thread: rounded(threadOf(many) / threadOf(few), 2) },
  };
}

export const machineOf = (version, rounds) =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Chromium ${version}, median of ${rounds} interleaved rounds`;

/** One thing that a figure must not exceed (`most`), or must reach (`least`). */
const missOf = ({ name, value, most, least }) => {
  if (most !== undefined && value > most) return `${name}: ${value}; the bar is at most ${most}`;
  return least !== undefined && value < least ? `${name}: ${value}; the bar is at least ${least}` : undefined;
};

/** Prints the figures and which bars were missed; the process then ends with 1. */
export function report(figures, bars) {
  console.log(JSON.stringify(figures, null, 2));
  const missed = bars.map(missOf).filter((each) => each !== undefined);
  for (const each of missed) console.error(`missed: ${each}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}
