import 'fake-indexeddb/auto';
import { dexieAdapter } from '@kith/adapters/dexie';
import { type Company, type Id, ok } from '@kith/core';
import { command, companies, type Store } from '@kith/store';
import { remove } from '@kith/store/bulk';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, dumpOf, NOW, openBook, problemOf, valueOf } from '../../support/book.js';

let books = 0;

describe('the parent of a company', () => {
  let store: Store;
  let group: readonly Id<'company'>[];
  const put = (id: Id<'company'>, parentId: Id<'company'> | undefined) =>
    store.run(companies.edit({ id, changes: { parentId } }));
  const parentOf = async (id: Id<'company'>): Promise<Company['parentId']> =>
    (await ask(store, companies.byId(id)))?.parentId;

  beforeEach(async () => {
    store = await openBook();
    const made: Id<'company'>[] = [];
    for (const name of ['Holding', 'Works', 'Foundry', 'Elsewhere'])
      made.push(valueOf(await store.run(companies.create({ name }))).id);
    group = made;
  });

  it('E15 puts no company below itself or one of its subsidiaries, however deep, and says so before', async () => {
    const [holding, works, foundry, elsewhere] = group as [Id<'company'>, Id<'company'>, Id<'company'>, Id<'company'>];
    valueOf(await put(works, holding));
    valueOf(await put(foundry, works));
    for (const below of [holding, works, foundry])
      expect(problemOf(await put(holding, below))).toBe('companies/own-ancestor');
    expect(problemOf(await store.can(companies.edit({ id: holding, changes: { parentId: foundry } })))).toBe(
      'companies/own-ancestor',
    );
    expect(await parentOf(holding)).toBeUndefined();
    valueOf(await put(holding, elsewhere));
    expect(await parentOf(holding)).toBe(elsewhere);
    valueOf(await put(holding, undefined));
    expect(await parentOf(holding)).toBeUndefined();
  });

  it('E15 holds against two who build a circle from both ends at once', async () => {
    const [holding, works] = group as [Id<'company'>, Id<'company'>];
    const [first, second] = await Promise.all([put(holding, works), put(works, holding)]);
    valueOf(first);
    expect(problemOf(second)).toBe('companies/own-ancestor');
  });

  it('E15 holds for a command of the host, as it leaves the companies', async () => {
    const [holding, works] = group as [Id<'company'>, Id<'company'>];
    const place = (...puts: ReadonlyArray<readonly [Id<'company'>, Id<'company'> | undefined]>) =>
      command('host/place', puts.length, async (work) => {
        for (const [id, parentId] of puts) {
          const found = await work.require(companies.collection, id);
          const placed = found.ok ? work.put(companies.collection, { ...found.value, parentId }) : found;
          if (!placed.ok) return placed;
        }
        return ok(undefined);
      });
    const refused = place([holding, works], [works, holding]);
    expect(problemOf(await store.can(refused))).toBe('companies/own-ancestor');
    expect(problemOf(await store.run(refused))).toBe('companies/own-ancestor');
    expect([await parentOf(holding), await parentOf(works)]).toEqual([undefined, undefined]);
    valueOf(await store.run(place([works, holding])));
    // Turned round: a circle on the way, none in the end.
    valueOf(await store.run(place([holding, works], [works, undefined])));
    expect([await parentOf(holding), await parentOf(works)]).toEqual([works, undefined]);
  });

  describe('undo and redo', () => {
    const JONAS = 'user_jonas' as Id<'user'>;
    let second: Store;
    let here: Id<'company'>;
    let there: Id<'company'>;
    /** A tab may take a moment to hear of what another one did. */
    const seen = (who: Store, id: Id<'company'>, parentId: Id<'company'> | undefined) =>
      expect.poll(async () => (await ask(who, companies.byId(id)))?.parentId).toBe(parentId);
    const by = (who: Store, id: Id<'company'>, parentId: Id<'company'> | undefined) =>
      who.run(companies.edit({ id, changes: { parentId } }));

    beforeEach(async () => {
      // Far enough apart that nothing is one step of typing.
      let now = NOW;
      const shared = { random: Math.random, clock: () => (now += 10_000) };
      const name = `parents ${books++}`;
      store = await openBook({ adapter: dexieAdapter({ name }), ...shared });
      second = await openBook({ adapter: dexieAdapter({ name }), ...shared, actor: JONAS });
      here = valueOf(await store.run(companies.create({ name: 'Here' }))).id;
      there = valueOf(await store.run(companies.create({ name: 'There' }))).id;
    });

    it('E16 refuses the undo that would close a circle with what somebody else did, and loses nothing', async () => {
      valueOf(await by(store, here, there));
      valueOf(await by(store, here, undefined));
      await seen(second, here, undefined);
      valueOf(await by(second, there, here));
      await seen(store, there, here);
      const before = await dumpOf(store.storage.adapter);
      expect(problemOf(await store.undo())).toBe('companies/own-ancestor');
      expect(await dumpOf(store.storage.adapter)).toEqual(before);
      valueOf(await by(second, there, undefined));
      await seen(store, there, undefined);
      valueOf(await store.undo());
      expect(await parentOf(here)).toBe(there);
    });

    it('E16 refuses the redo that would', async () => {
      valueOf(await by(store, here, there));
      valueOf(await store.undo());
      await seen(second, here, undefined);
      valueOf(await by(second, there, here));
      expect(problemOf(await store.redo())).toBe('companies/own-ancestor');
      expect(await parentOf(here)).toBeUndefined();
    });

    it('E16 refuses to bring back a deleted company below its own subsidiary', async () => {
      valueOf(await by(store, here, there));
      valueOf(await store.run(remove(companies.collection, here)));
      valueOf(await by(second, there, here));
      expect(problemOf(await store.undo())).toBe('companies/own-ancestor');
      expect(await parentOf(there)).toBe(here);
    });

    it('E16 holds against an edit that comes in while it is undone', async () => {
      valueOf(await by(store, here, there));
      valueOf(await by(store, here, undefined));
      await seen(second, here, undefined);
      const [undone, edited] = await Promise.all([store.undo(), by(second, there, here)]);
      expect([undone, edited].filter(({ ok }) => !ok)).toMatchObject([{ problem: { code: 'companies/own-ancestor' } }]);
    });
  });
});
