import 'fake-indexeddb/auto';
import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { ok } from '@kith/core';
import { command } from '@kith/store';
import { describe, expect, it } from 'vitest';
import { ask } from '../../support/book.js';
import { mayChange, mayDo, type NaiveGrant, type NaiveRole, type Plain, seenBy } from './naive.js';
import { questionsOf, searchesOf } from './questions.js';
import { bookOf, type Case, COLLECTIONS, fill, kept, rowsOf, storeFor, worldOf } from './world.js';

const SCOPES = ['own', 'team', 'team-and-below', 'unit-and-below', 'shared', 'all'];
const FIELDS: readonly NaiveGrant['fields'][] = [
  undefined,
  { except: ['margin', 'amount'] },
  { except: ['amount.minor', 'name'] },
  { only: ['name', 'status', 'customFields', 'modifiedAt'] },
];
const CONDITIONS: readonly NaiveGrant['where'][] = [undefined, { field: 'status', is: 'eq', value: 'open' }];
/** Conditions that speak of whoever acts. */
const OF_PERSON: readonly NonNullable<NaiveGrant['where']>[] = [
  { field: 'status', is: 'in', value: { person: 'territories' } },
  { field: 'region', is: 'eq', value: { person: 'teamIds' } },
  { field: 'region', is: 'ne', value: { person: 'managerId' } },
  { field: 'status', is: 'eq', value: { person: 'customFields.line' } },
  { field: 'region', is: 'eq', value: { person: 'id' } },
];
const CLEARED = [[], ['personal', 'health']];
/** What somebody with two roles has besides: another scope, other fields. */
const SECOND: NaiveRole = {
  key: 'second',
  grants: [
    { collection: 'cases', actions: ['read', 'update'], scope: 'own', cleared: ['health'] },
    { collection: 'contracts', actions: ['read'], scope: 'shared', fields: { only: ['amount', 'margin'] } },
  ],
};
const LEAVES = [
  'name',
  'margin',
  'amount.minor',
  'customFields.diagnosis',
  'customFields.nickname',
  'ownerId',
  'sharedWith',
];

const tested = ({
  scope,
  fields,
  where,
  cleared,
}: Pick<NaiveGrant, 'scope' | 'fields' | 'where' | 'cleared'>): NaiveRole => ({
  key: 'tested',
  grants: [
    { collection: 'cases', actions: ['read', 'update', 'delete', 'create'], scope, fields, where, cleared },
    { collection: 'cases', actions: ['transfer'], scope: 'own' },
    { collection: 'contracts', actions: ['read'], scope, fields, where, cleared },
    { collection: 'contracts', actions: ['update'], scope: 'team', fields: { except: ['margin'] } },
  ],
});

/** Every combination, as the grants of one role; what may be done narrows as what may be read does. */
function* roleSets(): Generator<readonly NaiveRole[]> {
  for (const scope of SCOPES)
    for (const fields of FIELDS)
      for (const where of CONDITIONS)
        for (const cleared of CLEARED) yield [tested({ scope, fields, where, cleared }), SECOND];
}

/** Conditions that speak of the person, in every scope, with the fields in turn. */
function* personalRoleSets(): Generator<readonly NaiveRole[]> {
  let turn = 0;
  for (const scope of SCOPES)
    for (const where of OF_PERSON)
      yield [tested({ scope, where, fields: FIELDS[turn++ % FIELDS.length], cleared: CLEARED[turn % 2] }), SECOND];
}

const ROWS = 44;
const PEOPLE = ['user_top', 'user_nina', 'user_odd', 'user_per', 'user_rut', 'user_siv', 'user_ute', 'user_gone'];

