import type { Contender } from './contender.js';
import { type Seat, seatOf } from './seat.js';

interface Call {
  readonly call: number;
  readonly method: keyof Seat;
  readonly args: readonly unknown[];
}

/** Lets the runner reach a contender by messages to this process. */
export function takeProcessSeat(contender: Contender): void {
  const seat = seatOf(contender);
  process.on('message', async ({ call, method, args }: Call) => {
    try {
      process.send?.({ call, answer: await Reflect.apply(seat[method], seat, args) });
    } catch (error) {
      process.send?.({ call, error: error instanceof Error ? error.stack : String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
}
