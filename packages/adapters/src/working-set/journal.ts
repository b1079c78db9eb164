import type { Batch, Commit, OpenOptions, Row, Seq } from '../adapter.js';
import type { Step } from '../engine/batch.js';
import type { Book, Decision } from '../engine/book.js';
import type { Preview, PreviewRow } from '../engine/columns/preview.js';
import type { Version } from '../engine/version.js';
import type { Restoration } from './restoration.js';

/** A batch on its way into the journal. */
export interface Submission extends Pick<Batch, 'key' | 'origin' | 'durability'> {
  readonly steps: readonly Step[];
}

/** A book as it was at one place, before its rows are read. */
export interface Early {
  readonly at: Seq;
  previewOf(c: string): Preview;
  /** Reads rows of a collection, in the order given; undefined when they have to be waited for. */
  rowsOf(c: string, sought: readonly PreviewRow[]): Promise<readonly Row[] | undefined>;
}

/** What the journal of a working set may do to it. */
export interface WorkingSet {
  readonly book: Book;
  /** Rows that were answered lately, as they are now. */
  recent(): readonly Version[];
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
  /** Opens what is kept of the tenant, and answers what can be asked before it is loaded, where there is something. */
  open(options: OpenOptions, into: WorkingSet): Promise<Early | undefined>;
  /** Reads all of it into the working set, migrated to the schema. */
  load(): Promise<void>;
  /** Decides and keeps a batch, all or nothing. */
  accept(submission: Submission): Promise<Acceptance>;
  /** Decides and keeps what makes the book that of a dump, all or nothing. */
  restore(restoration: Restoration): Promise<Decision>;
  /** Applies what other handles have written; answers whether there was anything. */
  refresh(): Promise<boolean>;
  /** One slice of tidying up, when there is something to tidy: answers whether there is more. */
  tidy(): Promise<boolean>;
  /** Makes what lets the book be asked early when it is next opened, if that is due. May run beside all other verbs. */
  prepareOpening(): Promise<void>;
  close(): Promise<void>;
  destroy(): Promise<void>;
}
