import type { Commit } from '../adapter.js';

/** A commit as it is kept under the key of its batch, so that the same key answers the same for ever. */
export interface KeptCommit {
  readonly seq: string;
  /** `[[c, id, rev], …]` */
  readonly rows: string;
}

/** A commit made ready to be kept. */
export const keepCommit = ({ seq, rows }: Commit): KeptCommit => ({
  seq,
  rows: JSON.stringify(rows.map(({ c, id, rev }) => [c, id, rev])),
});

/** The answer to a batch whose key has come before. */
export function replayOf({ seq, rows }: KeptCommit): Commit {
  const triples = JSON.parse(rows) as readonly (readonly [c: string, id: string, rev: number])[];
  return { seq, replayed: true, rows: triples.map(([c, id, rev]) => ({ c, id, rev })) };
}
