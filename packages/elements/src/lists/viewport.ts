import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SectionLayout } from './section-layout.js';

/** Items that are drawn beyond each edge of what is in sight. */
const AROUND = 4;
/** What is assumed of the window's height before it is known. */
const FIRST_HEIGHT = 640;

interface ViewportHost extends ReactiveControllerHost, HTMLElement {}

/** The window through which a long list is seen: how far it is scrolled, how high it is, and how high rows are in it. */
export class Viewport implements ReactiveController {
  readonly #host: ViewportHost;
  readonly #observer = new ResizeObserver((entries) => requestAnimationFrame(() => this.#measure(entries)));
  #scroller: HTMLElement | undefined;
  #head = 0;
  #top = 0;
  #height = FIRST_HEIGHT;
  #first = 0;
  #last = -1;
  #layout: SectionLayout | undefined;
  /** How high a row and the head of a group are. */
  heights: readonly [row: number, head: number] = [40, 34];

  constructor(host: ViewportHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#scroller = undefined;
  }

  /** Takes over the elements once they are drawn. */
  observe(root: ParentNode): void {
    const scroller = root.querySelector<HTMLElement>('.viewport') ?? undefined;
    if (scroller === this.#scroller) return;
    this.#observer.disconnect();
    this.#scroller = scroller;
    if (!scroller) return;
    for (const element of [scroller, ...root.querySelectorAll<HTMLElement>('.probe, .head')])
      this.#observer.observe(element);
    this.#top = scroller.scrollTop;
  }

  /** The items to draw: those in sight with some around them, and the pinned one. */
  items(layout: SectionLayout, pinned: number): readonly number[] {
    this.#layout = layout;
    if (layout.items === 0) return [];
    [this.#first, this.#last] = this.#range(layout);
    const items: number[] = [];
    if (pinned >= 0 && pinned < this.#first) items.push(pinned);
    for (let item = this.#first; item <= this.#last; item++) items.push(item);
    if (pinned > this.#last && pinned < layout.items) items.push(pinned);
    return items;
  }

  /** The first and the last item that was drawn. */
  get drawn(): readonly [first: number, last: number] {
    return [this.#first, this.#last];
  }

  /** How many rows fit into the window. */
  get page(): number {
    return Math.max(1, Math.floor((this.#height - this.#head) / this.heights[0]) - 1);
  }

  /** Scrolled: draws anew where other items have come into sight, and tells whoever draws them. */
  scrolled(rows?: { scrolled(): void }): void {
    rows?.scrolled();
    if (!this.#scroller || !this.#layout) return;
    this.#top = this.#scroller.scrollTop;
    const [first, last] = this.#range(this.#layout);
    if (first !== this.#first || last !== this.#last) this.#host.requestUpdate();
  }

  /** Scrolls so far that an item is in sight. */
  reveal(layout: SectionLayout, item: number): void {
    if (!this.#scroller || item < 0) return;
    const top = layout.topOf(item);
    const seen = this.#height - this.#head;
    const height = layout.placeOf(item).row < 0 ? this.heights[1] : this.heights[0];
    const wanted = top < this.#top ? top : top + height > this.#top + seen ? top + height - seen : this.#top;
    this.#scrollTo(wanted);
  }

  /** Back to the beginning, for other rows. */
  toStart(): void {
    this.#scrollTo(0);
  }

  #scrollTo(top: number): void {
    if (!this.#scroller || top === this.#top) return;
    this.#scroller.scrollTop = top;
    // Not what it has become: the list may grow to that height only with the next drawing.
    this.#top = top;
    this.#host.requestUpdate();
  }

  #range(layout: SectionLayout): readonly [number, number] {
    const first = Math.max(0, layout.itemAt(this.#top) - AROUND);
    return [first, Math.min(layout.items - 1, layout.itemAt(this.#top + this.#height) + AROUND)];
  }

  #measure(entries: readonly ResizeObserverEntry[]): void {
    let isOther = false;
    for (const { target } of entries) {
      const height = (target as HTMLElement).offsetHeight;
      if (height === 0) continue;
      if (target === this.#scroller && height !== this.#height) {
        this.#height = height;
        isOther = true;
      } else if (target.classList.contains('head')) this.#head = height;
      else if (target.classList.contains('probe-row') && height !== this.heights[0]) {
        this.heights = [height, this.heights[1]];
        isOther = true;
      } else if (target.classList.contains('probe-group') && height !== this.heights[1]) {
        this.heights = [this.heights[0], height];
        isOther = true;
      }
    }
    if (isOther) this.#host.requestUpdate();
  }
}
