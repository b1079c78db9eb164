import { NavigateEvent } from '../base/command-event.js';
import { Later } from '../base/later.js';
import type { BoardColumn } from './board-column.js';
import type { BoardHost } from './board-host.js';
import { cardOf } from './board-places.js';
import { Early } from './early.js';
import type { Hands } from './hands.js';

/** The keys that are the board's when the focus is on a card. */
const KEYS = /^(Arrow\w+|Home|End|Page\w+|[mx])$/i;
/** Those that let go of a card that was taken up. */
const LETTING_GO = /^(Enter|Escape)$/;

/** What people do on a board goes to its hands; what they do before these have been fetched is kept, and done then. */
export class BoardInput {
  /** Whether somebody wanted to do something, and what does it could not be fetched. */
  isWithoutHands = false;
  readonly #host: BoardHost;
  readonly #hands: Later<Hands>;
  readonly #early = new Early();
  /** Whether one of the keys that were kept takes a card up. */
  #isLifting = false;
  /** Runs while what was kept is done: what comes meanwhile waits its turn. */
  #catchingUp: Promise<void> | undefined;
  /** Done when the hands that somebody asked for are there. */
  #reaching: Promise<unknown> | undefined;

  constructor(host: BoardHost) {
    this.#host = host;
    this.#hands = new Later(host, async () => new (await import('./hands.js')).Hands(host));
  }

  /** The hands, once they are there. */
  get hands(): Hands | undefined {
    return this.#hands.value;
  }

  prefetch(): void {
    this.#hands.prefetch();
  }

  /** Until the hands are there that somebody asked for. */
  get settled(): Promise<unknown> | undefined {
    return this.#reaching;
  }

  /** Fetches the hands, unless they are there. */
  readonly reach = async (): Promise<Hands | undefined> => {
    if (this.#hands.value) return this.#hands.value;
    const reaching = this.#hands.load();
    this.#reaching = reaching;
    const hands = await reaching;
    if (hands) this.isWithoutHands = false;
    return hands;
  };

  /** Does something with the hands as soon as they are there; says so when they cannot be had. */
  async use(use: (hands: Hands) => unknown): Promise<void> {
    const hands = await this.reach();
    if (hands) {
      await use(hands);
      return;
    }
    this.isWithoutHands = true;
    this.#host.requestUpdate();
    this.#early.take();
  }

  add(column: BoardColumn, event: Event): void {
    const opener = event.currentTarget as HTMLElement;
    const lane = this.#host.laning?.names[0];
    void this.use((hands) => hands.add(column.cell(lane), opener));
  }

  openColumnMenu(column: BoardColumn, event: Event): void {
    const anchor = event.currentTarget as HTMLElement;
    void this.use((hands) => hands.openColumnMenu(anchor, column));
  }

  readonly onClick = (event: PointerEvent): void => {
    const target = event.target as Element;
    const found = cardOf(this.#host, target);
    if (!found) return;
    if (target.closest('.card-menu')) void this.use((hands) => hands.openMenu(found.row));
    else if (!target.closest('.card-title')) return;
    else if (event.shiftKey) void this.use(({ selecting }) => selecting.extendTo(found));
    // A finger has no key to hold: while some are chosen, a touch chooses more.
    else if (event.ctrlKey || event.metaKey || (event.pointerType === 'touch' && this.#host.selected.size > 0))
      void this.use(({ selecting }) => selecting.toggle(found));
    else this.#host.dispatchEvent(new NavigateEvent(this.#host.source.kind, found.row.id));
  };

  readonly onFocus = (event: Event): void => {
    void this.reach();
    const found = cardOf(this.#host, event.target as Element);
    if (!found) return;
    if (found.cell.lane !== undefined) this.#host.laning?.stay(found.cell.lane);
    if (found.cell.activeId === found.row.id) return;
    found.cell.activeId = found.row.id;
    // What had the focus may have gone with a drawing, which is still under way.
    queueMicrotask(() => this.#host.requestUpdate());
  };

  readonly onPointerDown = (event: PointerEvent): void => {
    const target = event.target as Element;
    if (this.#hands.value) this.#hands.value.press(event, target);
    else if (target.closest('.card, .head')) this.#keep(event);
  };

  /** Not passive, so that the page does not scroll with a card that a finger carries. */
  readonly onTouchMove = {
    passive: false,
    handleEvent: (event: TouchEvent): void => this.#hands.value?.pointer.onTouchMove(event),
  };

  readonly onContextMenu = (event: MouseEvent): void => this.#hands.value?.pointer.onContextMenu(event);

  readonly onKeydown = (event: KeyboardEvent): void => {
    const hands = this.#hands.value;
    if (hands && (hands.isPressing || !this.#catchingUp)) {
      hands.onKeydown(event);
      return;
    }
    const target = event.target as Element;
    const isKey = KEYS.test(event.key) || (this.#isLifting && LETTING_GO.test(event.key));
    // The space bar belongs to a button, unless it is the title of a card.
    const isLift = event.key === ' ' && target.matches('.card-title');
    const isOurs = isLift || (isKey && cardOf(this.#host, target));
    const isControl = event.ctrlKey || event.metaKey || event.altKey;
    // With Ctrl and Shift an arrow moves the column at whose head it is pressed.
    const isOfHead = event.ctrlKey && event.shiftKey && KEYS.test(event.key) && target.closest('.head');
    if (isControl ? !isOfHead : !isOurs) return;
    event.preventDefault();
    event.stopPropagation();
    this.#isLifting ||= isLift;
    this.#keep(event);
  };

  #keep(event: PointerEvent | KeyboardEvent): void {
    this.#early.keep(event);
    this.#catchingUp ??= this.use(async (hands) => {
      for (let kept = this.#early.take(); kept.length > 0; kept = this.#early.take()) await hands.catchUp(kept);
    }).finally(() => {
      this.#catchingUp = undefined;
      this.#isLifting = false;
    });
  }
}
