import { type Fault, memoryAdapter, type StorageAdapter, StorageFault } from '@kith/adapters';
import { type Deal, type Id, ok, refuse } from '@kith/core';
import { activities, command, companies, deals, erase, KithError, openStore } from '@kith/store';
import { describe, expect, it } from 'vitest';
import {
  ask,
  dumpOf,
  euros,
  HANNA,
  NOW,
  namesIn,
  openBook,
  problemOf,
  stageId,
  valueOf,
  withDeals,
  withPipeline,
} from '../support/book.js';

/** An adapter of which one verb is replaced; all others are the real one's. */
const withWrite = (adapter: StorageAdapter, write: StorageAdapter['write']): StorageAdapter => ({ ...adapter, write });

describe('commands', () => {
  it('S1 commits all steps together or none', async () => {
    const adapter = memoryAdapter();
    const store = await openBook({ adapter });
    await store.run(companies.create({ name: 'Lumikoski Oy' }));
    const before = await dumpOf(adapter);
    const half = command('test/half', {}, async (work) => {
      for (const name of ['Brama', 'Sälen']) {
        const put = work.put(companies.collection, {
          id: work.env.newId('company'),
          name,
          createdAt: work.env.now,
          modifiedAt: work.env.now,
        });
        if (!put.ok) return put;
      }
      return work.put(companies.collection, {
        id: work.env.newId('company'),
        name: '',
        createdAt: work.env.now,
        modifiedAt: work.env.now,
      });
    });
    expect(problemOf(await store.run(half))).toBe('store/invalid');
    expect(await dumpOf(adapter)).toEqual(before);
  });

  it('S2 answers with can what run would, without writing', async () => {
    const adapter = memoryAdapter();
    const store = await openBook({ adapter });
    const pipeline = await withPipeline(store);
    const [deal] = await withDeals(store, pipeline, 'Returns portal');
    const before = await dumpOf(adapter);
    const id = deal!.id;
    expect(problemOf(await store.can(deals.move({ id, stageId: stageId('lost') })))).toBe('deals/loss-reason-required');
    expect(valueOf(await store.can(deals.move({ id, stageId: stageId('won') }))).status).toBe('won');
    expect(await dumpOf(adapter)).toEqual(before);
    expect(valueOf(await store.run(deals.move({ id, stageId: stageId('won') }))).status).toBe('won');
  });

  it('S3 leaves no trace of a refused command', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const [deal] = await withDeals(store, pipeline, 'Returns portal');
    const seen: unknown[] = [];
    store.changes$.subscribe((committed) => seen.push(committed));
    const states: unknown[] = [];
    store.history$.subscribe((state) => states.push(state));
    expect(problemOf(await store.run(deals.lose({ id: deal!.id })))).toBe('deals/loss-reason-required');
    expect(seen).toEqual([]);
    expect(states).toHaveLength(1);
  });

  it('S4 runs again after a conflict, and gives up after three reruns', async () => {
    const real = memoryAdapter();
    let conflicts = 0;
    let quarrel = 3;
    const adapter = withWrite(real, async (batch) => {
      if (quarrel-- > 0) {
        conflicts++;
        throw new StorageFault({ kind: 'conflict', c: 'companies', id: 'company_x', actual: null });
      }
      return real.write(batch);
    });
    const store = await openBook({ adapter });
    expect(valueOf(await store.run(companies.create({ name: 'Brama' }))).name).toBe('Brama');
    expect(conflicts).toBe(3);
    quarrel = 4;
    await expect(store.run(companies.create({ name: 'Sälen' }))).rejects.toMatchObject({
      name: 'KithError',
      code: 'store/conflict',
    });
    expect((await ask(store, companies.all())).map((company) => company.name)).toEqual(['Brama']);
  });

  it('S5 runs again when a row that was only read has changed', async () => {
    const real = memoryAdapter();
    const store = await openBook({ adapter: real });
    const company = valueOf(await store.run(companies.create({ name: 'Brama' })));
    let runs = 0;
    const greet = command('test/greet', {}, async (work) => {
      runs++;
      const read = await work.require(companies.collection, company.id);
      if (!read.ok) return read;
      if (runs === 1) {
        // Somebody else renames it between the reading and the commit.
        const row = (await real.get('companies', [company.id]))[0];
        await real.write({
          ops: [
            {
              op: 'put',
              c: 'companies',
              id: company.id,
              expect: 'present',
              data: { ...row!.data, name: 'Brama S.A.' },
            },
          ],
        });
      }
      return work.put(companies.collection, {
        ...read.value,
        id: work.env.newId('company'),
        name: `Partner of ${read.value.name}`,
      });
    });
    expect(valueOf(await store.run(greet)).name).toBe('Partner of Brama S.A.');
    expect(runs).toBe(2);
  });

  it('S6 names the field of a row that does not fit', async () => {
    const store = await openBook();
    const refused = await store.run(companies.create({ name: 'Brama', employees: -3 }));
    expect(refused).toMatchObject({ ok: false, problem: { code: 'store/invalid', path: 'employees' } });
    expect(
      problemOf(await store.run(companies.edit({ id: 'company_none' as Id<'company'>, changes: { name: 'X' } }))),
    ).toBe('store/not-found');
    const company = valueOf(await store.run(companies.create({ name: 'Brama' })));
    expect(
      problemOf(await store.run(companies.edit({ id: company.id, changes: { createdAt: 'never' } as object }))),
    ).toBe('store/not-editable');
  });

  it('S7 keeps fields that a newer version wrote', async () => {
    const adapter = memoryAdapter();
    const store = await openBook({ adapter });
    const company = valueOf(await store.run(companies.create({ name: 'Brama' })));
    const row = (await adapter.get('companies', [company.id]))[0];
    await adapter.write({
      ops: [
        { op: 'put', c: 'companies', id: company.id, expect: 'present', data: { ...row!.data, moonPhase: 'waxing' } },
      ],
    });
    await store.run(companies.edit({ id: company.id, changes: { name: 'Brama S.A.' } }));
    expect((await adapter.get('companies', [company.id]))[0]?.data).toMatchObject({
      name: 'Brama S.A.',
      moonPhase: 'waxing',
    });
  });

  it('S8 runs commands in the order in which they were given', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    await Promise.all(
      ['one', 'two', 'three', 'four'].map((name) => store.run(deals.create({ name, pipelineId: pipeline.id }))),
    );
    expect(await namesIn(store, pipeline, 'lead')).toEqual(['one', 'two', 'three', 'four']);
  });

  it('S9 settles a lost connection with the key of the batch', async () => {
    const real = memoryAdapter();
    const keys: (string | undefined)[] = [];
    const adapter = withWrite(real, async (batch) => {
      keys.push(batch.key);
      const commit = await real.write(batch);
      if (keys.length === 1) throw new StorageFault({ kind: 'unavailable', applied: 'unknown' });
      return commit;
    });
    const store = await openBook({ adapter });
    valueOf(await store.run(companies.create({ name: 'Brama' })));
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    expect(await ask(store, companies.all())).toHaveLength(1);
  });

  it('S9 waits longer each time, or as long as the storage asks for, and gives up after five times', async () => {
    const real = memoryAdapter();
    const waits: number[] = [];
    const keys = new Set<string | undefined>();
    let fault: Fault = { kind: 'unavailable', applied: 'unknown' };
    let lost = 4;
    const adapter = withWrite(real, async (batch) => {
      keys.add(batch.key);
      if (lost-- > 0) throw new StorageFault(fault);
      return real.write(batch);
    });
    const store = await openBook({ adapter, wait: async (millis) => void waits.push(millis) });
    valueOf(await store.run(companies.create({ name: 'Brama' })));
    expect(waits.splice(0)).toEqual([100, 200, 400, 800]);
    fault = { kind: 'unavailable', applied: 'no', retryAfterMs: 1_500 };
    lost = 2;
    valueOf(await store.run(companies.create({ name: 'Cantine' })));
    expect(waits.splice(0)).toEqual([1_500, 1_500]);
    fault = { kind: 'unavailable', applied: 'no', retryAfterMs: 3_600_000 };
    lost = 5;
    await expect(store.run(companies.create({ name: 'Dahlia' }))).rejects.toMatchObject({ code: 'store/unavailable' });
    expect(waits).toEqual([10_000, 10_000, 10_000, 10_000]);
    expect(keys.size).toBe(3);
    expect((await ask(store, companies.all())).map(({ name }) => name)).toEqual(['Brama', 'Cantine']);
  });

  it('S12 lets a mistake of the programmer out as it is', async () => {
    const store = await openBook();
    for (const mistake of [new TypeError('x is not a function'), new RangeError('Invalid time zone: Mars')]) {
      const wrong = command('test/wrong', {}, () => Promise.reject(mistake));
      await expect(store.run(wrong)).rejects.toBe(mistake);
      await expect(store.can(wrong)).rejects.toBe(mistake);
    }
    const inZone = await openBook({ timeZone: 'Mars/Base' });
    const question = {
      ...companies.all(),
      where: { field: 'createdAt', is: 'gte' as const, value: { startOfDay: 0 } },
    };
    await expect(ask(inZone, question)).rejects.toBeInstanceOf(RangeError);
    const broken = withWrite(memoryAdapter(), () => Promise.reject(new Error('The disk is on fire.')));
    await expect((await openBook({ adapter: broken })).run(companies.create({ name: 'Brama' }))).rejects.toMatchObject({
      code: 'store/failed',
      message: 'The storage failed: The disk is on fire.',
    });
  });

  it('S10 rejects with words when storage fails, and goes on working', async () => {
    const real = memoryAdapter();
    let full = true;
    const adapter = withWrite(real, async (batch) => {
      if (full) throw new StorageFault({ kind: 'quota' });
      return real.write(batch);
    });
    const store = await openBook({ adapter });
    const failed = await store.run(companies.create({ name: 'Brama' })).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(KithError);
    expect(failed).toMatchObject({ code: 'store/quota', message: expect.stringContaining('free some space') });
    expect(await ask(store, companies.all())).toEqual([]);
    full = false;
    expect(valueOf(await store.run(companies.create({ name: 'Brama' }))).name).toBe('Brama');
    const broken = { ...memoryAdapter(), open: () => Promise.reject(new Error('no disk')) };
    await expect(openStore({ adapter: broken })).rejects.toMatchObject({
      code: 'store/failed',
      message: expect.stringContaining('no disk'),
    });
  });

  it('S14 deletes rows on a full disk', async () => {
    const real = memoryAdapter();
    let isFull = false;
    const adapter = withWrite(real, async (batch) => {
      if (isFull && batch.ops.some(({ op }) => op === 'put')) throw new StorageFault({ kind: 'quota' });
      return real.write(batch);
    });
    const store = await openBook({ adapter });
    const note = valueOf(await store.run(activities.log({ kind: 'note', subject: 'Long' })));
    const company = valueOf(await store.run(companies.create({ name: 'Brama' })));
    isFull = true;
    valueOf(await store.run(activities.remove({ id: note.id })));
    valueOf(await store.run(erase(companies.collection, company.id)));
    await expect(store.run(companies.create({ name: 'Cantine' }))).rejects.toMatchObject({ code: 'store/quota' });
    expect(await dumpOf(real)).toEqual({});
    isFull = false;
    valueOf(await store.run(companies.create({ name: 'Cantine' })));
    valueOf(await store.undo());
    expect(await ask(store, companies.all())).toEqual([]);
  });

  it('S11 commits nothing for a command that changes nothing', async () => {
    const store = await openBook();
    const company = valueOf(await store.run(companies.create({ name: 'Brama' })));
    const seen: unknown[] = [];
    store.changes$.subscribe((committed) => seen.push(committed));
    valueOf(await store.run(companies.edit({ id: company.id, changes: { name: 'Brama' } })));
    valueOf(await store.run(command('test/look', {}, async (work) => work.require(companies.collection, company.id))));
    expect(valueOf(await store.run(command('test/nothing', {}, async () => ok(1))))).toBe(1);
    expect(
      problemOf(await store.run(command('test/no', {}, async () => refuse({ code: 'test/no', message: 'No.' })))),
    ).toBe('test/no');
    expect(seen).toEqual([]);
  });

  it('stamps who and when', async () => {
    const store = await openBook();
    const company = valueOf(await store.run(companies.create({ name: 'Brama' })));
    expect(company).toMatchObject({ createdBy: HANNA, createdAt: new Date(NOW).toISOString(), modifiedBy: HANNA });
    expect(company.id.startsWith('company_')).toBe(true);
    const cleared = valueOf(
      await store.run(companies.edit({ id: company.id, changes: { ownerId: null, annualRevenue: euros(5) } })),
    );
    expect(cleared).not.toHaveProperty('ownerId');
    expect(cleared.annualRevenue).toEqual(euros(5));
  });
});

