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
});
