import type { RowData, StorageAdapter } from '@kith/adapters';
import type { Problem } from '@kith/core';
import { customValues, type Field, type FieldRegistry, own } from '@kith/core/fields';
import type { Staging } from '../row-rules.js';

/** What the rows that references name are looked up in. */
export interface ReferenceWork {
  readonly registry: FieldRegistry;
  readonly adapter: StorageAdapter;
  /** The collections that the storage was opened with: of others it cannot tell. */
  readonly known: ReadonlySet<string>;
  readonly staged: readonly Staging[];
}

/** A row as it is to be, and was. */
export interface Written {
  readonly kind: string | undefined;
  readonly before: RowData | null;
  readonly to: object | null;
}

/** `fields/unknown-reference` for the first reference that somebody writes anew and that names no row. */
export async function unknownReference(rows: readonly Written[], work: ReferenceWork): Promise<Problem | undefined> {
  const asked = new Map<string, Map<string, Field>>();
  for (const { kind, before, to } of rows) {
    if (kind === undefined || !to) continue;
    for (const field of work.registry.fieldsOf(kind)) {
      const collection = targetOf(field, work);
      const id = collection === undefined ? undefined : own(customValues(to), field.name);
      if (collection === undefined || typeof id !== 'string' || own(customValues(before), field.name) === id) continue;
      const ids = asked.get(collection) ?? new Map<string, Field>();
      asked.set(collection, ids.set(id, field));
    }
  }
  for (const [collection, fields] of asked) {
    const staged = new Map(work.staged.flatMap((each) => (each.collection === collection ? [[each.id, each.to]] : [])));
    const ids = [...fields.keys()].filter((id) => !staged.has(id));
    const rowsThere = ids.length > 0 ? await work.adapter.get(collection, ids) : [];
    const there = new Set(rowsThere.flatMap((row) => (row && !row.deleted ? [row.id] : [])));
    for (const [id, field] of fields) if (!there.has(id) && !staged.get(id)) return unknown(field, id);
  }
  return undefined;
}

/** The collection in which a field of the house looks for a row. People are often kept elsewhere, so users are not asked for. */
function targetOf({ type, to = '', origin }: Field, { registry, known }: ReferenceWork): string | undefined {
  if (type !== 'reference' || origin === 'built-in') return undefined;
  const collection = registry.entity(to)?.collection;
  return collection !== undefined && known.has(collection) ? collection : undefined;
}

const unknown = ({ on, name, to, path }: Field, id: string): Problem => ({
  code: 'fields/unknown-reference',
  message: `"${name}" of a ${on}: there is no ${to} ${id}. It may have been deleted; choose another one.`,
  path,
  params: { on, name, id },
});
