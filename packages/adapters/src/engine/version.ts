import type { Row, RowData, Seq } from '../adapter.js';

/** One version of one row: a step of the feed, of the journal and of a batch. */
export interface Version {
  readonly c: string;
  readonly row: Row;
  /** The row was erased: its revision lives on in the feed, but it is not among the rows. */
  readonly purged: boolean;
  readonly origin: string | undefined;
  /** Where in the feed it stands, once it does. */
  block: Block | undefined;
  /** Where among the rows of its collection its content stands; -1 without any, and until it does. */
  slot: number;
  /** Where its journal keeps it, in numbers of the journal's own; -1 when that is not known. */
  place: number;
}

/** A stretch of the feed. */
export interface Block {
  versions: Version[];
  replaced: number;
}

const NO_DATA: RowData = Object.freeze({});

/** A version with content, which is frozen already. */
export function contentVersion(
  c: string,
  id: string,
  rev: number,
  seq: Seq,
  data: RowData,
  origin: string | undefined,
): Version {
  return {
    c,
    row: Object.freeze({ id, rev, seq, data }),
    purged: false,
    origin,
    block: undefined,
    slot: -1,
    place: -1,
  };
}

/** What stays of a row that was deleted or erased. */
export function emptyVersion(
  c: string,
  id: string,
  rev: number,
  seq: Seq,
  purged: boolean,
  origin: string | undefined,
): Version {
  return {
    c,
    row: Object.freeze({ id, rev, seq, deleted: true, data: NO_DATA }),
    purged,
    origin,
    block: undefined,
    slot: -1,
    place: -1,
  };
}
