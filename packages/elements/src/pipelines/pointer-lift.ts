import type { Deal } from '@kith/core';
import type { ReactiveController } from 'lit';
import type { BoardColumn } from './board-column.js';
import type { Lifting, MovingHost } from './lifting.js';

/** What the pointer needs of the board. */
export interface PointerHost extends MovingHost {
  /** The part that scrolls sideways and holds the columns. */
  readonly columnsElement: HTMLElement | undefined;
  /** The card that follows the pointer. */
  readonly ghostElement: HTMLElement | undefined;
  /** The section a column is drawn in. */
  elementOf(column: BoardColumn): HTMLElement | undefined;
  dealOf(card: Element): { readonly deal: Deal; readonly column: BoardColumn } | undefined;
  focusDeal(id: string): void;
}

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
  /** The deal whose card follows the pointer, or flies to where it was let go. */
  ghost: Deal | undefined;
  readonly #host: PointerHost;
  readonly #lifting: Lifting;
  #press: Press | undefined;
  #grip = { x: 0, y: 0, width: 0, height: 0 };
  #at = { x: 0, y: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #frameAt = 0;

  constructor(host: PointerHost, lifting: Lifting) {
    this.#host = host;
    this.#lifting = lifting;
    host.addController(this);
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
    const ghost = this.#host.ghostElement;
    if (!ghost || !this.ghost || ghost.matches(':popover-open')) return;
    ghost.style.width = `${this.#grip.width}px`;
    ghost.showPopover();
    this.#follow();
  }

  readonly onPointerDown = (event: PointerEvent): void => {
    const card = (event.target as Element).closest<HTMLElement>('.card');
    if (!card || event.button !== 0 || !event.isPrimary || this.#press || this.#lifting.current) return;
    if ((event.target as Element).closest('.card-menu')) return;
    this.#press = {
      pointerId: event.pointerId,
      card,
      x: event.clientX,
      y: event.clientY,
      isTouch: event.pointerType === 'touch',
    };
    this.#at = { x: event.clientX, y: event.clientY };
    addEventListener('pointermove', this.#onPointerMove);
    addEventListener('pointerup', this.#onPointerUp);
    addEventListener('pointercancel', this.#onPointerCancel);
    addEventListener('keydown', this.#onKeydown, { capture: true });
    if (this.#press.isTouch) this.#timer = setTimeout(() => this.#lift(), LONG_PRESS_IN_MILLIS);
  };

  /** While a finger carries a card, the page must not scroll with it. */
  readonly onTouchMove = {
    passive: false,
    handleEvent: (event: TouchEvent): void => {
      if (this.isDragging && event.cancelable) event.preventDefault();
    },
  };

  /** A long press on a card is a lift, not the browser's menu. */
  readonly onContextMenu = (event: MouseEvent): void => {
    if (this.#press?.isTouch) event.preventDefault();
  };

  readonly #onPointerMove = (event: PointerEvent): void => {
    const press = this.#press;
    if (!press || event.pointerId !== press.pointerId) return;
    this.#at = { x: event.clientX, y: event.clientY };
    if (this.isDragging) {
      this.#follow();
      this.#aim();
      return;
    }
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < SLOP) return;
    if (press.isTouch) this.#end();
    else this.#lift();
  };

  readonly #onPointerUp = (event: PointerEvent): void => {
    if (event.pointerId !== this.#press?.pointerId) return;
    const wasDragging = this.isDragging;
    this.#end();
    if (!wasDragging) return;
    swallowClick();
    const deal = this.#lifting.current?.deal;
    const settled = this.#lifting.drop();
    void this.#land(settled);
    if (deal) void settled.then(() => this.#host.focusDeal(deal.id));
  };

  readonly #onPointerCancel = (event: PointerEvent): void => {
    if (event.pointerId === this.#press?.pointerId) this.#cancel();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.isDragging) return;
    event.preventDefault();
    event.stopPropagation();
    this.#cancel();
  };

  #lift(): void {
    const press = this.#press;
    const found = press && this.#host.dealOf(press.card);
    if (!press || !found) return;
    const box = press.card.getBoundingClientRect();
    this.#grip = { x: press.x - box.left, y: press.y - box.top, width: box.width, height: box.height };
    this.ghost = found.deal;
    this.#lifting.begin(found.deal, found.column, 'pointer', box.height);
    try {
      this.#host.columnsElement?.setPointerCapture(press.pointerId);
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
    removeEventListener('pointermove', this.#onPointerMove);
    removeEventListener('pointerup', this.#onPointerUp);
    removeEventListener('pointercancel', this.#onPointerCancel);
    removeEventListener('keydown', this.#onKeydown, { capture: true });
  }

  #follow(): void {
    const ghost = this.#host.ghostElement;
    if (ghost) ghost.style.translate = `${this.#at.x - this.#grip.x}px ${this.#at.y - this.#grip.y}px`;
  }

  #aim(): void {
    const column = this.#host.columns.find((each) => {
      const box = this.#host.elementOf(each)?.getBoundingClientRect();
      return box && this.#at.x >= box.left && this.#at.x < box.right;
    });
    const middle = this.#at.y - this.#grip.y + this.#grip.height / 2;
    this.#lifting.aim(column, column?.gapAtScreen(middle) ?? 0);
  }

  readonly #scrollAtEdges = (now: number): void => {
    const seconds = Math.min(now - this.#frameAt, 50) / 1000;
    this.#frameAt = now;
    this.#frame = requestAnimationFrame(this.#scrollAtEdges);
    const board = this.#host.columnsElement;
    if (!board) return;
    const box = board.getBoundingClientRect();
    const sideways = pull(this.#at.x, box.left, box.right) * SPEED * seconds;
    const scroller = this.#lifting.current?.target?.column.scroller;
    const column = scroller?.getBoundingClientRect();
    const along = column ? pull(this.#at.y, column.top, column.bottom) * SPEED * seconds : 0;
    if (sideways) board.scrollLeft += sideways;
    if (along && scroller) scroller.scrollTop += along;
    if (sideways || along) this.#aim();
  };

  /** The card flies to its place, the new one or the old one, and gives way to the real card. */
  async #land(settled: Promise<boolean>): Promise<void> {
    const ghost = this.#host.ghostElement;
    const deal = this.ghost;
    await this.#host.updateComplete;
    await settled;
    await this.#host.updateComplete;
    const card = deal && this.#host.renderRoot.querySelector(`[data-deal="${CSS.escape(deal.id)}"] .card`);
    const to = card?.getBoundingClientRect();
    const from = ghost?.getBoundingClientRect();
    if (ghost && to && from && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const frames = [{ translate: ghost.style.translate }, { translate: `${to.left}px ${to.top}px` }];
      await ghost
        .animate(frames, { duration: 160, easing: 'cubic-bezier(0.2, 0, 0, 1)' })
        .finished.catch(() => undefined);
    }
    if (this.ghost !== deal || this.isDragging) return;
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
