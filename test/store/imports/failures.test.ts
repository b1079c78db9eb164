import type { Fault } from '@kith/adapters';
import { companies, contacts, erase } from '@kith/store';
import { ImportError, importCsv, imports, revertImport } from '@kith/store/imports';
import { describe, expect, it } from 'vitest';
import { problemOf, valueOf } from '../../support/result.js';
import { failingAdapter } from './failing-adapter.js';
import { all, csv, customers, dump, many, openShop } from './shop.js';

describe('a file that cannot be read to its end', () => {
  const broken: Readonly<Record<string, readonly [tail: string | Uint8Array, code: string, message: RegExp]>> = {
    'a quote that is never closed': ['x,"Open,a,1,,\ny,Z,b,2,,\n', 'imports/unclosed-quote', /^Line 252 opens a quote/],
    'a record of 50 MB': [
      `x,${'y'.repeat(50_000_000)},a,1,,\n`,
      'imports/record-too-long',
      /on line 252 is longer than 1000000 characters/,
    ],
    'a record of 50 MB between quotes': [
      `x,"${'y\n'.repeat(25_000_000)}",a,1,,\n`,
      'imports/record-too-long',
      /A quote opened on line 252 may not be closed/,
    ],
    'bytes of another encoding': [
      Uint8Array.of(0x78, 0x2c, 0xfc, 0x0a),
      'imports/wrong-encoding',
      /^Line 252 is not utf-8/,
    ],
  };
  it.each(Object.keys(broken))('I38 is refused with nothing left: %s', async (name) => {
    const [tail, code, message] = broken[name]!;
    const { store, adapter } = await openShop();
    valueOf(await importCsv(store, csv('c0,Customer 0,known,1,,'), customers));
    const before = await dump(adapter);
    const problem = problemOf(
      await importCsv(store, new Blob([many(250), '\n', tail as BlobPart]), customers, { chunkRows: 100 }),
    );
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(message);
    expect(await dump(adapter)).toEqual(before);
    expect(await all(store, imports)).toHaveLength(1);
  });

  it('I38 keeps what was written where that is asked for', async () => {
    const { store } = await openShop();
    const problem = problemOf(
      await importCsv(store, `${many(250)}\nx,"Open`, customers, { chunkRows: 100, onFailure: 'keep' }),
    );
    expect(problem.code).toBe('imports/unclosed-quote');
    expect(await all(store, companies.collection)).toHaveLength(200);
    expect((await all(store, imports))[0]).toMatchObject({ state: 'failed', created: 200, steps: 2 });
  });

  it.each([
    ['', 'imports/no-header'],
    ['id,name,name\n', 'imports/duplicate-column'],
    ['id,nme\n1,x\n', 'imports/missing-column'],
    ['i\0d,name\n', 'imports/nul-byte'],
  ])('I38 is refused before anything is written: %j', async (text, code) => {
    const { store, adapter } = await openShop();
    expect(problemOf(await importCsv(store, text, customers)).code).toBe(code);
    expect((await dump(adapter)).size).toBe(0);
  });

  it('I38 leaves nothing when the source itself throws', async () => {
    const { store, adapter } = await openShop();
    const source = async function* (): AsyncGenerator<string> {
      yield many(150);
      throw new Error('The network is gone');
    };
    await expect(importCsv(store, source(), customers, { chunkRows: 100 })).rejects.toThrow('The network is gone');
    expect((await dump(adapter)).size).toBe(0);
  });
});

