import type { ReactiveController } from 'lit';
import type { BoardHost } from './board-host.js';
import { cardOf, columnAt } from './board-places.js';
import type { BoardRow } from './board-source.js';
import type { Lifting } from './lifting.js';

interface Press {
  readonly pointerId: number;
  readonly card: HTMLElement;
  readonly x: number;
  readonly y: number;
  readonly isTouch: boolean;
}

/** A mouse must go this far before a press is a drag; a finger that goes this far scrolls instead. */
const SLOP = 5;
/** How long a finger rests on a card before it is taken up. */
const LONG_PRESS_IN_MILLIS = 250;
/** So near to an edge the board begins to scroll, up to this many pixels in a second. */
const EDGE = 56;
const SPEED = 1200;

/**
 * Drags cards by pointer events, with a press-and-hold for fingers. Everything is computed from where the columns and
 * cards lie, never from what is under the pointer: that works in closed shadow roots, and no node is moved by hand.
 */
export class PointerLift implements ReactiveController {
  /** The row whose card follows the pointer, or flies to where it was let go. */
  ghost: BoardRow | undefined;
  readonly #host: BoardHost;
  readonly #lifting: Lifting;
  readonly #along: (row: BoardRow) => readonly BoardRow[];
  #press: Press | undefined;
  #grip = { x: 0, y: 0, width: 0, height: 0 };
  #at = { x: 0, y: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #frameAt = 0;

  /** `along` says which rows go with the one that is taken up. */
  constructor(host: BoardHost, lifting: Lifting, along: (row: BoardRow) => readonly BoardRow[]) {
    this.#host = host;
    this.#lifting = lifting;
    this.#along = along;
    host.addController(this);
  }

