import 'fake-indexeddb/auto';
import { dexieAdapter } from '@kith/adapters/dexie';
import { csvTable } from '@kith/core/imports';
import { companies, deals, openStore, type Store, teams } from '@kith/store';
import { importCsv, revertImport } from '@kith/store/imports';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';
import { problemOf, valueOf } from '../../support/result.js';
import { all, csv, customers, dump, many, openShop } from './shop.js';

describe('rows', () => {
  it('I31 counts good rows and bad ones, whatever is in them', async () => {
    const row = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('1', '2', '3', '4', ''),
          fc.constantFrom('Acme', 'Brama', ''),
          fc.constantFrom('7', '-1', 'x', ''),
          fc.constantFrom('', 'Acme', 'Nobody'),
          fc.constantFrom('', 'North', 'South'),
        )
        .map(([id, name, employees, parent, team]) => `${id},${name},retail,${employees},${parent},${team}`),
      fc.constantFrom('too,few', 'a,b,c,d,e,f,g', '"x"y,b,c,1,,', '', 'é\0,b,c,1,,'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 12 }),
        fc.array(row, { maxLength: 12 }),
        fc.constantFrom(1, 3, 100),
        async (first, second, chunkRows) => {
          const { store, adapter } = await openShop();
          const states = [await dump(adapter)];
          const imports = [];
          for (const rows of [first, second]) {
            const tried = valueOf(await importCsv(store, csv(...rows), customers, { mode: 'try', chunkRows }));
            const report = valueOf(await importCsv(store, csv(...rows), customers, { chunkRows }));
            expect(report.rowsIn).toBe(rows.filter((each) => each !== '').length);
            expect(report.rowsIn).toBe(report.created + report.updated + report.unchanged + report.rejected);
            expect({ ...tried, state: '', importId: '' }).toEqual({ ...report, state: '', importId: '' });
            states.push(await dump(adapter));
            imports.push(report.importId);
          }
          for (const [index, importId] of [...imports.entries()].reverse()) {
            if (importId) expect(valueOf(await revertImport(store, importId)).skipped).toEqual([]);
            expect(await dump(adapter)).toEqual(states[index]);
          }
        },
      ),
      fuzz(60),
    );
  });

  it('I35 changes mapped fields only, and says what was the same', async () => {
    const { store } = await openShop();
    valueOf(await importCsv(store, csv('1,Acme,retail,5,,', '2,Brama,food,6,,'), customers));
    const acme = (await all(store, companies.collection)).find((company) => company.name === 'Acme')!;
    valueOf(
      await store.run(companies.edit({ id: acme.id, changes: { description: 'Ours since 1999', employees: 9 } })),
    );
    expect(valueOf(await importCsv(store, csv('1,Acme,wholesale,,,', '2,Brama,food,6,,'), customers))).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 1,
    });
    expect((await all(store, companies.collection)).find((company) => company.id === acme.id)).toMatchObject({
      industry: 'wholesale',
      employees: 9,
      description: 'Ours since 1999',
    });
  });

  it('I41 rejects the second row of one id and names the first, across chunks', async () => {
    const { store } = await openShop();
    const report = valueOf(
      await importCsv(store, csv('1,Acme,,,,', '2,Brama,,,,', '1,Acme again,,,,'), customers, { chunkRows: 1 }),
    );
    expect(report).toMatchObject({
      created: 2,
      rejected: 1,
      rejections: [
        { line: 4, problems: [{ code: 'imports/duplicate-external-id', params: { value: '1', firstLine: 2 } }] },
      ],
    });
  });

  it('I42 gives rejected rows back, and takes them when they are mended', async () => {
    const { store } = await openShop();
    const report = valueOf(
      await importCsv(
        store,
        csv('1,Acme,retail,many,,', '2,Brama,"a, ""b""\nc",6,,', '3,,retail,,Nobody,', '4,Cork,too,few'),
        customers,
      ),
    );
    expect(report).toMatchObject({ rowsIn: 4, created: 1, rejected: 3 });
    expect(report.rejectedCsv.split('\r\n')[1]).toBe(
      '"employees: ""many"" is not a number with ""."" before the fraction and nothing between thousands. Correct it, or declare how the file writes numbers.",1,Acme,retail,many,,',
    );
    const table = csvTable();
    const rows = valueOf(table.push(report.rejectedCsv));
    expect(rows.map(({ cells }) => cells.slice(1))).toEqual([
      ['1', 'Acme', 'retail', 'many', '', ''],
      ['3', '', 'retail', '', 'Nobody', ''],
      ['4', 'Cork', 'too', 'few'],
    ]);
    const mended = report.rejectedCsv
      .replace(',many,', ',12,')
      .replace('3,,retail,,Nobody', '3,Dot,retail,,Brama')
      .replace('too,few', 'too,1,,');
    const again = valueOf(await importCsv(store, mended, customers));
    expect(again).toMatchObject({ created: 3, rejected: 0, rejectedCsv: '' });
    expect(await all(store, companies.collection)).toHaveLength(4);
  });

  it('I43 lets a row wait for one further down, and rejects what waits in vain', async () => {
    const { store } = await openShop();
    const report = valueOf(
      await importCsv(
        store,
        csv(
          '1,Grandchild,,,Child,',
          '2,Child,,,Parent,',
          '3,Alone,,,Prent,',
          '4,Egg,,,Hen,',
          '5,Hen,,,Egg,',
          '6,Parent,,,,',
        ),
        customers,
        { chunkRows: 1 },
      ),
    );
    expect(report).toMatchObject({ rowsIn: 6, created: 3, rejected: 3 });
    expect(report.rejections.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([
      [4, 'imports/not-found'],
      [5, 'imports/not-found'],
      [6, 'imports/not-found'],
    ]);
    const byName = new Map((await all(store, companies.collection)).map((company) => [company.name, company]));
    expect(byName.get('Grandchild')?.parentId).toBe(byName.get('Child')?.id);
    expect(byName.get('Child')?.parentId).toBe(byName.get('Parent')?.id);
  });

  it('I43 suggests the names that are near', async () => {
    const { store } = await openShop();
    valueOf(await importCsv(store, csv('1,Parent,,,,'), customers));
    const report = valueOf(await importCsv(store, csv('2,Child,,,Prent,'), customers));
    expect(report.rejections[0]?.problems[0]?.message).toBe(
      'parent: there is no "Prent" among companies. Is it "Parent"? Then declare the alias.',
    );
  });

  it('I44 brings a team in once, and not for a row that is rejected', async () => {
    const { store } = await openShop();
    const report = valueOf(
      await importCsv(
        store,
        csv('1,Acme,,x,,East', '2,Brama,,1,,North', '3,Cork,,2,,North', '4,Dot,,3,,North'),
        customers,
        { chunkRows: 2 },
      ),
    );
    expect(report).toMatchObject({ created: 3, rejected: 1, alsoCreated: { teams: 1 } });
    expect((await all(store, teams.collection)).map((team) => team.name)).toEqual(['North']);
  });

  it('I33 puts new deals behind those that are in the column', async () => {
    const { store } = await openShop();
    const mapping = {
      name: 'Deals',
      into: 'deals',
      system: 'shop',
      externalId: ['id'],
      pipeline: {
        externalId: 'p',
        name: 'Sales',
        openedIn: 'Open',
        stages: [
          { name: 'Open', type: 'open', probability: 50 },
          { name: 'Won', type: 'won', probability: 100 },
        ],
      },
      fields: [
        { field: 'name', from: [{ column: 'name' }], required: true },
        { field: 'stageId', from: [{ stage: 'stage' }] },
      ],
    } as const;
    valueOf(await importCsv(store, 'id,name,stage\n1,First,Open\n2,Second,Open\n', mapping));
    const report = valueOf(
      await importCsv(store, 'id,name,stage\n3,Third,Open\n4,Lost in space,Orbit\n5,Too soon,Won\n', mapping),
    );
    expect(report).toMatchObject({ created: 1, rejected: 2, alsoCreated: {} });
    expect(report.rejections.map(({ problems }) => problems[0]?.code)).toEqual([
      'imports/unknown-stage',
      'imports/close-day-required',
    ]);
    const ordered = (await all(store, deals.collection)).toSorted((left, right) => (left.rank < right.rank ? -1 : 1));
    expect(ordered.map((deal) => deal.name)).toEqual(['First', 'Second', 'Third']);
  });
});

