/** Numbers in [0, 1) that come again for the same seed (a Weyl sequence through a 32-bit mixing function, after Steele, Lea & Flood 2014). */
export function drawsOf(seed: number): () => number {
  let state = Math.imul(seed | 0, 0x85ebca6b) ^ 0x2545f491;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** A draw of the normal distribution with mean 0 and deviation 1 (Box & Muller 1958). */
export const normalDraw = (next: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/** A draw that two numbers name: the same ones give the same, whatever is drawn before it. */
export function mixedDraw(seed: number, own: number, draw: number): number {
  let mixed = (own ^ Math.imul(seed + 1, 0x9e3779b1)) + Math.imul(draw + 1, 0x85ebca77);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/** From so many on the normal distribution comes to the same. */
const MANY = 60;

/** A draw of the Poisson distribution: how many come of so many expected (multiplying; Knuth 1969). */
export function poissonDraw(mean: number, next: () => number): number {
  if (mean > MANY) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalDraw(next)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count++;
  return count;
}
