import type { ListFilter } from './list-filter.js';

/** One column as somebody arranged it. */
export interface ViewColumn {
  /** The path of its field: `jobTitle`, `customFields.budget`. */
  readonly path: string;
  /** In pixels; what suits its kind of value when left out. */
  readonly width?: number;
  /** Whether it stays in sight while the others are scrolled sideways. */
  readonly isPinned?: boolean;
}

/** By which fields rows are sorted, the first one first. */
export type ListOrder = ReadonlyArray<readonly [path: string, direction: 'asc' | 'desc']>;

/** How somebody looks at a list: plain JSON, to be kept by the page or in the store. What is left out is as the list comes. */
export interface ListView {
  readonly columns?: readonly ViewColumn[] | undefined;
  readonly order?: ListOrder | undefined;
  readonly filters?: readonly ListFilter[] | undefined;
  /** The path of the field that rows are grouped by. */
  readonly group?: string | undefined;
}

/** A view under a name, for people to choose. */
export interface NamedView {
  readonly name: string;
  readonly view: ListView;
}

/** Somebody arranged the list in another way. */
export class ListViewEvent extends Event {
  static readonly type = 'kith-list-view';
  readonly view: ListView;

  constructor(view: ListView) {
    super(ListViewEvent.type, { bubbles: true, composed: true });
    this.view = view;
  }
}

/** The order after a click on a column's head: up, down, and back to none; `isMore` keeps the other fields before it. */
export function nextOrder(order: ListOrder, path: string, isMore: boolean): ListOrder {
  const at = order.findIndex(([each]) => each === path);
  const direction = order[at]?.[1];
  const others = isMore ? order.filter(([each]) => each !== path) : [];
  if (direction === 'desc') return isMore ? others : [];
  const next = [path, direction === 'asc' ? 'desc' : 'asc'] as const;
  return isMore && at >= 0 ? order.map((each, index) => (index === at ? next : each)) : [...others, next];
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kith-list-view': ListViewEvent;
  }
}
