import { ok, type Problem, type Result, refuse } from '@kith/core';
import { customValues, type FieldDefinition, own, withValues } from '@kith/core/fields';
import type { Identified } from '../collection.js';
import { command } from '../command.js';
import type { Store } from '../store.js';
import { fieldGuards } from './collection.js';
import type { FieldRules } from './field-rules.js';
import { anyRows, nextTask, pagesById, type SliceOptions, slice } from './field-slices.js';

/** How far the values of a field are gone. */
export interface ErasedValues {
  /** Rows that had a value, and have none now. */
  readonly erased: number;
  /** Rows that kept theirs: the rules of other fields refuse them without. The first hundred stand in `ids`. */
  readonly kept: { readonly count: number; readonly ids: readonly string[] };
  /** Whether `signal` stopped it; what is left is erased by calling it again. */
  readonly isStopped: boolean;
}

/** How values are erased. */
export interface EraseOptions extends SliceOptions {
  /** Called after each commit, with the rows that were looked at and those there were at first. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Stops before the next commit. */
  readonly signal?: AbortSignal;
}

const IDS = 100;

/**
 * Takes the values of a removed field out of all rows, in small commits with pauses between. It is not undone: to bring
 * them back, the values would have to be kept somewhere, and that they are gone is what it is for. An undo of an earlier
 * edit of such a row is refused from then on, so that it does not bring them back by the way. What the audit log and the
 * journals of imports say of earlier edits stays there; where somebody has a right to be forgotten, `erase` their row.
 *
 * Problems: `fields/still-defined`, `fields/unknown-kind`. Rejects with a KithError when the storage fails, and with
 * `store/denied` for who does not see the whole book. Throws a TypeError for a store that was opened without `fields`.
 */
export async function eraseValues(
  store: Store,
  { on, name }: Pick<FieldDefinition, 'on' | 'name'>,
  options: EraseOptions = {},
): Promise<Result<ErasedValues>> {
  const rules = store.storage.rules as FieldRules | undefined;
  if (!rules)
    throw new TypeError('eraseValues: the store has no custom fields. Open it with `fields: customFields()`.');
  // Whoever sees some rows only would leave the others as they are.
  const whole = store.storage.whole();
  const entity = rules.registry().entity(on);
  if (!entity)
    return refuse({
      code: 'fields/unknown-kind',
      message: `There is no kind of entity "${on.slice(0, 80)}". Define it again to reach its rows.`,
      path: 'on',
      params: { on: on.slice(0, 80) },
    });
  const collection = anyRows(entity.collection, on);
  const all = await whole.count(collection.name);
  let looked = 0;
  let erased = 0;
  let kept = 0;
  const ids: string[] = [];
  // Also where there is no value: what is defined is refused in any case.
  if (isDefined(rules, on, name)) return refuse(stillDefined(on, name));
  // What was done just before (the definition removed, all rows counted) is no part of the first slice.
  await (options.giveWay ?? nextTask)();
  for await (const page of pagesById(whole, collection.name, options)) {
    if (options.signal?.aborted) return ok({ erased, kept: { count: kept, ids }, isStopped: true });
    // Asking for those with a value would have the storage look for the last one through all the others.
    const having = page.filter((row) => own(customValues(row), name) !== undefined).map((row) => String(row['id']));
    const erase = slice('fields/erase-values', { collection, ids: having }, async (work, rows) => {
      if (isDefined(rules, on, name)) return refuse(stillDefined(on, name));
      const without = new Map([[name, undefined]]);
      return ok(rows.filter((row) => !work.put(collection, withValues(row, without)).ok).map(({ id }) => id));
    });
    const done = having.length > 0 ? await store.run(erase) : ok([]);
    if (!done.ok) return done;
    kept += done.value.length;
    erased += having.length - done.value.length;
    ids.push(...done.value.slice(0, IDS - ids.length));
    looked += page.length;
    options.onProgress?.(looked, all);
  }
  await forgetGuards(store, `${on}.${name}.`);
  return ok({ erased, kept: { count: kept, ids }, isStopped: false });
}

const isDefined = (rules: FieldRules, on: string, name: string): boolean =>
  rules
    .registry()
    .fieldsOf(on)
    .some((field) => field.origin !== 'built-in' && field.name === name);

const stillDefined = (on: string, name: string): Problem => ({
  code: 'fields/still-defined',
  message: `"${name}" of a ${on} is defined. Remove the definition first, then its values can go.`,
  path: 'name',
  params: { on, name },
});

/** What held unique values of the field apart. */
async function forgetGuards(store: Store, prefix: string): Promise<void> {
  const forget = command(
    'fields/forget-guards',
    { prefix },
    async ({ system: work }) => {
      const guards: readonly Identified[] = await work.find({
        ask: 'rows',
        collection: fieldGuards,
        where: {
          and: [
            { field: 'id', is: 'gte', value: prefix },
            { field: 'id', is: 'lt', value: `${prefix}\u{10ffff}` },
          ],
        },
        limit: GUARDS,
      });
      for (const { id } of guards) work.purge(fieldGuards, id);
      return ok(guards.length);
    },
    { history: 'none', through: 'rule' },
  );
  for (;;) {
    const done = await store.run(forget);
    if (!done.ok || done.value < GUARDS) return;
  }
}

const GUARDS = 500;
