/** Runs tasks one behind the other, each after the one before has ended, well or badly. */
export type Turns = <Output>(task: () => Promise<Output>) => Promise<Output>;

/** A line that nobody stands in yet. */
export function takeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
}
