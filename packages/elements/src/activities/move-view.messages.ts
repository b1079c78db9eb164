import { type Messages, translated } from '../base/locale.js';
import type { MoveKind } from './entry.js';

/** What the timeline says about moves of deals. */
export interface MoveSentences {
  /** After the name of whoever did it: "won the deal". */
  readonly did: Readonly<Record<MoveKind, string>>;
  /** The same where nobody is known: "Deal won". */
  readonly alone: Readonly<Record<MoveKind, string>>;
  /** Between the stage it came from and the one it went to. */
  readonly to: string;
}

export const moveMessages: Messages<MoveSentences> = translated<MoveSentences>('moves', () => ({
  did: {
    opened: 'opened the deal',
    moved: 'moved the deal',
    won: 'won the deal',
    lost: 'lost the deal',
    reopened: 'reopened the deal',
  },
  alone: {
    opened: 'Deal opened',
    moved: 'Deal moved',
    won: 'Deal won',
    lost: 'Deal lost',
    reopened: 'Deal reopened',
  },
  to: 'to',
}));
