/** Something a person did to the board before there were hands, and to what: an event forgets its target. */
export interface EarlyEvent {
  readonly event: PointerEvent | KeyboardEvent;
  readonly target: Element;
}

const FOLLOWING = ['pointermove', 'pointerup', 'pointercancel'] as const;

/** Keeps presses on cards, with where the pointer went then, and keys: the first drag is not lost on a slow network. */
export class Early {
  #events: EarlyEvent[] = [];

  readonly keep = (event: PointerEvent | KeyboardEvent): void => {
    this.#events.push({ event, target: event.composedPath()[0] as Element });
    if (event.type === 'pointerdown') for (const type of FOLLOWING) addEventListener(type, this.keep);
  };

  /** All that was kept, in its order. Nothing more is kept of it. */
  take(): readonly EarlyEvent[] {
    const events = this.#events;
    this.#events = [];
    for (const type of FOLLOWING) removeEventListener(type, this.keep);
    return events;
  }
}
