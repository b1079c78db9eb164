import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ActiveCell } from './grid-view.js';
import type { ListRows } from './list-rows.js';
import type { Viewport } from './viewport.js';

interface CursorHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** The one cell of the grid that Tab reaches. It stays with its row when rows come, go and move. */
export class Cursor implements ReactiveController {
  readonly #host: CursorHost;
  readonly #rows: ListRows;
  readonly #viewport: Viewport;
  /** Brings a cell into sight sideways; whoever moves the cursor by key knows how. */
  reveal: (cell: HTMLElement) => void = () => {};
  #cell: ActiveCell = { item: 0, column: 0 };
  /** The row it is on, once that is known. */
  #id: string | undefined;
  #isWanted = false;
  #hadFocus = false;

  constructor(host: CursorHost, rows: ListRows, viewport: Viewport) {
    this.#host = host;
    this.#rows = rows;
    this.#viewport = viewport;
    host.addController(this);
  }

  get cell(): ActiveCell {
    return this.#cell;
  }

  /** The row it is on. */
  get id(): string | undefined {
    return this.#id;
  }

  /** Before drawing: follows its row, and stays within what there is. */
  settle(columns: number): void {
    const { layout } = this.#rows;
    let { item } = this.#cell;
    if (item >= 0 && this.#id !== undefined && this.#idAt(item) !== this.#id) {
      const moved = this.#rows.itemOfId(this.#id);
      if (moved >= 0) item = moved;
    }
    const column = Math.max(0, Math.min(columns - 1, this.#cell.column));
    this.#cell = { item: layout.items === 0 ? -1 : Math.min(item, layout.items - 1), column };
    this.#id = this.#idAt(this.#cell.item);
  }

  /** Goes to a cell and takes the focus there. */
  go(cell: ActiveCell): void {
    this.#cell = cell;
    this.#id = this.#idAt(cell.item);
    this.#isWanted = true;
    this.#viewport.reveal(this.#rows.layout, cell.item);
    this.#host.requestUpdate();
  }

  /** The focus came to a cell by a click or by Tab. */
  came(cell: ActiveCell): void {
    if (cell.item === this.#cell.item && cell.column === this.#cell.column) return;
    this.#cell = cell;
    this.#id = this.#idAt(cell.item);
    this.#host.requestUpdate();
  }

  /** Back to the first row, without the focus. */
  reset(): void {
    this.#cell = { item: 0, column: this.#cell.column };
    this.#id = undefined;
  }

  hostUpdate(): void {
    const focused = (this.#host.renderRoot as ShadowRoot | undefined)?.activeElement;
    this.#hadFocus = focused?.matches('.cell') === true;
  }

  hostUpdated(): void {
    // A row that was on its way is another element when it comes: the focus goes over to it.
    if (this.#hadFocus && !(this.#host.renderRoot as ShadowRoot).activeElement) this.#isWanted = true;
    if (!this.#isWanted) return;
    const element = this.element;
    if (!element) return;
    this.#isWanted = false;
    element.focus({ preventScroll: true });
    this.reveal(element);
  }

  /** The cell's element, when it is drawn. */
  get element(): HTMLElement | null {
    const { item, column } = this.#cell;
    const line = item < 0 ? '.head > .line' : `[data-item="${item}"]`;
    return this.#host.renderRoot.querySelector<HTMLElement>(`${line} > [aria-colindex="${column + 1}"]`);
  }

  #idAt(item: number): string | undefined {
    const { layout } = this.#rows;
    return item < 0 || item >= layout.items ? undefined : this.#rows.rowAt(layout.placeOf(item))?.id;
  }
}