describe('storage that fails in the middle', () => {
  const faults: readonly (readonly [Fault, string])[] = [
    [{ kind: 'quota' }, 'store/quota'],
    [{ kind: 'unavailable', applied: 'unknown' }, 'store/unavailable'],
    [{ kind: 'denied', detail: 'read only by now' }, 'store/denied'],
    [{ kind: 'corrupt', detail: 'a page is gone' }, 'store/corrupt'],
  ];
  it.each(faults)('I39 leaves nothing once it works again: %o', async (fault, code) => {
    const adapter = failingAdapter();
    const { store } = await openShop(adapter);
    valueOf(await importCsv(store, csv('c0,Customer 0,known,1,,'), customers));
    const before = await dump(adapter);
    const first = 6;
    // A batch that may have applied is sent five times before it is given up.
    const last = first + (fault.kind === 'unavailable' ? 4 : 1);
    adapter.failsAt = (write) => (write >= first && write <= last ? fault : undefined);
    const error = await importCsv(store, many(500), customers, { chunkRows: 100 }).catch((cause: unknown) => cause);
    adapter.failsAt = () => undefined;
    if (!(error instanceof ImportError)) throw error;
    expect(error.code).toBe(code);
    if (error.left === 'nothing') {
      expect(error.message).toMatch(/Of the import nothing is left: the data is as it was before\.$/);
      expect(await dump(adapter)).toEqual(before);
    } else {
      valueOf(await revertImport(store, error.report!.importId!));
      expect(await dump(adapter)).toEqual(before);
    }
  });

  it('I39 says what is left when it goes on failing, and that can be taken back', async () => {
    const adapter = failingAdapter();
    const { store } = await openShop(adapter);
    adapter.failsAt = (write) => (write > 3 ? { kind: 'quota' } : undefined);
    const error = await importCsv(store, many(500), customers, { chunkRows: 100 }).catch((cause: unknown) => cause);
    if (!(error instanceof ImportError)) throw error;
    expect(error).toMatchObject({ code: 'store/quota', left: 'rows', report: { created: 300, rowsIn: 300 } });
    expect(error.message).toMatch(
      /no space left.*had written 300 new and 0 changed rows, which are still there.*revertImport/s,
    );
    adapter.failsAt = () => undefined;
    expect(await all(store, companies.collection)).toHaveLength(300);
    valueOf(await revertImport(store, error.report!.importId!));
    expect((await dump(adapter)).size).toBe(0);
  });

  it('I39 is gone on from by importing again, where what was written is kept', async () => {
    const adapter = failingAdapter();
    const { store } = await openShop(adapter);
    adapter.failsAt = (write) => (write === 3 ? { kind: 'quota' } : undefined);
    const error = await importCsv(store, many(500), customers, { chunkRows: 100, onFailure: 'keep' }).catch(
      (cause: unknown) => cause,
    );
    expect(error).toMatchObject({ left: 'rows', report: { created: 200 } });
    expect((await all(store, imports))[0]).toMatchObject({ state: 'failed', steps: 2 });
    expect(valueOf(await importCsv(store, many(500), customers, { chunkRows: 100 }))).toMatchObject({
      created: 300,
      unchanged: 200,
    });
  });

  it('I36 goes on where taking back stopped', async () => {
    const adapter = failingAdapter();
    const { store } = await openShop(adapter);
    const { importId } = valueOf(await importCsv(store, many(500), customers, { chunkRows: 100 }));
    let writes = 0;
    adapter.failsAt = () => (++writes === 3 ? { kind: 'quota' } : undefined);
    await expect(revertImport(store, importId!)).rejects.toMatchObject({ code: 'store/quota' });
    expect(await all(store, companies.collection)).toHaveLength(300);
    expect(valueOf(await revertImport(store, importId!)).removed).toBe(300);
    expect((await dump(adapter)).size).toBe(0);
  });
});

describe('an import that is cancelled', () => {
  it('I40 keeps whole commits and is gone on from', async () => {
    const { store, adapter } = await openShop();
    const controller = new AbortController();
    const onProgress = ({ rowsIn }: { readonly rowsIn: number }): void => {
      if (rowsIn >= 200) controller.abort();
    };
    const report = valueOf(
      await importCsv(store, many(500), customers, { chunkRows: 100, onProgress, signal: controller.signal }),
    );
    expect(report).toMatchObject({ state: 'cancelled', rowsIn: 200, created: 200 });
    expect((await all(store, imports))[0]).toMatchObject({ state: 'cancelled', created: 200 });
    expect(valueOf(await importCsv(store, many(500), customers))).toMatchObject({ created: 300, unchanged: 200 });
    const last = (await all(store, imports)).find((each) => each.id !== report.importId)!;
    valueOf(await revertImport(store, last.id));
    valueOf(await revertImport(store, report.importId!));
    expect((await dump(adapter)).size).toBe(0);
  });

  it('I40 writes nothing when it was cancelled before it began', async () => {
    const { store, adapter } = await openShop();
    const report = valueOf(await importCsv(store, many(5), customers, { signal: AbortSignal.abort() }));
    expect(report).toMatchObject({ state: 'cancelled', rowsIn: 0 });
    expect((await dump(adapter)).size).toBe(0);
  });
});

