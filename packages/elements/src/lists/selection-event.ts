import type { Selection } from './selection.js';

/** Other rows are chosen than before. */
export class SelectionEvent extends Event {
  static readonly type = 'kith-selection';
  readonly selection: Selection;
  /** How many rows are chosen. */
  readonly count: number;

  constructor(selection: Selection, count: number) {
    super(SelectionEvent.type, { bubbles: true, composed: true });
    this.selection = selection;
    this.count = count;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kith-selection': SelectionEvent;
  }
}
