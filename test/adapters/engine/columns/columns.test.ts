import type { Filter, Json, Query, Row, RowData, TallyQuery } from '@kith/adapters';
import { describe, expect, it } from 'vitest';
import {
  madeUpData,
  madeUpFilter,
  madeUpOrder,
  madeUpTally,
} from '../../../../packages/adapters/src/conformance/made-up.js';
import { createRandom, type Random } from '../../../../packages/adapters/src/conformance/random.js';
import { referenceRows, referenceTally } from '../../../../packages/adapters/src/conformance/reference.js';
import { compareIds } from '../../../../packages/adapters/src/engine/collate.js';
import {
  type Collection,
  createCollection,
  prepare,
  setVersion,
} from '../../../../packages/adapters/src/engine/collection.js';
import { loadSnapshot, type Preview } from '../../../../packages/adapters/src/engine/columns/preview.js';
import { countSlots, tallySlots, topSlots } from '../../../../packages/adapters/src/engine/columns/select.js';
import { pathsIn } from '../../../../packages/adapters/src/engine/columns/selection.js';
import { type ColumnSnapshot, snapshotOf } from '../../../../packages/adapters/src/engine/columns/snapshot.js';
import { columnOf } from '../../../../packages/adapters/src/engine/columns/table.js';
import { compileOrder } from '../../../../packages/adapters/src/engine/order.js';
import { formatSeq } from '../../../../packages/adapters/src/engine/seq.js';
import { contentVersion, emptyVersion } from '../../../../packages/adapters/src/engine/version.js';

const C = 'items';
const SEEDS = Number(process.env['KITH_SEEDS'] ?? 3);

/** Fields that suit each kind of column, with a few values that do not. */
function data(random: Random, index: number, oddness: number): RowData {
  const odd = (usual: Json): Json => (random.chance(oddness) ? oddValue(random) : usual);
  return {
    ...madeUpData(random),
    name: odd(`Name ${index} ${random.below(50)}`),
    count: odd(random.below(2000) / 4 - 100),
    born: odd(instant(random).slice(0, 10)),
    seen: odd(instant(random)),
    kinds: odd(Array.from({ length: random.below(4) }, () => `tag ${random.below(40)}`)),
    custom: { tier: odd(`tier ${random.below(5)}`), sizes: odd([random.below(500), random.below(500)]) },
    phones: Array.from({ length: random.below(3) }, () => ({ value: odd(`+43 ${random.below(900)}`) })),
  };
}

const instant = (random: Random): string =>
  new Date(
    Date.UTC(2020 + random.below(6), random.below(12), 1 + random.below(28), 0, 0, 0, random.below(86_400_000)),
  ).toISOString();

function oddValue(random: Random): Json {
  return random.pick<Json>([
    null,
    '',
    'é',
    'e\u0301',
    '2026-02-30',
    '2026-02-28',
    '2024-02-29',
    '2026-02-28T24:00:00.000Z',
    '2026-02-28T10:00:00Z',
    '0999-01-01',
    '2026-02-28T10:00:00.000Z',
    0,
    -1,
    1e300,
    true,
    false,
    [],
    {},
    ['tag 1', 'tag 1'],
    [null],
    [[1], ['tag 2']],
    [{ value: 5 }],
    { value: 5 },
    ['2026-02-28', 7],
  ]);
}

const PATHS = ['name', 'count', 'born', 'seen', 'kinds', 'custom.tier', 'custom.sizes', 'phones.value', 'custom'];

function filter(random: Random, all: readonly RowData[], depth = 0): Filter {
  const kind = depth < 3 ? random.below(8) : 7;
  const some = () => Array.from({ length: random.below(4) }, () => filter(random, all, depth + 1));
  if (kind === 0) return { or: some() };
  if (kind === 1) return { not: filter(random, all, depth + 1) };
  if (kind < 4) return { and: some() };
  if (kind === 4) return madeUpFilter(random, depth);
  const f = random.pick(PATHS);
  const is = random.pick(['eq', 'eq', 'ne', 'in', 'lt', 'lte', 'gt', 'gte', 'prefix', 'contains', 'exists'] as const);
  const v = (): Json => (random.chance(0.2) ? oddValue(random) : constant(f, random, all));
  switch (is) {
    case 'in':
      return { f, is, v: [v(), v(), v()] };
    case 'exists':
      return { f, is, v: random.chance(0.5) };
    case 'prefix': {
      const text = v();
      return { f, is, v: typeof text === 'string' ? text.slice(0, random.below(12)) : '2026-0' };
    }
    default:
      return { f, is, v: v() };
  }
}

