import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { type Deal, type Id, instantOf, sumByCurrency } from '@kith/core';
import { csvTable, type Mapping, recogniseMapping } from '@kith/core/imports';
import { command, companies, deals, openStore, pipelines, products, type Store, teams, users } from '@kith/store';
import { type ImportReport, importCsv, revertImport } from '@kith/store/imports';
import { beforeAll, describe, expect, it } from 'vitest';
import { pipelineMaven } from '../../../examples/intranet/src/imports/pipeline-maven.js';
import { dataFolder } from '../../support/data.js';
import { valueOf } from '../../support/result.js';
import { all, dump } from './shop.js';

const folder = dataFolder('pipeline_maven');
const files = ['products.csv', 'sales_teams.csv', 'accounts.csv', 'sales_pipeline.csv'];
const text = (name: string): string => readFileSync(path.join(folder ?? '', name), 'utf8');

function mappingOf(content: string): Mapping {
  const table = csvTable();
  table.push(content.slice(0, 1_000));
  const mapping = recogniseMapping(table.header ?? [], pipelineMaven);
  if (!mapping) throw new Error(`No mapping for ${table.header}`);
  return mapping;
}
async function importAll(store: Store, mode: 'write' | 'try' = 'write'): Promise<readonly ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const name of files) {
    const report = await importCsv(store, text(name), mappingOf(text(name)), { mode });
    if (!report.ok) throw new Error(report.problem.message);
    reports.push(report.value);
  }
  return reports;
}
const sum = (report: ImportReport): number => report.created + report.updated + report.unchanged + report.rejected;
const dollars = (rows: readonly Deal[]): number =>
  (sumByCurrency(rows.flatMap((deal) => deal.actualValue ?? []))[0]?.minor ?? 0) / 100;

const adapters: Readonly<Record<string, () => StorageAdapter>> = {
  memory: memoryAdapter,
  'IndexedDB, through Dexie': () => dexieAdapter({ name: 'pipeline-maven' }),
};