  /** The card that follows the pointer. */
  get #ghostElement(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.ghost');
  }

  /** The part that scrolls sideways and holds the columns. */
  get #columnsElement(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.columns');
  }

  get isDragging(): boolean {
    return this.#press !== undefined && this.#lifting.current?.by === 'pointer';
  }

  hostDisconnected(): void {
    this.#end();
    this.#lifting.current = undefined;
    this.ghost = undefined;
  }

  hostUpdated(): void {
    const ghost = this.#ghostElement;
    if (!ghost || !this.ghost || ghost.matches(':popover-open')) return;
    ghost.style.width = `${this.#grip.width}px`;
    ghost.showPopover();
    this.#follow();
  }

  /** A pointer was put down on something of the board. */
  press({ button, isPrimary, pointerId, pointerType, clientX: x, clientY: y }: PointerEvent, target: Element): void {
    const card = target.closest<HTMLElement>('.card');
    if (!card || button !== 0 || !isPrimary || this.#press || this.#lifting.current) return;
    if (target.closest('.card-menu')) return;
    this.#press = { pointerId, card, x, y, isTouch: pointerType === 'touch' };
    this.#at = { x, y };
    addEventListener('pointermove', this.follow);
    addEventListener('pointerup', this.follow);
    addEventListener('pointercancel', this.follow);
    addEventListener('keydown', this.#onKeydown, { capture: true });
    if (this.#press.isTouch) this.#timer = setTimeout(() => this.#lift(), LONG_PRESS_IN_MILLIS);
  }

  /** The pointer that was put down has gone on, or come to its end. */
  readonly follow = (event: PointerEvent): void => {
    if (event.pointerId !== this.#press?.pointerId) return;
    if (event.type === 'pointermove') this.#move(event, this.#press);
    else if (event.type === 'pointerup') this.#letGo();
    else this.#cancel();
  };

  /** While a finger carries a card, the page must not scroll with it. */
  onTouchMove(event: TouchEvent): void {
    if (this.isDragging && event.cancelable) event.preventDefault();
  }

  /** A long press on a card is a lift, not the browser's menu. */
  onContextMenu(event: MouseEvent): void {
    if (this.#press?.isTouch) event.preventDefault();
  }

  #move({ clientX: x, clientY: y }: PointerEvent, press: Press): void {
    this.#at = { x, y };
    if (this.isDragging) {
      this.#follow();
      this.#aim();
      return;
    }
    if (Math.hypot(x - press.x, y - press.y) < SLOP) return;
    if (press.isTouch) this.#end();
    else this.#lift();
  }

  #letGo(): void {
    const wasDragging = this.isDragging;
    this.#end();
    if (!wasDragging) return;
    swallowClick();
    const lift = this.#lifting.current;
    const settled = this.#lifting.drop();
    // While somebody is asked, the card waits in its place and not in the air.
    if (this.#lifting.isWaiting) this.#vanish();
    else void this.#land(settled);
    if (lift)
      void settled.then((hasMoved) => {
        // What was moved together is together, and need not be chosen any more.
        if (hasMoved && lift.rows.length > 1) this.#host.choose(this.#lifting.refusedIds);
        this.#host.focusCard(lift.row.id);
      });
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.isDragging) return;
    event.preventDefault();
    event.stopPropagation();
    this.#cancel();
  };

  #lift(): void {
    const press = this.#press;
    const found = press && cardOf(this.#host, press.card);
    if (!press || !found) return;
    const box = press.card.getBoundingClientRect();
    this.#grip = { x: press.x - box.left, y: press.y - box.top, width: box.width, height: box.height };
    this.ghost = found.row;
    this.#lifting.begin(found.row, this.#along(found.row), found.cell, 'pointer', box.height);
    try {
      this.#columnsElement?.setPointerCapture(press.pointerId);
    } catch {
      // The pointer is gone already (a synthetic event, a lifted finger): its end will be told all the same.
    }
    this.#frameAt = performance.now();
    this.#frame = requestAnimationFrame(this.#scrollAtEdges);
    this.#aim();
  }

  #cancel(): void {
    const wasDragging = this.isDragging;
    this.#end();
    if (!wasDragging) return;
    this.#lifting.cancel();
    void this.#land(Promise.resolve(false));
  }

  #end(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#press = undefined;
    removeEventListener('pointermove', this.follow);
    removeEventListener('pointerup', this.follow);
    removeEventListener('pointercancel', this.follow);
    removeEventListener('keydown', this.#onKeydown, { capture: true });
  }

  #follow(): void {
    const ghost = this.#ghostElement;
    if (ghost) ghost.style.translate = `${this.#at.x - this.#grip.x}px ${this.#at.y - this.#grip.y}px`;
  }

  #aim(): void {
    const cell = columnAt(this.#host, this.#at.x)?.cell(this.#host.laning?.laneAt(this.#at.y));
    const middle = this.#at.y - this.#grip.y + this.#grip.height / 2;
    this.#lifting.aim(cell, cell && !cell.column.isFolded ? cell.gapAtScreen(middle) : 0);
  }

  readonly #scrollAtEdges = (now: number): void => {
    const seconds = Math.min(now - this.#frameAt, 50) / 1000;
    this.#frameAt = now;
    this.#frame = requestAnimationFrame(this.#scrollAtEdges);
    const board = this.#columnsElement;
    if (!board) return;
    const box = board.getBoundingClientRect();
    const sideways = pull(this.#at.x, box.left, box.right) * SPEED * seconds;
    const scroller = this.#lifting.current?.target?.cell.scroller;
    const column = scroller?.getBoundingClientRect();
    const along = column ? pull(this.#at.y, column.top, column.bottom) * SPEED * seconds : 0;
    if (sideways) board.scrollLeft += sideways;
    if (along && scroller) scroller.scrollTop += along;
    if (sideways || along) this.#aim();
  };

  /** The card flies to its place, the new one or the old one, and gives way to the real card. */
  async #land(settled: Promise<boolean>): Promise<void> {
    const ghost = this.#ghostElement;
    const row = this.ghost;
    await this.#host.updateComplete;
    await settled;
    await this.#host.updateComplete;
    const card = row && this.#host.renderRoot.querySelector(`[data-card="${CSS.escape(row.id)}"] .card`);
    const to = card?.getBoundingClientRect();
    const from = ghost?.getBoundingClientRect();
    if (ghost && to && from && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const frames = [{ translate: ghost.style.translate }, { translate: `${to.left}px ${to.top}px` }];
      await ghost
        .animate(frames, { duration: 160, easing: 'cubic-bezier(0.2, 0, 0, 1)' })
        .finished.catch(() => undefined);
    }
    if (this.ghost === row && !this.isDragging) this.#vanish();
  }

  #vanish(): void {
    const ghost = this.#ghostElement;
    if (ghost?.matches(':popover-open')) ghost.hidePopover();
    this.ghost = undefined;
    this.#host.requestUpdate();
  }
}

/** How strongly an edge pulls, from -1 (the near one) to 1 (the far one). */
function pull(at: number, near: number, far: number): number {
  const edge = Math.min(EDGE, (far - near) / 4);
  if (at < near + edge) return -Math.min(1, (near + edge - at) / edge);
  if (at > far - edge) return Math.min(1, (at - far + edge) / edge);
  return 0;
}

/** The click that follows a drag is none. */
function swallowClick(): void {
  const swallow = (event: Event): void => {
    event.stopPropagation();
    event.preventDefault();
  };
  addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }));
}
