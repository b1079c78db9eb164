import type { LitElement, ReactiveController } from 'lit';
import { OnPaper } from '../base/on-paper.js';

/** What is drawn beyond each edge of the window, in pixels. */
const AROUND = 400;
/** What is assumed of the window's height before there is one. */
const FIRST_HEIGHT = 900;

/** A stretch of a sheet, from its top, in pixels. */
export type Stretch = readonly [from: number, to: number];

/**
 * Which stretch of a long sheet may be in sight, whatever it is that scrolls: a part of the page, the page, or an element
 * around the one it is in. The window is an upper bound: what a scrolling box cuts off is drawn as well.
 */
export class InSight implements ReactiveController {
  readonly #host: LitElement;
  readonly #moved: () => void;
  readonly #paper: OnPaper;
  #roots: readonly Node[] = [];

  /** `moved` is called whenever something was scrolled or the window changed. */
  constructor(host: LitElement, moved: () => void) {
    this.#host = host;
    this.#moved = moved;
    this.#paper = new OnPaper(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.#roots = [...rootsAbove(this.#host)];
    // Scrolling does not bubble, and is not heard outside of the shadow root it happens in.
    for (const root of this.#roots) root.addEventListener('scroll', this.#moved, { capture: true, passive: true });
    addEventListener('resize', this.#moved);
  }

  hostDisconnected(): void {
    for (const root of this.#roots) root.removeEventListener('scroll', this.#moved, { capture: true });
    removeEventListener('resize', this.#moved);
  }

  /** The stretch of a sheet that is to be drawn; on paper, all of it. */
  of(sheet: Element | null | undefined): Stretch {
    if (this.#paper.value) return [0, Number.MAX_SAFE_INTEGER];
    const height = globalThis.innerHeight || FIRST_HEIGHT;
    const top = sheet?.getBoundingClientRect().top ?? 0;
    // Far below the window there is still a beginning: it is what comes into sight first.
    const from = Math.max(0, -top);
    return [from - AROUND, Math.max(from, height - top) + AROUND];
  }
}

/** The roots in which something may scroll that a node is in. */
function* rootsAbove(node: Node): Generator<Node> {
  let at: Node | null = node;
  while (at) {
    if (at instanceof Document || at instanceof ShadowRoot) yield at;
    const slot: Node | null = at instanceof Element ? at.assignedSlot : null;
    at = slot ?? at.parentNode ?? (at instanceof ShadowRoot ? at.host : null);
  }
}
