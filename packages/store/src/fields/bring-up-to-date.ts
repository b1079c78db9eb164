import type { RowData } from '@kith/adapters';
import { type FilterMoment, ok } from '@kith/core';
import { customValues, type Field, isEmpty, own, valueProblem } from '@kith/core/fields';
import type { Identified } from '../collection.js';
import { command } from '../command.js';
import type { Store } from '../store.js';
import { fieldDefinitions, fieldGuards } from './collection.js';
import type { FieldRules } from './field-rules.js';
import { anyRows, pagesById, type SliceOptions, slice } from './field-slices.js';
import { keyOf, uniqueFieldsOf } from './unique.js';

/** What rows of one field do not fit their definition. Nothing of it was changed. */
export interface FieldFinding {
  readonly on: string;
  readonly name: string;
  /** `misfit`: of another type, out of bounds, an option that is not there. `duplicate`: another row has the same unique value. */
  readonly is: 'misfit' | 'duplicate';
  readonly count: number;
  /** The first hundred of the rows. */
  readonly ids: readonly string[];
}

/** What bringing rows up to their definitions came to. */
export interface BroughtUp {
  /** Rows that were looked at. */
  readonly rows: number;
  /** Rows whose computed values had to be written. */
  readonly written: number;
  readonly findings: readonly FieldFinding[];
}

/** How it is done. */
export interface BringOptions extends SliceOptions {
  /** Kinds of entities; those with definitions that rows were not brought up to yet when left out. */
  readonly kinds?: readonly string[];
}

const IDS = 100;

/**
 * Computes the formulas and roll-ups of existing rows after definitions have changed, or after a day has passed where
 * formulas read the clock, and reports which values do not fit. In small commits with pauses between, so that a page goes
 * on; when it is cut short, definitions stay pending, and the next call begins anew. Rejects with a KithError when the
 * storage fails. Throws a TypeError for a store that was opened without `fields`.
 */
export async function bringUpToDate(store: Store, options: BringOptions = {}): Promise<BroughtUp> {
  const rules = store.storage.rules as FieldRules | undefined;
  if (!rules)
    throw new TypeError('bringUpToDate: the store has no custom fields. Open it with `fields: customFields()`.');
  const registry = rules.registry();
  const began = store.storage.env().now;
  const pending = await pendingKinds(store);
  const kinds = options.kinds ?? pending;
  const found = new Map<
    string,
    { readonly finding: Omit<FieldFinding, 'count' | 'ids'>; count: number; ids: string[] }
  >();
  const find = ({ on, name }: Field, is: FieldFinding['is'], id: string): void => {
    const key = `${on}.${name}.${is}`;
    const entry = found.get(key) ?? { finding: { on, name, is }, count: 0, ids: [] };
    found.set(key, entry);
    entry.count += 1;
    if (entry.ids.length < IDS) entry.ids.push(id);
  };
  let rows = 0;
  let written = 0;
  // Rows that count others come first: from then on they follow these row by row.
  const counts = (kind: string): number => Number(registry.computedOf(kind).some(({ rollUp }) => rollUp));
  for (const kind of [...kinds].sort((a, b) => counts(b) - counts(a))) {
    const entity = registry.entity(kind);
    if (!entity) continue;
    const collection = anyRows(entity.collection, kind);
    const taken = new Map<string, string>();
    /** Values that were there before the field was unique have to be held apart, too. */
    const keysOf = (page: readonly RowData[]): readonly { readonly row: RowData; readonly key: string }[] =>
      page.flatMap((row) =>
        uniqueFieldsOf(registry, kind).flatMap((field) => {
          const key = keyOf(field, row);
          return key === undefined ? [] : [{ row, key }];
        }),
      );
    const look = (row: object, id: string): void => {
      for (const field of registry.fieldsOf(kind)) {
        const value = own(customValues(row), field.name);
        if (field.origin === 'built-in' || field.isReadOnly || isEmpty(value)) continue;
        if (valueProblem(field, value)) find(field, 'misfit', id);
      }
      for (const field of uniqueFieldsOf(registry, kind)) {
        const key = keyOf(field, row);
        if (key === undefined) continue;
        if (taken.has(key)) find(field, 'duplicate', id);
        else taken.set(key, id);
      }
    };
    const changedIn = async (page: readonly RowData[], moment: FilterMoment): Promise<readonly RowData[]> => {
      const next = await rules.recomputed(collection.name, page, moment);
      return next.filter((row, index) => row !== page[index]);
    };
    const isGuarded = uniqueFieldsOf(registry, kind).length > 0;
    for await (const page of pagesById(store.storage.adapter, collection.name, options)) {
      const changed = isGuarded ? page : await changedIn(page, store.storage.env());
      const ids = changed.map((row) => String(row['id']));
      const bring = slice('fields/bring-up-to-date', { collection, ids }, async (work, found) => {
        const rows = found as unknown as readonly RowData[];
        const next = await changedIn(rows, work.env);
        for (const row of next) {
          const put = work.put(collection, row as unknown as Identified);
          if (!put.ok) return put;
        }
        for (const { row, key } of keysOf(rows)) {
          const guard = await work.get(fieldGuards, key);
          if (!guard) work.put(fieldGuards, { id: key, holder: row['id'] } as unknown as Identified);
        }
        return ok(next.length);
      });
      const done = ids.length > 0 ? await store.run(bring) : ok(0);
      if (!done.ok) throw new TypeError(`bringUpToDate: ${done.problem.message}`);
      for (const row of page) look(row, String(row['id']));
      rows += page.length;
      written += done.value;
    }
  }
  await settlePending(store, kinds, began);
  return {
    rows,
    written,
    findings: [...found.values()].map(({ finding, count, ids }) => ({ ...finding, count, ids })),
  };
}

/** Kinds with definitions that rows were not brought up to yet. */
async function pendingKinds(store: Store): Promise<readonly string[]> {
  const found = await store.can(
    command('fields/pending', null, async (work) => ok(await work.find({ ask: 'rows', collection: fieldDefinitions }))),
  );
  const pending = found.ok ? found.value.filter(({ isPending }) => isPending) : [];
  return [...new Set(pending.map(({ definition }) => definition.on))];
}

/** Rows are up to these definitions now; one that was changed meanwhile stays pending. */
async function settlePending(store: Store, kinds: readonly string[], began: string): Promise<void> {
  const settle = command(
    'fields/brought-up-to-date',
    { kinds },
    async (work) => {
      for (const row of await work.find({ ask: 'rows', collection: fieldDefinitions }))
        if (row.isPending && kinds.includes(row.definition.on) && row.modifiedAt <= began) {
          const put = work.put(fieldDefinitions, { ...row, isPending: false });
          if (!put.ok) return put;
        }
      return ok(undefined);
    },
    { history: 'none', through: 'rule' },
  );
  await store.run(settle);
}
