import { memoryAdapter, type StorageAdapter, StorageFault } from '@kith/adapters';
import { type Deal, type Filter, type Id, ok } from '@kith/core';
import type { Role } from '@kith/core/permissions';
import { command, deals, type Query, type Store, type TallyQuery, users } from '@kith/store';
import { createRole, editRole } from '@kith/store/permissions';
import fc from 'fast-check';
import type { Subscription } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ask, euros, openBook, stageId, valueOf, withDeals, withPipeline } from '../support/book.js';
import { fuzz } from '../support/fuzz.js';
import { ADMIN, office } from './permissions/office.js';
import { kept } from './permissions/world.js';

const mine = (ownerId: string): Filter => ({ field: 'ownerId', is: 'eq', value: ownerId });

/** Counts and sums of every sort: by fields that are there or not, of fractions, by lists, in a scope, on the clock. */
const questions = (pipelineId: Id<'pipeline'>, bo: string): readonly TallyQuery[] => [
  deals.totals(pipelineId),
  { ask: 'tally', collection: deals.collection, by: [], sum: ['amount.minor'] },
  { ask: 'tally', collection: deals.collection, by: ['ownerId', 'status'], where: mine(bo) },
  {
    ask: 'tally',
    collection: deals.collection,
    by: ['source'],
    sum: ['customFields.share', 'amount.minor'],
    where: { field: 'amount.minor', is: 'gt', value: 1_000 },
  },
  { ask: 'tally', collection: deals.collection, by: ['contactIds'], sum: ['amount.minor'] },
  {
    ask: 'tally',
    collection: deals.collection,
    by: ['stageId'],
    where: { field: 'expectedCloseDay', is: 'gte', value: { day: 0 } },
  },
];

const SEEN: Role = {
  key: 'rep',
  name: 'Rep',
  grants: [
    { collection: 'pipelines', actions: ['read'], scope: 'all' },
    { collection: 'deals', actions: ['*'], scope: 'own' },
    { collection: 'deals', actions: ['read', 'update'], scope: 'team', fields: { except: ['source', 'amount'] } },
  ],
};

const gone = (id: Id<'deal'>, isErased: boolean) =>
  command(
    'test/gone',
    { id, isErased },
    async (work) => {
      await work.get(deals.collection, id);
      if (isErased) work.purge(deals.collection, id);
      else work.remove(deals.collection, id);
      return ok(undefined);
    },
    isErased ? { history: 'none' } : {},
  );

type Stores = Readonly<Record<'host' | 'one', Store>>;

/**
 * A storage that takes its time, each time another one, before and behind the moment it answers from; and whose feed can be
 * made to have forgotten everything.
 */
function unhurried(seed: number): { readonly adapter: StorageAdapter; forget(): void } {
  const real = memoryAdapter();
  let isForgotten = false;
  let state = seed;
  const dawdle = async (): Promise<void> => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    for (let turns = (state >>> 16) % 3; turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
  };
  const slowly =
    <Input extends readonly unknown[], Output>(verb: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      await dawdle();
      const output = await verb(...input);
      await dawdle();
      return output;
    };
  const adapter = kept({
    ...real,
    changes: slowly((since, limit) => {
      if (!isForgotten) return real.changes(since, limit);
      isForgotten = false;
      return Promise.reject(new StorageFault({ kind: 'feed-trimmed', oldest: '' }));
    }),
    tally: slowly(real.tally),
  });
  return {
    adapter,
    forget: () => {
      isForgotten = true;
    },
  };
}

