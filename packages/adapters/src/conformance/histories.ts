import type { Op, StorageAdapter } from '../adapter.js';
import { holds, same } from './assert.js';
import { type Case, type Chapter, promise, type Stand } from './chapter.js';
import { refusalOf } from './fault-runs.js';
import { compareWithModel } from './model.js';
import { severalHandles } from './needs.js';
import { createRandom } from './random.js';
import { catchUp, contentOf, nextTask, put, range, read, readAll, remove } from './rows.js';

/** A case with one handle, and the same with three. */
function withHandles(
  title: string,
  run: (handles: readonly StorageAdapter[], seed: number) => Promise<void>,
): readonly Case[] {
  const openAll = (stand: Stand, size: number) => Promise.all(range(size, () => stand.open()));
  return [
    promise(`${title} (one handle)`, async (stand) => run(await openAll(stand, 1), stand.seed)),
    promise(`${title} (three handles)`, async (stand) => run(await openAll(stand, 3), stand.seed), severalHandles),
  ];
}

/** Repeats an attempt until it is accepted; a handle that was refused looks at what others wrote. */
async function untilAccepted(adapter: StorageAdapter, attempt: () => Promise<readonly Op[]>): Promise<void> {
  for (let tries = 0; ; tries++) {
    const fault = await refusalOf(adapter, { ops: await attempt() });
    if (fault === undefined) return;
    same(fault.kind, 'conflict', 'the only reason to refuse');
    holds(tries < 1000, 'somebody gets through at last');
    await catchUp(adapter);
  }
}

const numberIn = async (adapter: StorageAdapter, id: string): Promise<{ readonly rev: number; readonly n: number }> => {
  const row = await read(adapter, id);
  return { rev: row?.rev ?? 0, n: Number(row?.data.n ?? 0) };
};

const set = (id: string, rev: number, n: number): Op => ({ op: 'put', c: 'items', id, expect: { rev }, data: { n } });

const ACCOUNTS = range(6, (index) => `account${index}`);
const sumOf = (rows: readonly { readonly data: { readonly n?: unknown } }[]): number =>
  rows.reduce((sum, { data }) => sum + Number(data.n), 0);

/** Money is moved between accounts while somebody adds it up. */
async function bank(handles: readonly StorageAdapter[], seed: number): Promise<void> {
  const [first] = handles as readonly [StorageAdapter];
  await first.write({ ops: ACCOUNTS.map((id) => put(id, { n: 100 })) });
  for (const adapter of handles) await catchUp(adapter);
  let isMoving = true;
  const auditors = handles.map(async (adapter) => {
    while (isMoving) {
      await catchUp(adapter);
      const { rows } = await adapter.query({ c: 'items', limit: 10 });
      same(sumOf(rows), 600, 'the sum of all accounts in one page');
      same(sumOf((await adapter.get('items', ACCOUNTS)).filter((row) => row !== null)), 600, 'the sum in one get');
      await nextTask();
    }
  });
  // They are awaited below; until then a failure has to wait.
  for (const auditor of auditors) auditor.catch(() => undefined);
  const tellers = range(6, async (teller) => {
    const adapter = handles[teller % handles.length] as StorageAdapter;
    const random = createRandom(seed + teller);
    for (let transfer = 0; transfer < 6; transfer++) {
      const from = random.below(ACCOUNTS.length);
      const to = (from + 1 + random.below(ACCOUNTS.length - 1)) % ACCOUNTS.length;
      const amount = random.below(40);
      await untilAccepted(adapter, async () => {
        const [payer, payee] = [await numberIn(adapter, `account${from}`), await numberIn(adapter, `account${to}`)];
        return [set(`account${from}`, payer.rev, payer.n - amount), set(`account${to}`, payee.rev, payee.n + amount)];
      });
    }
  });
  await Promise.all(tellers);
  isMoving = false;
  await Promise.all(auditors);
  for (const adapter of handles) {
    await catchUp(adapter);
    same(sumOf(await readAll(adapter, {})), 600, 'the sum in the end');
  }
}

