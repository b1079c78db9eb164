import { StorageFault } from '../fault.js';
import type { Keys } from './keys.js';
import { answerOf } from './shelf.js';

/** What is kept of a book as a whole. */
export interface Meta {
  /** How the log is written. */
  readonly format: number;
  /** The version of the rows' schema. */
  readonly schema: number;
  /** Another one means that the book was destroyed and begun anew. */
  readonly born: string;
  /** Rows were erased, and what older segments still hold of them has to go. */
  readonly erase?: true;
}

const FORMAT = 1;

/** The meta of a new book. */
export const newMeta = (schema: number): Meta => ({ format: FORMAT, schema, born: crypto.randomUUID() });

/** Reads the meta inside a transaction, and refuses a newer one with `superseded`. */
export async function readMeta(store: IDBObjectStore, keys: Keys, schema: number): Promise<Meta | undefined> {
  const meta = (await answerOf(store.get(keys.meta))) as Meta | undefined;
  if (meta !== undefined && (meta.format > FORMAT || meta.schema > schema))
    throw new StorageFault({ kind: 'superseded' });
  return meta;
}

/** Like readMeta, for a handle that is open: when its book is gone it is `closed`. */
export async function readSameMeta(
  store: IDBObjectStore,
  keys: Keys,
  { schema, born }: Pick<Meta, 'schema' | 'born'>,
): Promise<Meta> {
  const meta = await readMeta(store, keys, schema);
  if (meta?.born !== born) throw new StorageFault({ kind: 'closed' });
  return meta;
}
