/** Where things stand in the shelf: every key begins with the tenant's prefix. */
export interface Keys {
  /** The meta stands at the end of the log, so that one request reads both. */
  readonly meta: IDBValidKey;
  /** A segment of the log, by the last commit in it; `part` tells those of one commit apart. */
  segment(commit: number, part: number): IDBValidKey;
  /** The segments that reach behind a commit, and the meta. */
  behind(commit: number): IDBKeyRange;
  /** The segments that come after another one, and the meta. */
  after(commit: number, part: number): IDBKeyRange;
  /** The segments of the commits after one, up to another. */
  between(commit: number, last: number): IDBKeyRange;
  /** What the batch with this key came to. */
  batch(key: string): IDBValidKey;
  /** Columns of the book as it was with a commit. There is one of these, at most. */
  columns(commit: number): IDBValidKey;
  readonly allColumns: IDBKeyRange;
  /** Room put aside for a full disk, and one piece of it. */
  readonly reserve: IDBKeyRange;
  reservePiece(piece: number): IDBValidKey;
  readonly all: IDBKeyRange;
}

// Arrays sort after numbers and strings, so that an empty one is behind them all.
const END: IDBValidKey = [];

/** The keys of one tenant. */
export const keysOf = (prefix: string): Keys => ({
  meta: [prefix, 'log', END],
  segment: (commit, part) => [prefix, 'log', commit, part],
  behind: (commit) => IDBKeyRange.bound([prefix, 'log', commit, END], [prefix, 'log', END]),
  after: (commit, part) => IDBKeyRange.bound([prefix, 'log', commit, part], [prefix, 'log', END], true),
  between: (commit, last) => IDBKeyRange.bound([prefix, 'log', commit, END], [prefix, 'log', last, END]),
  batch: (key) => [prefix, 'key', key],
  columns: (commit) => [prefix, 'columns', commit],
  allColumns: IDBKeyRange.bound([prefix, 'columns'], [prefix, 'columns', END]),
  reserve: IDBKeyRange.bound([prefix, 'reserve'], [prefix, 'reserve', END]),
  reservePiece: (piece) => [prefix, 'reserve', piece],
  all: IDBKeyRange.bound([prefix], [prefix, END]),
});

/** The commit and part of a segment's key. */
export const placeOfKey = (key: IDBValidKey): { readonly commit: number; readonly part: number } => {
  const [, , commit, part] = key as [string, string, number, number];
  return { commit, part };
};
