import { ok, type Result } from '@kith/core';
import type { Field } from '@kith/core/fields';
import { writeFieldRows } from '@kith/core/imports';
import { companies, contacts, deals, type RowsQuery, type Store, users } from '@kith/store';
import { exportRows } from '@kith/store/permissions';
import type { ListRow } from './list-rows.js';
import { readOnce } from './read-once.js';

/** Where the names of what rows point at stand, by kind. */
const NAMED = { user: users, company: companies, contact: contacts, deal: deals } as const;

/** Lines that are joined before the page gets a chance to breathe. */
const SLICE = 2_000;

/** A file of rows. */
export interface ExportedRows {
  readonly file: Blob;
  readonly count: number;
}

/**
 * The rows of a question as CSV, by columns: those that whoever acts sees and may export, without the fields that they may
 * not; names in place of ids; nothing in it is a formula to a spreadsheet. Refuses with `permissions/not-allowed`.
 */
export async function exportCsv(
  store: Store,
  query: RowsQuery<ListRow>,
  fields: readonly Field[],
  language: string,
): Promise<Result<ExportedRows>> {
  const taken = await exportRows(store, query);
  if (!taken.ok) return taken;
  const rows = await withNames(store, taken.value, fields);
  const parts: string[] = ['\ufeff'];
  let slice = '';
  let lines = 0;
  for (const line of writeFieldRows(fields, rows, { language })) {
    slice += line;
    if (++lines % SLICE !== 0) continue;
    parts.push(slice);
    slice = '';
    await new Promise(requestAnimationFrame);
  }
  parts.push(slice);
  return ok({ file: new Blob(parts, { type: 'text/csv;charset=utf-8' }), count: rows.length });
}

/** The rows with names in place of the ids of what they point at. */
async function withNames(store: Store, rows: readonly ListRow[], fields: readonly Field[]): Promise<readonly object[]> {
  const pointing = fields.filter(
    ({ valueType, path }) => (valueType === 'user' || valueType === 'reference') && !path.includes('.'),
  );
  const names = new Map<string, string>();
  for (const field of pointing) {
    const kind = field.valueType === 'user' ? 'user' : (field.to ?? '');
    if (!Object.hasOwn(NAMED, kind)) continue;
    const ids = [...new Set(rows.flatMap((row) => idsAt(row, field.path)))].filter((id) => !names.has(id));
    if (ids.length === 0) continue;
    const { collection } = NAMED[kind as keyof typeof NAMED];
    const where = { field: 'id', is: 'in', value: ids } as const;
    const found = await readOnce(store, { ask: 'rows', collection, where } as RowsQuery<ListRow>);
    for (const { id, name } of found) if (name) names.set(id, name);
  }
  if (names.size === 0) return rows;
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(pointing.map(({ path }) => [path, idsAt(row, path).map((id) => names.get(id) ?? id)])),
  }));
}

function idsAt(row: object, path: string): readonly string[] {
  const value: unknown = Reflect.get(row, path);
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
}
