import 'fake-indexeddb/auto';
import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { type Day, type Id, ok } from '@kith/core';
import type { Goal } from '@kith/core/goals';
import type { Mapping } from '@kith/core/imports';
import { command, type Store } from '@kith/store';
import { backUp, restoreBackup } from '@kith/store/backup';
import { each, remove } from '@kith/store/bulk';
import * as goals from '@kith/store/goals';
import { importCsv, revertImport } from '@kith/store/imports';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, dumpOf, NOW, openBook, problemOf, valueOf } from '../../support/book.js';
import { ADMIN, office } from '../permissions/office.js';

type GoalId = Id<'goal'>;

const DRAFT = {
  name: 'Revenue',
  metric: { collection: 'companies', day: 'createdAt' },
  target: 4,
  first: '2026-11-01' as Day,
  last: '2026-11-30' as Day,
};
const collections = [goals.collection];
const under = (store: Store, id: GoalId, parentId: GoalId | undefined) =>
  store.run(goals.edit({ id, changes: { parentId } }));
const make = async (store: Store, name: string, parentId?: GoalId): Promise<GoalId> =>
  valueOf(await store.run(goals.create({ ...DRAFT, name, ...(parentId && { parentId }) }))).id;
const parentOf = async (store: Store, id: GoalId): Promise<GoalId | undefined> =>
  (await ask(store, goals.byId(id)))?.parentId;
/** A command of the host's own: it asks nobody. */
const host = (...puts: ReadonlyArray<readonly [GoalId, GoalId | undefined]>) =>
  command('host/place', puts.length, async (work) => {
    for (const [id, parentId] of puts) {
      const found = await work.require(goals.collection, id);
      const put = found.ok ? work.put(goals.collection, { ...found.value, parentId }) : found;
      if (!put.ok) return put;
    }
    return ok(undefined);
  });

