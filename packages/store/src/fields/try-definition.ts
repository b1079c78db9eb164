import { ok, type Result } from '@kith/core';
import { checkDefinition, customValues, type FieldDefinition, isEmpty, own, valueProblem } from '@kith/core/fields';
import type { Store } from '../store.js';
import type { FieldRules } from './field-rules.js';
import { nextTask, pagesById, type SliceOptions } from './field-slices.js';
import { keyOf } from './unique.js';

/** What the rows there are would be to a definition, before it is made. */
export interface DefinitionTrial {
  /** Rows that were looked at. */
  readonly rows: number;
  /** Rows that have a value of that name. */
  readonly filled: number;
  /** Rows whose value would not fit; it would be kept, and asked to fit when somebody edits it. */
  readonly misfits: number;
  /** The first few values that would not fit, as they are. */
  readonly examples: readonly unknown[];
  /** Rows whose value another row has, too, where the field is to be unique. */
  readonly duplicates: number;
  /** Whether `signal` stopped it: the figures are those so far. */
  readonly isStopped: boolean;
}

/** How rows are looked at. */
export interface TrialOptions extends SliceOptions {
  /** Stops before the next page. */
  readonly signal?: AbortSignal;
}

const EXAMPLES = 3;

/**
 * Looks which rows a definition would not fit, and writes nothing: for whoever is about to change the type of a field.
 * Problems: those of `checkDefinition`. Rejects with a KithError when the storage fails, and with `store/denied` for who
 * does not see the whole book. Throws a TypeError for a store that was opened without `fields`.
 */
export async function tryDefinition(
  store: Store,
  definition: FieldDefinition,
  options: TrialOptions = {},
): Promise<Result<DefinitionTrial>> {
  const rules = store.storage.rules as FieldRules | undefined;
  if (!rules)
    throw new TypeError('tryDefinition: the store has no custom fields. Open it with `fields: customFields()`.');
  const registry = rules.registry();
  const checked = checkDefinition(registry, definition);
  if (!checked.ok) return checked;
  const field = checked.value;
  const found = { rows: 0, filled: 0, misfits: 0, duplicates: 0 };
  const examples: unknown[] = [];
  const taken = new Set<string>();
  const collection = registry.entity(field.on)?.collection ?? '';
  for await (const page of pagesById(store.storage.whole(), collection, options)) {
    if (options.signal?.aborted) return ok({ ...found, examples, isStopped: true });
    for (const row of page) {
      found.rows += 1;
      const value = own(customValues(row), field.name);
      if (field.isReadOnly || isEmpty(value)) continue;
      found.filled += 1;
      if (valueProblem(field, value)) {
        found.misfits += 1;
        if (examples.length < EXAMPLES) examples.push(value);
        continue;
      }
      const key = field.unique ? keyOf(field, row) : undefined;
      if (key === undefined) continue;
      if (taken.has(key)) found.duplicates += 1;
      taken.add(key);
    }
    await (options.giveWay ?? nextTask)();
  }
  return ok({ ...found, examples, isStopped: false });
}
