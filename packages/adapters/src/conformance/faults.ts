import type { StorageAdapter } from '../adapter.js';
import { StorageFault } from '../fault.js';
import { holds, refuses, same } from './assert.js';
import { type Case, type Chapter, promise } from './chapter.js';
import {
  atEveryCall,
  checkKind,
  mayBeApplied,
  refusalOf,
  scenario,
  soundStates,
  stopAt,
  survive,
} from './fault-runs.js';
import { canFail, canRead, canTrim, forgetsHistory, survivesClosing } from './needs.js';
import { contentOf, follow, numbered, purge, put, range, read, remove, stateOf, write } from './rows.js';

const CANARY = 'qzxFAULTvwk';

const isFault = (error: unknown): error is StorageFault =>
  error instanceof StorageFault || (error as Error | undefined)?.name === 'StorageFault';

/** Every verb, as somebody would call it. */
const verbs: Readonly<Record<string, (adapter: StorageAdapter) => Promise<unknown>>> = {
  get: (adapter) => adapter.get('items', ['a']),
  query: (adapter) => adapter.query({ c: 'items', limit: 1 }),
  count: (adapter) => adapter.count('items'),
  changes: (adapter) => adapter.changes('', 10),
  write: (adapter) => adapter.write({ ops: [put('a', {})] }),
  dump: async (adapter) => {
    for await (const _ of adapter.dump());
  },
};

const singleMishaps: readonly Case[] = (
  [
    ['fails', 'P1 tears nothing and loses nothing when one call to the storage fails, whichever it is'],
    ['aborts', 'P1 tears nothing and loses nothing when one transaction is undone, at whichever call'],
    ['quota', 'P1 answers quota, and has written nothing, when the disk is full at one call, whichever it is'],
    ['connection lost', 'P1 gets over a lost connection, or says that nobody knows, at whichever call'],
    ['answer lost', 'P3 settles by its key whether a batch got through whose answer was lost, at whichever call'],
  ] as const
).map(([mishap, title]) =>
  promise(
    title,
    async (stand) => {
      const states = await soundStates(stand);
      await atEveryCall(stand, mishap, false, (at, storage, what) => survive(at, storage, mishap, states, what));
    },
    canFail(mishap),
  ),
);

const lastingMishaps: readonly Case[] = (
  [
    ['fails', 'P1 stops at a whole batch when every call from one on fails, whichever it is'],
    ['quota', 'P1 stops at a whole batch when the disk is full from one call on, whichever it is'],
    ['connection lost', 'P1 stops at a whole batch when every connection is lost from one call on, whichever it is'],
    ['answer lost', 'P1 stops at a whole batch when every answer is lost from one call on, whichever it is'],
  ] as const
).map(([mishap, title]) =>
  promise(
    title,
    async (stand) => {
      const states = await soundStates(stand);
      await atEveryCall(stand, mishap, true, (at, storage, what) => stopAt(at, storage, mishap, states, what));
    },
    survivesClosing,
    canFail(mishap),
  ),
);

