import { rowsInSight, type Stack, stackOf } from '../pipelines/stack.js';
import type { ActivityEntry, Entry } from './entry.js';
import type { Stretch } from './in-sight.js';
import type { Section } from './section.js';

/** One piece of the timeline, as it lies below the one before. */
export type Item =
  | { readonly type: 'caption'; readonly key: string; readonly section: Section | undefined }
  | { readonly type: 'entry'; readonly key: string; readonly isLast: boolean; readonly entry: Entry }
  | { readonly type: 'plan'; readonly key: string; readonly isLast: boolean; readonly entry: ActivityEntry }
  | { readonly type: 'later'; readonly key: string; readonly left: number };

/** What is planned under its caption, then what has been, section by section. */
export function itemsOf(ahead: readonly ActivityEntry[], leftAhead: number, past: readonly Section[]): readonly Item[] {
  const items: Item[] = [];
  if (ahead.length > 0) items.push({ type: 'caption', key: 'caption ahead', section: undefined });
  for (const [index, entry] of ahead.entries())
    items.push({ type: 'plan', key: entry.id, entry, isLast: index === ahead.length - 1 });
  if (leftAhead > 0) items.push({ type: 'later', key: 'later', left: leftAhead });
  for (const section of past) {
    items.push({ type: 'caption', key: `caption ${section.key}`, section });
    for (const [index, entry] of section.entries.entries())
      items.push({ type: 'entry', key: entry.id, entry, isLast: index === section.entries.length - 1 });
  }
  return items;
}

/** What is assumed of a piece that was never measured, in pixels. */
const GUESSES: Readonly<Record<Item['type'], number>> = { caption: 34, entry: 66, plan: 88, later: 40 };
/** How many entries are measured before their mean is the guess for the others; it stays, so that nothing jumps. */
const ENOUGH = 8;

/** How high pieces are: measured where they were drawn, guessed from those for the others. */
export class Heights {
  readonly #known = new Map<string, number>();
  #guess: number | undefined;
  #width = 0;
  #stack: { readonly items: readonly Item[]; readonly stack: Stack } | undefined;

  /** Where pieces lie. */
  stackOf(items: readonly Item[]): Stack {
    if (this.#stack?.items !== items) {
      const heightOf = (index: number): number => {
        const item = items[index];
        if (!item) return 0;
        const guess = item.type === 'entry' ? this.guess : GUESSES[item.type];
        return this.#known.get(item.key) ?? guess;
      };
      this.#stack = { items, stack: stackOf(items.length, heightOf, 0) };
    }
    return this.#stack.stack;
  }

  /** How high an entry is as a rule. */
  get guess(): number {
    return this.#guess ?? GUESSES.entry;
  }

  /** A piece has been measured. Answers whether something lies elsewhere now. */
  measured(key: string, height: number): boolean {
    if (height === 0 || Math.abs((this.#known.get(key) ?? 0) - height) < 0.5) return false;
    this.#known.set(key, height);
    if (this.#guess === undefined && this.#known.size >= ENOUGH)
      this.#guess = [...this.#known.values()].reduce((sum, each) => sum + each, 0) / this.#known.size;
    this.#stack = undefined;
    return true;
  }

  /** In another width everything is of another height. */
  fit(width: number): boolean {
    if (width === this.#width) return false;
    const isFirst = this.#width === 0;
    this.#width = width;
    if (isFirst || width === 0) return false;
    this.#known.clear();
    this.#guess = undefined;
    this.#stack = undefined;
    return true;
  }
}

/** The pieces to draw: those in a stretch, and one that must stay whatever is in sight. */
export function drawnItems(
  items: readonly Item[],
  stack: Stack,
  [from, to]: Stretch,
  held: string | undefined,
): readonly number[] {
  const keep = held === undefined ? [] : [items.findIndex(({ key }) => key === held)];
  return rowsInSight(stack, from, to, 0, keep);
}
