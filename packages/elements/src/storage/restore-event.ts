/**
 * Somebody wants the book to become what a backup holds. It is told before anything is written: a page that calls
 * `preventDefault()` stops it.
 */
export class RestoreEvent extends Event {
  static readonly type = 'kith-restore';
  /** When the backup was made. */
  readonly made: string;

  constructor(made: string) {
    super(RestoreEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.made = made;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kith-restore': RestoreEvent;
  }
}
