import type { Row, Seq } from './adapter.js';

/** The only ways in which storage may fail. */
export type Fault =
  /** A row was not as the batch expected; `actual` is how it is. Nothing was applied. */
  | { readonly kind: 'conflict'; readonly c: string; readonly id: string; readonly actual: Row | null }
  | { readonly kind: 'invalid' | 'denied' | 'unsupported' | 'too-large' | 'cursor-invalid'; readonly detail: string }
  /** The feed no longer reaches back so far: read a snapshot instead. */
  | { readonly kind: 'feed-trimmed'; readonly oldest: Seq }
  /** No space left; nothing was written. */
  | { readonly kind: 'quota'; readonly usage?: number; readonly quota?: number }
  /** Another tab holds the older schema open; data is of a newer schema than the code; the handle is closed. */
  | { readonly kind: 'upgrade-blocked' | 'superseded' | 'closed' }
  | { readonly kind: 'unavailable'; readonly applied: 'no' | 'unknown'; readonly retryAfterMs?: number }
  | { readonly kind: 'corrupt'; readonly detail: string };

/** What an adapter throws. `fault.kind` says what happened; the message says it in words. */
export class StorageFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, options?: ErrorOptions) {
    super(wordsFor(fault), options);
    this.name = 'StorageFault';
    this.fault = fault;
  }
}

function wordsFor(fault: Fault): string {
  switch (fault.kind) {
    case 'conflict':
      return `${fault.c}/${fault.id} is not as expected: ${fault.actual ? `it is at revision ${fault.actual.rev}` : 'it does not exist'}. Read it again and repeat.`;
    case 'invalid':
    case 'denied':
    case 'unsupported':
    case 'too-large':
    case 'cursor-invalid':
    case 'corrupt':
      return `${fault.kind}: ${fault.detail}`;
    case 'feed-trimmed':
      return 'The change feed no longer reaches back that far. Read everything anew.';
    case 'quota':
      return 'There is no space left on this device for more data. Nothing was written; free some space and try again.';
    case 'upgrade-blocked':
      return 'Another tab has an older version of this data open. Close the other tabs and try again.';
    case 'superseded':
      return 'This data was written by a newer version of the application. Reload to get that version; nothing was changed.';
    case 'closed':
      return 'The storage is closed. Open it again first.';
    case 'unavailable':
      return fault.applied === 'no'
        ? 'The storage cannot be reached. Nothing was written; try again.'
        : 'The storage was lost while writing. Repeat with the same key to settle whether it was written.';
  }
}