describe.skipIf(!folder).each(Object.keys(adapters))('a real sales pipeline, imported into %s', (name) => {
  const adapter = adapters[name]!();
  let store: Store;
  let before: ReadonlyMap<string, unknown>;
  let reports: readonly ImportReport[];
  const keep = {
    id: 'company_kept' as Id<'company'>,
    name: 'Was here before',
    createdAt: instantOf(0),
    modifiedAt: instantOf(0),
  };

  beforeAll(async () => {
    store = await openStore({ adapter });
    await store.run(command('test/keep', null, async (work) => work.put(companies.collection, keep)));
    before = await dump(adapter);
  });

  it('I30 decides the same in a dry run and writes nothing', async () => {
    const tried = await importCsv(store, text('accounts.csv'), mappingOf(text('accounts.csv')), { mode: 'try' });
    expect(tried).toMatchObject({ ok: true, value: { state: 'tried', rowsIn: 85, created: 85, rejected: 0 } });
    expect(tried.ok && tried.value.importId).toBeUndefined();
    const users = await importCsv(store, text('sales_teams.csv'), mappingOf(text('sales_teams.csv')), {
      mode: 'try',
      chunkRows: 10,
    });
    expect(users).toMatchObject({ ok: true, value: { created: 35, alsoCreated: { teams: 3, users: 6 } } });
    expect(await dump(adapter)).toEqual(before);
  });

  it('I31 counts every row once', async () => {
    reports = await importAll(store);
    expect(
      reports.map(({ rowsIn, created, rejected, alsoCreated }) => ({ rowsIn, created, rejected, alsoCreated })),
    ).toEqual([
      { rowsIn: 7, created: 7, rejected: 0, alsoCreated: {} },
      { rowsIn: 35, created: 35, rejected: 0, alsoCreated: { teams: 3, users: 6 } },
      { rowsIn: 85, created: 85, rejected: 0, alsoCreated: {} },
      { rowsIn: 8_800, created: 8_800, rejected: 0, alsoCreated: { pipelines: 1 } },
    ]);
    for (const report of reports) expect(report.rowsIn).toBe(sum(report));
  });

  it('I32 comes to the figures of the files', async () => {
    const pipeline = (await all(store, pipelines.collection))[0]!;
    const everyDeal = await all(store, deals.collection);
    expect(everyDeal).toHaveLength(8_800);
    const inStage = (stage: string): readonly Deal[] =>
      everyDeal.filter((deal) => deal.stageId === pipeline.stages.find((each) => each.name === stage)?.id);
    expect(pipeline.stages.map((stage) => inStage(stage.name).length)).toEqual([500, 1_589, 4_238, 2_473]);

    const won = inStage('Won');
    expect(dollars(won)).toBe(10_005_534);
    const quarter = (number: number): readonly Deal[] =>
      won.filter(
        (deal) =>
          deal.actualCloseDay?.startsWith('2017') && Math.ceil(Number(deal.actualCloseDay.slice(5, 7)) / 3) === number,
      );
    expect([1, 2, 3, 4].map((number) => dollars(quarter(number)))).toEqual([
      1_134_672, 3_086_111, 2_982_255, 2_802_496,
    ]);
    expect(((100 * won.length) / (won.length + inStage('Lost').length)).toFixed(2)).toBe('63.15');

    const everyCompany = (await all(store, companies.collection)).filter((company) => company.id !== keep.id);
    expect(everyCompany).toHaveLength(85);
    expect(everyCompany.filter((company) => company.parentId !== undefined)).toHaveLength(15);
    expect(everyCompany.filter((company) => company.industry === 'technolgy').length).toBeGreaterThan(0);
    expect(everyCompany.find((company) => company.name === 'Acme Corporation')).toMatchObject({
      annualRevenue: { minor: 110_004_000_000, currency: 'USD' },
      employees: 2822,
      foundedYear: 1996,
      addresses: [{ label: 'work', country: 'United States' }],
    });
    const parent = everyCompany.find(
      (company) => company.id === everyCompany.find(({ name: each }) => each === 'Cheers')?.parentId,
    );
    expect(parent?.name).toBe('Massive Dynamic');
  });

  it('I32 takes the dirt for what it is', async () => {
    const everyDeal = await all(store, deals.collection);
    const everyUser = await all(store, users.collection);
    const everyProduct = await all(store, products.collection);
    expect(everyDeal.filter((deal) => deal.companyId === undefined)).toHaveLength(1_425);
    expect(everyDeal.filter((deal) => deal.openedDay === undefined)).toHaveLength(500);
    expect(everyDeal.filter((deal) => deal.status === 'open' && deal.actualCloseDay !== undefined)).toHaveLength(0);
    expect(everyDeal.every((deal) => (deal.status === 'lost') === (deal.lossReason === 'Not recorded'))).toBe(true);

    const pro = everyProduct.find((product) => product.name === 'GTX Pro')!;
    expect(everyProduct).toHaveLength(7);
    expect(everyDeal.filter((deal) => deal.productIds?.includes(pro.id))).toHaveLength(
      text('sales_pipeline.csv').split(',GTXPro,').length - 1,
    );
    expect(
      everyDeal
        .filter((deal) => deal.status === 'open')
        .every(
          (deal) => deal.amount?.minor === everyProduct.find(({ id }) => id === deal.productIds?.[0])?.price?.minor,
        ),
    ).toBe(true);

    expect(everyUser).toHaveLength(41);
    const agents = everyUser.filter((user) => user.managerId !== undefined);
    expect(agents).toHaveLength(35);
    expect(agents.filter((agent) => everyDeal.every((deal) => deal.ownerId !== agent.id))).toHaveLength(5);
    expect((await all(store, teams.collection)).map((team) => team.name).sort()).toEqual(['Central', 'East', 'West']);
  });

  it('I33 begins each deal with its history, at the end of its column', async () => {
    const everyDeal = await all(store, deals.collection);
    const first = everyDeal.find((deal) => deal.externalIds?.['pipeline-maven'] === '1C1I7A6R')!;
    expect(first).toMatchObject({
      name: 'GTX Plus Basic for Cancity',
      status: 'won',
      openedDay: '2016-10-20',
      actualCloseDay: '2017-03-01',
      actualValue: { minor: 105_400, currency: 'USD' },
    });
    expect(first.stageHistory).toHaveLength(2);
    const byRow = everyDeal
      .toSorted((left, right) => (left.rank < right.rank ? -1 : 1))
      .map((deal) => deal.externalIds?.['pipeline-maven']);
    expect(byRow).toEqual(
      text('sales_pipeline.csv')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    );
    expect(new Set(everyDeal.map((deal) => deal.rank)).size).toBe(8_800);
  });

  it('I34 changes nothing when it is imported again', async () => {
    const stored = await dump(adapter);
    const again = await importAll(store);
    expect(again.map(({ rowsIn, unchanged }) => [rowsIn, unchanged])).toEqual([
      [7, 7],
      [35, 35],
      [85, 85],
      [8_800, 8_800],
    ]);
    expect(again.map(({ importId }) => importId)).toEqual([undefined, undefined, undefined, undefined]);
    expect(await dump(adapter)).toEqual(stored);
  });

  it('I35 writes only what changed when a corrected file is imported, and takes that back alone', async () => {
    const stored = await dump(adapter);
    const corrected = text('accounts.csv')
      .replace('Betatech,medical,1986', 'Betatech,medical,1987')
      .replace('Bioplex,medical', 'Bioplex,health');
    const report = await importCsv(store, corrected, mappingOf(corrected));
    expect(report).toMatchObject({ ok: true, value: { created: 0, updated: 2, unchanged: 83 } });
    const reverted = await revertImport(store, report.ok ? report.value.importId! : ('' as never));
    expect(reverted).toEqual({ ok: true, value: { removed: 0, restored: 2, skipped: [] } });
    expect(await dump(adapter)).toEqual(stored);
  });

  it('I31 rejects what cannot be true, each row with its reason', async () => {
    const stored = await dump(adapter);
    const header = text('sales_pipeline.csv').split('\n')[0]!;
    const bad = [
      'X1,Moses Frase,GTX Pro,Cancity,Stalled,2017-01-01,,',
      'X2,Moses Frase,GTX Pro,Cancity,Won,2017-01-01,2017-02-01,-5',
      'X3,Moses Frase,GTX Pro,Cancity,Won,2017-01-01,2017-02-01,99999999999',
      'X4,Moses Frase,GTX Pro,Cancity,Won,2017-01-01,2017-02-30,100',
      'X5,Moses Frase,GTX Prro,Cancity,Won,2017-01-01,2017-02-01,100',
      'X6,Moses Frase,GTX Pro,Cancity,Won,2017-03-01,2017-02-01,100',
      'X6,Moses Frase,GTX Pro,Cancity,Engaging,2017-03-01,,',
    ];
    const report = valueOf(await importCsv(store, [header, ...bad].join('\n'), mappingOf(`${header}\n`)));
    expect(report).toMatchObject({ rowsIn: 7, rejected: 7, created: 0 });
    expect(report.importId).toBeUndefined();
    expect(report.rejections.map(({ line, problems }) => `${line} ${problems.map(({ code }) => code).join()}`)).toEqual(
      [
        '2 imports/unknown-stage',
        '3 imports/out-of-bounds',
        '4 imports/out-of-bounds',
        '5 imports/no-such-day',
        '6 imports/not-found',
        '7 imports/closed-before-opened',
        '8 imports/duplicate-external-id',
      ],
    );
    expect(report.rejections[4]?.problems[0]?.message).toContain('Is it "GTX Pro"');
    expect(await dump(adapter)).toEqual(stored);
  });

  it('I36 takes everything back and leaves what was there before', async () => {
    for (const report of reports.toReversed()) {
      const reverted = await revertImport(store, report.importId!);
      expect(reverted).toMatchObject({ ok: true, value: { skipped: [], restored: 0 } });
    }
    expect(await dump(adapter)).toEqual(before);
    await store.close();
  });
});