/** What life does to a storage. */
export const faults: Chapter = {
  title: '12 Faults',
  cases: [
    ...singleMishaps,
    ...lastingMishaps,
    promise(
      'P14 refuses every verb with closed after it was closed or destroyed, reading as well as writing',
      async (stand) => {
        for (const end of ['close', 'destroy'] as const) {
          const adapter = await stand.open();
          await write(adapter, { a: {} });
          await adapter[end]();
          for (const [name, verb] of Object.entries(verbs))
            await refuses('closed', () => verb(adapter), `${name} after ${end}`);
        }
      },
    ),
    promise('P14 settles everything that is under way when it is closed', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: {} });
      const under = range(10, (index) => [
        adapter.write({ ops: [put(numbered(index), {})] }),
        ...Object.values(verbs).map((verb) => verb(adapter)),
      ]).flat();
      const results = await Promise.allSettled([adapter.close(), ...under]);
      for (const result of results)
        if (result.status === 'rejected') holds(isFault(result.reason), `a StorageFault: ${String(result.reason)}`);
      await refuses('closed', () => adapter.count('items'), 'what comes later');
    }),
    promise('P1 says in a fault what happened and what to do', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: {} });
      const works = [
        () => adapter.write({ ops: [{ op: 'check', c: 'items', id: 'a', expect: 'absent' }] }),
        () => adapter.write({ ops: [put('', {})] }),
        () => adapter.query({ c: 'items', limit: 1, after: 'nonsense' }),
        () => adapter.changes('nonsense', 1),
      ];
      for (const work of works) {
        const error: unknown = await work().then(
          () => undefined,
          (reason: unknown) => reason,
        );
        holds(isFault(error), `a StorageFault: ${String(error)}`);
        if (!isFault(error)) return;
        holds(error.message.length > 20 && error.message.includes(' '), `its message is words: ${error.message}`);
        holds(error.message !== error.fault.kind, `its message is more than its kind: ${error.message}`);
      }
    }),
    promise(
      'P1 deletes and writes again once a full disk has room',
      async (stand) => {
        const storage = stand.faulty();
        await storage.open();
        const { adapter } = storage;
        await write(adapter, { a: { n: 1 } });
        const before = await stateOf(adapter);
        storage.plan(0, 'quota', true);
        for (let round = 0; round < 3; round++)
          same((await refusalOf(adapter, { ops: [put('b', { n: round })] }))?.kind, 'quota', 'the fault');
        same(await stateOf(adapter), before, 'nothing was written, and everything can be read');
        storage.mend();
        await adapter.write({ ops: [remove('a')] });
        await write(adapter, { b: { n: 9 } });
        same([(await read(adapter, 'a'))?.deleted, await contentOf(adapter, 'b')], [true, { n: 9 }], 'the rows');
      },
      canFail('quota'),
    ),
    promise(
      'P2 takes no write of its own for that of somebody else, when an answer was lost',
      async (stand) => {
        await atEveryCall(stand, 'answer lost', false, async (_, { adapter, mend }, what) => {
          const batch = { ops: [{ op: 'put', c: 'items', id: 'a', expect: 'absent', data: {} }] as const, key: 'k' };
          const fault = await refusalOf(adapter, batch);
          holds(fault?.kind !== 'conflict', `${what}: the first attempt is no conflict with itself`);
          mend();
          await adapter.write(batch);
          same((await read(adapter, 'a'))?.rev, 1, `${what}: revision`);
        });
      },
      canFail('answer lost'),
    ),
    promise(
      'P2 loses no increment of a writer who repeats with a key what nobody knows of',
      async (stand) => {
        await atEveryCall(stand, 'answer lost', false, async (_, { adapter }, what) => {
          await write(adapter, { sum: { n: 0 } }).catch(() => undefined);
          for (let n = 0; n < 4; n++) {
            const [row] = await adapter.get('items', ['sum']);
            const batch = { ops: [put('sum', { n: Number(row?.data.n ?? 0) + 1 })], key: `increment ${n}` };
            if ((await refusalOf(adapter, batch)) !== undefined) await adapter.write(batch);
          }
          same(await contentOf(adapter, 'sum'), { n: 4 }, `${what}: the sum`);
        });
      },
      canFail('answer lost'),
    ),
    promise(
      'P1 keeps the order of writes, and shows no half of them, while the storage is slow',
      async (stand) => {
        const storage = stand.faulty();
        await storage.open();
        const { adapter } = storage;
        storage.plan(0, 'slow', true);
        const writes = range(8, (n) => adapter.write({ ops: [put('a', { n }), put('b', { n })] }));
        for (const each of writes) {
          const [a, b] = await adapter.get('items', ['a', 'b']);
          same(a?.data.n ?? null, b?.data.n ?? null, 'both rows are of one batch');
          await each;
        }
        same(await contentOf(adapter, 'a'), { n: 7 }, 'the last write');
        same((await read(adapter, 'a'))?.rev, 8, 'revision');
      },
      canFail('slow'),
    ),
    promise(
      'P5 tells all that was acknowledged, and nothing that was not, when calls fail in between',
      async (stand) => {
        const storage = stand.faulty();
        await storage.open();
        const { adapter } = storage;
        const acknowledged = new Set<string>();
        const unknown = new Set<string>();
        for (let n = 0; n < 30; n++) {
          storage.plan(n % 5, 'fails');
          const fault = await refusalOf(adapter, { ops: [put(numbered(n), { n })] });
          if (fault === undefined) acknowledged.add(numbered(n));
          else if (mayBeApplied(fault)) unknown.add(numbered(n));
        }
        storage.mend();
        const told = new Set((await follow(adapter)).map(({ id }) => id));
        for (const id of acknowledged) holds(told.has(id), `${id} is told`);
        for (const id of told) holds(acknowledged.has(id) || unknown.has(id), `${id} may be told`);
      },
      canFail('fails'),
    ),
    promise(
      'P1 settles each of many writes when the connection is lost under them',
      async (stand) => {
        const storage = stand.faulty();
        await storage.open();
        const { adapter } = storage;
        storage.plan(7, 'connection lost');
        const batches = range(12, (n) => ({
          ops: [put(numbered(n), { n }), put(numbered(n, 'twin'), { n })],
          key: `k${n}`,
        }));
        const results = await Promise.all(batches.map((batch) => refusalOf(adapter, batch)));
        storage.mend();
        for (const fault of results) if (fault !== undefined) checkKind(fault, 'connection lost', 'a write');
        for (const batch of batches) await adapter.write(batch);
        same(await adapter.count('items'), 24, 'rows');
        holds(
          (
            await adapter.get(
              'items',
              range(12, (n) => numbered(n)),
            )
          ).every((row) => row?.rev === 1),
          'each was applied once',
        );
      },
      canFail('connection lost'),
    ),
    promise(
      'P14 opens, or says why not, when a call fails while it opens, and opens later',
      async (stand) => {
        const states = await soundStates(stand);
        for (let call = 0, calls = 1; call < calls; call++) {
          const at = stand.anew();
          const first = await at.open();
          for (const batch of scenario) await first.write(batch);
          await first.close();
          const storage = at.faulty();
          storage.plan(call, 'fails');
          const error: unknown = await storage.open().then(
            () => undefined,
            (reason: unknown) => reason,
          );
          calls = Math.max(calls, storage.calls());
          if (error !== undefined) holds(isFault(error), `call ${call}: a StorageFault: ${String(error)}`);
          storage.mend();
          if (error !== undefined) await storage.open();
          same(await stateOf(storage.adapter), states.at(-1), `call ${call}: the rows`);
          await storage.adapter.close();
        }
      },
      survivesClosing,
      canFail('fails'),
    ),
    promise(
      'P8 loses nothing when a call fails while it is closed',
      async (stand) => {
        const states = await soundStates(stand);
        for (let call = 0, calls = 1; call < calls; call++) {
          const at = stand.anew();
          const storage = at.faulty();
          await storage.open();
          for (const batch of scenario) await storage.adapter.write(batch);
          storage.plan(call, 'fails', true);
          await storage.adapter.close().catch((error: unknown) => holds(isFault(error), String(error)));
          calls = Math.max(calls, storage.calls());
          storage.mend();
          const reopened = await at.open();
          same(await stateOf(reopened), states.at(-1), `call ${call}: the rows`);
          await reopened.close();
        }
      },
      survivesClosing,
      canFail('fails'),
    ),
    promise(
      'P14 has destroyed all or nothing when a call fails meanwhile, and finishes it later',
      async (stand) => {
        const states = await soundStates(stand);
        for (let call = 0, calls = 1; call < calls; call++) {
          const at = stand.anew();
          const storage = at.faulty();
          await storage.open();
          for (const batch of scenario) await storage.adapter.write(batch);
          storage.plan(call, 'fails');
          await storage.adapter.destroy().catch((error: unknown) => holds(isFault(error), String(error)));
          calls = Math.max(calls, storage.calls());
          storage.mend();
          const reopened = await at.open();
          const state = await stateOf(reopened);
          holds(state === states[0] || state === states.at(-1), `call ${call}: all or nothing is left, found ${state}`);
          await reopened.destroy();
          same(await stateOf(await at.open()), states[0], `call ${call}: nothing is left in the end`);
        }
      },
      survivesClosing,
      canFail('fails'),
    ),
    promise(
      'P10 finishes an erasure when a call fails meanwhile, whichever it is',
      async (stand) => {
        await atEveryCall(stand, 'fails', false, async (at, { adapter, mend }, what) => {
          const batch = { ops: [put('erased', { secret: CANARY }), put('kept', { note: 'kept around' })], key: 'k' };
          if ((await refusalOf(adapter, batch)) !== undefined) await adapter.write(batch);
          const erasing = { ops: [purge('erased')], key: 'erase' };
          if ((await refusalOf(adapter, erasing)) !== undefined) await adapter.write(erasing);
          await adapter.close().catch(() => undefined);
          mend();
          await (await at.open()).close();
          const bytes = await at.bytes();
          holds(!bytes.includes(CANARY), `${what}: nothing of the erased row is stored`);
          holds(bytes.includes('kept around'), `${what}: the row beside it is`);
        });
      },
      survivesClosing,
      canRead,
      canFail('fails'),
    ),
    promise(
      'P12 answers rightly or not at all when a call fails while it reads',
      async (stand) => {
        const storage = stand.faulty({ collections: { items: { indexes: [['v']] } } });
        await storage.open();
        const { adapter } = storage;
        await adapter.write({ ops: range(40, (index) => put(numbered(index), { v: index % 4 })) });
        for (let call = 0; call < 12; call++) {
          storage.plan(call % 4, 'fails', call % 2 === 0);
          const where = { f: 'v', is: 'eq', v: 1 } as const;
          const answers = await Promise.allSettled([
            adapter.count('items', where),
            adapter.query({ c: 'items', where, limit: 40 }).then(({ rows }) => rows.length),
            follow(adapter, '', 7).then((changes) => changes.length / 4),
            adapter
              .get(
                'items',
                range(10, (index) => numbered(index)),
              )
              .then((rows) => rows.filter(Boolean).length),
          ]);
          for (const answer of answers) {
            if (answer.status === 'rejected') holds(isFault(answer.reason), `a StorageFault: ${String(answer.reason)}`);
            else same(answer.value, 10, `call ${call}: what was found`);
          }
        }
        storage.mend();
        same(await adapter.count('items'), 40, 'rows');
      },
      canFail('fails'),
    ),
    promise(
      'P5 says that a feed does not reach back as far as that, and from where on it does',
      async (stand) => {
        const first = await stand.open();
        for (let n = 0; n < 20; n++) await write(first, { [`row${n % 7}`]: { n } });
        const { next } = await first.changes('', 5);
        await first.close();
        await stand.trim();
        const second = await stand.open();
        const { oldest } = await refuses('feed-trimmed', () => second.changes(next, 10), 'a place that is forgotten');
        await follow(second, oldest);
        same(await second.count('items'), 7, 'the rows are there all the same');
      },
      survivesClosing,
      forgetsHistory,
      canTrim,
    ),
  ],
};
