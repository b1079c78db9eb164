import { compileFilter } from '../filters/matches.js';
import { type Day, dayIn } from '../kernel/day.js';
import type { Instant } from '../kernel/instant.js';
import type { ScoringScheme } from './scheme.js';

/** How often each engagement rule was met on each day: all that is kept of events. Plain JSON, whole numbers, sorted. */
export type Tally = readonly {
  readonly rule: string;
  readonly days: readonly (readonly [day: Day, count: number])[];
}[];

/** Something that somebody did. */
export interface ScoredEvent {
  /** When it took place. */
  readonly at: Instant;
  /** What the rules' conditions read. */
  readonly row: unknown;
}

/** Counts events for the rules of a scheme. */
export interface Tallier {
  /** Tallies can be told from those of other rules by it: one with another key has to be made anew. */
  readonly key: string;
  /**
   * With one more event, or, taken back, one less. Events may come in any order; the same ones give the same tally.
   * Undefined when the one to take back is not in it: it has to be made anew then.
   */
  with(tally: Tally, event: ScoredEvent, by?: 1 | -1): Tally | undefined;
  /** From scratch. */
  of(events: Iterable<ScoredEvent>): Tally;
}

/** Makes what counts events for a scheme. */
export function makeTallier({ engagement, timeZone }: ScoringScheme): Tallier {
  // The conditions do not read the clock, so it does not matter when they are asked.
  const moment = { now: '2000-01-01T00:00:00.000Z' as Instant, timeZone };
  const rules = engagement.rules.map(({ id, where }) => ({ id, matches: compileFilter(where, moment) }));
  const step = (tally: Tally, { at, row }: ScoredEvent, by: 1 | -1): Tally | undefined => {
    let next: Tally | undefined = tally;
    let day: Day | undefined;
    for (const { id, matches } of rules) {
      if (!next || !matches(row)) continue;
      day ??= dayIn(timeZone, at);
      next = counted(next, id, day, by);
    }
    return next;
  };
  return {
    key: keyOf([timeZone, ...engagement.rules.map(({ id, where }) => ({ id, where }))]),
    with: (tally, event, by = 1) => step(tally, event, by),
    of(events) {
      let tally: Tally = [];
      for (const event of events) tally = step(tally, event, 1) ?? tally;
      return tally;
    },
  };
}

function counted(tally: Tally, rule: string, day: Day, by: 1 | -1): Tally | undefined {
  const known = tally.find((each) => each.rule === rule);
  const days = new Map(known?.days);
  const count = (days.get(day) ?? 0) + by;
  if (count < 0) return undefined;
  if (count === 0) days.delete(day);
  else days.set(day, count);
  const others = tally.filter((each) => each.rule !== rule);
  if (days.size === 0) return others;
  const sorted = [...days].sort(([left], [right]) => (left < right ? -1 : 1));
  return [...others, { rule, days: sorted }].sort((left, right) => (left.rule < right.rule ? -1 : 1));
}

/** A short text that differs where the rules do (FNV-1a, twice 32 bits). */
function keyOf(rules: readonly unknown[]): string {
  const text = JSON.stringify(rules);
  let [low, high] = [0x811c9dc5, 0x1000193];
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(text.length - 1 - at), 0x01000193);
  }
  return ((low >>> 0).toString(36) + (high >>> 0).toString(36)).slice(0, 14);
}