describe('what a goal is a part of', () => {
  let store: Store;
  let house: GoalId;
  let sales: GoalId;
  let hanna: GoalId;

  beforeEach(async () => {
    store = await openBook({ collections });
    house = await make(store, 'House');
    sales = await make(store, 'Sales', house);
    hanna = await make(store, 'Hanna', sales);
  });

  it('GO17 is not itself, nor one of its parts, however deep, and says so before', async () => {
    for (const below of [house, sales, hanna])
      expect(problemOf(await under(store, house, below))).toBe('goals/own-ancestor');
    expect(problemOf(await store.can(goals.edit({ id: house, changes: { parentId: hanna } })))).toBe(
      'goals/own-ancestor',
    );
    valueOf(await under(store, hanna, house));
    valueOf(await under(store, sales, hanna));
    valueOf(await under(store, sales, undefined));
    expect(await parentOf(store, sales)).toBeUndefined();
  });

  it('GO17 is refused alone where many are changed in one commit', async () => {
    const edits = [
      goals.edit({ id: house, changes: { parentId: hanna } }),
      goals.edit({ id: sales, changes: { target: 7 } }),
    ];
    expect(valueOf(await store.run(each(edits)))).toMatchObject({
      done: 1,
      refused: [{ index: 0, problem: { code: 'goals/own-ancestor' } }],
    });
    expect(await parentOf(store, house)).toBeUndefined();
  });

  it('GO17 holds for a command of the host, as it leaves the goals', async () => {
    expect(problemOf(await store.run(host([house, hanna])))).toBe('goals/own-ancestor');
    expect(problemOf(await store.run(host([house, house])))).toBe('goals/own-ancestor');
    const other = await make(store, 'Other');
    expect(problemOf(await store.run(host([other, house], [house, other])))).toBe('goals/own-ancestor');
    expect(await parentOf(store, other)).toBeUndefined();
    // The whole turned round: on the way there is a circle, in the end there is none.
    valueOf(await store.run(host([house, sales], [sales, hanna], [hanna, undefined])));
    expect(await parentOf(store, house)).toBe(sales);
    valueOf(await store.undo());
    expect([await parentOf(store, house), await parentOf(store, hanna)]).toEqual([undefined, sales]);
    valueOf(await store.redo());
    expect([await parentOf(store, house), await parentOf(store, hanna)]).toEqual([sales, undefined]);
  });

  it('GO17 holds otherst two who build a circle from both ends at once', async () => {
    const [one, other] = [await make(store, 'One'), await make(store, 'Other')];
    const [first, second] = await Promise.all([under(store, one, other), under(store, other, one)]);
    valueOf(first);
    expect(problemOf(second)).toBe('goals/own-ancestor');
  });

  for (const how of ['remove', 'bulk remove', 'purge'] as const)
    it(`GO18 is gone with it (${how}): its parts stay as they are`, async () => {
      const before = await ask(store, goals.byId(hanna));
      const away = command('host/away', {}, async (work) => ok(work.purge(goals.collection, sales)), {
        history: 'none',
      });
      const removal = {
        remove: goals.remove({ id: sales }),
        'bulk remove': remove(goals.collection, sales),
        purge: away,
      }[how];
      valueOf(await store.run<unknown>(removal));
      expect(await ask(store, goals.byId(hanna))).toEqual(before);
      expect(await ask(store, goals.partsOf(house))).toEqual([]);
      // It is a part of none now, and can be put anywhere.
      valueOf(await under(store, house, hanna));
      valueOf(await under(store, house, undefined));
      valueOf(await under(store, hanna, house));
    });

  it('GO18 is brought together other by undo, unless that closed a circle', async () => {
    valueOf(await store.run(goals.remove({ id: sales })));
    valueOf(await store.undo());
    expect((await ask(store, goals.partsOf(sales))).map(({ id }) => id)).toEqual([hanna]);
  });

  it('GO20 hangs nothing where a circle came with the data', async () => {
    const adapter = memoryAdapter();
    const other = await openBook({ adapter, collections });
    const [one, two] = [await make(other, 'One'), await make(other, 'Two')];
    for (const [id, parentId] of [
      [one, two],
      [two, one],
    ] as const) {
      const [row] = await adapter.get('goals', [id]);
      const data = { ...row!.data, parentId };
      await adapter.write({
        ops: [{ op: 'put', c: 'goals', id, expect: { rev: row!.rev }, data }],
        key: `circle ${id}`,
        origin: 'elsewhere',
      } as Parameters<StorageAdapter['write']>[0]);
    }
    const three = await make(other, 'Three', one);
    expect(await parentOf(other, three)).toBe(one);
    valueOf(await other.run(goals.edit({ id: one, changes: { target: 9 } })));
    const parts: unknown[] = [];
    goals.watchParts(other, one).subscribe((made) => parts.push(made?.parts.map(({ goal }) => goal.name).sort()));
    await expect.poll(() => parts.at(-1)).toEqual(['Three', 'Two']);
    valueOf(await under(other, two, undefined));
    expect(await parentOf(other, two)).toBeUndefined();
    await other.close();
  });

  it('GO17 is what it was after a backup is restored', async () => {
    const file = await new Response(backUp(store)).blob();
    valueOf(await under(store, hanna, undefined));
    valueOf(await under(store, house, hanna));
    valueOf(await restoreBackup(store, file));
    expect([await parentOf(store, hanna), await parentOf(store, house)]).toEqual([sales, undefined]);
    expect(problemOf(await under(store, house, hanna))).toBe('goals/own-ancestor');
  });

  it('GO17 tells whoever does not see what stands above nothing of it', async () => {
    const seller = {
      key: 'rep',
      name: 'Seller',
      grants: [{ collection: 'goals', actions: ['read', 'create', 'update'], scope: 'own' }],
    } as const;
    const { ann, bo, as } = await office([ADMIN, seller]);
    const boss = await as(ann, { collections });
    const rep = await as(bo, { collections });
    const mine = valueOf(await boss.run(goals.create({ ...DRAFT, name: 'Mine', ownerId: bo }))).id;
    const secret = valueOf(await boss.run(goals.create({ ...DRAFT, name: 'Secret', ownerId: ann, parentId: mine }))).id;
    const below = valueOf(await boss.run(goals.create({ ...DRAFT, name: 'Below', ownerId: bo, parentId: secret }))).id;
    const refused = await under(rep, mine, below);
    expect(problemOf(refused)).toBe('goals/own-ancestor');
    expect(JSON.stringify(refused)).not.toMatch(new RegExp(`${secret}|Secret`));
    // Nor are goals that they do not see among the parts.
    const seen: unknown[] = [];
    goals.watchParts(rep, mine).subscribe((made) => seen.push(made?.parts.length));
    await expect.poll(() => seen).toEqual([0]);
    expect(problemOf(await under(rep, secret, undefined))).toBe('store/not-found');
    await rep.close();
  });
});

