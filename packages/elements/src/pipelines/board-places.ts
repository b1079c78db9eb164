import type { BoardCell, BoardColumn } from './board-column.js';
import type { BoardHost, Placed } from './board-host.js';

/** The row a card shows. */
export const cardOf = (host: Pick<BoardHost, 'find'>, element: Element): Placed | undefined =>
  host.find(element.closest<HTMLElement>('[data-card]')?.dataset['card']);

/** The cell an element shows, or lies in. */
export function cellOf({ columns }: Pick<BoardHost, 'columns'>, element: Element): BoardCell | undefined {
  const key = element.closest<HTMLElement>('[data-cell]')?.dataset['cell'];
  const column = columns.find(({ stage }) => key === stage.id || key?.startsWith(`${stage.id} `));
  return column?.cell(key === column.stage.id ? undefined : key?.slice(column.stage.id.length + 1));
}

/** The part a column is drawn in; with lanes, its head. */
export const elementOf = (host: Pick<BoardHost, 'renderRoot'>, { stage }: BoardColumn): HTMLElement | undefined =>
  host.renderRoot.querySelector<HTMLElement>(`[data-stage="${CSS.escape(stage.id)}"]`) ?? undefined;

/** The column at a point of the screen. */
export const columnAt = (host: Pick<BoardHost, 'columns' | 'renderRoot'>, x: number): BoardColumn | undefined =>
  host.columns.find((each) => {
    const box = elementOf(host, each)?.getBoundingClientRect();
    return box && x >= box.left && x < box.right;
  });
