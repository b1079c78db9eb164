import type { Migration } from '../adapter.js';
import { holds, refuses, same } from './assert.js';
import { type Case, promise, type Stand } from './chapter.js';
import type { Mishap } from './means.js';
import { begin, increment, step } from './migration-steps.js';
import { canFail, survivesClosing } from './needs.js';
import { contentOf, numbered, range, readAll, stateOf, write } from './rows.js';

/** Opening is refused, by whatever the migration threw. */
async function fails(stand: Stand, migrations: readonly Migration[], schema: number, what: string): Promise<void> {
  const isOpen = await stand.open({ schema, migrations }).then(
    () => true,
    () => false,
  );
  holds(!isOpen, `${what}: opening fails`);
}

/** A migration with a mishap at every call to the storage: afterwards all is as it was, or all is migrated. */
async function interrupt(stand: Stand, mishap: Mishap, forGood: boolean): Promise<void> {
  const rows = Object.fromEntries(range(30, (index) => [numbered(index), { n: index }]));
  const migrated = range(30, (index) => index + 1);
  for (let call = 0, calls = 1; call < calls; call++) {
    const at = stand.anew();
    const before = await begin(at, rows);
    const storage = at.faulty({ schema: 2, migrations: [increment] });
    storage.plan(call, mishap, forGood);
    const refusal = await storage.open().then(
      () => undefined,
      (error: unknown) => error,
    );
    calls = Math.max(calls, storage.calls());
    storage.mend();
    if (refusal === undefined) await storage.adapter.close();
    else same((refusal as Error).name, 'StorageFault', `call ${call}, what opening rejects with: ${String(refusal)}`);
    // Without the migration nothing is moved any more: what is there now is what the mishap has left.
    const left = await at.open({ schema: 1 }).then(
      async (adapter) => {
        const state = await stateOf(adapter);
        await adapter.close();
        return state;
      },
      () => undefined,
    );
    if (left !== undefined) same(left, before, `call ${call}: what is still of the old schema is as it was`);
    const adapter = await at.open({ schema: 2, migrations: [increment] });
    same(
      (await readAll(adapter, {}, 100)).map(({ data }) => data.n),
      migrated,
      `call ${call}: in the end every row is migrated once`,
    );
    await stateOf(adapter);
    await adapter.close();
    holds(call < 200, 'opening comes to an end');
  }
}

const mishapWords = { fails: 'fails', aborts: 'aborts', 'answer lost': 'loses its answer' } as const;

/** The newer schema without any step that touches rows. */
const mended = { schema: 2, migrations: [{ from: 1, to: 2 }] };

/** Migrations that do not come to their end. */
export const migrationFailures: readonly Case[] = [
  promise(
    'P9 leaves everything as it was when a migration fails',
    async (stand) => {
      const first = await stand.open({ schema: 1 });
      await write(first, { a: { n: 1 }, b: { n: 2 } });
      await first.close();
      const map = (_c: string, { id }: { id: string }) => {
        if (id === 'b') throw new TypeError('cannot map b');
        return { n: 100 };
      };
      let failed = false;
      await stand.open({ schema: 2, migrations: [{ from: 1, to: 2, map }] }).catch(() => {
        failed = true;
      });
      holds(failed, 'opening fails');
      const mended = await stand.open({ schema: 2, migrations: [{ from: 1, to: 2 }] });
      same(await contentOf(mended, 'a'), { n: 1 }, 'a');
      same(await contentOf(mended, 'b'), { n: 2 }, 'b');
    },
    survivesClosing,
  ),
  promise(
    'P9 leaves everything as it was, at whichever row a step fails',
    async (stand) => {
      const before = await begin(stand, Object.fromEntries(range(12, (index) => [numbered(index), { n: index }])));
      for (let at = 0; at < 12; at++) {
        let seen = 0;
        const map = () => {
          if (seen++ === at) throw new TypeError('no');
          return { n: -1 };
        };
        await fails(stand, [{ from: 1, to: 2, map }], 2, `row ${at}`);
      }
      const adapter = await stand.open({ schema: 1 });
      same(await stateOf(adapter), before, 'the rows');
    },
    survivesClosing,
  ),
  promise(
    'P9 undoes earlier steps when a later one fails',
    async (stand) => {
      const before = await begin(stand, { a: { n: 1 }, b: { n: 2 } });
      const broken = step(2, ({ n }) => {
        if (n === 3) throw new TypeError('no');
        return { n: -1 };
      });
      await fails(stand, [increment, broken], 3, 'two steps');
      same(await stateOf(await stand.open({ ...mended, schema: 3 })), before, 'the rows');
    },
    survivesClosing,
  ),
  promise(
    'P9 refuses content that JSON cannot hold, and leaves everything as it was',
    async (stand) => {
      const before = await begin(stand, { a: { n: 1 }, b: { n: 2 } });
      await refuses(
        'invalid',
        () => stand.open({ schema: 2, migrations: [step(1, () => ({ n: Number.NaN }))] }),
        'the opening',
      );
      same(await stateOf(await stand.open(mended)), before, 'the rows');
    },
    survivesClosing,
  ),
  promise(
    'P9 lets the older schema in again when a migration has failed',
    async (stand) => {
      const before = await begin(stand, { a: { n: 1 }, b: { n: 2 } });
      const map = () => {
        throw new TypeError('no');
      };
      await fails(stand, [{ from: 1, to: 2, map }], 2, 'the migration');
      same(await stateOf(await stand.open({ schema: 1 })), before, 'the rows');
    },
    survivesClosing,
  ),
  promise(
    'P9 opens with the same handle after a migration has failed',
    async (stand) => {
      await begin(stand, { a: { n: 1 } });
      const adapter = await stand.open({ tenant: 'elsewhere' });
      await adapter.close();
      const options = { tenant: 'tenant', schema: 2, collections: {}, onSuperseded() {} };
      const map = () => {
        throw new TypeError('no');
      };
      await adapter.open({ ...options, migrations: [{ from: 1, to: 2, map }] }).then(
        () => holds(false, 'opening fails'),
        () => undefined,
      );
      await adapter.open({ ...options, migrations: [increment] });
      same(await contentOf(adapter, 'a'), { n: 2 }, 'the row');
      await adapter.destroy();
    },
    survivesClosing,
  ),
  ...(['fails', 'aborts', 'answer lost'] as const).map((mishap) =>
    promise(
      `P9 has migrated all or nothing when one call ${mishapWords[mishap]}, whichever it is`,
      (stand) => interrupt(stand, mishap, false),
      survivesClosing,
      canFail(mishap),
    ),
  ),
  promise(
    'P9 has migrated all or nothing when every call from one on fails, whichever it is',
    (stand) => interrupt(stand, 'fails', true),
    survivesClosing,
    canFail('fails'),
  ),
  promise(
    'P9 has migrated all or nothing when the disk is full from one call on, whichever it is',
    (stand) => interrupt(stand, 'quota', true),
    survivesClosing,
    canFail('quota'),
  ),
];
