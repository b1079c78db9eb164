import { type Cell, isSimple, severalOf } from './cell.js';
import { createCodedColumn } from './coded-column.js';
import type { Column, PackedColumn, ScaleName } from './column.js';
import { createNumberColumn, unpackNumbers } from './number-column.js';
import { createPlainColumn } from './plain-column.js';
import { scales } from './scale.js';
import { createTagColumn } from './tag-column.js';

/** How many cells are looked at to find out what a path holds. */
export const SAMPLE = 512;

/** The kind of column that suits cells like these. What comes later decides nothing: a column that gets too much becomes a plain one. */
export function chooseColumn(sample: readonly Cell[]): Column {
  const there = sample.filter((cell) => cell !== undefined && cell !== null);
  const most = (isOne: (cell: Cell) => boolean): boolean => there.filter(isOne).length * 2 > there.length;
  const different = new Set(there).size;
  // Few numbers are better off as codes; many could overflow them.
  for (const name of ['number', 'date', 'instant'] satisfies ScaleName[])
    if (different > 64 && most((cell) => !Number.isNaN(scales[name].numberOf(cell))))
      return createNumberColumn(scales[name]);
  if (most((cell) => Array.isArray(cell))) {
    const items = new Set(there.flatMap((cell) => (Array.isArray(cell) ? (cell as readonly Cell[]) : [])));
    return items.size <= 64 ? createTagColumn() : createPlainColumn();
  }
  const isVaried = there.length > 64 && different * 2 > there.length;
  return isVaried || most((cell) => !isSimple(cell) && severalOf(cell) !== undefined)
    ? createPlainColumn()
    : createCodedColumn();
}

/** A column from what was stored of it. */
export function unpackColumn(packed: PackedColumn): Column {
  switch (packed.kind) {
    case 'coded':
      return createCodedColumn(packed);
    case 'numbers':
      return unpackNumbers(packed);
    case 'tags':
      return createTagColumn(packed);
    case 'plain':
      return createPlainColumn(packed);
  }
}
