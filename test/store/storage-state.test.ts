import { type Fault, memoryAdapter, type StorageAdapter, StorageFault } from '@kith/adapters';
import {
  acknowledgeDataLoss,
  companies,
  persistStorage,
  type StorageManagerLike,
  type StorageState,
  storageState,
} from '@kith/store';
import { backUp, restoreBackup } from '@kith/store/backup';
import { describe, expect, it, vi } from 'vitest';
import { foundLost } from '../../stories/books/kept.js';
import { NOW, openBook, valueOf } from '../support/book.js';

/** An adapter in memory that says it is on this device, and fails as it is told to. */
function deviceAdapter(): StorageAdapter & { fault: Fault | undefined } {
  const real = memoryAdapter();
  const throwing = async <Output>(verb: () => Promise<Output>): Promise<Output> => {
    if (adapter.fault) throw new StorageFault(adapter.fault);
    return verb();
  };
  const adapter: StorageAdapter & { fault: Fault | undefined } = {
    ...real,
    fault: undefined,
    capabilities: { ...real.capabilities, durable: 'power', shared: 'process' },
    write: (batch) => throwing(() => real.write(batch)),
    get: (c, ids) => throwing(() => real.get(c, ids)),
  };
  return adapter;
}

/** A browser's storage manager with figures that a test can change. */
function roomFor(figures: {
  usage: number;
  quota: number;
  persisted: boolean;
}): StorageManagerLike & { looks: number } {
  const manager = {
    looks: 0,
    estimate: async () => {
      manager.looks++;
      return { usage: figures.usage, quota: figures.quota };
    },
    persisted: async () => figures.persisted,
    persist: async () => {
      figures.persisted = true;
      return true;
    },
  };
  return manager;
}

async function watching(adapter: StorageAdapter, storageManager?: StorageManagerLike) {
  const store = await openBook({ adapter, ...(storageManager && { storageManager }) });
  const states: StorageState[] = [];
  let isComplete = false;
  const subscription = storageState(store).subscribe({
    next: (state) => states.push(state),
    complete: () => {
      isComplete = true;
    },
  });
  await expect.poll(() => states.length).toBe(1);
  const write = (name: string) => store.run(companies.create({ name }));
  return { store, states, subscription, write, isComplete: () => isComplete };
}

describe('the state of the storage', () => {
  it('S84 says that the rows were lost, until somebody has taken note of it', async () => {
    const { store, states } = await watching(foundLost());
    expect(states.at(-1)).toMatchObject({ level: 'fine', dataLostAt: new Date(NOW).toISOString() });
    valueOf(await store.run(acknowledgeDataLoss()));
    await expect.poll(() => states.at(-1)?.dataLostAt).toBeUndefined();
    expect((await store.undo()).ok).toBe(false);
  });

  it('S84 says so no longer once a backup was put back, even one of a book that was lost before', async () => {
    const { store, states } = await watching(foundLost());
    const file = await new Response(backUp(store)).blob();
    valueOf(await restoreBackup(store, file));
    await expect.poll(() => states.at(-1)?.dataLostAt).toBeUndefined();
  });

  it('S80 says what is known, and nothing where nobody knows', async () => {
    const { states } = await watching(memoryAdapter());
    expect(states).toEqual([
      { kept: 'memory', persisted: undefined, usage: undefined, quota: undefined, level: 'fine' },
    ]);
    const device = await watching(deviceAdapter(), roomFor({ usage: 10, quota: 100, persisted: false }));
    expect(device.states).toEqual([{ kept: 'device', persisted: false, usage: 10, quota: 100, level: 'fine' }]);
    const mute = await watching(deviceAdapter(), { estimate: () => Promise.reject(new Error('not allowed')) });
    expect(mute.states[0]).toMatchObject({ kept: 'device', usage: undefined, level: 'fine' });
    const real = memoryAdapter();
    const far = { ...real, capabilities: { ...real.capabilities, durable: 'power', shared: 'network' } as const };
    const server = await watching(far, roomFor({ usage: 99, quota: 100, persisted: false }));
    expect(server.states[0]).toMatchObject({ kept: 'server', usage: undefined, level: 'fine' });
  });

  it('S81 warns from 90 % of the quota on, after a write', async () => {
    const figures = { usage: 89, quota: 100, persisted: false };
    const { states, write } = await watching(deviceAdapter(), roomFor(figures));
    figures.usage = 90;
    valueOf(await write('Brama'));
    await expect.poll(() => states.at(-1)).toMatchObject({ usage: 90, level: 'nearly-full' });
    figures.usage = 50;
    valueOf(await write('Cantine'));
    await expect.poll(() => states.at(-1)?.level).toBe('fine');
  });

  it('S81 looks every minute, and only while somebody watches', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const figures = { usage: 10, quota: 100, persisted: false };
      const manager = roomFor(figures);
      const { states, subscription } = await watching(deviceAdapter(), manager);
      figures.usage = 95;
      vi.advanceTimersByTime(60_000);
      await expect.poll(() => states.at(-1)?.level).toBe('nearly-full');
      subscription.unsubscribe();
      const { looks } = manager;
      vi.advanceTimersByTime(600_000);
      expect(manager.looks).toBe(looks);
    } finally {
      vi.useRealTimers();
    }
  });

  it('S82 says that it is full, until a write succeeds', async () => {
    const adapter = deviceAdapter();
    const { states, write } = await watching(adapter, roomFor({ usage: 99, quota: 100, persisted: true }));
    adapter.fault = { kind: 'quota' };
    await expect(write('Brama')).rejects.toMatchObject({ code: 'store/quota' });
    await expect.poll(() => states.at(-1)?.level).toBe('full');
    adapter.fault = undefined;
    valueOf(await write('Brama'));
    await expect.poll(() => states.at(-1)?.level).toBe('nearly-full');
  });

  it.each<Fault>([
    { kind: 'closed' },
    { kind: 'corrupt', detail: 'a page is gone' },
    { kind: 'unavailable', applied: 'no' },
  ])('S82 says that it is lost: %o', async (fault) => {
    const adapter = deviceAdapter();
    const { states, write } = await watching(adapter);
    adapter.fault = fault;
    await expect(write('Brama')).rejects.toMatchObject({ code: `store/${fault.kind}` });
    await expect.poll(() => states.at(-1)?.level).toBe('lost');
  });

  it('S82 says that it is superseded, and stays so', async () => {
    const real = deviceAdapter();
    let supersede: () => void = () => undefined;
    const adapter: StorageAdapter = {
      ...real,
      open: (options) => {
        supersede = () => options.onSuperseded();
        return real.open(options);
      },
    };
    const { states, write } = await watching(adapter);
    supersede();
    await expect.poll(() => states.at(-1)?.level).toBe('superseded');
    valueOf(await write('Brama'));
    expect(states.at(-1)?.level).toBe('superseded');
  });

  it('S83 asks the browser to keep the data, and tells who watches', async () => {
    const { store, states } = await watching(deviceAdapter(), roomFor({ usage: 1, quota: 9, persisted: false }));
    expect(await persistStorage(store)).toBe(true);
    await expect.poll(() => states.at(-1)?.persisted).toBe(true);
    const inMemory = await watching(memoryAdapter(), roomFor({ usage: 1, quota: 9, persisted: false }));
    expect(await persistStorage(inMemory.store)).toBe(false);
  });

  it('S80 completes when the store is closed', async () => {
    const { store, isComplete } = await watching(memoryAdapter());
    await store.close();
    expect(isComplete()).toBe(true);
  });
});
