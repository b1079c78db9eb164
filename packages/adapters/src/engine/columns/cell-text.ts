import type { Json } from '../../adapter.js';
import { type Cell, isSimple, several, severalOf } from './cell.js';

/** A cell as JSON: `[]` is nothing, `[value]` one, `[[…]]` in an object's clothes several. */
type StoredCell = Json;

/** Cells as one JSON text. */
export const cellsToText = (cells: readonly Cell[]): string => JSON.stringify(cells.map(toStored));

/** Cells from their text. */
export const cellsFromText = (text: string): Cell[] => (JSON.parse(text) as StoredCell[]).map(fromStored);

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
