import type { Op, Row, RowData, StorageAdapter } from '@kith/adapters';
import { type FilterMoment, ok, type Problem, type Result, refuse, today } from '@kith/core';
import {
  checkDefinition,
  checkRow,
  customValues,
  defaultsOf,
  type EntityDefinition,
  type FieldDefinition,
  type FieldRegistry,
  fieldRegistry,
  own,
  withFormulas,
  withoutComputed,
  withValues,
} from '@kith/core/fields';
import type { ChangeSet } from '../change-set.js';
import type { Collection, Identified } from '../collection.js';
import { KithError } from '../error.js';
import { readRows } from '../read.js';
import type { RowRulesMaker, Settled, Staging } from '../row-rules.js';
import {
  collectionOf,
  entityDefinitions,
  fieldDefinitions,
  fieldGuards,
  type StoredEntity,
  type StoredField,
} from './collection.js';
import type { FieldRules } from './field-rules.js';
import { followDays, keepDay } from './keep-day.js';
import { unknownReference } from './references.js';
import { fromScratch, rollUp, type Working } from './roll-ups.js';
import { shapesOf } from './shapes.js';
import { takenValue, uniqueOps } from './unique.js';

/** What a house declares in code. */
export interface CustomFieldsOptions {
  readonly fields?: readonly FieldDefinition[];
  /** Kinds of entities of the house's own. */
  readonly entities?: readonly EntityDefinition[];
  /**
   * The zone in which formulas read what day it is (IANA name): that of the house. Values are stored, so where people sit
   * in several zones it has to be one for all; the zone of each store when left out.
   */
  readonly timeZone?: string;
  /**
   * When formulas that read the day are brought up to a new one: before the store is opened (when left out), so that nobody
   * reads a stale value, or right behind it, where opening must not wait. While a store is open it looks by itself.
   */
  readonly daily?: 'before-open' | 'behind-open';
}

/** Custom fields of a store: what `openStore({ fields })` takes, and what tells which fields there are. */
export interface CustomFields extends RowRulesMaker {
  /** The fields as the store knows them now: declared in code, and defined while the application runs. */
  registry(): FieldRegistry;
}

/** The row that changes with every definition: whoever writes a row of the book takes it for granted. */
const HEAD = 'definitions';

/**
 * Custom fields for a store: declared here in code, and defined while the application runs. Values are checked wherever a
 * row is written, new rows get their defaults, formulas and roll-ups are kept in the rows themselves, in the same commit
 * as what they follow from. Give it to every store of a book.
 *
 * ```ts
 * import { memoryAdapter } from '@kith/adapters';
 * import { companies, openStore } from '@kith/store';
 * import { customFields } from '@kith/store/fields';
 *
 * const fields = customFields({
 *   fields: [{ on: 'company', name: 'tier', type: 'choice', labels: { en: 'Tier' }, options: [{ value: 'A' }], default: 'A' }],
 * });
 * const store = await openStore({ adapter: memoryAdapter(), fields });
 * const made = await store.run(companies.create({ name: 'Brama' }));
 * expect(made.ok && made.value.customFields).toEqual({ tier: 'A' });
 * ```
 */
export function customFields({ fields = [], entities = [], timeZone, daily }: CustomFieldsOptions = {}): CustomFields {
  let rules: FieldRules | undefined;
  const make = (adapter: StorageAdapter): FieldRules => {
    rules = newRules(adapter, {
      fields,
      entities,
      ...(timeZone !== undefined && { timeZone }),
      ...(daily && { daily }),
    });
    return rules;
  };
  const known = fieldRegistry({ entities, host: fields });
  if (known.problems[0]) throw new TypeError(`customFields: ${known.problems[0].message}`);
  return Object.assign(make, { registry: () => rules?.registry() ?? known });
}

