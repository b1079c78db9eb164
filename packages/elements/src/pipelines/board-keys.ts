import type { Deal, Id } from '@kith/core';
import type { BoardColumn } from './board-column.js';
import type { Lifting, MovingHost } from './lifting.js';

/** What the keyboard needs of the board. */
export interface KeysHost extends MovingHost {
  dealOf(card: Element): { readonly deal: Deal; readonly column: BoardColumn } | undefined;
  focusDeal(id: Id<'deal'>): void;
}

/** What keys do besides lifting. */
export interface KeyActions {
  openMenu(deal: Deal, column: BoardColumn): void;
  /** Brings the place a lifted card is aimed at into sight. */
  revealTarget(): void;
}

/**
 * The keys of the board. On a card: arrows, Home, End and Page keys go to other cards, M opens the menu, Space takes the
 * card up. With a card up: arrows aim, Enter or Space puts it down, Escape or Tab puts it back.
 */
export function onBoardKeydown(event: KeyboardEvent, host: KeysHost, lifting: Lifting, actions: KeyActions): void {
  const card = (event.target as Element).closest('.card');
  const found = card && host.dealOf(card);
  if (!found || event.ctrlKey || event.metaKey || event.altKey) return;
  const isLifted = lifting.current?.by === 'keys';
  const isDone = isLifted ? aimByKey(event, host, lifting, actions) : walkByKey(event, host, lifting, actions, found);
  if (!isDone) return;
  event.preventDefault();
  event.stopPropagation();
}

function walkByKey(
  event: KeyboardEvent,
  host: KeysHost,
  lifting: Lifting,
  actions: KeyActions,
  { deal, column }: { deal: Deal; column: BoardColumn },
): boolean {
  const isTitle = (event.target as Element).classList.contains('card-title');
  const index = column.indexOf(deal.id);
  const goTo = (row: number): true => {
    const next = column.rows[Math.max(0, Math.min(row, column.rows.length - 1))];
    if (next) host.focusDeal(next.id);
    return true;
  };
  switch (event.key) {
    case 'ArrowDown':
      return goTo(index + 1);
    case 'ArrowUp':
      return goTo(index - 1);
    case 'Home':
      return goTo(0);
    case 'End':
      return goTo(column.rows.length - 1);
    case 'PageDown':
      return goTo(index + column.cardsInSight);
    case 'PageUp':
      return goTo(index - column.cardsInSight);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = sideways(event, host);
      const at = host.columns.indexOf(column);
      const beyond = step > 0 ? host.columns.slice(at + 1) : host.columns.slice(0, at).reverse();
      const next = beyond.find((each) => each.rows.length > 0);
      const y = (event.target as Element).getBoundingClientRect().top;
      const there = next?.rows[next.rowAtScreen(y)];
      if (there) host.focusDeal(there.id);
      return true;
    }
    case 'm':
    case 'M':
      actions.openMenu(deal, column);
      return true;
    case ' ': {
      if (!isTitle) return false;
      const height = (event.target as Element).closest('.card')?.getBoundingClientRect().height ?? 0;
      lifting.begin(deal, column, 'keys', height);
      return true;
    }
    default:
      return false;
  }
}

function aimByKey(event: KeyboardEvent, host: KeysHost, lifting: Lifting, actions: KeyActions): boolean {
  const lift = lifting.current;
  if (!lift?.target || lift.isSettling) return true;
  const { column, before } = lift.target;
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      lifting.aim(column, stepIn(column, before, event.key === 'ArrowDown' ? 1 : -1, lift.deal.id));
      break;
    case 'ArrowLeft':
    case 'ArrowRight': {
      const next = host.columns[host.columns.indexOf(column) + sideways(event, host)];
      if (next) lifting.aim(next, next === lift.from ? next.indexOf(lift.deal.id) : Math.min(before, next.rows.length));
      break;
    }
    case 'Home':
      lifting.aim(column, 0);
      break;
    case 'End':
      lifting.aim(column, column.rows.length);
      break;
    case 'Enter':
    case ' ':
      void lifting.drop().then(() => host.focusDeal(lift.deal.id));
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

/** The next place in a column. Before and behind the card itself are one place. */
function stepIn(column: BoardColumn, before: number, step: 1 | -1, id: string): number {
  const own = column.indexOf(id);
  const skips = own >= 0 && ((step > 0 && before === own) || (step < 0 && before === own + 1));
  return Math.max(0, Math.min(before + step * (skips ? 2 : 1), column.rows.length));
}

/** Which way an arrow points among the columns: 1 to the next one, -1 to the one before. */
const sideways = (event: KeyboardEvent, host: Element): 1 | -1 =>
  (event.key === 'ArrowRight') === (getComputedStyle(host).direction === 'ltr') ? 1 : -1;
