import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Op, type Row, type StorageAdapter, type StorageFault } from '@kith/adapters';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restAdapter } from '../../../examples/custom-adapter/src/rest-adapter.js';
import { type ExampleServer, startServer } from './server.js';

const KILLS = 10;
const options = { tenant: 'tenant', schema: 1, collections: {}, migrations: [], onSuperseded() {} };

let server: ExampleServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server?.stop());

async function open(): Promise<StorageAdapter> {
  const adapter = restAdapter({ url: `${server.url}/crm` });
  await adapter.open(options);
  return adapter;
}

/** Both halves of a pair are written by one batch; they are of one round, or something was torn. */
const pair = (writer: number, round: number): readonly Op[] =>
  ['left', 'right'].map((half) => ({
    op: 'put',
    c: half,
    id: `writer${writer}`,
    expect: 'any',
    data: { round, padding: 'x'.repeat(20_000) },
  }));

const roundOf = (row: Row | null | undefined): number => Number(row?.data.round ?? -1);

describe('the server of the example, killed', () => {
  it(`P8 has every acknowledged batch, and P1 no half of one, after ${KILLS} kills while it was writing`, async () => {
    const writers = [0, 1, 2, 3];
    const acknowledged = writers.map(() => -1);
    for (let kill = 0; kill < KILLS; kill++) {
      const adapter = await open();
      const goal = acknowledged.reduce((sum, round) => sum + round + 1, 0) + 5 + 7 * kill;
      let killing: Promise<void> | undefined;
      const endings = writers.map(async (writer) => {
        for (;;) {
          const round = (acknowledged[writer] ?? -1) + 1;
          await adapter.write({ ops: pair(writer, round), key: `${writer}:${round}` });
          acknowledged[writer] = round;
          // The others are in the middle of theirs.
          if (acknowledged.reduce((sum, last) => sum + last + 1, 0) >= goal) killing ??= server.kill();
        }
      });
      for (const ending of await Promise.allSettled(endings))
        expect((ending as PromiseRejectedResult).reason).toMatchObject({
          fault: { kind: 'unavailable', applied: 'unknown' },
        });
      await killing;
      await adapter.close();
      await server.start();
      const reopened = await open();
      for (const writer of writers) {
        const [left] = await reopened.get('left', [`writer${writer}`]);
        const [right] = await reopened.get('right', [`writer${writer}`]);
        expect(roundOf(left), `kill ${kill}, writer ${writer}`).toBe(roundOf(right));
        expect(roundOf(left), `kill ${kill}, writer ${writer}`).toBeGreaterThanOrEqual(acknowledged[writer] ?? -1);
        // What was under way is settled by its key: applied once, now or then.
        const round = (acknowledged[writer] ?? -1) + 1;
        await reopened.write({ ops: pair(writer, round), key: `${writer}:${round}` });
        const [settled] = await reopened.get('left', [`writer${writer}`]);
        expect(settled?.rev).toBe(round + 1);
        acknowledged[writer] = round;
      }
      await reopened.close();
    }
  });

  it('P1 says that the outcome is unknown when nobody answers', async () => {
    const adapter = await open();
    await server.kill();
    const write = await adapter.write({ ops: [] }).catch((error: unknown) => error);
    expect((write as StorageFault).fault).toEqual({ kind: 'unavailable', applied: 'unknown' });
    await adapter.close();
    await server.start();
  });

  it('P10 keeps nothing of an erased row in its files', async () => {
    const adapter = await open();
    const stored = (): string =>
      readdirSync(server.folder)
        .map((file) => readFileSync(path.join(server.folder, file), 'utf8'))
        .join();
    await adapter.write({ ops: [{ op: 'put', c: 'items', id: 'a', expect: 'absent', data: { secret: 'canary' } }] });
    expect(stored()).toContain('canary');
    await adapter.write({ ops: [{ op: 'purge', c: 'items', id: 'a' }] });
    expect(stored()).not.toContain('canary');
    await adapter.close();
  });
});