function newRules(adapter: StorageAdapter, options: CustomFieldsOptions): FieldRules {
  const { fields: host = [], entities = [] } = options;
  let stored: readonly StoredField[] = [];
  let kinds: readonly StoredEntity[] = [];
  let registry = registryOf(stored, kinds);
  let kindsByCollection = indexKinds(registry);
  let headRev: number | undefined;
  /** Rows that `recomputed` has made: their roll-ups are taken as they are. */
  const fresh = new WeakSet<object>();
  /** Rows that somebody writes, as `put` left them: what an undo brings back is not asked what it refers to. */
  const handwritten = new WeakSet<object>();
  let opened: ReadonlySet<string> = new Set();

  function registryOf(fields: readonly StoredField[], made: readonly StoredEntity[]): FieldRegistry {
    return fieldRegistry({
      entities: [...entities, ...made.map(({ definition }) => definition)],
      host,
      stored: fields.map(({ definition }) => definition),
    });
  }
  const momentOf = ({ now, timeZone }: FilterMoment): FilterMoment => ({ now, timeZone: options.timeZone ?? timeZone });
  const kindOf = (collection: string): string | undefined => kindsByCollection.get(collection);
  const isDefinition = (collection: string): boolean =>
    collection === fieldDefinitions.name || collection === entityDefinitions.name;

  /** The computed values of a row as they stand, or those of a row that nothing counts in yet. */
  const carried = (kind: string, row: object, before: object | null): object => {
    if (fresh.has(row)) return row;
    const old = customValues(before);
    const rollUps = registry.computedOf(kind).filter(({ type }) => type === 'rollUp');
    return withValues(row, new Map(rollUps.map(({ name }) => [name, own(old, name) as never])));
  };

  /** What the definitions come to when these rows are written, or why they may not be. */
  const definitionsAfter = (staged: readonly Staging[]): Result<readonly Op[]> => {
    const changed = staged.filter(({ collection }) => isDefinition(collection));
    if (changed.length === 0) return ok([]);
    const next = registryOf(
      after(
        stored,
        changed.filter(({ collection }) => collection === fieldDefinitions.name),
      ),
      after(
        kinds,
        changed.filter(({ collection }) => collection === entityDefinitions.name),
      ),
    );
    const known = new Set(registry.problems.map(({ message }) => message));
    const problem = next.problems.find(({ message }) => !known.has(message));
    if (problem) return refuse(brokenBy(problem, changed));
    const data = { id: HEAD, changedBy: changed[0]?.id ?? '' };
    return ok([{ op: 'put', c: fieldGuards.name, id: HEAD, expect: headExpect(), data }]);
  };
  const headExpect = (): 'absent' | { readonly rev: number } => (headRev === undefined ? 'absent' : { rev: headRev });

  const refresh = async (): Promise<void> => {
    const head = (await adapter.get(fieldGuards.name, [HEAD]))[0];
    headRev = head && !head.deleted ? head.rev : undefined;
    stored = await all(adapter, fieldDefinitions);
    kinds = await all(adapter, entityDefinitions);
    registry = registryOf(stored, kinds);
    kindsByCollection = indexKinds(registry);
  };

  const rules: FieldRules = {
    adapter,
    collections: [fieldDefinitions, entityDefinitions, fieldGuards],
    registry: () => registry,
    shapes(known) {
      const shapes = shapesOf(registry, [...known, ...kinds.map(({ definition }) => collectionOf(definition))]);
      opened = new Set(Object.keys(shapes));
      return shapes;
    },
    put(collection, before, entity, env) {
      if (collection.name === fieldDefinitions.name) {
        const checked = checkDefinition(registry, (entity as unknown as StoredField).definition);
        return checked.ok ? ok(entity) : checked;
      }
      const kind = kindOf(collection.name);
      if (kind === undefined || registry.entity(kind) === undefined) return ok(entity);
      const moment = momentOf(env);
      const given = before ? entity : withValues(entity, new Map(Object.entries(defaultsOf(registry, kind, entity))));
      const written = withoutComputed(registry, kind, given);
      const [problem] = checkRow(written, {
        registry,
        kind,
        before: before ? withoutComputed(registry, kind, before) : undefined,
        moment,
      });
      if (problem) return refuse(problem);
      const row = fresh.has(entity) ? entity : (carried(kind, written, before) as typeof entity);
      const computed = withFormulas(registry, kind, row, moment);
      if (!fresh.has(entity)) handwritten.add(computed);
      return ok(computed);
    },
    own(collection, row) {
      const kind = kindOf(collection);
      return kind === undefined ? row : withoutComputed(registry, kind, row);
    },
    written(collection, row, earlier) {
      const kind = kindOf(collection);
      if (kind === undefined) return row;
      const old = customValues(earlier);
      return withValues(row, new Map(registry.computedOf(kind).map(({ name }) => [name, own(old, name) as never])));
    },
    restored(collection, to, now, env) {
      const kind = kindOf(collection);
      if (kind === undefined) return to;
      const row = carried(kind, withoutComputed(registry, kind, to), now);
      return withFormulas(registry, kind, row, momentOf(env)) as RowData;
    },
    async vet(collection, entity, staged) {
      const kind = kindOf(collection);
      const taken = await takenValue(registry, kind, entity, { staged, adapter, collection });
      if (taken) return taken;
      const before = staged.find((each) => each.collection === collection && each.id === entity.id)?.row ?? null;
      const written = { kind, before: dataOf(before), to: entity };
      return unknownReference([written], { registry, adapter, known: opened, staged });
    },
    async settle(staged, load, env) {
      const definitions = definitionsAfter(staged);
      if (!definitions.ok) return definitions;
      const written = staged
        .filter(({ to }) => to !== null && handwritten.has(to))
        .map(({ collection, row, to }) => ({ kind: kindOf(collection), before: dataOf(row), to }));
      const unknown = await unknownReference(written, { registry, adapter, known: opened, staged });
      if (unknown) return refuse(unknown);
      const working: Working = new Map();
      for (const staging of staged) {
        const rows = working.get(staging.collection) ?? new Map<string, Staging>();
        working.set(staging.collection, rows.set(staging.id, staging));
      }
      const isBook = staged.some(({ collection }) => kindOf(collection) !== undefined);
      // Whoever writes by definitions that are no longer those would leave out what follows from the new ones.
      const head: readonly Op[] =
        isBook && definitions.value.length === 0
          ? [{ op: 'check', c: fieldGuards.name, id: HEAD, expect: headExpect() }]
          : [];
      const unique = await uniqueOps(registry, kindOf, staged, adapter, load);
      if (!unique.ok) return unique;
      if (isBook) await rollUp(working, { registry, adapter, load, moment: momentOf(env) });
      return ok(settledOf(staged, working, [...definitions.value, ...head, ...unique.value]));
    },
    async committed(staged) {
      if (staged.some(({ collection }) => isDefinition(collection))) await refresh();
    },
    refresh,
    day: (moment) => today(momentOf(moment)),
    async opened(host) {
      // A full disk is no reason not to open the book: the storage's health tells of it, and the next look tries again.
      const kept = keepDay(host, rules).catch((cause: unknown) => {
        if (!(cause instanceof KithError)) throw cause;
      });
      if (options.daily !== 'behind-open') await kept;
      return followDays(host, rules);
    },
    async recomputed(collection, rows, moment) {
      const kind = kindOf(collection);
      if (kind === undefined) return rows;
      let next = [...rows];
      for (const field of registry.computedOf(kind)) {
        const child = field.rollUp && registry.entity(field.rollUp.of)?.collection;
        if (field.rollUp && child !== undefined) {
          const values = await fromScratch(
            { ...field, rollUp: field.rollUp },
            next.map(({ id }) => id as string),
            undefined,
            child,
            { adapter, moment: momentOf(moment) },
          );
          next = next.map(
            (row) => withValues(row as object, new Map([[field.name, values.get(row['id'] as string)]])) as RowData,
          );
        }
        next = next.map((row) => withFormulas(registry, kind, row as object, momentOf(moment)) as RowData);
      }
      for (const [index, row] of next.entries()) if (row !== rows[index]) fresh.add(row);
      return next;
    },
  };
  return rules;
}

