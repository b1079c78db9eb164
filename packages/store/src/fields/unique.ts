import type { Op, Row, RowData, StorageAdapter } from '@kith/adapters';
import { ok, type Problem, type Result, refuse } from '@kith/core';
import { customValues, type Field, type FieldRegistry, isEmpty, own } from '@kith/core/fields';
import { fingerprint } from '@kith/core/imports';
import type { LoadRows, Staging } from '../row-rules.js';
import { fieldGuards } from './collection.js';

/**
 * Unique values are held apart by rows of their own, one for each value, whose id says which: whoever takes a value writes
 * its row, and of two who take it at once the storage lets one through. The value itself stands only in its row's
 * fingerprint, so that nothing of it is left when a row is erased.
 */
interface Guard {
  readonly id: string;
  readonly row: Row | null;
  holder: string | undefined;
  isErased: boolean;
}

interface Claim {
  readonly field: Field;
  readonly holder: string;
  readonly guard: string;
}

/** The steps that keep unique values apart, or the refusal of one that is taken: `fields/not-unique`. */
export async function uniqueOps(
  registry: FieldRegistry,
  kindOf: (collection: string) => string | undefined,
  stagings: readonly Staging[],
  adapter: StorageAdapter,
  load: LoadRows,
): Promise<Result<readonly Op[]>> {
  const released: (Claim & { readonly isErased: boolean })[] = [];
  const claimed: Claim[] = [];
  for (const { collection, id, row, to, isErased = false } of stagings)
    for (const field of uniqueFieldsOf(registry, kindOf(collection))) {
      const before = keyOf(field, row && !row.deleted ? row.data : null);
      const after = keyOf(field, to);
      if (before === after && !isErased) continue;
      if (before !== undefined) released.push({ field, holder: id, guard: before, isErased });
      if (after !== undefined) claimed.push({ field, holder: id, guard: after });
    }
  const ids = [...new Set([...released, ...claimed].map(({ guard }) => guard))];
  if (ids.length === 0) return ok([]);
  const rows = await load(fieldGuards.name, ids);
  const guards = new Map<string, Guard>(
    ids.map((id, index) => {
      const row = rows[index] ?? null;
      return [id, { id, row, holder: holderOf(row), isErased: false }];
    }),
  );
  for (const { guard: id, holder, isErased } of released) {
    const guard = guards.get(id);
    if (guard?.holder !== holder) continue;
    guard.holder = undefined;
    guard.isErased = isErased;
  }
  for (const claim of claimed) {
    const guard = guards.get(claim.guard);
    if (!guard) continue;
    if (guard.holder !== undefined && guard.holder !== claim.holder)
      if (await isHeld(claim, guard.holder, registry, stagings, adapter)) return refuse(notUnique(claim.field));
    guard.holder = claim.holder;
  }
  return ok([...guards.values()].flatMap(opOf));
}

/** Why a value of a row is not its own, beside rows that are staged; undefined when they all are. */
export async function takenValue(
  registry: FieldRegistry,
  kind: string | undefined,
  entity: { readonly id: string },
  {
    staged,
    adapter,
    collection,
  }: { readonly staged: readonly Staging[]; readonly adapter: StorageAdapter; readonly collection: string },
): Promise<Problem | undefined> {
  for (const field of uniqueFieldsOf(registry, kind)) {
    const guard = keyOf(field, entity);
    if (guard === undefined) continue;
    const beside = staged.find(
      (each) => each.collection === collection && each.id !== entity.id && keyOf(field, each.to) === guard,
    );
    if (beside) return notUnique(field);
    const holder = holderOf((await adapter.get(fieldGuards.name, [guard]))[0] ?? null);
    if (holder === undefined || holder === entity.id) continue;
    if (await isHeld({ field, holder: entity.id, guard }, holder, registry, staged, adapter)) return notUnique(field);
  }
  return undefined;
}

/** The row that stands for a value; texts are compared without regard to case. Undefined where there is no value. */
export function keyOf(field: Field, row: object | null): string | undefined {
  const value = own(customValues(row), field.name);
  if (isEmpty(value)) return undefined;
  const plain = typeof value === 'string' ? value.trim().normalize('NFC').toLowerCase() : value;
  return `${field.on}.${field.name}.${fingerprint(plain)}.${String(plain).length}`;
}

/** The unique fields of a kind. */
export function uniqueFieldsOf(registry: FieldRegistry, kind: string | undefined): readonly Field[] {
  if (kind === undefined) return [];
  const byKind = uniqueByKind.get(registry) ?? new Map<string, readonly Field[]>();
  uniqueByKind.set(registry, byKind);
  const fields = byKind.get(kind) ?? registry.fieldsOf(kind).filter(({ unique }) => unique);
  byKind.set(kind, fields);
  return fields;
}

/** A registry never changes. */
const uniqueByKind = new WeakMap<FieldRegistry, Map<string, readonly Field[]>>();

/** Whether the row that a guard names has the value indeed: one that was written past the rules may not. */
async function isHeld(
  { field, guard }: Claim,
  holder: string,
  registry: FieldRegistry,
  stagings: readonly Staging[],
  adapter: StorageAdapter,
): Promise<boolean> {
  const collection = registry.entity(field.on)?.collection ?? '';
  const staged = stagings.find((each) => each.collection === collection && each.id === holder);
  if (staged) return keyOf(field, staged.to) === guard;
  const row = (await adapter.get(collection, [holder]))[0];
  return row !== null && row !== undefined && !row.deleted && keyOf(field, row.data) === guard;
}

const holderOf = (row: Row | null): string | undefined => {
  const holder = row && !row.deleted ? row.data['holder'] : undefined;
  return typeof holder === 'string' ? holder : undefined;
};

function opOf({ id, row, holder, isErased }: Guard): readonly Op[] {
  const c = fieldGuards.name;
  const isThere = row !== null && !row.deleted;
  if (holder === holderOf(row)) return [];
  const expect = isThere ? { rev: row.rev } : 'absent';
  if (holder !== undefined) return [{ op: 'put', c, id, expect, data: { id, holder } as RowData }];
  if (isErased) return [{ op: 'purge', c, id }];
  return [{ op: 'delete', c, id, expect }];
}

const notUnique = ({ on, name, path }: Field): Problem => ({
  code: 'fields/not-unique',
  message: `"${name}" of a ${on} is taken by another one. Enter another value, or change that one first.`,
  path,
  params: { on, name },
});