/** A value of some row, or a part of it. */
function constant(f: string, random: Random, all: readonly RowData[]): Json {
  let value: Json = random.pick(all);
  for (const key of f.split('.')) {
    if (Array.isArray(value)) value = (value as readonly Json[])[0] ?? null;
    value = (typeof value === 'object' && value !== null ? (value as RowData)[key] : null) ?? null;
  }
  if (Array.isArray(value)) value = (value as readonly Json[])[0] ?? null;
  return typeof value === 'string' && random.chance(0.3) ? value.slice(0, 1 + random.below(value.length)) : value;
}

interface Stand {
  readonly collection: Collection;
  readonly random: Random;
  rows(): readonly Row[];
  put(id: string, oddness: number): void;
  remove(id: string): void;
}

function stand(seed: number): Stand {
  const random = createRandom(seed);
  const collection = createCollection(
    C,
    { indexes: [['born'], ['kinds', 'name']], tallies: [{ by: ['stage'] }] },
    true,
  );
  let step = 0;
  const revOf = (id: string): number => (collection.versions.get(id)?.row.rev ?? 0) + 1;
  return {
    collection,
    random,
    rows: () => [...collection.versions.values()].map(({ row }) => row).filter(({ deleted }) => deleted !== true),
    put: (id, oddness) =>
      setVersion(
        collection,
        contentVersion(C, id, revOf(id), formatSeq(++step), data(random, step, oddness), undefined),
      ),
    remove: (id) => setVersion(collection, emptyVersion(C, id, revOf(id), formatSeq(++step), false, undefined)),
  };
}

const finish = <Result>(steps: Generator<void, Result>): Result => {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
};

const makeColumns = (collection: Collection, columns: readonly string[]): void =>
  void finish(prepare(collection, { columns, byId: false }));

/** The answers of a collection's columns, which must all be there. */
function ask(
  collection: Collection,
  where: Filter,
  query: Pick<Query, 'where' | 'order'>,
  tally: Pick<TallyQuery, 'by' | 'sum'>,
) {
  const { table, slots } = collection;
  const ids = {
    at: (slot: number) => slots[slot]?.row.id ?? '',
    compare: (a: number, b: number) => compareIds(ids.at(a), ids.at(b)),
  };
  return {
    count: countSlots(table, where),
    page: topSlots(table, where, compileOrder(query.order), undefined, 20, ids)?.map(ids.at),
    groups: tallySlots(table, where, tally.by, tally.sum ?? []),
  };
}

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

