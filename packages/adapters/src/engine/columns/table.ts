import type { RowData } from '../../adapter.js';
import { type Path, parsePath } from '../path.js';
import { type Cell, cellAt } from './cell.js';
import { chooseColumn, SAMPLE } from './choose-column.js';
import { type Column, withRoomFor } from './column.js';
import { createPlainColumn } from './plain-column.js';

/** The rows of a collection by number, its slots, with columns for the paths that questions have asked about. */
export interface Table {
  /** How many slots were ever used. */
  size: number;
  /** 1 for each slot that has a row now. */
  alive: Uint8Array;
  /** Slots whose rows are gone; they are used again first. */
  readonly free: number[];
  /** By path, the one that was used longest ago first. */
  readonly columns: Map<string, Filling>;
  /** Counts the changes of rows. */
  changes: number;
}

/** A column on its way: slots before `filled` are in place. */
interface Filling {
  readonly path: Path;
  readonly column: Column;
  filled: number;
}

/** What questions have asked about once is kept, up to so many paths. */
const MOST_COLUMNS = 64;

/** Slots between two steps of filling a column. */
const STEP = 512;

/** A table without rows. */
export const createTable = (): Table => ({
  size: 0,
  alive: new Uint8Array(0),
  free: [],
  columns: new Map(),
  changes: 0,
});

/** Takes a slot for a new row. */
export function takeSlot(table: Table): number {
  const slot = table.free.pop() ?? table.size++;
  table.alive = withRoomFor(table.alive, slot, 0);
  table.alive[slot] = 1;
  return slot;
}

/** Gives a slot back, whose row is gone. */
export function freeSlot(table: Table, slot: number): void {
  table.alive[slot] = 0;
  table.free.push(slot);
  setCells(table, slot, undefined);
}

/** Brings all columns to what a row holds now; undefined is nothing. */
export function setCells(table: Table, slot: number, data: RowData | undefined): void {
  table.changes++;
  for (const [name, filling] of table.columns) {
    const { path, column, filled } = filling;
    if (slot > filled) continue;
    if (!column.set(slot, data === undefined ? undefined : cellAt(path, data))) startOver(table, name, path);
    // A row behind the last one moves the end, when all before it is in place.
    else if (slot === filled) filling.filled++;
  }
}

/** A column that met what it is not made for gives way to one that takes everything, which has to be filled first. */
function startOver(table: Table, name: string, path: Path): void {
  table.columns.set(name, { path, column: createPlainColumn(), filled: 0 });
}

/** The column of a path, when it is there and in place for every row. */
export function columnOf(table: Table, name: string): Column | undefined {
  const filling = table.columns.get(name);
  return filling !== undefined && filling.filled >= table.size ? filling.column : undefined;
}

/** Puts a column in place that is there already. */
export function addColumn(table: Table, name: string, column: Column): void {
  table.columns.set(name, { path: parsePath(name), column, filled: table.size });
}

/** Makes the columns of some paths, in steps. Rows may come and go in between. */
export function* fillColumns(
  table: Table,
  names: Iterable<string>,
  dataAt: (slot: number) => RowData | undefined,
): Generator<void, void, undefined> {
  for (const name of names) {
    const kept = table.columns.get(name);
    // Used last, it is the last to go.
    table.columns.delete(name);
    table.columns.set(name, kept ?? beginColumn(table, name, dataAt));
    for (const [oldest] of table.columns) {
      if (table.columns.size <= MOST_COLUMNS) break;
      table.columns.delete(oldest);
    }
    for (;;) {
      // It may have been started over meanwhile, or thrown away by others.
      const filling = table.columns.get(name);
      if (filling === undefined || filling.filled >= table.size) break;
      fillSome(table, name, filling, dataAt);
      yield;
    }
  }
}

function beginColumn(table: Table, name: string, dataAt: (slot: number) => RowData | undefined): Filling {
  const path = parsePath(name);
  const sample: Cell[] = [];
  const stride = Math.max(1, Math.floor(table.size / SAMPLE));
  for (let slot = 0; slot < table.size; slot += stride) {
    const data = dataAt(slot);
    if (data !== undefined) sample.push(cellAt(path, data));
  }
  return { path, column: chooseColumn(sample), filled: 0 };
}

function fillSome(table: Table, name: string, filling: Filling, dataAt: (slot: number) => RowData | undefined): void {
  const end = Math.min(table.size, filling.filled + STEP);
  while (filling.filled < end) {
    const data = dataAt(filling.filled);
    if (!filling.column.set(filling.filled, data === undefined ? undefined : cellAt(filling.path, data))) {
      startOver(table, name, filling.path);
      return;
    }
    filling.filled++;
  }
}
