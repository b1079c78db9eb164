import type { Row } from '../adapter.js';
import { refuses, same } from './assert.js';
import { type Chapter, promise, type Stand } from './chapter.js';
import { madeUpData, madeUpShape, madeUpTally } from './made-up.js';
import { answersTallies, survivesClosing } from './needs.js';
import { createRandom } from './random.js';
import { referenceTally } from './reference.js';
import { numbered, put, write } from './rows.js';

const declared = { collections: { items: { indexes: [], tallies: [{ by: ['stage', 'currency'], sum: ['minor'] }] } } };

async function compareTallies(stand: Stand, seed: number, questions: number): Promise<void> {
  const adapter = await stand.open({ collections: { items: madeUpShape } });
  const random = createRandom(seed);
  const ids = Array.from({ length: 80 }, (_, index) => numbered(index));
  for (let round = 0; round < 6; round++) {
    const chosen = ids.filter(() => round === 0 || random.chance(0.3));
    await adapter.write({
      ops: chosen.map((id) =>
        round > 0 && random.chance(0.2)
          ? ({ op: 'delete', c: 'items', id, expect: 'any' } as const)
          : put(id, madeUpData(random)),
      ),
    });
    const all = (await adapter.get('items', ids)).filter((row): row is Row => row !== null);
    for (let question = 0; question < questions; question++) {
      const query = madeUpTally(random);
      same(
        await adapter.tally(query),
        referenceTally(all, query),
        `seed ${seed}, round ${round}: ${JSON.stringify(query)}`,
      );
    }
  }
}

