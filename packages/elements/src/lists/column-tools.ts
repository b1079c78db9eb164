import { followPointer } from '../base/follow-pointer.js';
import { sentencesIn } from '../base/locale.js';
import { offline } from '../parts/icons/barred.js';
import { arrowDown, arrowUp } from '../parts/icons/heads.js';
import { plus } from '../parts/icons/shown.js';
import { arrowLeft, arrowRight, columns as columnsIcon, group, minus, pin } from '../parts/icons/tools.js';
import type { Menu } from '../parts/menu.js';
import { type ColumnSentences, columnMessages } from './column-tools.messages.js';
import { type Column, clampWidth, movedColumn, viewColumns } from './columns.js';
import { isGroupable } from './groups.js';
import type { ListHost } from './list-host.js';

/** How much a step by key changes a width, in pixels. */
const STEP = 16;
/** Pixels the pointer goes before a press is a drag. */
const SLACK = 4;

/** What is done with a column: by its head's menu, by keys, and with the pointer on the head. */
export class ColumnTools {
  readonly #host: ListHost;
  readonly #menu: Menu;
  readonly #choose: (anchor: HTMLElement) => void;

  constructor(host: ListHost, menu: Menu, choose: (anchor: HTMLElement) => void) {
    this.#host = host;
    this.#menu = menu;
    this.#choose = choose;
  }

  /** Opens the menu of a column. */
  openMenu(anchor: HTMLElement, path: string): void {
    const column = this.#columnAt(path);
    if (!column) return;
    const say = this.#say;
    const order = this.#host.view.order ?? [];
    const isSorted = (direction: 'asc' | 'desc'): boolean =>
      order.length === 1 && order[0]?.[0] === column.orderPath && order[0]?.[1] === direction;
    const sort = (direction: 'asc' | 'desc') => ({
      label: direction === 'asc' ? say.sortUp : say.sortDown,
      icon: direction === 'asc' ? arrowUp : arrowDown,
      isCurrent: isSorted(direction),
      choose: () => column.orderPath && this.#host.arrange({ order: [[column.orderPath, direction]] }),
    });
    const step = (label: string, icon: typeof plus, verb: 'move' | 'resize', by: -1 | 1, hint?: string) => ({
      label,
      icon,
      hint,
      choose: () => this.step(path, verb, by),
    });
    void this.#menu.open(anchor, this.#host.say.columnMenu(column.label), [
      { items: column.orderPath ? [sort('asc'), sort('desc')] : [] },
      {
        items: column.isTitle
          ? []
          : [
              { label: column.isPinned ? say.unpin : say.pin, icon: pin, choose: () => this.pin(path) },
              step(say.toStart, arrowLeft, 'move', -1, say.byKey),
              step(say.toEnd, arrowRight, 'move', 1),
            ],
      },
      { items: [step(say.wider, plus, 'resize', 1, say.byWidthKey), step(say.narrower, minus, 'resize', -1)] },
      {
        items: [
          ...(isGroupable(column.field)
            ? [{ label: say.groupByThis, icon: group, choose: () => this.#host.arrange({ group: path }) }]
            : []),
          ...(column.isTitle ? [] : [{ label: say.hide, icon: offline, choose: () => this.hide(path) }]),
          { label: say.choose, icon: columnsIcon, choose: () => this.#choose(anchor) },
        ],
      },
    ]);
  }

  /** Moves a column by one place, or makes it a little wider or narrower. */
  step(path: string, verb: 'move' | 'resize', by: -1 | 1): void {
    const columns = this.#host.shownColumns;
    const column = this.#columnAt(path);
    if (!column) return;
    if (verb === 'resize') {
      this.#resize(path, clampWidth(column.width + by * STEP));
      this.#host.announce(this.#say.isWide(column.label, clampWidth(column.width + by * STEP)));
      return;
    }
    this.#keep(movedColumn(columns, path, columns.indexOf(column) + by));
    const at = this.#arranged.findIndex((each) => each.path === path);
    this.#host.announce(this.#say.moved(column.label, at + 1, columns.length));
    const { cell } = this.#host.cursor;
    if (cell.item === -1 && columns[cell.column] === column) this.#host.cursor.go({ item: -1, column: at });
  }

  /** Pins a column at the inline start, or lets it go. */
  pin(path: string): void {
    const column = this.#columnAt(path);
    if (!column) return;
    this.#keep(this.#host.shownColumns.map((each) => (each === column ? { ...each, isPinned: !each.isPinned } : each)));
    this.#host.announce(column.isPinned ? this.#say.unpinned(column.label) : this.#say.pinned(column.label));
  }

  /** Takes a column out of the list. */
  hide(path: string): void {
    const column = this.#columnAt(path);
    if (!column || column.isTitle) return;
    this.#keep(this.#host.shownColumns.filter((each) => each !== column));
    this.#host.announce(this.#say.hidden(column.label));
  }

  /** The pointer is down on a head: at its edge it makes the column wider, elsewhere it may carry it to another place. */
  hold(down: PointerEvent, path: string, isResize: boolean): void {
    if (isResize) this.#pull(down, path);
    else this.#carry(down, path);
  }

  #pull(down: PointerEvent, path: string): void {
    const column = this.#columnAt(path);
    if (!column) return;
    const toEnd = this.#isRightToLeft ? -1 : 1;
    let { width } = column;
    followPointer(down, {
      move: (event) => {
        width = clampWidth(column.width + (event.clientX - down.clientX) * toEnd);
        this.#resize(path, width);
      },
      end: () => this.#host.announce(this.#say.isWide(column.label, width)),
      cancel: () => this.#resize(path, column.width),
    });
  }

