import type { Row, StorageAdapter } from '../adapter.js';
import { holds, same } from './assert.js';
import { type Chapter, type Need, promise, type Stand } from './chapter.js';
import type { Victim } from './means.js';
import { canKill, canReopen, survivesClosing } from './needs.js';
import { follow, nextTask, numbered, put, range, read, stateOf, write } from './rows.js';
import { batchOf, MANY, MANY_EVERY } from './writing-until-killed.js';

const killed: readonly Need[] = [survivesClosing, canKill];
const crashed: readonly Need[] = [survivesClosing, canReopen];

/** Kills a process once it has reported a number; answers the last one that it reported. */
async function killAt(victim: Victim, number: number): Promise<number> {
  const end = performance.now() + 30_000;
  while (victim.acknowledged() < number) {
    holds(performance.now() < end, `the process comes to batch ${number} within 30 s`);
    await nextTask();
  }
  await victim.kill();
  return victim.acknowledged();
}

interface Left {
  readonly adapter: StorageAdapter;
  readonly acknowledged: number;
  /** The last batch that is there. */
  readonly n: number;
}

/** What is left by a process that was killed behind a batch. */
async function leftBy(stand: Stand, number: number): Promise<Left> {
  const acknowledged = await killAt(await stand.victim(), number);
  const adapter = await stand.open();
  return { adapter, acknowledged, n: numberOf(await read(adapter, 'left')) };
}

const numberOf = (row: Row | null | undefined): number => Number(row?.data.n ?? 0);

/** A process that is killed, and a handle that nobody has closed. */
export const kills: Chapter = {
  title: '13 Kill and reopen',
  cases: [
    promise(
      'P8 has every batch that was acknowledged before the process was killed',
      async (stand) => {
        for (const number of [1, 7, 40]) {
          const { adapter, acknowledged, n } = await leftBy(stand.anew(), number);
          holds(n === acknowledged || n === acknowledged + 1, `${acknowledged} were acknowledged, ${n} are there`);
          const own = await adapter.get(
            'items',
            range(n, (index) => `own${index + 1}`),
          );
          same(
            own.map(numberOf),
            range(n, (index) => index + 1),
            'the row of each batch',
          );
          await adapter.close();
        }
      },
      ...killed,
    ),
    promise(
      'P1 has no batch by half after the process was killed',
      async (stand) => {
        for (const number of [9, 10, 23]) {
          const { adapter, n } = await leftBy(stand.anew(), number);
          same(numberOf(await read(adapter, 'right')), n, 'the other row of the last batch');
          same(await read(adapter, `own${n + 1}`), null, 'nothing of a batch that is not there');
          const many = await adapter.get(
            'items',
            range(MANY, (index) => `many${index}`),
          );
          same([...new Set(many.map(numberOf))], [n - (n % MANY_EVERY)], 'the many rows are of one batch');
          await stateOf(adapter);
          await adapter.close();
        }
      },
      ...killed,
    ),
    promise(
      'P3 settles by its key the batch under which the process was killed',
      async (stand) => {
        const { adapter, acknowledged, n } = await leftBy(stand, 12);
        for (const repeated of [acknowledged, acknowledged + 1]) {
          const commit = await adapter.write(batchOf(repeated));
          same(commit.replayed, repeated <= n, `batch ${repeated} was there already`);
          same((await read(adapter, `own${repeated}`))?.rev, 1, `the row of batch ${repeated}`);
        }
      },
      ...killed,
    ),
    promise(
      'P5 tells all that is there after the process was killed',
      async (stand) => {
        const { adapter, n } = await leftBy(stand, 15);
        const told = new Map((await follow(adapter, '', 50)).map(({ id, rev }) => [id, rev]));
        for (let index = 1; index <= n; index++) same(told.get(`own${index}`), 1, `own${index}`);
        same(told.get('left'), n, 'left');
      },
      ...killed,
    ),
    promise(
      'P8 opens within two seconds after the process was killed',
      async (stand) => {
        await killAt(await stand.victim(), 30);
        const began = performance.now();
        const adapter = await stand.open();
        const took = performance.now() - began;
        holds(took < 2000, `opening took ${Math.round(took)} ms`);
        await write(adapter, { after: { all: 'well' } });
      },
      ...killed,
    ),
    promise(
      'P8 goes on from kill to kill',
      async (stand) => {
        let before = 0;
        for (let round = 0; round < 3; round++) {
          const { adapter, n } = await leftBy(stand, before + 8);
          holds(n >= before + 8, `${n} comes after ${before}`);
          same((await read(adapter, 'left'))?.rev, n, 'one revision for each batch');
          before = n;
          await adapter.close();
        }
      },
      ...killed,
    ),
    promise(
      'P8 has what was acknowledged though nobody has closed the handle',
      async (stand) => {
        const first = await stand.open();
        for (let n = 1; n <= 25; n++) await first.write(batchOf(n));
        const before = await stateOf(first);
        const second = await stand.reopen();
        same(await stateOf(second), before, 'the rows');
        same((await second.write(batchOf(25))).replayed, true, 'the key of the last batch');
      },
      ...crashed,
    ),
    promise(
      'P1 has all or nothing of what was under way when the handle was abandoned',
      async (stand) => {
        const first = await stand.open();
        await write(first, { left: { n: 0 }, right: { n: 0 } });
        const writes = range(10, (n) =>
          first.write({ ops: [put('left', { n }), put('right', { n }), put(numbered(n), {})] }),
        );
        const second = await stand.reopen();
        const [left, right] = await second.get('items', ['left', 'right']);
        same(numberOf(left), numberOf(right), 'both rows are of one batch');
        same(left?.rev, right?.rev, 'and of one revision');
        await Promise.allSettled(writes);
      },
      ...crashed,
    ),
  ],
};
