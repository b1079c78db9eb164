import type { Problem } from '@kith/core';
import type { BoardCell } from './board-column.js';
import type { BoardHost } from './board-host.js';
import type { BoardRow } from './board-source.js';
import type { Moved, Target } from './moving.js';

/** Where a page moves cards by `board.move()`. */
export interface MoveTo {
  /** The id of the stage. */
  readonly stage: string;
  /** With lanes: the value of their field; the empty text takes it away. The lane of the first card when left out. */
  readonly lane?: string;
  /** Before or behind this card, or at an end of the column: at its start when nothing is said. */
  readonly before?: string;
  readonly after?: string;
  readonly at?: 'start' | 'end';
}

/** What became of a move by `board.move()`. */
export interface MoveOutcome {
  /** The rows that are where they should be. */
  readonly ids: readonly string[];
  /** Those that stay where they were, and why. */
  readonly refused: readonly { readonly id: string; readonly problem: Problem }[];
}

/** Finds rows and their place by ids, and moves them. */
export async function moveTo(
  host: BoardHost,
  ids: readonly string[],
  to: MoveTo,
  move: (rows: readonly BoardRow[], target: Target) => Promise<Moved>,
): Promise<MoveOutcome> {
  const found = ids.flatMap((id) => host.find(id) ?? []);
  const column = host.stages.find(({ stage }) => stage.id === to.stage);
  if (!column)
    throw new Error(`move: there is no stage ${to.stage} on the board; use the id of a stage of its pipeline.`);
  const cell = column.cell(host.laning && (to.lane ?? found[0]?.cell.lane ?? ''));
  const rows = found.map(({ row }) => row);
  const moved = rows.length > 0 ? await move(rows, { cell, before: placeIn(cell, to) }) : { ids: [], refused: [] };
  const there = new Set<string>(rows.map(({ id }) => id));
  return {
    ids: moved.ids,
    refused: [
      ...moved.refused.map(({ row, problem }) => ({ id: row.id, problem })),
      ...ids.filter((id) => !there.has(id)).map((id) => ({ id, problem: notOnTheBoard(id) })),
    ],
  };
}

function placeIn(cell: BoardCell, { before, after, at }: MoveTo): number {
  if (before !== undefined) return Math.max(0, cell.indexOf(before));
  if (after !== undefined) return cell.indexOf(after) + 1;
  return at === 'end' ? cell.rows.length : 0;
}

const notOnTheBoard = (id: string): Problem => ({
  code: 'elements/not-on-the-board',
  message: `${id} is not on the board. Wait until it is shown, or take away what it is filtered by.`,
  params: { id },
});
