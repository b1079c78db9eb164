import type { Day } from '../kernel/day.js';
import { kept } from '../kernel/kept.js';
import type { ValuedLife } from './spread.js';
import { isStepEnd, type Steps } from './steps.js';

/** The latest deals that were won up to a day and fit, oldest first, in steps; at most so many. */
export function* latestWins(
  lives: readonly ValuedLife[],
  asOf: Day,
  most: number,
  fits: (life: ValuedLife, wonOn: Day) => boolean,
): Steps<readonly ValuedLife[]> {
  const byDay = new Map<Day, ValuedLife[]>();
  for (const [index, life] of lives.entries()) {
    const { closed } = life;
    if (closed?.outcome === 'won' && closed.day <= asOf && fits(life, closed.day))
      kept(byDay, closed.day, () => []).push(life);
    if (isStepEnd(index)) yield;
  }
  const found: ValuedLife[] = [];
  for (const day of [...byDay.keys()].sort().reverse()) {
    found.push(...(byDay.get(day) ?? []).toReversed());
    if (found.length >= most) break;
  }
  return found.slice(0, most).reverse();
}