describe('sources', () => {
  const text = csv('1,Łódź,café,1,,', '2,日本,naïve,2,,');
  const bytes = new TextEncoder().encode(text);
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 5) yield bytes.subarray(at, at + 5);
  };
  it.each([
    ['text', text],
    ['a file', new Blob([bytes])],
    ['a file with a mark', new Blob(['\uFEFF', text])],
    ['a stream', new Blob([bytes]).stream()],
    ['pieces', { [Symbol.asyncIterator]: pieces }],
  ])('I47 reads %s', async (_, source) => {
    const { store } = await openShop();
    expect(valueOf(await importCsv(store, source, customers))).toMatchObject({ created: 2 });
    expect((await all(store, companies.collection)).map((company) => company.name).sort()).toEqual(['Łódź', '日本']);
  });

  it('I47 reads the encoding that the mapping declares', async () => {
    const { store } = await openShop();
    const latin = Uint8Array.from(csv('1,Müller,,,,'), (character) => character.charCodeAt(0));
    expect(
      valueOf(await importCsv(store, new Blob([latin]), { ...customers, encoding: 'windows-1252' })),
    ).toMatchObject({ created: 1 });
    expect((await all(store, companies.collection))[0]?.name).toBe('Müller');
  });
});

describe('the page', () => {
  it('I45 breathes while rows are decided and written', async () => {
    const { store } = await openShop();
    let breaths = 0;
    const giveWay = async (): Promise<void> => {
      breaths += 1;
    };
    valueOf(await importCsv(store, many(4_000), customers, { giveWay }));
    expect(breaths).toBeGreaterThan(2);
  });

  it('I46 is told of each commit once, and undo stays where it was', async () => {
    const { store } = await openShop();
    const own = valueOf(await store.run(companies.create({ name: 'By hand' })));
    const told: number[] = [];
    const subscription = store.changes$.subscribe(({ changes }) =>
      told.push(changes.filter((change) => change.collection === 'companies').length),
    );
    const progress: number[] = [];
    valueOf(
      await importCsv(store, many(250), customers, {
        chunkRows: 100,
        onProgress: ({ rowsIn }) => progress.push(rowsIn),
      }),
    );
    subscription.unsubscribe();
    expect(told).toEqual([100, 100, 50, 0]);
    expect(progress).toEqual([100, 200, 250]);
    valueOf(await store.undo());
    expect((await all(store, companies.collection)).some((company) => company.id === own.id)).toBe(false);
    expect(await all(store, companies.collection)).toHaveLength(250);
  });
});

