import type { Json } from '../../adapter.js';
import { type Cell, isSimple, several, severalOf } from './cell.js';

/** A cell as JSON: `[]` is nothing, `[value]` one, `[[…]]` in an object's clothes several. */
type StoredCell = Json;

/** Cells as one JSON text. */
export const cellsToText = (cells: readonly Cell[]): string => JSON.stringify(cells.map(toStored));

/** Cells from their text. */
export const cellsFromText = (text: string): Cell[] => (JSON.parse(text) as StoredCell[]).map(fromStored);

/** The few cells that a column has no room for, as one text: the position of their slot in `slots`, and the cell, in turns. */
export function othersToText(others: ReadonlyMap<number, Cell>, slots: Uint32Array): string {
  const turns: Cell[] = [];
  slots.forEach((slot, position) => {
    const cell = others.get(slot);
    if (cell !== undefined) turns.push(position, cell);
  });
  return cellsToText(turns);
}

/** Those cells by their slots, from their text. */
export function othersFromText(text: string): Map<number, Cell> {
  const turns = cellsFromText(text);
  const others = new Map<number, Cell>();
  for (let at = 0; at < turns.length; at += 2) others.set(turns[at] as number, turns[at + 1]);
  return others;
}

// Scalars, which nearly all cells are, stand for themselves; the rest is wrapped in an object that says what it is.
function toStored(cell: Cell): StoredCell {
  if (cell === undefined) return {};
  if (isSimple(cell)) return cell;
  const values = severalOf(cell);
  return values === undefined ? { one: cell as Json } : { several: values };
}

function fromStored(stored: StoredCell): Cell {
  if (isSimple(stored)) return stored;
  const { one, several: values } = stored as { readonly one?: Json; readonly several?: readonly Json[] };
  return values === undefined ? one : several(values);
}
