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
