import type { Row, RowData } from '@kith/adapters';
import { describe, expect, it } from 'vitest';
import {
  type Collection,
  createCollection,
  derive,
  prepare,
  rowOf,
  setVersion,
} from '../../../packages/adapters/src/engine/collection.js';
import { type Answer, countRows, findRows, tallyRows } from '../../../packages/adapters/src/engine/find-rows.js';
import { compileOrder } from '../../../packages/adapters/src/engine/order.js';
import { contentVersion, type Version } from '../../../packages/adapters/src/engine/version.js';

// How often the content of a row is looked at does not depend on what else the machine does, as time does.

const SIZES = (process.env['KITH_ROWS'] ?? '1000,10000,100000').split(',').map(Number);
const STAGES = ['lead', 'offer', 'won', 'lost'];
let touched = 0;

/** A version whose row notes when somebody looks at its content. */
function watched(index: number, rev: number, size: number): Version {
  const mixed = (index * 7919 + rev * 31) % size;
  const content: RowData = {
    name: `Name ${String(mixed).padStart(7, '0')}`,
    stage: STAGES[mixed % 4] ?? 'lead',
    owner: `user ${mixed % 30}`,
    company: `company ${mixed % Math.ceil(size / 5)}`,
    amount: { minor: mixed, currency: mixed % 3 === 0 ? 'USD' : 'EUR' },
    score: mixed % 100,
  };
  const version = contentVersion('items', `row-${String(index).padStart(7, '0')}`, rev, '000000000001', {}, undefined);
  const row: Row = {
    ...version.row,
    get data() {
      touched++;
      return content;
    },
  };
  return { ...version, row };
}

function filled(size: number): Collection {
  const shape = {
    indexes: [['name'], ['stage', 'name'], ['company', 'name']],
    tallies: [
      { by: ['stage'] },
      { by: ['owner', 'amount.currency'], sum: ['amount.minor'] },
      { by: ['company'], sum: ['amount.minor'] },
    ],
  };
  const collection = createCollection('items', shape, false);
  for (let index = 0; index < size; index++) setVersion(collection, watched(index, 1, size));
  drain(derive(collection));
  drain(prepare(collection, { columns: [], byId: true }));
  return collection;
}

function drain(steps: Generator<void, void, undefined>): void {
  while (steps.next().done !== true);
}

function foundIn<Found>(answer: Answer<Found>): Found {
  if ('wants' in answer) throw new Error('It wants something to be prepared.');
  return answer.found;
}

const middle = (size: number) => `row-${String(size / 2).padStart(7, '0')}`;

const questions: Readonly<Record<string, (collection: Collection, size: number) => unknown>> = {
  'a row by its id': (collection, size) => rowOf(collection, middle(size)),
  'the first page in an order': (collection) =>
    foundIn(findRows(collection, { order: [['name', 'asc']] }, undefined, 51, true)),
  'a page from the middle, downwards': (collection, size) => {
    const row = rowOf(collection, middle(size)) as Row;
    const order = [['name', 'desc'] as const];
    return foundIn(findRows(collection, { order }, compileOrder(order).placeOf(row), 51, true));
  },
  'a page by id': (collection) => foundIn(findRows(collection, {}, { keys: [], id: 'row-0000300' }, 51, true)),
  'a page of a group in order': (collection) =>
    foundIn(
      findRows(
        collection,
        { where: { f: 'stage', is: 'eq', v: 'won' }, order: [['name', 'asc']] },
        undefined,
        51,
        true,
      ),
    ),
  'a page of a group with one more condition': (collection) =>
    foundIn(
      findRows(
        collection,
        {
          where: {
            and: [
              { f: 'stage', is: 'eq', v: 'won' },
              { f: 'score', is: 'gte', v: 10 },
            ],
          },
          order: [['name', 'asc']],
        },
        undefined,
        51,
        true,
      ),
    ),
  'the number of all rows': (collection) => foundIn(countRows(collection, undefined, true)),
  'a counted group': (collection) => foundIn(countRows(collection, { f: 'stage', is: 'eq', v: 'won' }, true)),
  'all counted groups': (collection) => foundIn(tallyRows(collection, { by: ['stage'] }, true)),
  'sums by owner and currency': (collection) =>
    foundIn(tallyRows(collection, { by: ['owner', 'amount.currency'], sum: ['amount.minor'] }, true)),
  'the sum of one owner': (collection) =>
    foundIn(
      tallyRows(
        collection,
        { by: ['amount.currency'], sum: ['amount.minor'], where: { f: 'owner', is: 'eq', v: 'user 7' } },
        true,
      ),
    ),
  'the rows of one company': (collection) =>
    foundIn(findRows(collection, { where: { f: 'company', is: 'eq', v: 'company 3' } }, undefined, 51, true)),
  'a row that changes': (collection, size) => setVersion(collection, watched(size / 2, 2, size)),
};

describe('rows touched', () => {
  const collections = SIZES.map((size) => ({ size, collection: filled(size) }));

  for (const [what, ask] of Object.entries(questions))
    it(`are as few for ${what} among many rows as among few`, () => {
      const counts = collections.map(({ size, collection }) => {
        touched = 0;
        ask(collection, size);
        return touched;
      });
      const [fewest = 0] = counts;
      for (const count of counts) expect(count, counts.join()).toBeLessThanOrEqual(Math.max(fewest * 1.2, fewest + 8));
      expect(Math.max(...counts)).toBeLessThan(700);
    });

  it('are none for a filter over columns, once these are made', () => {
    const { collection, size } = collections.at(-1) ?? { collection: filled(1000), size: 1000 };
    const where = {
      and: [{ f: 'score', is: 'gte', v: 50 } as const, { f: 'amount.currency', is: 'ne', v: 'EUR' } as const],
    };
    const wanted = countRows(collection, where, true);
    if (!('wants' in wanted)) throw new Error('It wants no columns.');
    drain(prepare(collection, wanted.wants));
    touched = 0;
    expect(foundIn(countRows(collection, where, true))).toBeGreaterThan(size / 8);
    expect(touched).toBe(0);
    setVersion(collection, watched(1, 2, size));
    const afterOne = touched;
    foundIn(countRows(collection, where, true));
    expect(touched).toBe(afterOne);
  });
});