/** Values are appended to lists; whatever anybody has ever read must be a beginning of what is there in the end. */
async function appendToLists(handles: readonly StorageAdapter[], seed: number): Promise<void> {
  const lists = range(3, (index) => `list${index}`);
  const appended = new Map(lists.map((id) => [id, [] as number[]]));
  const observed: (readonly (readonly number[])[])[] = [];
  const look = async (adapter: StorageAdapter): Promise<void> => {
    const rows = await adapter.get('items', lists);
    observed.push(rows.map((row) => (row?.data.values ?? []) as readonly number[]));
  };
  let next = 0;
  const writers = range(6, async (writer) => {
    const adapter = handles[writer % handles.length] as StorageAdapter;
    const random = createRandom(seed + writer);
    for (let turn = 0; turn < 5; turn++) {
      const chosen = lists.filter(() => random.chance(0.5));
      const values = chosen.map(() => next++);
      await untilAccepted(adapter, async () => {
        const rows = await adapter.get('items', chosen);
        return chosen.map((id, index) => ({
          op: 'put',
          c: 'items',
          id,
          expect: rows[index] ? { rev: rows[index].rev } : 'absent',
          data: { values: [...((rows[index]?.data.values ?? []) as readonly number[]), values[index] ?? -1] },
        }));
      });
      for (const [index, id] of chosen.entries()) appended.get(id)?.push(values[index] ?? -1);
      await look(handles[random.below(handles.length)] as StorageAdapter);
    }
  });
  await Promise.all(writers);
  for (const adapter of handles) await catchUp(adapter);
  const last = (await (handles[0] as StorageAdapter).get('items', lists)).map(
    (row) => (row?.data.values ?? []) as readonly number[],
  );
  for (const [index, id] of lists.entries())
    same([...(last[index] ?? [])].sort(), [...(appended.get(id) ?? [])].sort(), `${id} has every value once`);
  for (const values of observed)
    for (const [index, list] of values.entries())
      same(list, last[index]?.slice(0, list.length), `what was read of ${lists[index]} is a beginning of it`);
  checkSnapshots(observed.map((values) => values.map((list) => list.length)));
}

/** Of two snapshots one is the earlier, in every list: otherwise somebody has read the lists at different times. */
function checkSnapshots(lengths: readonly (readonly number[])[]): void {
  for (const one of lengths) {
    for (const other of lengths) {
      const isEarlier = one.every((length, index) => length <= (other[index] ?? 0));
      const isLater = one.every((length, index) => length >= (other[index] ?? 0));
      holds(isEarlier || isLater, `the snapshots ${one.join()} and ${other.join()} have an order`);
    }
  }
}

/** One value is written and read by many: what a reader sees never goes backwards. */
async function register(handles: readonly StorageAdapter[]): Promise<void> {
  const [first] = handles as readonly [StorageAdapter];
  await first.write({ ops: [put('a', { n: 0 })] });
  let acknowledged = 1;
  let isWriting = true;
  const readers = handles.map(async (adapter) => {
    let seen = 0;
    while (isWriting) {
      const known = acknowledged;
      await catchUp(adapter);
      const row = await read(adapter, 'a');
      const rev = row?.rev ?? 0;
      holds(rev >= seen, `revision ${rev} comes after ${seen}`);
      holds(rev >= known, `revision ${rev} is not older than the ${known} that was acknowledged before`);
      same(row?.data.n, rev - 1, 'the value belongs to its revision');
      seen = rev;
      await nextTask();
    }
  });
  for (const reader of readers) reader.catch(() => undefined);
  for (let n = 1; n <= 40; n++) {
    await (handles[n % handles.length] as StorageAdapter).write({ ops: [put('a', { n })] });
    acknowledged = n + 1;
  }
  isWriting = false;
  await Promise.all(readers);
}

/** Whoever is told a revision is the only one. */
async function claimRevisions(handles: readonly StorageAdapter[]): Promise<void> {
  const claimed: number[] = [];
  await Promise.all(
    range(9, async (writer) => {
      const adapter = handles[writer % handles.length] as StorageAdapter;
      for (let turn = 0; turn < 5; turn++)
        claimed.push((await adapter.write({ ops: [put('a', { writer, turn })] })).rows[0]?.rev ?? 0);
    }),
  );
  same(
    [...claimed].sort((a, b) => a - b),
    range(45, (index) => index + 1),
    'every revision was given once',
  );
}

/** Two doctors are on call, and each may leave as long as the other stays. */
async function leaveOnCall(handles: readonly StorageAdapter[]): Promise<void> {
  for (let round = 0; round < 8; round++) {
    const ids = [`ana${round}`, `bo${round}`] as const;
    await (handles[0] as StorageAdapter).write({ ops: ids.map((id) => put(id, { isOnCall: true })) });
    for (const adapter of handles) await catchUp(adapter);
    const left = await Promise.all(
      ids.map(async (own, index) => {
        const adapter = handles[index % handles.length] as StorageAdapter;
        const other = ids[1 - index] ?? own;
        const [me, colleague] = await adapter.get('items', [own, other]);
        if (colleague?.data.isOnCall !== true) return false;
        const ops: readonly Op[] = [
          { op: 'put', c: 'items', id: own, expect: { rev: me?.rev ?? 0 }, data: { isOnCall: false } },
          { op: 'check', c: 'items', id: other, expect: { rev: colleague.rev } },
        ];
        return (await refusalOf(adapter, { ops })) === undefined;
      }),
    );
    same(left.filter(Boolean).length, 1, 'who has left');
  }
}