  #carry(down: PointerEvent, path: string): void {
    const column = this.#columnAt(path);
    if (!column || column.isTitle || down.pointerType === 'touch') return;
    const heads = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.head [role=columnheader]')];
    const own = heads.find((head) => head.dataset['column'] === path);
    const clear = (): void => {
      for (const head of heads) head.classList.remove('dragged', 'before', 'behind');
    };
    let to: number | undefined;
    followPointer(down, {
      move: (event) => {
        if (to === undefined && Math.abs(event.clientX - down.clientX) < SLACK) return;
        clear();
        own?.classList.add('dragged');
        to = this.#placeAt(heads, event.clientX);
        const target = heads[to] ?? heads.at(-1);
        target?.classList.add(to < heads.length ? 'before' : 'behind');
      },
      end: () => {
        clear();
        if (to === undefined) return;
        muteClick();
        // The columns may be others by now: a view is read anew whenever somebody keeps it.
        const columns = this.#host.shownColumns;
        const from = columns.findIndex((each) => each.path === path);
        this.#keep(movedColumn(columns, path, to > from ? to - 1 : to));
        const at = this.#arranged.findIndex((each) => each.path === path);
        this.#host.announce(this.#say.moved(column.label, at + 1, heads.length));
      },
      cancel: clear,
    });
  }

  /** Before which head something lands that is let go at a place on the screen. */
  #placeAt(heads: readonly HTMLElement[], x: number): number {
    const isBehind = (head: HTMLElement): boolean => {
      const { left, width } = head.getBoundingClientRect();
      return this.#isRightToLeft ? x < left + width / 2 : x > left + width / 2;
    };
    const at = heads.findIndex((head) => !isBehind(head));
    return at < 0 ? heads.length : at;
  }

  #resize(path: string, width: number): void {
    this.#keep(this.#host.shownColumns.map((each) => (each.path === path ? { ...each, width } : each)));
  }

  #keep(columns: readonly Column[]): void {
    this.#host.arrange({ columns: viewColumns(columns) });
  }

  get #arranged(): readonly { readonly path: string }[] {
    const columns = this.#host.view.columns ?? [];
    const title = this.#host.shownColumns.find(({ isTitle }) => isTitle)?.path;
    const isPinned = (each: (typeof columns)[number]): boolean => each.isPinned === true || each.path === title;
    return [...columns.filter(isPinned), ...columns.filter((each) => !isPinned(each))];
  }

  get #isRightToLeft(): boolean {
    return getComputedStyle(this.#host).direction === 'rtl';
  }

  get #say(): ColumnSentences {
    return sentencesIn(columnMessages, this.#host.locale);
  }

  #columnAt(path: string): Column | undefined {
    return this.#host.shownColumns.find((column) => column.path === path);
  }
}

/** The click that follows the end of a drag would sort: it goes nowhere. */
function muteClick(): void {
  const muted = new AbortController();
  addEventListener('click', (event) => event.stopPropagation(), { capture: true, signal: muted.signal });
  setTimeout(() => muted.abort());
}
