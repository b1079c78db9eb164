import { memoryAdapter } from '@kith/adapters';
import { ok } from '@kith/core';
import { command, type Store } from '@kith/store';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../support/book.js';
import { fuzz } from '../../support/fuzz.js';
import { type NaiveGrant, type NaiveRole, type Plain, seenBy } from './naive.js';
import { questionsOf, searchesOf } from './questions.js';
import { type Case, COLLECTIONS, fill, kept, put, rowsOf, storeFor, USERS, worldOf } from './world.js';

const ROWS = 22;
const PATHS = [
  'name',
  'note',
  'rank',
  'margin',
  'amount',
  'amount.minor',
  'amount.currency',
  'customFields',
  'createdAt',
];

const paths = fc.uniqueArray(fc.constantFrom(...PATHS), { maxLength: 4 });
const grant: fc.Arbitrary<NaiveGrant> = fc.record({
  collection: fc.constantFrom('cases', 'contracts', '*'),
  actions: fc.constantFrom(['read'], ['read', 'update'], ['read', 'update', 'delete', 'transfer']),
  scope: fc.constantFrom('own', 'team', 'team-and-below', 'unit-and-below', 'shared', 'all'),
  where: fc.option(fc.constant({ field: 'status', is: 'eq', value: 'open' } as const), { nil: undefined }),
  fields: fc.oneof(
    fc.constant(undefined),
    paths.map((only) => ({ only })),
    paths.map((except) => ({ except })),
  ),
  cleared: fc.constantFrom([], ['health'], ['personal', 'health']),
});
const roles: fc.Arbitrary<readonly NaiveRole[]> = fc
  .record({
    tested: fc.array(grant, { maxLength: 3 }),
    second: fc.array(grant, { maxLength: 2 }),
  })
  .map(({ tested, second }) => [
    { key: 'tested', grants: tested },
    { key: 'second', grants: second },
  ]);

/** A row in which everything that somebody does not see is something else; what decides whether they see it stays. */
function disguised(row: Plain, seen: Plain | undefined): Plain {
  const other = (value: unknown, visible: unknown, path: string): unknown => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          other(inner, (visible as Plain | undefined)?.[key], path === '' ? key : `${path}.${key}`),
        ]),
      );
    if (visible !== undefined || KEPT.includes(path)) return value;
    return typeof value === 'number' ? 1_000 - value : `ember ${String(value).split('').reverse().join('')}`;
  };
  return other(row, seen, '') as Plain;
}
const KEPT = ['id', 'ownerId', 'status', 'sharedWith'];

/** Everything that somebody can learn by asking and trying, as text. */
async function learnt(store: Store): Promise<string> {
  const found: unknown[] = [];
  for (const collection of COLLECTIONS) {
    for (const { query } of questionsOf(collection)) found.push(await ask(store, query));
    for (const query of searchesOf(collection)) found.push(await ask(store, query));
    for (const { id } of rowsOf(collection.kind, ROWS)) {
      const attempt = (change: Partial<Plain>) =>
        store.can(
          command(`${collection.name}/try`, null, async (work) => {
            const row = await work.require(collection, String(id));
            return row.ok ? work.put(collection, { ...row.value, ...change } as Case) : row;
          }),
        );
      // A guess at what is hidden, right in one of the books, is answered like any other.
      found.push(await attempt({ margin: 13 }), await attempt({ note: 'birch secret0' }), await attempt({ name: 'x' }));
      found.push(await attempt({ ownerId: 'user_adam' }));
      found.push(
        await store.can(
          command(`${collection.name}/remove`, null, async (work) => {
            work.remove(collection, String(id));
            return ok(undefined);
          }),
        ),
      );
    }
  }
  return JSON.stringify(found);
}

describe('what is hidden', () => {
  it('PM39 can be anything, and every answer and refusal stays the same', async () => {
    await fc.assert(
      fc.asyncProperty(roles, fc.constantFrom(...USERS.map(({ id }) => String(id))), async (some, person) => {
        const world = worldOf(some);
        const [book, other] = [kept(memoryAdapter()), kept(memoryAdapter())];
        await fill(book, ROWS);
        await fill(other, ROWS);
        const ops = COLLECTIONS.flatMap(({ name, kind }) =>
          rowsOf(kind, ROWS).map((row) => put(name, disguised(row, seenBy(world, person, name, row)))),
        );
        await other.write({ ops });
        expect(await learnt(await storeFor(other, some, person))).toBe(
          await learnt(await storeFor(book, some, person)),
        );
      }),
      fuzz(8),
    );
  });
});
