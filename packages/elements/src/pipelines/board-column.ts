import type { Stage } from '@kith/core';
import type { RowsQuery } from '@kith/store';
import { Live, type LiveHost } from '../base/live.js';
import { valueAt } from '../base/value-at.js';
import { BoardCell } from './board-cell.js';
import type { BoardRow } from './board-source.js';

const NONE: readonly BoardRow[] = [];

/** One stage on the board: its rows, and the cells they lie in (one, or one for each lane). */
export class BoardColumn {
  readonly live: Live<RowsQuery<BoardRow>>;
  stage: Stage;
  /** Whether nothing of it is shown but its name. */
  isFolded = false;
  /** The path of the field that lanes are made of; undefined without lanes. */
  lanes: string | undefined;
  readonly #cells = new Map<string | undefined, BoardCell>();
  #lanesOf: { readonly rows: readonly BoardRow[]; readonly path: string } | undefined;
  #byLane: ReadonlyMap<string, readonly BoardRow[]> = new Map();

  constructor(host: LiveHost, stage: Stage, ask: (column: BoardColumn) => RowsQuery<BoardRow> | undefined) {
    this.stage = stage;
    this.live = new Live(host, () => (this.isFolded ? undefined : ask(this)));
  }

  get rows(): readonly BoardRow[] {
    return this.live.value ?? NONE;
  }

  get isEmpty(): boolean {
    return this.live.status === 'ready' && this.rows.length === 0;
  }

  /** The cell of a lane; without one, that of the whole column. */
  cell(lane?: string): BoardCell {
    const cell = this.#cells.get(lane) ?? new BoardCell(this, lane);
    this.#cells.set(lane, cell);
    return cell;
  }

  /** The rows of a lane in their order. */
  rowsIn(lane: string | undefined): readonly BoardRow[] {
    return lane === undefined ? this.rows : (this.byLane.get(lane) ?? NONE);
  }

  /** The rows by lane. */
  get byLane(): ReadonlyMap<string, readonly BoardRow[]> {
    const { rows, lanes: path } = this;
    if (path === undefined) return new Map();
    if (this.#lanesOf?.rows !== rows || this.#lanesOf.path !== path) {
      this.#lanesOf = { rows, path };
      this.#byLane = rowsByLane(rows, path);
    }
    return this.#byLane;
  }

  /** A row of it, and the cell it lies in. */
  find(id: string | undefined): { readonly row: BoardRow; readonly cell: BoardCell } | undefined {
    const row = id === undefined ? undefined : this.rows.find((each) => each.id === id);
    return row && { row, cell: this.cell(this.lanes === undefined ? undefined : laneOf(row, this.lanes)) };
  }
}

/** The lane a row lies in: the value of its field as text, the empty text where it has none. */
export function laneOf(row: BoardRow, path: string): string {
  const value = valueAt(row, path);
  return value === undefined || value === null ? '' : String(value);
}

function rowsByLane(rows: readonly BoardRow[], path: string): ReadonlyMap<string, readonly BoardRow[]> {
  const lanes = new Map<string, BoardRow[]>();
  for (const row of rows) {
    const lane = laneOf(row, path);
    const others = lanes.get(lane);
    if (others) others.push(row);
    else lanes.set(lane, [row]);
  }
  return lanes;
}
