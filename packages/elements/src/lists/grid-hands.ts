import { NavigateEvent } from '../base/command-event.js';
import type { Column } from './columns.js';
import { wishOf } from './grid-keys.js';
import type { ActiveCell } from './grid-view.js';
import type { ListHost } from './list-host.js';
import { nextOrder } from './list-view.js';
import { revealAside } from './reveal-aside.js';
import { isSelected, NOTHING_SELECTED, select } from './selection.js';

/** What pointer and keys do in the grid. */
export class GridHands {
  readonly #host: ListHost;
  /** Where a range of rows begins: the row that was chosen last. */
  #from: number | undefined;

  constructor(host: ListHost) {
    this.#host = host;
    host.cursor.reveal = revealAside;
  }

  /** Takes an event of the grid, from an element in it: now, or from the time before there were hands. */
  take(event: Event, target: Element): void {
    switch (event.type) {
      case 'click':
        this.#onClick(event as MouseEvent, target);
        break;
      case 'dblclick':
        this.#onDoubleClick(target);
        break;
      case 'keydown':
        this.#onKeydown(event as KeyboardEvent, target);
        break;
      case 'pointerdown':
        this.#onPointerDown(event as PointerEvent, target);
        break;
      case 'focusin': {
        const cell = this.#cellAt(target);
        if (cell && target.matches('.cell')) this.#host.cursor.came(cell);
      }
    }
  }