describe('programmers', () => {
  it('I12 hear at the call that a collection is not there', async () => {
    const { store } = await openShop();
    await expect(importCsv(store, csv(), { ...customers, into: 'customers' })).rejects.toThrow(
      /There is no collection "customers". Use one of users, teams/,
    );
  });

  it('I12 get a refusal for a mapping that is none', async () => {
    const { store } = await openShop();
    expect(problemOf(await importCsv(store, csv(), { ...customers, fields: [] }))).toMatchObject({
      code: 'imports/invalid-mapping',
    });
  });

  it('I36 keeps the record of what was taken back, and takes nothing back twice', async () => {
    const { store } = await openShop();
    const { importId } = valueOf(await importCsv(store, many(3), customers));
    valueOf(await revertImport(store, importId!));
    expect(problemOf(await revertImport(store, importId!)).code).toBe('imports/already-reverted');
    expect(problemOf(await revertImport(store, 'import_nobody' as never)).code).toBe('imports/unknown-import');
  });

  it('I36 can be taken back after the book was closed and opened again', async () => {
    const book = (): Promise<Store> => openStore({ adapter: dexieAdapter({ name: 'closed-and-opened' }) });
    const before = await book();
    const { importId } = valueOf(await importCsv(before, many(30), customers, { chunkRows: 10 }));
    await before.close();
    const after = await book();
    expect(valueOf(await revertImport(after, importId!))).toEqual({ removed: 30, restored: 0, skipped: [] });
    expect(await all(after, companies.collection)).toEqual([]);
    await after.close();
  });
});
