import type { Book } from '../engine/book.js';
import type { Version } from '../engine/version.js';
import type { Fold } from './fold.js';
import type { Keys } from './keys.js';
import type { Places } from './places.js';
import type { Shelf } from './shelf.js';

/** The log of one book, as a handle has it open. */
export interface Log {
  readonly shelf: Shelf;
  readonly keys: Keys;
  readonly book: Book;
  readonly fold: Fold;
  readonly places: Places;
  /** Which book it was when it was opened, and the schema it is used with. */
  readonly born: string;
  readonly schema: number;
  /** Puts versions in place; a few hundred at once, more in slices. */
  apply(versions: readonly Version[]): Promise<void>;
  /** Runs a verb; when the connection was lost, opens it anew and runs the verb once more. */
  steadily<Result>(verb: (isRepeated: boolean) => Promise<Result>): Promise<Result>;
}