  #onClick(event: MouseEvent, target: Element): void {
    const cell = this.#cellAt(target);
    if (!cell || target.closest('.editing')) return;
    const box = target.closest<HTMLInputElement>('[data-select]');
    const open = target.closest<HTMLElement>('[data-open]');
    const menu = target.closest<HTMLElement>('[data-menu]');
    const group = target.closest<HTMLElement>('[data-group]');
    if (box?.dataset['select'] === 'all') this.selectAll(box.checked);
    else if (box) void this.#toggle(cell.item, event.shiftKey, box.checked);
    else if (menu) this.#openMenu(menu, menu.dataset['menu'] ?? '');
    else if (open) this.#open(open.dataset['open'] ?? '');
    else if (group) this.#host.rows.toggle(group.dataset['group'] ?? '');
    else if (cell.item === -1 && !target.closest('.resizer')) this.#sort(cell.column, event.shiftKey);
    else if (cell.item >= 0 && (event.ctrlKey || event.metaKey)) void this.#toggle(cell.item, false);
    else if (cell.item >= 0 && event.shiftKey) void this.#toggle(cell.item, true, true);
    if (cell.item >= 0) this.#host.cursor.go(cell);
  }

  #onDoubleClick(target: Element): void {
    const cell = this.#cellAt(target);
    if (cell && cell.item >= 0 && !target.closest('input, [data-group]')) void this.#edit(cell);
  }

  #onPointerDown(event: PointerEvent, target: Element): void {
    // Choosing a range by Shift would choose text, too.
    if (event.shiftKey && target.closest('.entry')) event.preventDefault();
    if (event.button !== 0 || !target.closest('.head') || target.closest('button, input')) return;
    const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
    if (column === undefined) return;
    const isResize = target.closest('[data-resize]') !== null;
    if (isResize) event.preventDefault();
    void this.#host.tools().then((tools) => tools?.columns.hold(event, column, isResize));
  }

  #onKeydown(event: KeyboardEvent, target: Element): void {
    if (target.closest('.editing')) return;
    const { cursor, rows, viewport, shownColumns } = this.#host;
    const active = this.#cellAt(target) ?? cursor.cell;
    const isButton = target.matches('button, input');
    if (isButton && (event.key === 'Enter' || event.key === ' ')) return;
    const wish = wishOf(event, {
      active,
      items: rows.layout.items,
      columns: shownColumns.length,
      page: viewport.page,
      isRightToLeft: getComputedStyle(this.#host).direction === 'rtl',
      isGroup: active.item >= 0 && rows.layout.placeOf(active.item).row < 0,
    });
    if (!wish) return;
    const column = shownColumns[active.column];
    switch (wish.wish) {
      case 'go':
        if (wish.selects) void this.#extend(active.item, wish.to.item);
        cursor.go(wish.to);
        break;
      case 'open':
        this.#enter(active);
        break;
      case 'edit':
        void this.#edit(active);
        break;
      case 'toggle':
        void this.#toggle(active.item, event.shiftKey);
        break;
      case 'all':
        this.selectAll(this.#host.selectedCount < rows.count);
        break;
      case 'none':
        if (this.#host.selectedCount === 0) return;
        this.#host.choose(NOTHING_SELECTED);
        break;
      case 'sort':
      case 'sort more':
        this.#sort(active.column, wish.wish === 'sort more');
        break;
      case 'menu':
        if (column && cursor.element) this.#openMenu(cursor.element, column.path);
        break;
      case 'expand':
      case 'collapse':
        this.#expand(active, wish.wish === 'expand');
        break;
      case 'move':
      case 'resize':
        if (column)
          void this.#host
            .tools()
            .then((tools) => tools?.columns.step(column.path, wish.wish === 'move' ? 'move' : 'resize', wish.by));
        break;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Chooses all rows that match, or none. */
  selectAll(isChosen: boolean): void {
    this.#host.choose(isChosen ? { isAll: true, ids: new Set() } : NOTHING_SELECTED);
  }

  /** Where an element of the grid stands. */
  #cellAt(target: Element): ActiveCell | undefined {
    const cell = target.closest<HTMLElement>('.cell');
    const column = Number(cell?.getAttribute('aria-colindex')) - 1;
    const line = cell?.closest<HTMLElement>('.line');
    if (!line || column < 0) return undefined;
    return { item: line.dataset['item'] === undefined ? -1 : Number(line.dataset['item']), column };
  }

  #idAt(item: number): string | undefined {
    const { rows } = this.#host;
    return item < 0 ? undefined : rows.rowAt(rows.layout.placeOf(item))?.id;
  }

  #open(id: string): void {
    const kind = this.#host.shown?.kind;
    if (kind !== undefined) this.#host.dispatchEvent(new NavigateEvent(kind, id));
  }

  /** Enter: a group opens or closes, a name opens its row, any other cell is edited. */
  #enter(active: ActiveCell): void {
    const { rows, shownColumns } = this.#host;
    const place = rows.layout.placeOf(active.item);
    const id = this.#idAt(active.item);
    if (place.row < 0) rows.toggle(rows.sections[place.section]?.name ?? '');
    else if (id !== undefined && shownColumns[active.column]?.isTitle) this.#open(id);
    else void this.#edit(active);
  }

  async #edit({ item, column }: ActiveCell): Promise<void> {
    const id = this.#idAt(item);
    const wanted: Column | undefined = this.#host.shownColumns[column];
    if (id === undefined || !wanted) return;
    await (await this.#host.tools())?.edit(id, wanted);
  }

  #sort(index: number, isMore: boolean): void {
    const { shownColumns, view, say } = this.#host;
    const column = shownColumns[index];
    if (!column?.orderPath) return;
    const order = nextOrder(view.order ?? [], column.orderPath, isMore);
    this.#host.arrange({ order });
    const direction = order.find(([path]) => path === column.orderPath)?.[1];
    this.#host.announce(
      direction === undefined
        ? say.unsorted
        : direction === 'asc'
          ? say.sortedUp(column.label)
          : say.sortedDown(column.label),
    );
  }

  #expand(active: ActiveCell, isOpen: boolean): void {
    const { rows, cursor } = this.#host;
    const section = rows.sections[rows.layout.placeOf(active.item).section];
    if (section && section.isOpen !== isOpen) rows.toggle(section.name);
    else if (isOpen) cursor.go({ item: active.item, column: active.column + 1 });
  }

  #openMenu(anchor: HTMLElement, path: string): void {
    void this.#host.tools().then((tools) => tools?.columns.openMenu(anchor, path));
  }

  /** Chooses a row, or takes it out; with `isRange` all from the one that was chosen before. */
  async #toggle(item: number, isRange: boolean, isChosen?: boolean): Promise<void> {
    const id = this.#idAt(item);
    if (id === undefined) return;
    const { selection } = this.#host;
    const next = isChosen ?? !isSelected(selection, id);
    const from = this.#from;
    this.#from = item;
    if (!isRange || from === undefined) {
      this.#host.choose(select(selection, [id], next));
      return;
    }
    const rows = await this.#host.rows.between(from, item);
    this.#host.choose(
      select(
        this.#host.selection,
        rows.map((row) => row.id),
        next,
      ),
    );
  }

  async #extend(from: number, to: number): Promise<void> {
    const rows = await this.#host.rows.between(Math.max(0, from), Math.max(0, to));
    this.#from = to;
    this.#host.choose(
      select(
        this.#host.selection,
        rows.map((row) => row.id),
        true,
      ),
    );
  }
}
