import { StorageFault } from '../fault.js';
import { randomName } from './random-name.js';
import type { Segment } from './segment.js';
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
export const newMeta = (schema: number): Meta => ({ format: FORMAT, schema, born: randomName() });

/** Refuses a meta of a newer version with `superseded`. */
export function checkMeta(meta: Meta, schema: number): Meta {
  if (meta.format > FORMAT || meta.schema > schema) throw new StorageFault({ kind: 'superseded' });
  return meta;
}

/** What stands in the log behind a commit. */
export interface Tail {
  readonly segments: readonly Segment[];
  /** Missing when there are more segments than were asked for. */
  readonly meta: Meta | undefined;
}

/**
 * Reads up to `most` segments inside a transaction. When these are all, the meta is checked: another book than before is
 * `closed`, a newer schema `superseded`.
 */
export async function readTail(
  store: IDBObjectStore,
  range: IDBKeyRange,
  most: number,
  { schema, born }: Pick<Meta, 'schema' | 'born'>,
): Promise<Tail> {
  const records = (await answerOf(store.getAll(range, most + 1))) as readonly (Segment | Meta)[];
  const last = records.at(-1);
  if (last === undefined) throw new StorageFault({ kind: 'closed' });
  if (!('born' in last)) return { segments: records.slice(0, most) as readonly Segment[], meta: undefined };
  if (checkMeta(last, schema).born !== born) throw new StorageFault({ kind: 'closed' });
  return { segments: records.slice(0, -1) as readonly Segment[], meta: last };
}
