import type { BoardCell } from './board-column.js';
import type { BoardHost, Placed } from './board-host.js';
import { cardOf } from './board-places.js';
import type { BoardRow } from './board-source.js';
import type { Lifting } from './lifting.js';
import type { Selecting } from './selecting.js';

/** What keys do besides lifting. */
export interface KeyActions {
  readonly selecting: Selecting;
  openMenu(row: BoardRow): void;
  /** Brings the place a lifted card is aimed at into sight. */
  revealTarget(): void;
}

/**
 * The keys of the board. On a card: arrows, Home, End and Page keys go to other cards, M opens the menu, X selects the
 * card, Shift with an arrow goes on selecting, Ctrl+A selects the column, Space takes the card up, with all that are
 * selected. With a card up: arrows aim, Enter or Space puts it down, Escape or Tab puts it back.
 */
export function onBoardKeydown(event: KeyboardEvent, host: BoardHost, lifting: Lifting, actions: KeyActions): void {
  const card = (event.target as Element).closest('.card');
  const found = card && cardOf(host, card);
  if (!found || event.altKey) return;
  const isLifted = lifting.current?.by === 'keys' && !lifting.current.isSettling;
  const isControl = event.ctrlKey || event.metaKey;
  if (isControl && isLifted) return;
  const isDone = isControl
    ? selectByControl(event, host, actions, found)
    : isLifted
      ? aimByKey(event, host, lifting, actions)
      : walkByKey(event, host, lifting, actions, found);
  if (!isDone) return;
  event.preventDefault();
  event.stopPropagation();
}

function selectByControl({ key }: KeyboardEvent, host: BoardHost, { selecting }: KeyActions, found: Placed): boolean {
  if (key === ' ') selecting.toggle(found);
  else if (key.toLowerCase() === 'a') selecting.all(host.laning?.cellsOf(found.cell.column) ?? [found.cell]);
  else return false;
  return true;
}

function walkByKey(
  event: KeyboardEvent,
  host: BoardHost,
  lifting: Lifting,
  actions: KeyActions,
  found: Placed,
): boolean {
  const { selecting } = actions;
  const { row, cell } = found;
  const isTitle = (event.target as Element).classList.contains('card-title');
  const index = cell.indexOf(row.id);
  const goTo = (at: number, within = cell): true => {
    const next = within.rows[Math.max(0, Math.min(at, within.rows.length - 1))];
    if (!next) return true;
    if (event.shiftKey && within === cell) {
      if (!host.selected.has(row.id)) selecting.toggle(found);
      selecting.extendTo({ row: next, cell });
    }
    host.focusCard(next.id);
    return true;
  };
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const isBeyond = index + step < 0 || index + step >= cell.rows.length;
      const next = isBeyond ? beyondLane(host, cell, step, true) : undefined;
      return next ? goTo(step > 0 ? 0 : next.rows.length - 1, next) : goTo(index + step);
    }
    case 'Home':
      return goTo(0);
    case 'End':
      return goTo(cell.rows.length - 1);
    case 'PageDown':
      return goTo(index + cell.cardsInSight);
    case 'PageUp':
      return goTo(index - cell.cardsInSight);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = sideways(event, host);
      const at = host.columns.indexOf(cell.column);
      const beyond = step > 0 ? host.columns.slice(at + 1) : host.columns.slice(0, at).reverse();
      const next = beyond.map((column) => column.cell(cell.lane)).find((each) => each.rows.length > 0);
      const y = (event.target as Element).getBoundingClientRect().top;
      return next ? goTo(next.rowAtScreen(y), next) : true;
    }
    case 'm':
    case 'M':
      actions.openMenu(row);
      return true;
    case 'x':
    case 'X':
      selecting.toggle(found);
      return true;
    case 'Escape':
      if (host.selected.size === 0) return false;
      selecting.clear();
      return true;
    case ' ': {
      if (!isTitle) return false;
      const height = (event.target as Element).closest('.card')?.getBoundingClientRect().height ?? 0;
      lifting.begin(row, selecting.along(row), cell, 'keys', height);
      return true;
    }
    default:
      return false;
  }
}

function aimByKey(event: KeyboardEvent, host: BoardHost, lifting: Lifting, actions: KeyActions): boolean {
  const lift = lifting.current;
  if (!lift?.target || lift.isSettling) return true;
  const { cell, before } = lift.target;
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = stepIn(cell, before, step, lift.row.id);
      const lane = next === before ? beyondLane(host, cell, step, false) : undefined;
      if (lane) lifting.aim(lane, step > 0 ? 0 : lane.rows.length);
      else lifting.aim(cell, next);
      break;
    }
    case 'ArrowLeft':
    case 'ArrowRight': {
      const next = host.columns[host.columns.indexOf(cell.column) + sideways(event, host)]?.cell(cell.lane);
      if (next) lifting.aim(next, next === lift.from ? next.indexOf(lift.row.id) : Math.min(before, next.rows.length));
      break;
    }
    case 'Home':
      lifting.aim(cell, 0);
      break;
    case 'End':
      lifting.aim(cell, cell.rows.length);
      break;
    case 'Enter':
    case ' ':
      void lifting.drop().then((hasMoved) => {
        if (hasMoved && lift.rows.length > 1) host.choose(lifting.refusedIds);
        host.focusCard(lift.row.id);
      });
      return true;
    case 'Escape':
      lifting.cancel();
      return true;
    case 'Tab':
      lifting.cancel();
      return false;
    default:
      return event.key.length === 1;
  }
  actions.revealTarget();
  return true;
}

/** The next place in a cell. Before and behind the card itself are one place. */
function stepIn(cell: BoardCell, before: number, step: 1 | -1, id: string): number {
  const own = cell.indexOf(id);
  const skips = own >= 0 && ((step > 0 && before === own) || (step < 0 && before === own + 1));
  return Math.max(0, Math.min(before + step * (skips ? 2 : 1), cell.rows.length));
}

/** The cell of the same stage in the next lane; one with cards in it, where somebody walks. */
function beyondLane(host: BoardHost, cell: BoardCell, step: 1 | -1, hasCards: boolean): BoardCell | undefined {
  const cells = host.laning?.cellsOf(cell.column) ?? [];
  const at = cells.indexOf(cell);
  if (at < 0) return undefined;
  const beyond = step > 0 ? cells.slice(at + 1) : cells.slice(0, at).reverse();
  return hasCards ? beyond.find(({ rows }) => rows.length > 0) : beyond[0];
}

/** Which way an arrow points among the columns: 1 to the next one, -1 to the one before. */
const sideways = (event: KeyboardEvent, host: Element): 1 | -1 =>
  (event.key === 'ArrowRight') === (getComputedStyle(host).direction === 'ltr') ? 1 : -1;