/** Asks everything for some people under one set of roles; answers how much was compared. */
async function compareAll(
  adapter: StorageAdapter,
  roles: readonly NaiveRole[],
  people: readonly string[],
  searches: boolean,
): Promise<number> {
  const world = worldOf(roles);
  let compared = 0;
  const same = (found: unknown, expected: unknown, what: string): void => {
    compared++;
    expect(found, what).toEqual(expected);
  };
  for (const person of people) {
    const store = await storeFor(adapter, roles, person);
    for (const collection of COLLECTIONS) {
      const name = collection.name;
      const stored = rowsOf(collection.kind, ROWS);
      const seen = stored.map((row) => seenBy(world, person, name, row)).filter((row) => row !== undefined);
      const what = (question: string): string => `${person} asks ${name} ${question} under ${JSON.stringify(roles[0])}`;
      for (const asked of questionsOf(collection))
        same(await ask(store, asked.query), asked.naive(seen), what(asked.name));
      // A search ranks and corrects by all words there are, so it is held against a book with nothing else in it.
      if (searches) {
        const alone = await bookOf(collection, seen);
        for (const query of searchesOf(collection))
          same(await ask(store, query), await ask(alone, query), what(`search ${query.text}`));
        await alone.close();
      }
      same(await store.storage.adapter.count(name), seen.length, what('count'));
      // Pages with a cursor see every row once, and the cursor holds nothing that is hidden.
      const paged: Plain[] = [];
      for (let after: string | undefined; ; ) {
        const order = [['margin', 'desc']] as const;
        const page = await store.storage.adapter.query({
          c: name,
          order,
          limit: 7,
          ...(after !== undefined && { after }),
        });
        paged.push(...page.rows.map(({ data }) => data));
        if (page.next === null) break;
        const last = page.rows.at(-1)?.data as Plain;
        same(JSON.parse(atob(page.next).slice(16)).slice(-1), [last.id], what('cursor'));
        const key = JSON.parse(atob(page.next).slice(16))[0];
        if (key !== last.id) same(key, last.margin ?? null, what('cursor key'));
        after = page.next;
      }
      same(paged.map(({ id }) => id).sort(), seen.map(({ id }) => id as string).sort(), what('pages'));
      for (const [index, row] of stored.entries()) {
        const id = String(row.id);
        const own = seenBy(world, person, name, row);
        same(await ask(store, { ask: 'one', collection, id }), own, what(`one ${id}`));
        const leaf = LEAVES[index % LEAVES.length] as string;
        const change = await store.can(
          command(`${name}/try`, null, async (work) => {
            const found = await work.require(collection, id);
            return found.ok ? work.put(collection, changed(found.value, leaf)) : found;
          }),
        );
        same(change.ok, mayChange(world, person, name, row, leaf), what(`change ${leaf} of ${id}`));
        if (!own && !change.ok)
          same(change.problem.message.replaceAll(id, 'X'), missing(collection.kind), what('text of a hidden row'));
        const removal = await store.can(
          command(`${name}/remove`, null, async (work) => {
            const found = await work.require(collection, id);
            if (found.ok) work.remove(collection, id);
            return found.ok ? ok(undefined) : found;
          }),
        );
        same(removal.ok, own !== undefined && mayDo(world, person, 'delete', name, row), what(`delete ${id}`));
      }
    }
    await store.close();
  }
  return compared;
}

const missing = (kind: string): string => `There is no ${kind} X. It may have been deleted; choose another one.`;

/** A row with another value in one place. */
function changed(row: Case, leaf: string): Case {
  const [root = '', below] = leaf.split('.');
  if (below === undefined) return { ...row, [root]: leaf === 'sharedWith' ? ['user_new'] : 'user_other' };
  return { ...row, [root]: { ...(row[root] as object | undefined), [below]: 'other' } };
}

describe('the matrix of roles, collections, actions, scopes and fields', () => {
  it('PM30 agrees with a reference evaluator in every answer, over memory', async () => {
    const adapter = kept(memoryAdapter());
    await fill(adapter, ROWS);
    let compared = 0;
    let count = 0;
    for (const roles of roleSets()) {
      const people = PEOPLE.filter((_, index) => (index + count) % 8 === 0);
      compared += await compareAll(adapter, roles, people, count % 4 === 1);
      count++;
    }
    console.info(`permissions matrix over memory: ${count} sets of roles, ${compared} answers compared, all agree`);
    expect(compared).toBeGreaterThan(30_000);
  }, 240_000);

  it('PM42 agrees where conditions speak of whoever acts, over memory and Dexie', async () => {
    for (const [adapter, step] of [
      [kept(memoryAdapter()), 1],
      [kept(dexieAdapter({ name: 'permissions-person' })), 7],
    ] as const) {
      await fill(adapter, ROWS);
      let compared = 0;
      const sets = [...personalRoleSets()].filter((_, index) => index % step === 0);
      for (const [index, roles] of sets.entries()) {
        const people = PEOPLE.filter((_, place) => (place + index) % 8 === 0);
        compared += await compareAll(adapter, roles, people, index % 8 === 1);
      }
      console.info(
        `conditions on the person over ${adapter.name}: ${sets.length} sets of roles, ${compared} answers agree`,
      );
      expect(compared).toBeGreaterThan(sets.length * 200);
    }
  }, 240_000);

  it('PM30 agrees with a reference evaluator over Dexie', async () => {
    const adapter = kept(dexieAdapter({ name: 'permissions-matrix' }));
    await fill(adapter, ROWS);
    let compared = 0;
    let count = 0;
    for (const roles of [...roleSets()].filter((_, index) => index % 12 === 5)) {
      compared += await compareAll(adapter, roles, [PEOPLE[count % PEOPLE.length] ?? ''], true);
      count++;
    }
    console.info(`permissions matrix over Dexie: ${count} sets of roles, ${compared} answers compared, all agree`);
    expect(compared).toBeGreaterThan(2_000);
  }, 240_000);
});
