import type { Id } from '@kith/core';
import { type Field, type FieldRegistry, isRollUp, rollUpOf } from '@kith/core/fields';
import type { Store } from '@kith/store';
import { collectionOf } from '@kith/store/fields';
import { readOnce } from '../lists/read-once.js';
import type { FieldEditingHost } from './field-editing.js';

/** Rows that a result is shown on. */
const SHOWN = 3;
/** Rows that a roll-up looks at in a preview: enough to be true for nearly every row, and quick for every one. */
const LOOKED_AT = 2_000;

/** What a computed field would be for a row there is. */
export interface ShownResult {
  readonly row: string;
  readonly value: unknown;
}

/** What a formula or roll-up comes to on the latest rows of its kind, worked out anew when it is another one. */
export class ResultPreview {
  readonly #host: FieldEditingHost;
  #key = '';
  /** Undefined while they are looked up. */
  results: readonly ShownResult[] | undefined;

  constructor(host: FieldEditingHost) {
    this.#host = host;
  }

  /** Shows a field that has been checked. */
  show(registry: FieldRegistry, field: Field): void {
    const key = JSON.stringify([field.on, field.formula, field.rollUp]);
    const store = this.#host.activeStore;
    if (key === this.#key || !store) return;
    this.#key = key;
    void resultsOf(store, registry, field).then((results) => {
      if (key !== this.#key) return;
      this.results = results;
      this.#host.requestUpdate();
    });
  }
}

async function resultsOf(store: Store, registry: FieldRegistry, field: Field): Promise<readonly ShownResult[]> {
  const entity = registry.entity(field.on);
  if (!entity) return [];
  const collection = collectionOf(entity);
  const rows = await readOnce(store, { ask: 'rows', collection, order: [['modifiedAt', 'desc']], limit: SHOWN });
  return Promise.all(
    rows.map(async (row) => ({
      row: nameOf(row),
      value: field.compiled
        ? field.compiled.evaluate(row, store.storage.env()).value
        : await rolledUp(store, registry, field, row.id),
    })),
  );
}

async function rolledUp(store: Store, registry: FieldRegistry, field: Field, id: Id): Promise<unknown> {
  const entity = field.rollUp && registry.entity(field.rollUp.of);
  if (!entity || !isRollUp(field)) return undefined;
  const points = { field: field.rollUp.by, is: 'eq', value: id } as const;
  const where = field.rollUp.where ? { and: [points, field.rollUp.where] } : points;
  const rows = await readOnce(store, { ask: 'rows', collection: collectionOf(entity), where, limit: LOOKED_AT });
  return rollUpOf(field, rows);
}

/** What a row is called, whatever its kind. */
function nameOf(row: object): string {
  for (const part of ['name', 'subject', 'title', 'id']) {
    const value: unknown = Reflect.get(row, part);
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}
