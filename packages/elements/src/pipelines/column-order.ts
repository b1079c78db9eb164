import { type CSSResult, css } from 'lit';
import { followPointer } from '../base/follow-pointer.js';
import { sentencesIn } from '../base/locale.js';
import { type ColumnSentences, columnMessages } from '../lists/column-tools.messages.js';
import type { BoardColumn } from './board-column.js';
import type { BoardHost } from './board-host.js';
import { elementOf } from './board-places.js';
import { inOrder } from './board-reading.js';

/** Pixels the pointer goes before a press is a drag. */
const SLACK = 4;

/** Which columns are shown and in which order: by the menu of a column, by keys at its head, with the pointer on the head. */
export class ColumnOrder {
  readonly #host: BoardHost;

  constructor(host: BoardHost) {
    this.#host = host;
  }

  /** Moves a column by one place. */
  step(column: BoardColumn, by: -1 | 1): void {
    const { columns } = this.#host;
    const to = columns.indexOf(column) + by;
    if (to >= 0 && to < columns.length) this.#put(column, to);
  }

  /** Takes a column off the board; what is in it still counts. */
  hide(column: BoardColumn): void {
    const { columns, view } = this.#host;
    if (columns.length < 2) return;
    const at = columns.indexOf(column);
    const next = columns[at + 1] ?? columns[at - 1];
    this.#host.arrange({ hidden: [...(view.hidden ?? []), column.stage.id] });
    this.#host.announce(this.#say.hidden(column.stage.name));
    void this.#focus(next);
  }

  /** The arrow keys at the head of a column, as in lists: with Ctrl and Shift they move it. Answers whether it was that. */
  onKeydown(event: KeyboardEvent): boolean {
    const column = this.#columnOf(event.target as Element);
    const isArrow = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (!column || !isArrow || !event.ctrlKey || !event.shiftKey) return false;
    event.preventDefault();
    event.stopPropagation();
    this.step(column, (event.key === 'ArrowRight') === this.#isRightToLeft ? -1 : 1);
    return true;
  }

  /** A pointer is down on a head: it may carry the column to another place. Fingers scroll, and have the menu. */
  press(down: PointerEvent, target: Element): void {
    const column = this.#columnOf(target);
    if (!column || target.closest('button') || down.button !== 0 || down.pointerType === 'touch') return;
    const elements = this.#host.columns.map((each) => elementOf(this.#host, each));
    const clear = (): void => {
      for (const element of elements) element?.classList.remove('carried-along', 'before', 'behind');
    };
    let to: number | undefined;
    followPointer(down, {
      move: (event) => {
        if (to === undefined && Math.abs(event.clientX - down.clientX) < SLACK) return;
        clear();
        elementOf(this.#host, column)?.classList.add('carried-along');
        to = this.#placeAt(elements, event.clientX);
        const at = elements[to] ?? elements.at(-1);
        at?.classList.add(to < elements.length ? 'before' : 'behind');
      },
      end: () => {
        clear();
        // The columns may be others by now: a pipeline is read anew whenever somebody keeps it.
        const from = this.#host.columns.indexOf(column);
        if (to !== undefined && from >= 0) this.#put(column, to > from ? to - 1 : to);
      },
      cancel: clear,
    });
  }

  /** Puts a column at a place among those that are shown. */
  #put(column: BoardColumn, to: number): void {
    const { columns, stages, view } = this.#host;
    if (columns[to] === column) return;
    const others = columns.filter((each) => each !== column);
    const all = inOrder(stages, view.order).filter((each) => each !== column);
    const next = others[to];
    const last = others.at(-1);
    const at = next ? all.indexOf(next) : last ? all.indexOf(last) + 1 : 0;
    const order = [...all.slice(0, at), column, ...all.slice(at)];
    const isOwn = order.every((each, index) => each === stages[index]);
    this.#host.arrange({ order: isOwn ? undefined : order.map(({ stage }) => stage.id) });
    this.#host.announce(this.#say.moved(column.stage.name, to + 1, columns.length));
    void this.#focus(column);
  }

  /** A node that goes to another place loses the focus, and one that goes away leaves it to its neighbour. */
  async #focus(column: BoardColumn | undefined): Promise<void> {
    await this.#host.updateComplete;
    const element = column && elementOf(this.#host, column);
    element?.querySelector<HTMLElement>('.head button')?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Before which column something lands that is let go at a place on the screen. */
  #placeAt(elements: readonly (HTMLElement | undefined)[], x: number): number {
    const at = elements.findIndex((element) => {
      const { left, width } = element?.getBoundingClientRect() ?? { left: 0, width: 0 };
      return this.#isRightToLeft ? x >= left + width / 2 : x <= left + width / 2;
    });
    return at < 0 ? elements.length : at;
  }

  #columnOf(target: Element): BoardColumn | undefined {
    const id = target.closest('.head') && target.closest<HTMLElement>('[data-stage]')?.dataset['stage'];
    return this.#host.columns.find(({ stage }) => stage.id === id);
  }

  get #isRightToLeft(): boolean {
    return getComputedStyle(this.#host).direction === 'rtl';
  }

  get #say(): ColumnSentences {
    return sentencesIn(columnMessages, this.#host.locale);
  }
}

/** The looks of a column on its way to another place. */
export const columnOrderStyles: CSSResult = css`
  .head { user-select: none; }
  .carried-along { opacity: 0.5; }
  :is(.before, .behind)[data-stage] { position: relative; }
  :is(.before, .behind)[data-stage]::before { content: ''; position: absolute; inset-block: 0; inset-inline-start: -5px; inline-size: 2px; border-radius: 1px; background: var(--kith-accent); }
  .behind[data-stage]::before { inset-inline: auto 0; }
  @media (forced-colors: active) { :is(.before, .behind)[data-stage]::before { background: Highlight; } }
`;