describe('columns', () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    it(`P12 answer made-up questions as the reference does (seed ${seed})`, () => {
      const { collection, random, put, remove, rows } = stand(seed);
      for (let index = 0; index < 200; index++) put(`i${String(random.below(100_000)).padStart(6, '0')}`, 0.05);
      for (let question = 0; question < 150; question++) {
        // Rows change between questions, some of them into what a column was not made for.
        for (let change = random.below(6); change > 0; change--) {
          const known = random.pick(rows()).id;
          if (random.chance(0.3)) remove(known);
          else put(random.chance(0.5) ? known : `i${random.below(100_000)}`, 0.2);
        }
        const all = rows();
        const where = filter(
          random,
          all.map((row) => row.data),
        );
        const order = random.chance(0.5)
          ? madeUpOrder(random)
          : [[random.pick(PATHS), random.pick(['asc', 'desc'] as const)] as const];
        const tally = random.chance(0.5) ? madeUpTally(random) : { by: [random.pick(PATHS)], sum: ['count'] };
        makeColumns(collection, [...pathsIn(where), ...order.map(([f]) => f), ...tally.by, ...(tally.sum ?? [])]);
        const answer = ask(collection, where, { order }, tally);
        const expected = referenceRows(all, { where, order });
        const what = JSON.stringify({ question, where, order, tally });
        expect(answer.count, what).toBe(expected.length);
        if (answer.page !== undefined) expect(answer.page, what).toEqual(idsOf(expected).slice(0, 20));
        else
          expect(
            order.some(([f]) => columnOf(collection.table, f)?.order === undefined),
            what,
          ).toBe(true);
        if (answer.groups !== undefined) {
          const groups = referenceTally(all, { where, by: tally.by, ...(tally.sum && { sum: tally.sum }) });
          expect(
            answer.groups.map(({ key, count }) => [key, count]),
            what,
          ).toEqual(groups.map(({ key, count }) => [key, count]));
          answer.groups.forEach(({ sums }, at) => {
            sums.forEach((sum, index) => {
              const wanted = groups[at]?.sums[index] ?? Number.NaN;
              expect(Math.abs(sum - wanted), what).toBeLessThanOrEqual(Math.abs(wanted) * 1e-12);
            });
          });
        }
        const place = random.pick(expected.length > 0 ? expected : all);
        const after = compileOrder(order).placeOf(place);
        const { table, slots } = collection;
        const ids = {
          at: (slot: number) => slots[slot]?.row.id ?? '',
          compare: (a: number, b: number) => compareIds(ids.at(a), ids.at(b)),
        };
        const page = topSlots(table, where, compileOrder(order), after, 5, ids)?.map(ids.at);
        const compare = compileOrder(order).compare;
        const behind = expected.filter((row) => compare(compileOrder(order).placeOf(row), after) > 0);
        if (page !== undefined) expect(page, `${what} behind ${place.id}`).toEqual(idsOf(behind).slice(0, 5));
      }
    });
  }

  for (let seed = 1; seed <= SEEDS; seed++) {
    it(`P12 answer from a stored snapshot, with what came later, as the reference does (seed ${seed})`, () => {
      const { collection, random, put, remove, rows } = stand(seed + 1000);
      for (let index = 0; index < 200; index++) put(`i${random.below(100_000)}`, 0.05);
      for (let index = 0; index < 20; index++) remove(random.pick(rows()).id);
      makeColumns(collection, [...PATHS, 'stage', 'score', 'amount.minor']);
      const snapshot = finish(snapshotOf(collection, (version) => version.slot)) as ColumnSnapshot;
      const preview: Preview = loadSnapshot(structuredClone(snapshot));
      for (let change = 0; change < 40; change++) {
        const known = random.pick([...collection.versions.keys()]);
        const id = random.chance(0.6) ? known : `j${random.below(1000)}`;
        if (random.chance(0.3)) remove(id);
        else put(id, 0.05);
        const version = collection.versions.get(id);
        if (version !== undefined) preview.set(version, 7_000_000 + change);
      }
      const all = rows();
      expect(preview.live).toBe(all.length);
      for (const { id, rev, seq } of all) expect(preview.row(id)).toMatchObject({ id, rev, seq });
      for (const { row } of collection.versions.values()) if (row.deleted) expect(preview.row(row.id)).toBeUndefined();
      let answered = 0;
      for (let question = 0; question < 150; question++) {
        const where = filter(
          random,
          all.map((row) => row.data),
        );
        const order = [[random.pick(PATHS), random.pick(['asc', 'desc'] as const)] as const];
        const expected = idsOf(referenceRows(all, { where, order }));
        const what = JSON.stringify({ question, where, order });
        const count = preview.count(where);
        const page = preview.find({ where, order }, undefined, 25);
        if (count !== undefined) {
          expect(count, what).toBe(expected.length);
          answered++;
        }
        if (page !== undefined) expect(idsOf(page), what).toEqual(expected.slice(0, 25));
      }
      expect(answered).toBeGreaterThan(40);
    });
  }

  it('P10 forgets a value with its last row', () => {
    const { collection } = stand(1);
    const put = (id: string, rev: number, content: RowData) =>
      setVersion(collection, contentVersion(C, id, rev, formatSeq(rev), content, undefined));
    const canary = 'canary-51';
    for (let index = 0; index < 100; index++)
      put(`i${index}`, 1, {
        word: index === 7 ? canary : 'x',
        list: index === 7 ? [canary] : ['y'],
        name: `n${index}${index === 7 ? canary : ''}`,
      });
    makeColumns(collection, ['word', 'list', 'name']);
    expect(JSON.stringify(finish(snapshotOf(collection, () => 0)))).toContain(canary);
    setVersion(collection, emptyVersion(C, 'i7', 2, formatSeq(2), true, undefined));
    expect(JSON.stringify(finish(snapshotOf(collection, () => 0)))).not.toContain(canary);
  });

  it('P12 are filled while rows change between the steps', () => {
    const { collection, random, put, remove, rows } = stand(3);
    for (let index = 0; index < 2000; index++) put(`i${index}`, 0.01);
    const steps = prepare(collection, { columns: PATHS, byId: true });
    while (steps.next().done !== true) {
      for (let change = 0; change < 5; change++)
        if (random.chance(0.4)) remove(random.pick(rows()).id);
        else put(`i${random.below(3000)}`, 0.01);
    }
    const all = rows();
    for (let question = 0; question < 20; question++) {
      const where: Filter = {
        and: [
          filter(
            random,
            all.map((row) => row.data),
            3,
          ),
        ],
      };
      makeColumns(collection, pathsIn(where));
      expect(countSlots(collection.table, where), JSON.stringify(where)).toBe(referenceRows(all, { where }).length);
    }
  });

  it('say that rows have changed under a snapshot', () => {
    const { collection, put } = stand(4);
    for (let index = 0; index < 3000; index++) put(`i${index}`, 0);
    expect(finish(snapshotOf(collection, () => 0))).toBeDefined();
    const steps = snapshotOf(collection, () => 0);
    let last = steps.next();
    put('new', 0);
    while (last.done !== true) last = steps.next();
    expect(last.value).toBeUndefined();
  });
});
