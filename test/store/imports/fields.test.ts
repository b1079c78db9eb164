import { memoryAdapter } from '@kith/adapters';
import { csvTable, fieldColumns, type Mapping, writeFieldRows } from '@kith/core/imports';
import { companies, openStore } from '@kith/store';
import { customFields } from '@kith/store/fields';
import { importCsv, revertImport } from '@kith/store/imports';
import { expect, it } from 'vitest';
import { valueOf } from '../../support/result.js';
import { field } from '../fields/house.js';
import { all, dump } from './shop.js';

const on = 'company';
const open = async () => {
  const fields = customFields({
    fields: [
      field({ on, name: 'limit', type: 'money', labels: { en: 'Credit limit', de: 'Kreditrahmen' }, currency: 'EUR' }),
      field({ on, name: 'mail', type: 'email', labels: { en: 'Billing address' } }),
      field({ on, name: 'code', type: 'text', labels: { en: 'Code' }, unique: true }),
      field({ on, name: 'bank', type: 'reference', to: 'company', labels: { en: 'Bank' } }),
      field({ on, name: 'note', type: 'longText', labels: { en: 'Note' } }),
      field({
        on,
        name: 'grades',
        type: 'choices',
        labels: { en: 'Grades' },
        options: [{ value: 'a', labels: { en: 'A; one' } }, { value: 'b' }],
      }),
    ],
  });
  const adapter = memoryAdapter();
  const store = await openStore({ adapter, fields });
  return { store, adapter, fieldsOf: () => fields.registry().fieldsOf(on), registry: fields.registry };
};

it('I61 bad cells of custom fields keep their row out, with the reasons, and no other', async () => {
  const { store, adapter, fieldsOf, registry } = await open();
  const lines = [
    '1;Brama;1.200,50;billing@brama.example;X1;',
    '2;Crane;viel;nobody;X2;1',
    '3;Delta;5;nobody;X3;1',
    '4;Essen;5 USD;;X4;',
    '5;Fluss;;;x1;',
    '6;Grund;;;X6;9',
    '7;Hafen;-3;;X7;8',
    '8;Insel;;;X8;',
  ];
  const header = 'nr;name;Kreditrahmen;Billing address;Code;bank';
  const columns = header.split(';').slice(1);
  const { fields, lookups, left } = fieldColumns(registry(), fieldsOf(), columns, {
    decimal: ',',
    grouping: '.',
    references: { system: 'erp' },
  });
  expect(left).toEqual([]);
  const mapping: Mapping = { name: 'Customers', into: 'companies', system: 'erp', externalId: ['nr'], fields, lookups };
  const before = await dump(adapter);
  const report = valueOf(await importCsv(store, [header, ...lines].join('\n'), mapping));
  expect(report).toMatchObject({ rowsIn: 8, created: 3, rejected: 5 });
  expect(
    report.rejections.map(({ line, problems }) => [line, problems.map(({ code, path }) => `${code} ${path}`)]),
  ).toEqual([
    [3, ['imports/not-a-number Kreditrahmen']],
    [4, ['fields/wrong-format customFields.mail']],
    [5, ['fields/wrong-format customFields.limit']],
    [6, ['fields/not-unique customFields.code']],
    [7, ['imports/not-found bank']],
  ]);
  expect(report.rejectedCsv).toContain('5 USD');
  const made = [...(await all(store, companies.collection))].sort((a, b) => (a.name < b.name ? -1 : 1));
  expect(made.map(({ name, customFields }) => [name, customFields?.['limit'], customFields?.['bank']])).toEqual([
    ['Brama', { minor: 120_050, currency: 'EUR' }, undefined],
    ['Hafen', { minor: -300, currency: 'EUR' }, made[2]?.id],
    ['Insel', undefined, undefined],
  ]);
  if (report.importId) valueOf(await revertImport(store, report.importId));
  expect(await dump(adapter)).toEqual(before);
});

it('I60 a file of this book comes back: rows are known by their ids, and none is made', async () => {
  const { store, fieldsOf, registry } = await open();
  const names = ['name', 'limit', 'mail', 'code', 'bank', 'note', 'grades', 'tags'];
  const fields = fieldsOf().filter(({ name }) => names.includes(name));
  const bank = valueOf(await store.run(companies.create({ name: 'Bank', customFields: { code: '=1' } })));
  const customFields = {
    limit: { minor: -5, currency: 'EUR' },
    bank: bank.id,
    note: " '=1\r\n-2; ",
    grades: ['a', 'b'],
  };
  valueOf(await store.run(companies.create({ name: '-Minus', tags: ['x; y', '\\z'], customFields })));
  const rows = await all(store, companies.collection);
  const id = { ...fields[0]!, name: 'id', path: 'id', labels: { en: 'Kith id' } };
  const text = [...writeFieldRows([id, ...fields], rows)].join('');

  const table = csvTable();
  valueOf(table.push(text));
  const { fields: mapped, lookups } = fieldColumns(registry(), fields, (table.header ?? []).slice(1), {
    isOurs: true,
    whenEmpty: 'clear',
  });
  const mapping: Mapping = {
    name: 'Back',
    into: 'companies',
    system: 'kith',
    externalId: ['Kith id'],
    matchBy: 'id',
    delimiter: ',',
    fields: mapped,
    lookups,
  };
  expect(valueOf(await importCsv(store, text, mapping))).toMatchObject({ unchanged: 2, rowsIn: 2 });

  const edited = text.replace('-0.05 EUR', '').replace('A; one', 'A; one').replace("'-Minus", 'Plus');
  expect(valueOf(await importCsv(store, edited, mapping))).toMatchObject({ updated: 1, unchanged: 1 });
  const plus = (await all(store, companies.collection)).find(({ name }) => name === 'Plus');
  expect(plus).toMatchObject({ name: 'Plus', tags: ['x; y', '\\z'] });
  expect(plus?.customFields).toEqual({ bank: bank.id, note: customFields.note, grades: ['a', 'b'] });

  const strange = edited.replaceAll(bank.id, 'company_01JD5ZZZZZZZZZZZZZZZZZZZZZ');
  const report = valueOf(await importCsv(store, strange, mapping));
  expect(report.rejections.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([
    'imports/unknown-row',
    'imports/not-found',
  ]);
  expect(await all(store, companies.collection)).toHaveLength(2);
});
