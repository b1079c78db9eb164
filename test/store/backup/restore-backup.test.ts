import { memoryAdapter, type StorageAdapter, StorageFault } from '@kith/adapters';
import { companies, type HistoryState } from '@kith/store';
import { backUp, backupName, checkBackup, readBackup, restoreBackup } from '@kith/store/backup';
import { describe, expect, it } from 'vitest';
import { ask, dumpOf, NOW, openBook, problemOf, valueOf, withDeals, withPipeline } from '../../support/book.js';

/** A book with some rows, and a backup of it. */
async function backedUp(options: { readonly gzip?: boolean } = {}) {
  const adapter = memoryAdapter();
  const store = await openBook({ adapter });
  const pipeline = await withPipeline(store);
  await withDeals(store, pipeline, 'a', 'b', 'c');
  valueOf(await store.run(companies.create({ name: 'Brama' })));
  const file = await new Response(backUp(store, options)).blob();
  return { adapter, store, file };
}

const other = (adapter: StorageAdapter = memoryAdapter()) => openBook({ adapter, random: Math.random });

describe('backup', () => {
  it.each([{}, { gzip: true }])('S85 makes another book the same, and tells who watches: %o', async (options) => {
    const { adapter, store, file } = await backedUp(options);
    const into = memoryAdapter();
    const copy = await other(into);
    valueOf(await copy.run(companies.create({ name: 'In the way' })));
    const names: string[][] = [];
    copy.watch(companies.all()).subscribe((all) => names.push(all.map(({ name }) => name)));
    await expect.poll(() => names.at(-1)).toEqual(['In the way']);
    const restored = valueOf(await restoreBackup(copy, file));
    expect(restored.header).toMatchObject({ rows: { deals: 3, companies: 1 }, made: new Date(NOW).toISOString() });
    expect(names.at(-1)).toEqual(['Brama']);
    expect(await dumpOf(into)).toEqual(await dumpOf(adapter));
    expect(valueOf(await readBackup(file))).toEqual(restored.header);
    expect(valueOf(await checkBackup(copy, file)).header).toEqual(restored.header);
    expect([backupName(store), backupName(store, { gzip: true })]).toEqual([
      'kith-2026-11-22.ndjson',
      'kith-2026-11-22.ndjson.gz',
    ]);
  });

  it('S85 brings the history along, as it was then', async () => {
    const { file } = await backedUp();
    const copy = await other();
    valueOf(await copy.run(companies.create({ name: 'In the way' })));
    valueOf(await restoreBackup(copy, file));
    const states: HistoryState[] = [];
    copy.history$.subscribe((state) => states.push(state));
    expect(states.at(-1)?.undo).toMatchObject({ type: 'companies/create', input: { name: 'Brama' } });
    valueOf(await copy.undo());
    expect(await ask(copy, companies.all())).toEqual([]);
  });

  it('S86 refuses what is no whole backup, and changes nothing', async () => {
    const { file } = await backedUp();
    const into = memoryAdapter();
    const copy = await other(into);
    valueOf(await copy.run(companies.create({ name: 'Stays' })));
    const before = await dumpOf(into);
    const text = await file.text();
    const wrong = {
      'backup/truncated': text.slice(0, text.length / 2),
      'backup/not-a-backup': 'name,number\nBrama,17\n',
      'backup/wrong-checksum': text.replace('Brama', 'Drama'),
    };
    for (const [code, content] of Object.entries(wrong)) {
      expect(problemOf(await restoreBackup(copy, new Blob([content])))).toBe(code);
      expect(problemOf(await checkBackup(copy, new Blob([content])))).toBe(code);
    }
    expect(await dumpOf(into)).toEqual(before);
    expect((await ask(copy, companies.all())).map(({ name }) => name)).toEqual(['Stays']);
  });

  it('S86 changes nothing when it is stopped, or the storage fails', async () => {
    const { file, adapter, store } = await backedUp();
    const into = memoryAdapter();
    const failing = {
      ...into,
      restore: () => Promise.reject(new StorageFault({ kind: 'quota' })),
    };
    const copy = await other(failing);
    await expect(restoreBackup(copy, file)).rejects.toMatchObject({ name: 'KithError', code: 'store/quota' });
    const before = await dumpOf(adapter);
    const aborted = AbortSignal.abort();
    await expect(restoreBackup(store, file, { signal: aborted })).rejects.toBe(aborted.reason);
    await expect(new Response(backUp(store, { signal: aborted })).text()).rejects.toBe(aborted.reason);
    expect(await dumpOf(adapter)).toEqual(before);
    const gone = { ...adapter, dump: () => brokenDump() };
    const broken = { storage: { ...store.storage, whole: () => gone } };
    await expect(new Response(backUp(broken)).text()).rejects.toMatchObject({ code: 'store/closed' });
  });

  it('S85 says how far it is', async () => {
    const { store, file } = await backedUp();
    const steps: string[] = [];
    const onProgress = ({ step, done, total }: { step: string; done: number; total: number }) =>
      steps.push(`${step} ${done === total ? 'done' : 'on'}`);
    await new Response(backUp(store, { onProgress })).blob();
    valueOf(await restoreBackup(store, file, { onProgress }));
    expect(steps.filter((step) => step === 'dump done')).toHaveLength(1);
    expect(steps.at(-1)).toBe('restore done');
  });
});

// biome-ignore lint/correctness/useYield: it breaks before the first row
async function* brokenDump(): AsyncGenerator<never> {
  throw new StorageFault({ kind: 'closed' });
}
