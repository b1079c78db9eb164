import type { Batch, Commit, OpenOptions } from '../adapter.js';
import type { Step } from '../engine/batch.js';
import type { Book, Decision } from '../engine/book.js';
import type { Version } from '../engine/version.js';
import type { Restoration } from './restoration.js';

/** A batch on its way into the journal. */
export interface Submission extends Pick<Batch, 'key' | 'origin' | 'durability'> {
  readonly steps: readonly Step[];
}

/** What the journal of a working set may do to it. */
export interface WorkingSet {
  readonly book: Book;
  /** Puts versions in place, in slices; readers wait until all of them are. */
  apply(versions: readonly Version[]): Promise<void>;
  /** Another handle has written, or may have: the working set should catch up. */
  onHint(): void;
  /** The data is gone, or of a newer schema: the handle is closed from now on. */
  onEnd(reason: 'closed' | 'superseded'): void;
}

/** An accepted batch whose versions are not in place yet, or the commit that its key had before. */
export type Acceptance = Decision | { readonly replay: Commit };

/**
 * What makes a working set last. The adapter calls one verb after the other, never two at once, and puts accepted
 * versions in place before the next one.
 */
export interface Journal {
  /** Reads all that is kept of the tenant into the working set, migrated to the given schema. */
  open(options: OpenOptions, into: WorkingSet): Promise<void>;
  /** Decides and keeps a batch, all or nothing. */
  accept(submission: Submission): Promise<Acceptance>;
  /** Decides and keeps what makes the book that of a dump, all or nothing. */
  restore(restoration: Restoration): Promise<Decision>;
  /** Applies what other handles have written; answers whether there was anything. */
  refresh(): Promise<boolean>;
  /** One slice of tidying up, when there is something to tidy: answers whether there is more. */
  tidy(): Promise<boolean>;
  close(): Promise<void>;
  destroy(): Promise<void>;
}
