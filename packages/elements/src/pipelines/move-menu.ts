import { problemText } from '../base/problem-text.js';
import { arrowDown, arrowUp, cross } from '../parts/icons/heads.js';
import { check } from '../parts/icons/shown.js';
import type { MenuGroup, MenuItem } from '../parts/menu.js';
import type { BoardCell, BoardColumn } from './board-column.js';
import type { BoardHost } from './board-host.js';
import type { BoardRow } from './board-source.js';
import type { HandsSentences } from './hands.messages.js';
import type { Verdicts } from './lifting.js';
import type { Selecting } from './selecting.js';
import { stagePie } from './stage-pie.js';

/** Moves what a menu is about before a row of a cell. */
export type CardMove = (cell: BoardCell, before: number) => void;

/** What a menu of moves is about. */
export interface MoveMenu {
  readonly rows: readonly BoardRow[];
  /** Where the first of them lies. */
  readonly cell: BoardCell;
  readonly verdicts: Verdicts;
  readonly move: CardMove;
  readonly selecting: Selecting;
}

/**
 * Every stage, the refused ones with their reason; every lane; and the places of the column, step by step and its ends: all
 * that dragging can do, by plain clicks.
 */
export function moveMenu(menu: MoveMenu, host: BoardHost, say: HandsSentences): readonly MenuGroup[] {
  const { rows, cell, move } = menu;
  const [row] = rows;
  const isOne = rows.length === 1;
  const index = cell.indexOf(row?.id);
  const last = cell.rows.length;
  const place: MenuItem[] = [];
  if (index > 0 || !isOne) place.push({ label: say.toTop, icon: arrowUp, choose: () => move(cell, 0) });
  if (isOne && index > 0) place.push({ label: say.up, icon: arrowUp, choose: () => move(cell, index - 1) });
  if (isOne && index < last - 1) place.push({ label: say.down, icon: arrowDown, choose: () => move(cell, index + 2) });
  if (index < last - 1 || !isOne) place.push({ label: say.toBottom, icon: arrowDown, choose: () => move(cell, last) });
  return [
    { caption: say.moveTo, items: host.stages.map((column) => stageItem(column, menu, host, say)) },
    { caption: say.lane, items: laneItems(menu, host) },
    ...(rows.every(({ stageId }) => stageId === cell.stage.id) ? [{ caption: say.place, items: place }] : []),
    { items: isOne && row ? [selectItem(menu, host, say)] : [] },
  ];
}

function stageItem(column: BoardColumn, menu: MoveMenu, host: BoardHost, say: HandsSentences): MenuItem {
  const { rows, cell, move } = menu;
  const { stage } = column;
  const verdict = menu.verdicts.get(stage.id);
  const isCurrent = rows.every(({ stageId }) => stageId === stage.id);
  const some = verdict && !verdict.refusal && verdict.refused > 0 ? say.stay(verdict.refused, rows.length) : undefined;
  return {
    label: verdict?.asks && !verdict.refusal ? say.asksFirst(stage.name) : stage.name,
    picture: stagePie(stage),
    isCurrent,
    hint: some,
    reason: verdict?.refusal ? problemText(verdict.refusal, host.locale) : undefined,
    choose: () => {
      if (!isCurrent) move(column.cell(cell.lane), 0);
    },
  };
}

/** The other lanes; they take what the source can change. */
function laneItems({ rows, cell, move }: MoveMenu, { laning, source }: BoardHost): readonly MenuItem[] {
  if (!laning || !source.edit || rows.some(({ stageId }) => stageId !== cell.stage.id)) return [];
  return laning.names.map((lane) => ({
    label: laning.labelOf(lane),
    isCurrent: lane === cell.lane,
    choose: () => {
      if (lane !== cell.lane) move(cell.column.cell(lane), 0);
    },
  }));
}

function selectItem({ rows, cell, selecting }: MoveMenu, { selected }: BoardHost, say: HandsSentences): MenuItem {
  const [row] = rows;
  const isChosen = row !== undefined && selected.has(row.id);
  return {
    label: isChosen ? say.deselect : say.select,
    icon: isChosen ? cross : check,
    hint: 'X',
    choose: () => row && selecting.toggle({ row, cell }),
  };
}
