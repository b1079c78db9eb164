import type { Contender } from './contender.js';
import { seatOf } from './seat.js';

/** Lets the runner reach a contender as `window.seat`. */
export function takePageSeat(contender: Contender): void {
  Object.assign(window, { seat: seatOf(contender) });
}
