import type { GridHands } from './grid-hands.js';

/** Keys that would scroll the page. */
const SCROLLING = /^(Arrow|Home|End|Page| )/;

/** The events of a grid, for its hands: what happens before these are there is kept, and taken up when they come. */
export class EarlyHands {
  readonly #load: () => Promise<GridHands | undefined>;
  #hands: GridHands | undefined;
  readonly #kept: { readonly event: Event; readonly target: Element }[] = [];

  constructor(load: () => Promise<GridHands | undefined>) {
    this.#load = load;
  }

  readonly take = (event: Event): void => {
    // An event forgets its target when it is over.
    const target = event.composedPath()[0];
    if (!(target instanceof Element)) return;
    if (this.#hands) {
      this.#hands.take(event, target);
      return;
    }
    if (event instanceof KeyboardEvent && SCROLLING.test(event.key) && target.matches('.cell')) event.preventDefault();
    this.#kept.push({ event, target });
    if (this.#kept.length === 1) void this.ready();
  };

  /** Fetches the hands, and has them do what happened before. */
  async ready(): Promise<void> {
    const hands = await this.#load();
    const kept = this.#kept.splice(0);
    if (!hands) return;
    this.#hands = hands;
    for (const { event, target } of kept) hands.take(event, target);
  }
}
