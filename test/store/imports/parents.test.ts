import type { Lookup, Mapping } from '@kith/core/imports';
import { companies } from '@kith/store';
import { importCsv, revertImport } from '@kith/store/imports';
import { describe, expect, it } from 'vitest';
import { valueOf } from '../../support/result.js';
import { all, csv, customers, dump, openShop } from './shop.js';

/** Which company of the book belongs to which, by name. */
const parentsIn = async (store: Parameters<typeof all>[0]): Promise<Record<string, string | undefined>> => {
  const rows = await all(store, companies.collection);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return Object.fromEntries(rows.map(({ name, parentId }) => [name, parentId && names.get(parentId)]));
};

describe('companies of a file', () => {
  for (const chunkRows of [1, 2, 100])
    it(`I62 never belong to themselves or to a subsidiary of theirs, ${chunkRows} rows at once`, async () => {
      const { store, adapter } = await openShop();
      valueOf(await importCsv(store, csv('1,Holding,,,,', '2,Works,,,Holding,', '3,Foundry,,,Works,'), customers));
      const before = await dump(adapter);
      const file = csv(
        '1,Holding,retail,,Foundry,',
        '2,Works,,,Works,',
        '3,Foundry,mining,,,',
        '4,Elsewhere,,,Holding,',
        '5,Alone,,,Alone,',
      );
      const tried = valueOf(await importCsv(store, file, customers, { chunkRows, mode: 'try' }));
      const report = valueOf(await importCsv(store, file, customers, { chunkRows }));
      expect({ ...tried, state: '', importId: '' }).toEqual({ ...report, state: '', importId: '' });
      expect(report).toMatchObject({ rowsIn: 5, created: 1, updated: 1, rejected: 3 });
      expect(report.rejections.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([
        [2, 'companies/own-ancestor'],
        [3, 'companies/own-ancestor'],
        [6, 'imports/not-found'],
      ]);
      expect(await parentsIn(store)).toEqual({
        Holding: undefined,
        Works: 'Holding',
        Foundry: 'Works',
        Elsewhere: 'Holding',
      });
      valueOf(await revertImport(store, report.importId!));
      expect(await dump(adapter)).toEqual(before);
    });

  for (const chunkRows of [1, 100])
    it(`I62 build no circle together, ${chunkRows} rows at once`, async () => {
      const { store } = await openShop();
      valueOf(await importCsv(store, csv('1,Hen,,,,', '2,Egg,,,,', '3,Chick,,,,'), customers));
      const file = csv('1,Hen,,,Egg,', '2,Egg,,,Chick,', '3,Chick,,,Hen,');
      const tried = valueOf(await importCsv(store, file, customers, { chunkRows, mode: 'try' }));
      expect(tried).toMatchObject({ updated: 2, rejected: 1 });
      const report = valueOf(await importCsv(store, file, customers, { chunkRows }));
      expect(report.rejections).toEqual(tried.rejections);
      expect(report.rejections.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([
        [4, 'companies/own-ancestor'],
      ]);
      expect(await parentsIn(store)).toEqual({ Hen: 'Egg', Egg: 'Chick', Chick: undefined });
    });

  for (const [what, by, rows] of [
    ['external id', 'externalIds.shop', ['1,Holding,,,1,', '2,Works,,,1,', '3,Foundry,,,9,', '9,Late,,,3,']],
    ['name', 'name', ['1,Holding,,,Holding,', '2,Works,,,Foundry,', '3,Alone,,,Alone,']],
  ] as const)
    for (const chunkRows of [1, 100])
      it(`I63 are not made by their own lookup by ${what}, ${chunkRows} rows at once`, async () => {
        const { store } = await openShop();
        const parent: Lookup = {
          column: 'parent',
          in: 'companies',
          by,
          create: [{ field: 'name', from: [{ template: 'Made {parent}' }, { column: 'parent' }] }],
        };
        const named: Lookup = { ...parent, create: [{ field: 'name', from: [{ column: 'parent' }] }] };
        const mapping: Mapping = {
          ...customers,
          lookups: { ...customers.lookups, parent: by === 'name' ? named : parent },
        };
        const tried = valueOf(await importCsv(store, csv(...rows), mapping, { chunkRows, mode: 'try' }));
        const report = valueOf(await importCsv(store, csv(...rows), mapping, { chunkRows }));
        const [wouldRefuse, refused] = [tried, report].map(({ rejections }) =>
          rejections.map(({ line, problems }) => [line, problems[0]?.code]),
        );
        expect(wouldRefuse).toEqual(refused);
        expect(refused).toEqual((by === 'name' ? [2, 4] : [2, 5]).map((line) => [line, 'companies/own-ancestor']));
        const found = await all(store, companies.collection);
        const external = found.map(({ externalIds }) => externalIds?.shop);
        expect(new Set(external).size).toBe(found.length);
        expect(await parentsIn(store)).toEqual(
          by === 'name'
            ? { Foundry: undefined, Works: 'Foundry' }
            : { 'Made 1': undefined, Works: 'Made 1', 'Made 9': undefined, Foundry: 'Made 9' },
        );
      });

  it('I63 are told that a row names itself where it is no parent that is looked up', async () => {
    const { store } = await openShop();
    const partner: Lookup = {
      column: 'parent',
      in: 'companies',
      by: 'externalIds.shop',
      create: [{ field: 'name', from: [{ column: 'parent' }] }],
    };
    const mapping: Mapping = {
      ...customers,
      lookups: { partner },
      fields: [
        { field: 'name', from: [{ column: 'name' }] },
        { field: 'customFields.partner', from: [{ lookup: 'partner' }] },
      ],
    };
    const report = valueOf(await importCsv(store, csv('1,Alone,,,1,'), mapping));
    expect(report.rejections[0]?.problems[0]).toMatchObject({ code: 'imports/names-itself', path: 'parent' });
    expect(await all(store, companies.collection)).toEqual([]);
  });

  it('I64 stay where they are when taking the import back would build a circle', async () => {
    const { store } = await openShop();
    valueOf(await importCsv(store, csv('1,Hen,,,,', '2,Egg,,,Hen,', '3,Chick,,,,'), customers));
    const clearing: Mapping = {
      ...customers,
      fields: customers.fields.map((field) => ({
        ...field,
        ...(field.field === 'parentId' && { whenEmpty: 'clear' }),
      })),
    };
    const report = valueOf(await importCsv(store, csv('2,Egg,,,,', '3,Chick,mining,,,'), clearing));
    const [hen, egg] = ['Hen', 'Egg'].map((name) => (each: { name: string }) => each.name === name);
    const found = await all(store, companies.collection);
    const idOf = (is: typeof hen) => found.find(is!)!.id;
    valueOf(await store.run(companies.edit({ id: idOf(hen), changes: { parentId: idOf(egg) } })));
    expect(valueOf(await revertImport(store, report.importId!))).toEqual({
      removed: 0,
      restored: 1,
      skipped: [{ collection: 'companies', id: idOf(egg) }],
    });
    expect(await parentsIn(store)).toEqual({ Hen: 'Egg', Egg: undefined, Chick: undefined });
  });
});
