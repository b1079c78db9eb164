/** Waits until something is so, looking at each frame. */
export async function until(state: () => unknown): Promise<void> {
  while (!state()) await new Promise(requestAnimationFrame);
}
