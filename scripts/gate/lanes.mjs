/**
 * Runs steps in their order, so many at a time. A step is begun when nothing it comes `after` is left to do. `onEnd`
 * hears of each as it ends: its name, what its check answered, and the milliseconds it took.
 */
export async function runInLanes(steps, lanes, onEnd) {
  const waiting = [...steps];
  const left = new Set(steps.map(({ name }) => name));
  const sleepers = [];
  const mayBegin = ({ after = [] }) => !after.some((name) => left.has(name));

  async function work() {
    while (waiting.length > 0) {
      const at = waiting.findIndex(mayBegin);
      // Another lane is at what all the rest comes after.
      if (at < 0) await new Promise((resolve) => sleepers.push(resolve));
      else await take(waiting.splice(at, 1)[0]);
    }
  }

  async function take({ name, check }) {
    const began = performance.now();
    const result = await check();
    left.delete(name);
    onEnd(name, result, performance.now() - began);
    for (const wake of sleepers.splice(0)) wake();
  }

  await Promise.all(Array.from({ length: lanes }, work));
}