/** Everybody wants the same name. */
async function claimNames(handles: readonly StorageAdapter[]): Promise<void> {
  for (let round = 0; round < 5; round++) {
    const results = await Promise.all(
      range(8, (claimant) =>
        refusalOf(handles[claimant % handles.length] as StorageAdapter, {
          ops: [
            { op: 'put', c: 'items', id: `name${round}`, expect: 'absent', data: { claimant } },
            put(`trace${round}-${claimant}`, {}),
          ],
        }),
      ),
    );
    same(results.filter((fault) => fault === undefined).length, 1, 'who has it');
    holds(
      results.every((fault) => fault === undefined || fault.kind === 'conflict'),
      'the others are told of the conflict',
    );
  }
  const [first] = handles as readonly [StorageAdapter];
  await catchUp(first);
  same(await first.count('items'), 10, 'nothing is left of those that were refused');
}

/** Messages are sent twice and in any order, as by an outbox after a restart. */
async function sendTwice(handles: readonly StorageAdapter[], seed: number): Promise<void> {
  const random = createRandom(seed);
  const [first] = handles as readonly [StorageAdapter];
  await first.write({ ops: [put('sum', { n: 0 })] });
  const messages = range(12, (index) => ({ ops: [put(`m${index}`, { index })], key: `key${index}` }));
  const sent = [...messages, ...messages, ...messages].sort(() => (random.chance(0.5) ? 1 : -1));
  const commits = await Promise.all(
    sent.map((batch) => (handles[random.below(handles.length)] as StorageAdapter).write(batch)),
  );
  same(commits.filter(({ replayed }) => !replayed).length, 12, 'each was applied once');
  for (const adapter of handles) {
    await catchUp(adapter);
    const rows = await adapter.get(
      'items',
      range(12, (index) => `m${index}`),
    );
    holds(
      rows.every((row) => row?.rev === 1),
      'every row has its first revision',
    );
  }
}

/** Rows come and go while they are counted by group. */
async function moveBetweenGroups(handles: readonly StorageAdapter[], seed: number): Promise<void> {
  const ids = range(12, (index) => `row${index}`);
  await (handles[0] as StorageAdapter).write({ ops: ids.map((id, index) => put(id, { group: index % 2 })) });
  for (const adapter of handles) await catchUp(adapter);
  await Promise.all(
    range(6, async (mover) => {
      const adapter = handles[mover % handles.length] as StorageAdapter;
      const random = createRandom(seed + mover);
      for (let turn = 0; turn < 6; turn++) {
        const id = random.pick(ids);
        await adapter.write({ ops: [random.chance(0.2) ? remove(id) : put(id, { group: random.below(2) })] });
        const all = await adapter.query({ c: 'items', limit: 20 });
        const groups = all.rows.filter(({ data }) => data.group === 0 || data.group === 1);
        same(groups.length, all.rows.length, 'every row is in a group');
      }
    }),
  );
  const counts = [];
  for (const adapter of handles) {
    await catchUp(adapter);
    const [none, one] = [0, 1].map((v) => adapter.count('items', { f: 'group', is: 'eq', v }));
    same(((await none) ?? 0) + ((await one) ?? 0), await adapter.count('items'), 'the groups are all there is');
    counts.push(await none);
  }
  same(new Set(counts).size, 1, 'every handle counts the same');
}

/** Many at once. */
export const histories: Chapter = {
  title: '14 Concurrency',
  cases: [
    ...withHandles('P1 keeps the sum while money moves between accounts', bank),
    ...withHandles(
      'P2 loses no value appended to a list, and lets nobody read two lists at different times',
      appendToLists,
    ),
    ...withHandles('P5 never shows a reader an older value than before, or than was acknowledged', register),
    ...withHandles('P2 gives every revision to one writer', claimRevisions),
    ...withHandles('P2 keeps two decisions apart that each guard what the other changes', leaveOnCall),
    ...withHandles('P1 gives a name to one of many, and keeps nothing of the others', claimNames),
    ...withHandles('P3 applies once what an outbox sends three times', sendTwice),
    ...withHandles('P12 counts what is there, after many have moved it', moveBetweenGroups),
    promise('P2 does what a model does in 400 random steps (fixed seed)', (stand) => compareWithModel(stand, 46, 400)),
    promise('P2 does what a model does in 400 random steps (fresh seed)', (stand) =>
      compareWithModel(stand, stand.seed, 400),
    ),
    promise('P2 adds up what twenty writers increment', async (stand) => {
      const adapter = await stand.open();
      await adapter.write({ ops: [put('a', { n: 0 })] });
      await Promise.all(
        range(20, () =>
          untilAccepted(adapter, async () => {
            const { rev, n } = await numberIn(adapter, 'a');
            return [set('a', rev, n + 1)];
          }),
        ),
      );
      same(await contentOf(adapter, 'a'), { n: 20 }, 'the sum');
    }),
  ],
};
