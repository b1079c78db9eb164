import { hasTexts, isListOf, isText, keep, kept } from '../base/kept.js';
import type { ListFilter } from '../lists/list-filter.js';

/** How somebody has arranged a board: plain JSON. */
export interface BoardView {
  /** The path of the field that lanes are made of: `ownerId`; none when empty. What the page says when left out. */
  readonly lanes?: string | undefined;
  /** Ids of the stages whose columns are folded up. */
  readonly folded?: readonly string[] | undefined;
  /** Ids of the stages in the order of their columns; a stage that is not among them follows the one before it. */
  readonly order?: readonly string[] | undefined;
  /** Ids of the stages whose columns are not shown. */
  readonly hidden?: readonly string[] | undefined;
  /** The lanes that are folded up, by the value of their field; the empty text is that of the lane without one. */
  readonly foldedLanes?: readonly string[] | undefined;
  readonly filters?: readonly ListFilter[] | undefined;
}

/** Somebody arranged the board in another way. */
export class BoardViewEvent extends Event {
  static readonly type = 'kith-board-view';
  readonly view: BoardView;

  constructor(view: BoardView) {
    super(BoardViewEvent.type, { bubbles: true, composed: true });
    this.view = view;
  }
}

/** The view that this browser keeps under a name; undefined where there is none, or it is not ours. */
export function keptBoardView(name: string): BoardView | undefined {
  const view = kept(`kith-board:${name}`);
  return isBoardView(view) ? view : undefined;
}

export const keepBoardView = (name: string, view: BoardView): void => keep(`kith-board:${name}`, view);

/** Whether something has the shape of a view; what is inside is held against stages and fields when it is drawn. */
function isBoardView(value: unknown): value is BoardView {
  const { lanes, filters, ...lists } = Object(value);
  return (
    isListOf(lanes && [lanes], isText) &&
    ['folded', 'foldedLanes', 'order', 'hidden'].every((name) => isListOf(lists[name], isText)) &&
    isListOf(filters, (each) => hasTexts(each, 'path', 'is'))
  );
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kith-board-view': BoardViewEvent;
  }
}
