import { hasTexts, isListOf, keep, kept } from '../base/kept.js';
import type { ListFilter } from '../lists/list-filter.js';

/**
 * How somebody has narrowed a timeline down: plain JSON. Filters stand on `kind` (an activity's kind, `move` or
 * `change`), `by` (a user's id) and `at`.
 */
export interface TimelineView {
  readonly filters?: readonly ListFilter[] | undefined;
}

/** Somebody filtered the timeline in another way. */
export class TimelineViewEvent extends Event {
  static readonly type = 'kith-timeline-view';
  readonly view: TimelineView;

  constructor(view: TimelineView) {
    super(TimelineViewEvent.type, { bubbles: true, composed: true });
    this.view = view;
  }
}

/** The view that this browser keeps under a name; undefined where there is none, or it is not ours. */
export function keptTimelineView(name: string): TimelineView | undefined {
  const view = kept(`kith-timeline:${name}`);
  const isOurs =
    typeof view === 'object' &&
    view !== null &&
    isListOf(Reflect.get(view, 'filters'), (each) => hasTexts(each, 'path', 'is'));
  return isOurs ? (view as TimelineView) : undefined;
}

export const keepTimelineView = (name: string, view: TimelineView): void => keep(`kith-timeline:${name}`, view);

declare global {
  interface GlobalEventHandlersEventMap {
    'kith-timeline-view': TimelineViewEvent;
  }
}