/** Counts and sums by group. */
export const tallies: Chapter = {
  title: '17 Tallies',
  cases: [
    promise(
      'P13 counts and sums by group, in the order of the keys',
      async (stand) => {
        const adapter = await stand.open(declared);
        await write(adapter, {
          a: { stage: 'won', currency: 'EUR', minor: 5 },
          b: { stage: 'lead', currency: 'USD', minor: 7 },
          c: { stage: 'won', currency: 'EUR', minor: 1 },
          d: { stage: 'won', currency: 'USD' },
        });
        same(
          await adapter.tally({ c: 'items', by: ['stage', 'currency'], sum: ['minor'] }),
          [
            { key: ['lead', 'USD'], count: 1, sums: [7] },
            { key: ['won', 'EUR'], count: 2, sums: [6] },
            { key: ['won', 'USD'], count: 1, sums: [0] },
          ],
          'the groups',
        );
      },
      answersTallies,
    ),
    promise(
      'P13 adds up a declared tally over some of its groupings',
      async (stand) => {
        const adapter = await stand.open(declared);
        await write(adapter, {
          a: { stage: 'won', currency: 'EUR', minor: 5 },
          b: { stage: 'won', currency: 'USD', minor: 7 },
          c: { currency: 'EUR', minor: 1 },
        });
        same(
          await adapter.tally({ c: 'items', by: ['stage'], sum: ['minor'] }),
          [
            { key: [null], count: 1, sums: [1] },
            { key: ['won'], count: 2, sums: [12] },
          ],
          'by stage',
        );
        same(
          await adapter.tally({ c: 'items', by: [], sum: ['minor'] }),
          [{ key: [], count: 3, sums: [13] }],
          'in all',
        );
      },
      answersTallies,
    ),
    promise(
      'P13 counts only what passes the filter',
      async (stand) => {
        const adapter = await stand.open(declared);
        await write(adapter, {
          a: { stage: 'won', currency: 'EUR', minor: 5 },
          b: { stage: 'won', currency: 'USD', minor: 7 },
          c: { stage: 'lead', currency: 'EUR', minor: 1 },
        });
        same(
          await adapter.tally({
            c: 'items',
            by: ['stage'],
            sum: ['minor'],
            where: { f: 'currency', is: 'eq', v: 'EUR' },
          }),
          [
            { key: ['lead'], count: 1, sums: [1] },
            { key: ['won'], count: 1, sums: [5] },
          ],
          'in euros',
        );
        same(
          await adapter.tally({ c: 'items', by: ['stage'], where: { f: 'minor', is: 'gt', v: 4 } }),
          [{ key: ['won'], count: 2, sums: [] }],
          'above 4',
        );
        same(
          await adapter.tally({ c: 'items', by: ['stage'], where: { f: 'minor', is: 'gt', v: 40 } }),
          [],
          'above 40',
        );
      },
      answersTallies,
    ),
    promise(
      'P13 follows every change of a row',
      async (stand) => {
        const adapter = await stand.open(declared);
        const tally = () => adapter.tally({ c: 'items', by: ['stage'], sum: ['minor'] });
        await write(adapter, { a: { stage: 'lead', minor: 5 } });
        await write(adapter, { a: { stage: 'won', minor: 9 } });
        same(await tally(), [{ key: ['won'], count: 1, sums: [9] }], 'after a move');
        await adapter.write({ ops: [{ op: 'delete', c: 'items', id: 'a', expect: 'any' }] });
        same(await tally(), [], 'after a deletion');
        await write(adapter, { a: { stage: 'lost', minor: 1 } });
        same(await tally(), [{ key: ['lost'], count: 1, sums: [1] }], 'after it came back');
        await adapter.write({ ops: [{ op: 'purge', c: 'items', id: 'a' }] });
        same(await tally(), [], 'after it was erased');
      },
      answersTallies,
    ),
    promise(
      'P13 sums whole numbers exactly, however often they change',
      async (stand) => {
        const adapter = await stand.open(declared);
        for (let round = 0; round < 30; round++)
          await write(adapter, {
            a: { stage: 'won', minor: 9_007_199_254_740_000 - round },
            b: { stage: 'won', minor: round },
          });
        same(
          await adapter.tally({ c: 'items', by: ['stage'], sum: ['minor'] }),
          [{ key: ['won'], count: 2, sums: [9_007_199_254_740_000] }],
          'the sum',
        );
      },
      answersTallies,
    ),
    promise(
      'P13 sums fractions without drifting',
      async (stand) => {
        const adapter = await stand.open(declared);
        for (let round = 0; round < 30; round++)
          await write(adapter, { a: { stage: 'won', minor: 0.1 * round }, b: { stage: 'won', minor: 0.2 } });
        await write(adapter, { a: { stage: 'won', minor: 0.5 }, b: { stage: 'won', minor: 0.25 } });
        same(
          await adapter.tally({ c: 'items', by: ['stage'], sum: ['minor'] }),
          [{ key: ['won'], count: 2, sums: [0.75] }],
          'the sum',
        );
      },
      answersTallies,
    ),
    promise(
      'P13 adds nothing for what is no number',
      async (stand) => {
        const adapter = await stand.open(declared);
        await write(adapter, { a: { minor: '5' }, b: { minor: null }, c: { minor: 2 }, d: {} });
        same(
          await adapter.tally({ c: 'items', by: [], sum: ['minor'] }),
          [{ key: [], count: 4, sums: [2] }],
          'the sum',
        );
      },
      answersTallies,
    ),
    promise(
      'P13 tells groups apart by the type of their key',
      async (stand) => {
        const adapter = await stand.open(declared);
        await write(adapter, {
          a: { stage: 1 },
          b: { stage: '1' },
          c: { stage: true },
          d: { stage: 'true' },
          e: { stage: null },
          f: {},
          g: { stage: 'null' },
        });
        same(
          (await adapter.tally({ c: 'items', by: ['stage'] })).map(({ key, count }) => [key[0] ?? null, count]),
          [
            [null, 2],
            [true, 1],
            [1, 1],
            ['1', 1],
            ['null', 1],
            ['true', 1],
          ],
          'the groups',
        );
      },
      answersTallies,
    ),
    promise(
      'P13 answers made-up tallies as the reference does (fixed seed)',
      (stand) => compareTallies(stand, 1729, 40),
      answersTallies,
    ),
    promise(
      'P13 answers made-up tallies as the reference does (fresh seed)',
      (stand) => compareTallies(stand, stand.seed, 40),
      answersTallies,
    ),
    promise(
      'P13 has its counts again after it was reopened',
      async (stand) => {
        const first = await stand.open(declared);
        await write(first, {
          a: { stage: 'won', minor: 5 },
          b: { stage: 'won', minor: 7 },
          c: { stage: 'lead', minor: 1 },
        });
        const before = await first.tally({ c: 'items', by: ['stage'], sum: ['minor'] });
        await first.close();
        same(
          await (await stand.open(declared)).tally({ c: 'items', by: ['stage'], sum: ['minor'] }),
          before,
          'the groups',
        );
      },
      answersTallies,
      survivesClosing,
    ),
    promise(
      'P13 refuses a tally where it has said that it answers none',
      async (stand) => {
        const adapter = await stand.open();
        await refuses('unsupported', () => adapter.tally({ c: 'items', by: [] }), 'a tally');
      },
      ({ tallies }) => (tallies ? 'it answers tallies' : undefined),
    ),
  ],
};