describe('places in a column', () => {
  it('S60 lands where it was dropped', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const [a, b, c] = (await withDeals(store, pipeline, 'a', 'b', 'c')) as readonly [Deal, Deal, Deal];
    const lead = stageId('lead');
    valueOf(await store.run(deals.move({ id: c.id, stageId: lead, after: a.id })));
    expect(await namesIn(store, pipeline, 'lead')).toEqual(['a', 'c', 'b']);
    valueOf(await store.run(deals.move({ id: b.id, stageId: lead, before: a.id })));
    expect(await namesIn(store, pipeline, 'lead')).toEqual(['b', 'a', 'c']);
    valueOf(await store.run(deals.move({ id: b.id, stageId: lead, at: 'end' })));
    expect(await namesIn(store, pipeline, 'lead')).toEqual(['a', 'c', 'b']);
    valueOf(await store.run(deals.move({ id: a.id, stageId: stageId('proposal') })));
    valueOf(await store.run(deals.move({ id: b.id, stageId: stageId('proposal') })));
    expect(await namesIn(store, pipeline, 'proposal')).toEqual(['b', 'a']);
    valueOf(await store.run(deals.move({ id: b.id, stageId: stageId('proposal'), after: a.id })));
    expect(await namesIn(store, pipeline, 'proposal')).toEqual(['a', 'b']);
  });

  it('S61 spreads neighbours anew when no rank is left, and keeps every order', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const lead = stageId('lead');
    const [first, last] = (await withDeals(store, pipeline, 'first', 'last')) as readonly [Deal, Deal];
    const order = ['first', 'last'];
    // Each goes right behind the first one: the gap there halves every time.
    for (let index = 0; index < 150; index++) {
      const name = `deal ${index}`;
      valueOf(await store.run(deals.create({ name, pipelineId: pipeline.id, stageId: lead, after: first.id })));
      order.splice(1, 0, name);
    }
    expect(await namesIn(store, pipeline, 'lead')).toEqual(order);
    const rows = await ask(store, deals.inStage(pipeline.id, lead));
    expect(new Set(rows.map((deal) => deal.rank)).size).toBe(rows.length);
    expect(rows.at(-1)?.id).toBe(last.id);
  });

  it('S62 goes to the start when its neighbour has left', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const [a, b, c] = (await withDeals(store, pipeline, 'a', 'b', 'c')) as readonly [Deal, Deal, Deal];
    valueOf(await store.run(deals.move({ id: b.id, stageId: stageId('won') })));
    valueOf(await store.run(deals.move({ id: c.id, stageId: stageId('lead'), after: b.id })));
    expect(await namesIn(store, pipeline, 'lead')).toEqual(['c', 'a']);
    expect(a.rank < b.rank).toBe(true);
  });
});