describe('undo and redo of what a goal is a part of', () => {
  const JONAS = 'user_jonas' as Id<'user'>;
  let books = 0;
  let store: Store;
  let second: Store;
  let here: GoalId;
  let there: GoalId;
  const seen = (who: Store, id: GoalId, parentId: GoalId | undefined) =>
    expect.poll(() => parentOf(who, id)).toBe(parentId);

  beforeEach(async () => {
    let now = NOW;
    const shared = { random: Math.random, clock: () => (now += 10_000), collections };
    const name = `goals ${books++}`;
    store = await openBook({ adapter: dexieAdapter({ name }), ...shared });
    second = await openBook({ adapter: dexieAdapter({ name }), ...shared, actor: JONAS });
    here = await make(store, 'Here');
    there = await make(store, 'There');
  });

  it('GO17 is refused where it would close a circle with what somebody else did, and loses nothing', async () => {
    valueOf(await under(store, here, there));
    valueOf(await under(store, here, undefined));
    await seen(second, here, undefined);
    valueOf(await under(second, there, here));
    await seen(store, there, here);
    const before = await dumpOf(store.storage.adapter);
    expect(problemOf(await store.undo())).toBe('goals/own-ancestor');
    expect(await dumpOf(store.storage.adapter)).toEqual(before);
    valueOf(await under(second, there, undefined));
    await seen(store, there, undefined);
    valueOf(await store.undo());
    expect(await parentOf(store, here)).toBe(there);
  });

  it('GO17 is refused where redo would', async () => {
    valueOf(await under(store, here, there));
    valueOf(await store.undo());
    await seen(second, here, undefined);
    valueOf(await under(second, there, here));
    expect(problemOf(await store.redo())).toBe('goals/own-ancestor');
    expect(await parentOf(store, here)).toBeUndefined();
  });

  it('GO18 is refused where a removed goal would come back below its own part', async () => {
    valueOf(await under(store, here, there));
    valueOf(await store.run(goals.remove({ id: here })));
    valueOf(await under(second, there, here));
    expect(problemOf(await store.undo())).toBe('goals/own-ancestor');
    expect(await parentOf(store, there)).toBe(here);
  });
});

describe('goals of a file', () => {
  const mapping: Mapping = {
    name: 'Goals',
    into: 'goals',
    system: 'plan',
    externalId: ['id'],
    lookups: { parent: { column: 'parent', in: 'goals', by: 'name', mayComeLater: true } },
    fields: [
      { field: 'name', from: [{ column: 'name' }], required: true },
      { field: 'target', from: [{ column: 'target', read: { as: 'number' } }], required: true },
      { field: 'metric.collection', from: [{ constant: 'companies' }] },
      { field: 'metric.day', from: [{ constant: 'createdAt' }] },
      { field: 'first', from: [{ constant: '2026-11-01' }] },
      { field: 'last', from: [{ constant: '2026-11-30' }] },
      { field: 'parentId', from: [{ lookup: 'parent' }], whenEmpty: 'clear' },
    ],
  };
  const csv = (...rows: readonly string[]): string => ['id,name,target,parent', ...rows].join('\n');
  const parents = async (store: Store): Promise<Record<string, string | undefined>> => {
    const rows: readonly Goal[] = await ask(store, { ask: 'rows', collection: goals.collection });
    const names = new Map<string | undefined, string>(rows.map(({ id, name }) => [id, name]));
    return Object.fromEntries(rows.map(({ name, parentId }) => [name, names.get(parentId)]));
  };

  for (const chunkRows of [1, 100])
    it(`GO17 build no circle, neither in a dry run nor when taken back, ${chunkRows} rows at once`, async () => {
      const store = await openBook({ collections });
      const first = csv('1,House,10,', '2,Sales,6,House', '3,Hanna,3,Sales');
      valueOf(await importCsv(store, first, mapping, { collections, chunkRows }));
      const before = await parents(store);
      expect(before).toEqual({ House: undefined, Sales: 'House', Hanna: 'Sales' });
      const file = csv('1,House,10,Hanna', '2,Sales,6,Sales', '3,Hanna,4,House', '4,Ida,2,Ida');
      const tried = valueOf(await importCsv(store, file, mapping, { collections, chunkRows, mode: 'try' }));
      const report = valueOf(await importCsv(store, file, mapping, { collections, chunkRows }));
      expect(tried.rejections).toEqual(report.rejections);
      expect(report.rejections.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([
        [2, 'goals/own-ancestor'],
        [3, 'goals/own-ancestor'],
        [5, 'imports/not-found'],
      ]);
      expect(await parents(store)).toEqual({ ...before, Hanna: 'House' });
      valueOf(await revertImport(store, report.importId!, { collections }));
      expect(await parents(store)).toEqual(before);
    });

  it('GO17 stay where they are when taking the import back would build a circle', async () => {
    const store = await openBook({ collections });
    valueOf(await importCsv(store, csv('1,Hen,1,', '2,Egg,1,Hen'), mapping, { collections }));
    const report = valueOf(await importCsv(store, csv('2,Egg,1,'), mapping, { collections }));
    const rows = await ask(store, { ask: 'rows', collection: goals.collection } as const);
    const idOf = (name: string): GoalId => rows.find((row) => row.name === name)!.id;
    valueOf(await under(store, idOf('Hen'), idOf('Egg')));
    expect(valueOf(await revertImport(store, report.importId!, { collections }))).toMatchObject({
      skipped: [{ collection: 'goals', id: idOf('Egg') }],
    });
    expect(await parents(store)).toEqual({ Hen: 'Egg', Egg: undefined });
  });
});
