import type { Contender } from './contender.js';

/** What the runner asks of a contender; see seats.mjs. */
export type Seat = ReturnType<typeof seatOf>;

/** Makes a contender answer to the runner. */
export function seatOf(contender: Contender) {
  const turnsByLine = new Map<string, number>();
  const lineOf = (key: string) => {
    const line = contender.lines[key];
    if (line === undefined) throw new Error(`There is no line "${key}" here.`);
    return line;
  };

  /** Does some turns and answers the milliseconds they took by the clock. */
  async function run(key: string, turns: number): Promise<number> {
    const { work } = lineOf(key);
    const first = turnsByLine.get(key) ?? 0;
    turnsByLine.set(key, first + turns);
    let own: number | undefined;
    const start = performance.now();
    for (let turn = first; turn < first + turns; turn++) {
      const answer = await work(turn);
      if (typeof answer === 'number') own = (own ?? 0) + answer;
    }
    return own ?? performance.now() - start;
  }

  return {
    prepare: (rows: number) => contender.prepare(rows),
    before: async (key: string) => lineOf(key).before?.(),
    run,
    answers: () => contender.answers(),
  };
}
