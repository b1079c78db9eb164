import 'fake-indexeddb/auto';
import { dexieAdapter } from '@kith/adapters/dexie';
import type { Deal, Id } from '@kith/core';
import { companies, deals, erase, type Store } from '@kith/store';
import { each } from '@kith/store/bulk';
import { describe, expect, it } from 'vitest';
import {
  ask,
  HANNA,
  namesIn,
  openBook,
  problemOf,
  stageId,
  valueOf,
  withDeals,
  withPipeline,
} from '../support/book.js';

let books = 0;

const IDA = 'user_ida' as Id<'user'>;

/** Two stores on one database, as two tabs of a browser are; ids of each come from another series of numbers. */
async function twoTabs(other: Id<'user'> = HANNA): Promise<readonly [Store, Store]> {
  const name = `two tabs ${books++}`;
  return [
    await openBook({ adapter: dexieAdapter({ name }), random: Math.random }),
    await openBook({ adapter: dexieAdapter({ name }), random: Math.random, actor: other }),
  ];
}

describe('two tabs on one database', () => {
  it('S25 sees what the other one does', async () => {
    const [one, two] = await twoTabs();
    const names: string[][] = [];
    const origins: string[] = [];
    two.watch(companies.all()).subscribe((all) => names.push(all.map((company) => company.name)));
    two.changes$.subscribe(({ origin }) => origins.push(origin));
    const company = valueOf(await one.run(companies.create({ name: 'Brama' })));
    await expect.poll(() => names.at(-1)).toEqual(['Brama']);
    valueOf(await one.run(companies.edit({ id: company.id, changes: { name: 'Brama S.A.' } })));
    await expect.poll(() => names.at(-1)).toEqual(['Brama S.A.']);
    valueOf(await two.run(companies.create({ name: 'Cantine' })));
    expect(names.at(-1)).toEqual(['Brama S.A.', 'Cantine']);
    expect(origins.at(-1)).toBe('here');
    expect(origins[0]).toBe('elsewhere');
    await one.close();
    await two.close();
  });

  it('S25 goes on watching its row when the other one changes several at once', async () => {
    const [one, two] = await twoTabs();
    const ids: Id<'company'>[] = [];
    for (const name of ['Acme', 'Brama']) ids.push(valueOf(await one.run(companies.create({ name }))).id);
    const [acme, brama] = ids as [Id<'company'>, Id<'company'>];
    const seen: unknown[] = [];
    two.watch(companies.byId(acme)).subscribe((company) => seen.push([company?.name, company?.industry]));
    await expect.poll(() => seen).toEqual([['Acme', undefined]]);
    const changes = { industry: 'retail' };
    valueOf(await one.run(each([acme, brama].map((id) => companies.edit({ id, changes })))));
    valueOf(await one.run(each([acme, brama].map((id) => companies.edit({ id, changes: { industry: 'food' } })))));
    await expect.poll(() => seen.at(-1)).toEqual(['Acme', 'food']);
    expect(seen).not.toContainEqual(['Brama', expect.anything()]);
    await one.close();
    await two.close();
  });

  it('S4 loses no move when both write at once', async () => {
    const [one, two] = await twoTabs();
    const pipeline = await withPipeline(one);
    const made = await withDeals(one, pipeline, 'a', 'b', 'c', 'd');
    const moves = made.map((deal, index) =>
      (index % 2 === 0 ? one : two).run(deals.move({ id: deal.id, stageId: stageId('won') })),
    );
    for (const result of await Promise.all(moves)) valueOf(result);
    for (const store of [one, two])
      await expect.poll(async () => [...(await namesIn(store, pipeline, 'won'))].sort()).toEqual(['a', 'b', 'c', 'd']);
    await one.close();
    await two.close();
  });

  it('S42 does not take back what somebody else has changed since in another tab', async () => {
    const [one, two] = await twoTabs(IDA);
    const pipeline = await withPipeline(one);
    const [deal] = (await withDeals(one, pipeline, 'a')) as readonly [Deal];
    valueOf(await one.run(deals.edit({ id: deal.id, changes: { name: 'mine' } })));
    valueOf(await two.run(deals.edit({ id: deal.id, changes: { name: 'theirs' } })));
    expect(problemOf(await one.undo())).toBe('store/changed-since');
    expect((await ask(one, deals.byId(deal.id)))?.name).toBe('theirs');
    await one.close();
    await two.close();
  });

  it('S46 shares one history between the tabs of an actor', async () => {
    const [one, two] = await twoTabs();
    const states: (string | undefined)[] = [];
    two.history$.subscribe(({ undo }) => states.push(undo?.type));
    const company = valueOf(await one.run(companies.create({ name: 'Brama' })));
    await expect.poll(() => states.at(-1)).toBe('companies/create');
    valueOf(await two.undo());
    expect(await ask(two, companies.byId(company.id))).toBeUndefined();
    valueOf(await one.redo());
    expect((await ask(one, companies.byId(company.id)))?.name).toBe('Brama');
    await one.close();
    await two.close();
  });

  it('S46 loses no step when both tabs of an actor write at once', async () => {
    const [one, two] = await twoTabs();
    const names = Array.from({ length: 20 }, (_, index) => `Company ${index}`);
    await Promise.all(names.map((name, index) => (index % 2 === 0 ? one : two).run(companies.create({ name }))));
    expect(await ask(one, companies.all())).toHaveLength(20);
    for (let index = 0; index < 20; index++) valueOf(await (index % 3 === 0 ? one : two).undo());
    expect(await ask(two, companies.all())).toEqual([]);
    expect(problemOf(await one.undo())).toBe('store/nothing-to-undo');
    await one.close();
    await two.close();
  });

  it('S47 never takes back a step of another actor', async () => {
    const [one, two] = await twoTabs(IDA);
    const company = valueOf(await one.run(companies.create({ name: 'Brama' })));
    expect(problemOf(await two.undo())).toBe('store/nothing-to-undo');
    valueOf(await two.run(companies.create({ name: 'Cantine' })));
    valueOf(await two.undo());
    expect(problemOf(await two.undo())).toBe('store/nothing-to-undo');
    expect(await ask(two, companies.all())).toEqual([company]);
    await one.close();
    await two.close();
  });

  it('S74 leaves nothing behind of what somebody new does to the row in the same moment', async () => {
    const name = `two tabs ${books++}`;
    const real = dexieAdapter({ name });
    let meanwhile: (() => Promise<unknown>) | undefined;
    const one = await openBook({
      random: Math.random,
      adapter: {
        ...real,
        async write(batch) {
          const task = batch.ops.some(({ op }) => op === 'purge') ? meanwhile : undefined;
          if (task) meanwhile = undefined;
          await task?.();
          return real.write(batch);
        },
      },
    });
    const { id } = valueOf(await one.run(companies.create({ name: 'Brama' })));
    const two = await openBook({ adapter: dexieAdapter({ name }), random: Math.random, actor: IDA });
    meanwhile = async () => valueOf(await two.run(companies.edit({ id, changes: { name: 'Brama & Co' } })));
    valueOf(await one.run(erase(companies.collection, id)));
    expect(meanwhile).toBeUndefined();
    const { rows } = await real.query({ c: 'historySteps', limit: 100 });
    expect(JSON.stringify(rows)).not.toContain('Brama');
    expect(problemOf(await two.undo())).toBe('store/nothing-to-undo');
  });
});