const indexKinds = (registry: FieldRegistry): ReadonlyMap<string, string> =>
  new Map(registry.entities.map(({ collection, kind }) => [collection, kind]));

/** Every row of a collection that the rules keep. */
const all = async <Entity extends Identified>(
  adapter: StorageAdapter,
  collection: Collection<Entity>,
): Promise<readonly Entity[]> =>
  (await readRows(adapter, { ask: 'rows', collection }, { pushed: undefined, exact: true, matches: () => true })).map(
    ({ data }) => data as unknown as Entity,
  );

/** Definitions as they are after some were written. */
function after<Stored extends Identified>(before: readonly Stored[], changed: readonly Staging[]): readonly Stored[] {
  const kept = before.filter(({ id }) => changed.every((each) => each.id !== id));
  return [...kept, ...changed.flatMap(({ to }) => (to ? [to as unknown as Stored] : []))];
}

/** A definition that others need cannot go, nor become what they cannot read. */
function brokenBy(problem: Problem, changed: readonly Staging[]): Problem {
  const { on, name } = problem.params ?? {};
  const isOwn = changed.some(({ to }) => {
    const definition = (to as unknown as StoredField | null)?.definition;
    return definition?.on === on && definition?.name === name;
  });
  return isOwn
    ? problem
    : {
        code: 'fields/in-use',
        message: `Other fields need it as it is. ${problem.message} Change that one first.`,
        ...(problem.params && { params: problem.params }),
      };
}

function settledOf(staged: readonly Staging[], working: Working, ops: readonly Op[]): Settled {
  const isStaged = new Set(staged.map(({ collection, id }) => `${collection}/${id}`));
  const stagings = staged.map((each) => working.get(each.collection)?.get(each.id) ?? each);
  const derived: Staging[] = [];
  for (const rows of working.values())
    for (const staging of rows.values())
      if (!isStaged.has(`${staging.collection}/${staging.id}`) && staging.to !== dataOf(staging.row))
        derived.push(staging);
  const changes: ChangeSet = derived.map(({ collection, id, row, to }) => ({ collection, id, from: dataOf(row), to }));
  return { stagings: [...stagings, ...derived], derived: changes, ops };
}

const dataOf = (row: Row | null): RowData | null => (row && !row.deleted ? row.data : null);
