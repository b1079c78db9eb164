import 'fake-indexeddb/auto';
import { type Batch, type OpenOptions, type Progress, StorageFault } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const put = (id: string): Batch => ({ ops: [{ op: 'put', c: 'items', id, expect: 'any', data: { id } }] });

const optionsFor = (schema: number, onSuperseded = () => {}): OpenOptions => ({
  tenant: 'tenant',
  schema,
  collections: { items: { indexes: [] } },
  migrations: [],
  onSuperseded,
});

/** Every connection that was opened, so that a test can take it away as a browser does. */
let connections: IDBDatabase[] = [];
const { open } = IDBFactory.prototype;

beforeEach(() => {
  connections = [];
  IDBFactory.prototype.open = function (this: IDBFactory, ...parameters: Parameters<typeof open>) {
    const request = open.apply(this, parameters);
    request.addEventListener('success', () => connections.push(request.result));
    return request;
  };
});

afterEach(() => {
  IDBFactory.prototype.open = open;
});

function loseConnections(): void {
  for (const connection of connections.splice(0)) forceCloseDatabase(connection as never);
}

describe('a database opened by Dexie', () => {
  it('P1 opens a lost connection anew and writes once', async () => {
    const adapter = dexieAdapter({ name: 'lost' });
    await adapter.open(optionsFor(1));
    await adapter.write(put('a'));
    loseConnections();
    const commit = await adapter.write(put('b'));
    expect(commit.rows).toEqual([{ c: 'items', id: 'b', rev: 1 }]);
    loseConnections();
    expect((await adapter.changes('', 10)).changes.length).toBe(2);
    await adapter.close();
  });

  it('P1 asks for the durability that the batch asks for', async () => {
    const adapter = dexieAdapter({ name: 'durability' });
    await adapter.open(optionsFor(1));
    expect(adapter.capabilities.durable).toBe('power');
    const asked: unknown[] = [];
    for (const connection of connections) {
      const { transaction } = connection;
      connection.transaction = (...parameters: Parameters<typeof transaction>) => {
        if (parameters[1] === 'readwrite') asked.push(parameters[2]?.durability);
        return transaction.apply(connection, parameters);
      };
    }
    await adapter.write(put('a'));
    await adapter.write({ ...put('b'), durability: 'relaxed' });
    await adapter.write({ ...put('c'), durability: 'strict' });
    expect(asked).toEqual(['relaxed', 'relaxed', 'strict']);
    await adapter.destroy();
  });

  it('P14 is closed when another tab deletes the database, and does not hold that up', async () => {
    const adapter = dexieAdapter({ name: 'deleted' });
    await adapter.open(optionsFor(1));
    await adapter.write(put('a'));
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('deleted/tenant');
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
    await expect(adapter.write(put('b'))).rejects.toMatchObject({ fault: { kind: 'closed' } });
    await expect(adapter.count('items')).rejects.toMatchObject({ fault: { kind: 'closed' } });
    await adapter.open(optionsFor(1));
    expect(await adapter.count('items')).toBe(0);
    await adapter.destroy();
  });

  it('P14 is closed when the browser evicts what it keeps, and does not begin anew by itself', async () => {
    const adapter = dexieAdapter({ name: 'evicted' });
    await adapter.open(optionsFor(1));
    await adapter.write(put('a'));
    loseConnections();
    await new Promise<void>((resolve) => {
      indexedDB.deleteDatabase('evicted/tenant').onsuccess = () => resolve();
    });
    await expect(adapter.write(put('b'))).rejects.toMatchObject({ fault: { kind: 'closed' } });
    await expect(adapter.count('items')).rejects.toMatchObject({ fault: { kind: 'closed' } });
    await adapter.open(optionsFor(1));
    expect(await adapter.count('items')).toBe(0);
    await adapter.destroy();
  });

  it('P9 says that an upgrade is blocked instead of waiting for ever', async () => {
    const older = dexieAdapter({ name: 'blocked' });
    await older.open(optionsFor(1));
    await older.close();
    // Somebody who does not let go.
    const request = indexedDB.open('blocked/tenant');
    const stubborn = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    const begun = performance.now();
    const newer = dexieAdapter({ name: 'blocked' });
    await expect(newer.open(optionsFor(2))).rejects.toMatchObject({ fault: { kind: 'upgrade-blocked' } });
    expect(performance.now() - begun).toBeLessThan(2000);
    stubborn.close();
    await newer.open(optionsFor(2));
    await newer.close();
  });

  it('P9 lets go when a newer version comes, and tells so once', async () => {
    let told = 0;
    const older = dexieAdapter({ name: 'newer' });
    await older.open(optionsFor(1, () => told++));
    const newer = dexieAdapter({ name: 'newer' });
    await newer.open(optionsFor(2));
    expect(told).toBe(1);
    await expect(older.count('items')).rejects.toMatchObject({ fault: { kind: 'superseded' } });
    await expect(older.write(put('a'))).rejects.toBeInstanceOf(StorageFault);
    await newer.close();
  });

  it('P9 lets the older schema in again when a migration has failed', async () => {
    const older = dexieAdapter({ name: 'rolled-back' });
    await older.open(optionsFor(1));
    await older.write(put('a'));
    await older.close();
    const newer = dexieAdapter({ name: 'rolled-back' });
    const failure = new Error('this migration is wrong');
    const map = () => {
      throw failure;
    };
    await expect(newer.open({ ...optionsFor(2), migrations: [{ from: 1, to: 2, map }] })).rejects.toBe(failure);
    await older.open(optionsFor(1));
    expect(await older.count('items')).toBe(1);
    await older.write(put('b'));
    // The version of the database does not rise any more, so that the older handle hears of it from the log.
    await newer.open(optionsFor(2));
    await expect(older.write(put('c'))).rejects.toMatchObject({ fault: { kind: 'superseded' } });
    expect(await newer.count('items')).toBe(2);
    await newer.close();
    await expect(older.open(optionsFor(1))).rejects.toMatchObject({ fault: { kind: 'superseded' } });
  });

  it('P9 tells how far migrating and indexing have come', async () => {
    const older = dexieAdapter({ name: 'progress' });
    await older.open(optionsFor(1));
    await older.write({ ops: Array.from({ length: 3000 }, (_, index) => put(`row${index}`).ops).flat() });
    await older.close();
    const told: Progress[] = [];
    const newer = dexieAdapter({ name: 'progress' });
    await newer.open({
      ...optionsFor(2),
      collections: { items: { indexes: [['id']] } },
      migrations: [{ from: 1, to: 2, map: (_, { data }) => ({ ...data, more: true }) }],
      onProgress: (progress) => told.push(progress),
    });
    for (const [step, total] of [
      ['migrate', 3000],
      ['index', 6000],
    ] as const) {
      const ofStep = told.filter((progress) => progress.step === step);
      expect(ofStep[0]).toEqual({ step, done: 0, total });
      expect(ofStep.at(-1)).toEqual({ step, done: total, total });
      expect(ofStep.map(({ done }) => done)).toEqual(ofStep.map(({ done }) => done).sort((a, b) => a - b));
    }
    await newer.destroy();
  });

  it('P11 keeps each tenant in a database of its own', async () => {
    const adapter = dexieAdapter({ name: 'books/2' });
    await adapter.open({ ...optionsFor(1), tenant: 'a/b' });
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).toContain('books%2F2/a%2Fb');
    await adapter.destroy();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('books%2F2/a%2Fb');
  });
});