describe('rows that somebody changed since', () => {
  it('I37 are named, and nothing is taken back', async () => {
    const { store, adapter } = await openShop();
    const { importId } = valueOf(await importCsv(store, many(20), customers, { chunkRows: 5 }));
    const [first] = await all(store, companies.collection);
    valueOf(await store.run(companies.edit({ id: first!.id, changes: { description: 'Mine' } })));
    const before = await dump(adapter);
    const problem = problemOf(await revertImport(store, importId!));
    expect(problem).toMatchObject({
      code: 'imports/changed-since',
      params: { count: 1, collection: 'companies', id: first!.id },
    });
    expect(await dump(adapter)).toEqual(before);
  });

  it('I37 are left as they are where that is asked for', async () => {
    const { store } = await openShop();
    const { importId } = valueOf(await importCsv(store, many(20), customers, { chunkRows: 5 }));
    const [first] = await all(store, companies.collection);
    valueOf(await store.run(companies.edit({ id: first!.id, changes: { description: 'Mine' } })));
    expect(valueOf(await revertImport(store, importId!, { changed: 'skip' }))).toEqual({
      removed: 19,
      restored: 0,
      skipped: [{ collection: 'companies', id: first!.id }],
    });
    expect(await all(store, companies.collection)).toMatchObject([{ description: 'Mine' }]);
  });

  it('I37 are passed over where they were erased: the rest is taken back, in whatever step', async () => {
    const { store } = await openShop();
    const { importId } = valueOf(await importCsv(store, many(20), customers, { chunkRows: 5 }));
    const [first] = await all(store, companies.collection);
    valueOf(await store.run(erase(companies.collection, first!.id)));
    expect(valueOf(await revertImport(store, importId!))).toEqual({ removed: 19, restored: 0, skipped: [] });
    expect(await all(store, companies.collection)).toEqual([]);
  });

  it('I37 count as unchanged once the change is undone', async () => {
    const { store } = await openShop();
    const { importId } = valueOf(await importCsv(store, many(3), customers));
    const [first] = await all(store, companies.collection);
    valueOf(await store.run(companies.edit({ id: first!.id, changes: { description: 'Mine' } })));
    valueOf(await store.undo());
    expect(valueOf(await revertImport(store, importId!))).toMatchObject({ removed: 3 });
  });
});

describe('an import that other rows belong to', () => {
  it('I48 is not taken back, and the problem names what belongs to it', async () => {
    const { store, adapter } = await openShop();
    const { importId } = valueOf(await importCsv(store, many(20), customers, { chunkRows: 5 }));
    const [first, second] = await all(store, companies.collection);
    const contact = valueOf(await store.run(contacts.create({ name: 'Ada', companyId: first!.id })));
    const tagged = valueOf(
      await store.run(companies.create({ name: 'Own', customFields: { partners: [second!.id] } })),
    );
    const before = await dump(adapter);
    const problem = problemOf(await revertImport(store, importId!));
    expect(problem).toMatchObject({ code: 'imports/still-referred-to', params: { count: 2 } });
    expect(problem.message).toContain(`companies/${tagged.id} to companies/${second!.id}`);
    expect(problem.message).toContain('Nothing was taken back');
    expect(await dump(adapter)).toEqual(before);
    valueOf(await store.run(companies.edit({ id: tagged.id, changes: { customFields: null } })));
    expect(problemOf(await revertImport(store, importId!))).toMatchObject({
      params: { count: 1, collection: 'contacts', id: contact.id, to: first!.id },
    });
    valueOf(await store.run(contacts.edit({ id: contact.id, changes: { companyId: null } })));
    expect(valueOf(await revertImport(store, importId!)).removed).toBe(20);
  });

  it('I48 is taken back when all that belongs to it came with it', async () => {
    const { store, adapter } = await openShop();
    const file = csv('c0,Brama,retail,1,,North', 'c1,Cantine,retail,2,Brama,North');
    const { importId } = valueOf(await importCsv(store, file, customers));
    valueOf(await revertImport(store, importId!));
    expect((await dump(adapter)).size).toBe(0);
  });

  it('I48 counts a row that stays because it was changed', async () => {
    const { store } = await openShop();
    const file = csv('c0,Brama,retail,1,,', 'c1,Cantine,retail,2,Brama,');
    const { importId } = valueOf(await importCsv(store, file, customers));
    const child = (await all(store, companies.collection)).find(({ name }) => name === 'Cantine');
    valueOf(await store.run(companies.edit({ id: child!.id, changes: { description: 'Mine' } })));
    expect(problemOf(await revertImport(store, importId!, { changed: 'skip' }))).toMatchObject({
      code: 'imports/still-referred-to',
      params: { id: child!.id },
    });
  });
});