describe('counts and sums that are kept', () => {
  it('S33 does not add what a version was that nobody had been told of', async () => {
    const real = memoryAdapter();
    let release: (() => void) | undefined;
    let held: Promise<void> | undefined;
    const adapter = kept({
      ...real,
      async changes(since, limit) {
        await held;
        return real.changes(since, limit);
      },
    });
    const one = await openBook({ adapter });
    const two = await openBook({ adapter, random: Math.random });
    const pipeline = await withPipeline(one);
    const [deal] = (await withDeals(one, pipeline, 'a', 'b')) as readonly [Deal, Deal];
    const sums: unknown[] = [];
    one.watch(deals.totals(pipeline.id)).subscribe(([group]) => sums.push(group?.sums[0]));
    await expect.poll(() => sums).toEqual([200_000]);
    const edit = (store: Store, minor: number) =>
      store.run(deals.edit({ id: deal.id, changes: { amount: { minor, currency: 'EUR' } } }));
    const isStored = (minor: number) =>
      expect.poll(async () => (await real.get('deals', [deal.id]))[0]?.data['amount']).toMatchObject({ minor });
    held = new Promise((resolve) => {
      release = resolve;
    });
    // The feed will tell the second of the two only, and that it came from the first, which it has not told.
    const writing = [edit(two, 7)];
    await isStored(7);
    writing.push(edit(one, 50));
    await isStored(50);
    release?.();
    await Promise.all(writing);
    await expect.poll(() => sums.at(-1)).toBe(100_050);
  });

  it('S33 answers after any history what counting anew would answer', async () => {
    // Mostly one of them: what others write is counted anew, and would hide what was counted wrongly before.
    const who = fc.oneof(
      { weight: 6, arbitrary: fc.constant<keyof Stores>('one') },
      { weight: 1, arbitrary: fc.constant<keyof Stores>('host') },
    );
    const at = fc.nat(7);
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit'), who, at, value: fc.nat(9) }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('move'), who, at, value: fc.nat(1) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('create'), who, at, value: fc.nat(9) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete'), who, at, value: fc.nat(1) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('bulk'), who, at, value: fc.nat(9) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo'), who, at, value: fc.nat(1) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('rights'), who, at, value: fc.nat(2) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget'), who, at, value: fc.nat(1) }) },
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('watch'), who, at, value: fc.nat(1) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('look'), who, at, value: fc.nat(1) }) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 14 }),
        fc.boolean(),
        fc.nat(),
        async (steps, inTurn, seed) => {
          const { adapter, forget } = unhurried(seed);
          const { host, bo, pipeline, as } = await office([ADMIN, SEEN], adapter);
          const role = valueOf(await host.run(createRole({ key: 'more', name: 'More', grants: [] })));
          valueOf(await host.run(users.edit({ id: bo, changes: { roles: ['rep', 'more'] } })));
          await withDeals(host, pipeline, 'a', 'b', 'c', 'd');
          const stores: Stores = { host, one: await as(bo) };
          const asked = questions(pipeline.id, bo);
          const last = new Map<string, unknown>();
          const watched = new Map<string, Subscription>();
          const watch = (name: keyof Stores, index: number): void => {
            const key = `${name} ${index}`;
            const query = asked[index];
            watched.get(key)?.unsubscribe();
            if (query)
              watched.set(
                key,
                stores[name].watch(query).subscribe((answer) => last.set(key, answer)),
              );
          };
          for (const name of ['host', 'one'] as const) for (const index of asked.keys()) watch(name, index);
          const rowsOf = (store: Store) => ask(store, { ask: 'rows', collection: deals.collection } satisfies Query);
          const carryOut = async ({ kind, who, at, value }: (typeof steps)[number]): Promise<unknown> => {
            const store = stores[who];
            const all = await rowsOf(store);
            const deal = all[at % Math.max(1, all.length)] as Deal | undefined;
            const changes = [
              { amount: euros(value) },
              { amount: { minor: value, currency: 'JPY' } },
              { ownerId: value > 5 ? bo : undefined },
              { source: `source ${value % 2}` },
              { customFields: { share: value / 10 } },
              { contactIds: [`contact_${value % 2}`, 'contact_2'].slice(0, value % 3) },
              { expectedCloseDay: value > 5 ? '2026-11-25' : '2026-11-01' },
              { name: `name ${value}` },
            ][at] as object;
            switch (kind) {
              case 'edit':
                return deal && store.run(deals.edit({ id: deal.id, changes }));
              case 'move':
                return deal && store.run(deals.move({ id: deal.id, stageId: stageId(value ? 'proposal' : 'lead') }));
              case 'create':
                return store.run(
                  deals.create({ name: 'new', pipelineId: pipeline.id, amount: euros(value), ownerId: bo, ...changes }),
                );
              case 'delete':
                return deal && store.run(gone(deal.id, value > 0));
              case 'bulk':
                return store.run(
                  command('test/bulk', {}, async (work) => {
                    for (const each of await work.find({ ask: 'rows', collection: deals.collection })) {
                      const put = work.put(deals.collection, { ...each, ...changes } as Deal);
                      if (!put.ok) return put;
                    }
                    return ok(undefined);
                  }),
                );
              case 'undo':
                return value ? store.undo() : store.redo();
              case 'rights':
                return host.run(
                  editRole({
                    id: role.id,
                    changes: {
                      grants: value
                        ? [
                            {
                              collection: 'deals',
                              actions: ['read'],
                              scope: 'all',
                              ...(value > 1 && { fields: { except: ['stageId'] } }),
                            },
                          ]
                        : [],
                    },
                  }),
                );
              case 'forget':
                return forget();
              case 'watch':
                return watch(who, at);
              default:
                return undefined;
            }
          };
          const agree = async (): Promise<void> => {
            for (const [name, store] of Object.entries(stores)) {
              const { actor } = store.storage.env();
              const fresh = name === 'host' ? await openBook({ adapter }) : await as(actor as Id<'user'>);
              for (const [index, query] of asked.entries()) {
                const expected = await ask(fresh, query);
                await expect
                  .poll(() => last.get(`${name} ${index}`), {
                    interval: 1,
                    message: `${name}: ${JSON.stringify(query)}`,
                  })
                  .toEqual(expected);
              }
            }
          };
          // Others may write while one of them does: what each was told comes in any order of the two.
          let running: Promise<unknown>[] = [];
          for (const each of steps) {
            const done = carryOut(each).catch((cause: unknown) => {
              if (!String(cause).includes('conflict')) throw cause;
            });
            if (inTurn) await done;
            else running.push(done);
            if (each.kind !== 'look') continue;
            await Promise.all(running);
            running = [];
            await agree();
          }
          await Promise.all(running);
          await agree();
          for (const subscription of watched.values()) subscription.unsubscribe();
        },
      ),
      fuzz(25),
    );
  });
});
