import 'fake-indexeddb/auto';
import { memoryAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import type { Contact, Id } from '@kith/core';
import { companies, contacts, deals, erase, type Store } from '@kith/store';
import { auditLog, auditOf } from '@kith/store/audit';
import {
  all,
  bringUpToDate,
  byId,
  collectionOf,
  create,
  customFields,
  define,
  defineEntity,
  definitions,
  edit,
  remove,
  removeEntity,
} from '@kith/store/fields';
import { importCsv, revertImport } from '@kith/store/imports';
import { describe, expect, it } from 'vitest';
import { ask, euros, openBook, problemOf, valueOf } from '../../support/book.js';
import { company, expectedOf, field, openHouse, valuesOf } from './house.js';

let books = 0;

const ticket = field({ on: 'contact', name: 'badge', type: 'text', unique: true });
const withBadge = (name: string, badge: string) => contacts.create({ name, customFields: { badge } });
const badges = async (store: Store): Promise<readonly unknown[]> =>
  (await ask(store, contacts.all())).map((contact: Contact) => contact.customFields?.['badge']);

/** Two stores on one database, as two tabs of a browser are. */
async function twoTabs(fields = [ticket]): Promise<readonly [Store, Store]> {
  const name = `fields ${books++}`;
  const open = () =>
    openBook({ adapter: dexieAdapter({ name }), random: Math.random, fields: customFields({ fields }) });
  return [await open(), await open()];
}

describe('what a command writes', () => {
  it('CF30 is held against the definitions, gets its defaults and its formulas, and is answered so', async () => {
    const { store, pipeline } = await openHouse([
      field({ name: 'tier', type: 'choice', options: [{ value: 'A' }, { value: 'B' }], default: 'B' }),
      field({ name: 'contract', type: 'text', required: { field: 'status', is: 'eq', value: 'won' } }),
      field({ name: 'half', type: 'formula', formula: 'amount / 2' }),
    ]);
    const made = valueOf(await store.run(deals.create({ name: 'a', pipelineId: pipeline.id, amount: euros(9) })));
    expect(made.customFields).toEqual({ tier: 'B', half: { minor: 450, currency: 'EUR' } });
    const wrong = { customFields: { ...made.customFields, tier: 'C' } };
    expect(problemOf(await store.run(deals.edit({ id: made.id, changes: wrong })))).toBe('fields/unknown-option');
    expect(await store.can(deals.win({ id: made.id }))).toMatchObject({
      problem: { code: 'fields/required', fix: { fields: ['customFields.contract'] } },
    });
    const edited = valueOf(
      await store.run(
        deals.edit({ id: made.id, changes: { amount: null, customFields: { contract: 'C-1', half: 5 } } }),
      ),
    );
    // What is computed is computed, whatever was given.
    expect(edited.customFields).toEqual({ contract: 'C-1' });
    expect(valueOf(await store.run(deals.win({ id: made.id, actualValue: euros(9) }))).status).toBe('won');
  });

  it('CF31 takes no unique value twice, whatever its case, and frees it with its row', async () => {
    const { store } = await openHouse([ticket]);
    const first = valueOf(await store.run(withBadge('Lea', 'A-1')));
    expect(problemOf(await store.run(withBadge('Max', 'a-1')))).toBe('fields/not-unique');
    expect(problemOf(await store.can(withBadge('Max', 'a-1')))).toBe('fields/not-unique');
    valueOf(await store.run(contacts.edit({ id: first.id, changes: { customFields: { badge: 'A-2' } } })));
    const second = valueOf(await store.run(withBadge('Max', 'A-1')));
    expect(
      problemOf(
        await store
          .undo()
          .then(async () => store.undo())
          .then(async () => store.run(withBadge('Mia', 'A-1'))),
      ),
    ).toBe('fields/not-unique');
    expect(await badges(store)).toEqual(['A-1']);
    valueOf(await store.run(erase(contacts.collection, first.id)));
    valueOf(await store.run(withBadge('Mia', 'A-1')));
    expect(second.id).not.toBe(first.id);
  });

  it('CF31 is not brought back by undo where somebody has taken its value since', async () => {
    const { store } = await openHouse([ticket]);
    const lea = valueOf(await store.run(withBadge('Lea', 'A-1')));
    valueOf(await store.run(contacts.edit({ id: lea.id, changes: { customFields: {} } })));
    const other = { ...withBadge('Max', 'A-1'), history: 'none' as const };
    valueOf(await store.run(other));
    expect(problemOf(await store.undo())).toBe('fields/not-unique');
    expect([...(await badges(store))].sort()).toEqual(['A-1', undefined]);
  });

  it('CF32 takes a unique value once where two tabs take it at the same moment', async () => {
    const [one, two] = await twoTabs();
    const results = await Promise.all([one.run(withBadge('Lea', 'A-1')), two.run(withBadge('Max', 'A-1'))]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : [result.problem.code]))).toEqual(['fields/not-unique']);
    for (const store of [one, two]) await expect.poll(() => badges(store)).toEqual(['A-1']);
    await one.close();
    await two.close();
  });

  it('CF33 counts once what two tabs add to one row at the same moment', async () => {
    const [one, two] = await twoTabs([
      field({
        on: 'company',
        name: 'people',
        type: 'rollUp',
        rollUp: { of: 'contact', by: 'companyId', take: 'count' },
      }),
    ]);
    const brama = await company(one, 'Brama');
    const hire = (store: Store, index: number) =>
      store.run(contacts.create({ name: `Person ${index}`, companyId: brama }));
    const hired = await Promise.all(Array.from({ length: 12 }, (_, index) => hire(index % 2 ? one : two, index)));
    expect(hired.every(({ ok }) => ok)).toBe(true);
    for (const store of [one, two]) await expect.poll(() => valuesOf(store, brama)).toEqual({ people: 12 });
    await one.close();
    await two.close();
  });
});

describe('definitions that change while the application runs', () => {
  it('CF34 are known to every tab before it writes its next row, and refused where they do not fit', async () => {
    const [one, two] = await twoTabs([]);
    valueOf(await one.run(define(field({ on: 'company', name: 'tier', type: 'number', default: 3 }))));
    expect(valueOf(await one.run(companies.create({ name: 'a' }))).customFields).toEqual({ tier: 3 });
    expect(valueOf(await two.run(companies.create({ name: 'b' }))).customFields).toEqual({ tier: 3 });
    expect(problemOf(await two.run(define(field({ on: 'company', name: 'TIER', type: 'text' }))))).toBe(
      'fields/duplicate',
    );
    expect(problemOf(await two.run(define(field({ name: '__proto__', type: 'text' }))))).toBe('fields/bad-name');
    valueOf(await two.run(define(field({ on: 'company', name: 'twice', type: 'formula', formula: 'tier * 2' }))));
    expect(problemOf(await one.run(remove({ on: 'company', name: 'tier' })))).toBe('fields/in-use');
    expect(problemOf(await one.run(define(field({ on: 'company', name: 'tier', type: 'text' }))))).toBe(
      'fields/in-use',
    );
    expect(
      problemOf(await one.run(define(field({ on: 'company', name: 'tier', type: 'formula', formula: 'twice' })))),
    ).toBe('fields/circle');
    expect(await ask(one, definitions())).toHaveLength(2);
    await one.close();
    await two.close();
  });

  it('CF35 lose no value: what does not fit is reported, and is there again', async () => {
    const { store } = await openHouse([]);
    const size = field({ on: 'company', name: 'size', type: 'text' });
    const choice = field({ on: 'company', name: 'tier', type: 'choice', options: [{ value: 'A' }, { value: 'B' }] });
    valueOf(await store.run(define(size)));
    valueOf(await store.run(define(choice)));
    const large = await company(store, 'a', { customFields: { size: 'large', tier: 'A' } });
    await company(store, 'b', { customFields: { size: 'large', tier: 'B' } });
    valueOf(await store.run(define({ ...size, type: 'number' })));
    valueOf(await store.run(define({ ...choice, options: [{ value: 'B' }] })));
    const report = await bringUpToDate(store);
    expect(report.findings).toEqual([
      { on: 'company', name: 'size', is: 'misfit', count: 2, ids: expect.arrayContaining([large]) },
      { on: 'company', name: 'tier', is: 'misfit', count: 1, ids: [large] },
    ]);
    valueOf(await store.run(companies.edit({ id: large, changes: { name: 'still editable' } })));
    valueOf(await store.run(remove({ on: 'company', name: 'size' })));
    expect(await valuesOf(store, large)).toEqual({ size: 'large', tier: 'A' });
    valueOf(await store.run(define({ ...size, unique: true })));
    expect((await bringUpToDate(store)).findings).toContainEqual(
      expect.objectContaining({ name: 'size', is: 'duplicate', count: 1 }),
    );
    expect(problemOf(await store.run(companies.create({ name: 'c', customFields: { size: 'Large' } })))).toBe(
      'fields/not-unique',
    );
  });

  it('CF36 compute what existing rows lack, in small commits, and again where that was cut short', async () => {
    const { store, house, adapter, pipeline } = await openHouse([]);
    const brama = await company(store, 'Brama');
    for (let index = 0; index < 7; index++)
      valueOf(
        await store.run(
          deals.create({ name: `${index}`, pipelineId: pipeline.id, companyId: brama, amount: euros(index) }),
        ),
      );
    valueOf(await store.run(define(field({ name: 'half', type: 'formula', formula: 'amount / 2' }))));
    valueOf(
      await store.run(
        define(
          field({
            on: 'company',
            name: 'halves',
            type: 'rollUp',
            rollUp: { of: 'deal', by: 'companyId', take: 'sum', field: 'half' },
          }),
        ),
      ),
    );
    const stop = new Error('the page is closed');
    const giveWay = async (): Promise<void> => Promise.reject(stop);
    await expect(bringUpToDate(store, { rows: 3, giveWay })).rejects.toBe(stop);
    await store.close();
    // Other numbers: a batch with the key of an earlier one is that one.
    const again = await openBook({ adapter, fields: house, random: Math.random });
    expect(await bringUpToDate(again, { rows: 3, giveWay: async () => undefined })).toMatchObject({
      rows: 8,
      findings: [],
    });
    expect(await valuesOf(again, brama)).toEqual({ halves: [{ minor: 1050, currency: 'EUR' }] });
    expect((await ask(again, definitions())).map(({ isPending }) => isPending)).toEqual([false, false]);
    expect(await bringUpToDate(again)).toEqual({ rows: 0, written: 0, findings: [] });
    const { expected, actual } = await expectedOf(again, house);
    expect(actual).toEqual(expected);
  });
});

describe('kinds of entities of the house', () => {
  const vehicle = { kind: 'vehicle', collection: 'vehicles', labels: { en: 'Vehicle' }, plural: { en: 'Vehicles' } };

  it('CF37 have rows, fields, roll-ups and search like any other, also after the next opening', async () => {
    const { store, adapter } = await openHouse([]);
    valueOf(await store.run(defineEntity(vehicle)));
    const fields = [
      field({ on: 'vehicle', name: 'plate', type: 'text', unique: true, searched: true }),
      field({ on: 'vehicle', name: 'companyId', type: 'reference', to: 'company' }),
      field({
        on: 'company',
        name: 'fleet',
        type: 'rollUp',
        rollUp: { of: 'vehicle', by: 'companyId', take: 'count' },
      }),
    ];
    for (const each of fields) valueOf(await store.run(define(each)));
    const vehicles = collectionOf(vehicle);
    const brama = await company(store, 'Brama');
    const van = valueOf(
      await store.run(create(vehicles, { name: 'Van', customFields: { plate: 'W-1', companyId: brama } })),
    );
    expect(van.id).toMatch(/^vehicle_/);
    expect(problemOf(await store.run(create(vehicles, { name: 'Car', customFields: { plate: 'w-1' } })))).toBe(
      'fields/not-unique',
    );
    valueOf(await store.run(edit(vehicles, { id: van.id, changes: { name: 'Old van' } })));
    expect(await valuesOf(store, brama)).toEqual({ fleet: 1 });
    await store.close();
    const again = await openBook({ adapter, fields: customFields(), random: Math.random });
    expect((await ask(again, all(vehicles))).map(({ name }) => name)).toEqual(['Old van']);
    const hits = await ask(again, { ask: 'search', collection: vehicles, text: 'w-1', limit: 5 });
    expect(hits.map(({ id }) => id)).toEqual([van.id]);
    valueOf(await again.run(removeEntity(vehicles, van.id)));
    expect(await valuesOf(again, brama)).toEqual({ fleet: 0 });
    valueOf(await again.undo());
    expect(await ask(again, byId(vehicles, van.id))).toMatchObject({ name: 'Old van' });
    expect(await valuesOf(again, brama)).toEqual({ fleet: 1 });
    expect(problemOf(await again.run(defineEntity({ ...vehicle, kind: 'deal' })))).toBe('fields/duplicate-kind');
  });
});

describe('imports and the audit log', () => {
  const mapping = {
    name: 'People',
    into: 'contacts',
    system: 'crm',
    externalId: ['id'],
    fields: [
      { field: 'name', from: [{ column: 'name' }], required: true },
      { field: 'companyId', from: [{ column: 'company' }] },
      { field: 'customFields.badge', from: [{ column: 'badge' }] },
    ],
  };
  const fields = [
    ticket,
    field({ on: 'company', name: 'people', type: 'rollUp', rollUp: { of: 'contact', by: 'companyId', take: 'count' } }),
  ];

  it('CF38 refuse rows one by one, count the others, and take all of it back', async () => {
    const { store } = await openHouse(fields);
    const brama = await company(store, 'Brama');
    valueOf(await store.run(withBadge('Lea', 'A-1')));
    const file = `id,name,company,badge\n1,Max,${brama},A-2\n2,Mia,${brama},a-2\n3,Ida,${brama},A-1\n4,Jan,${brama},A-4\n`;
    const report = valueOf(await importCsv(store, file, mapping));
    expect(report).toMatchObject({ created: 2, rejected: 2 });
    expect(report.rejections.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([
      [3, 'fields/not-unique'],
      [4, 'fields/not-unique'],
    ]);
    expect(await valuesOf(store, brama)).toEqual({ people: 2 });
    expect(valueOf(await importCsv(store, file, mapping))).toMatchObject({ unchanged: 2, rejected: 2 });
    expect(valueOf(await revertImport(store, report.importId as Id<'import'>))).toMatchObject({
      removed: 2,
      skipped: [],
    });
    expect(await valuesOf(store, brama)).toEqual({ people: 0 });
    valueOf(await store.run(withBadge('Max', 'A-2')));
  });

  it('CF39 take back what they brought though it was counted in since', async () => {
    const { store } = await openHouse(fields);
    const shop = {
      name: 'Shop',
      into: 'companies',
      system: 'shop',
      externalId: ['id'],
      fields: [{ field: 'name', from: [{ column: 'name' }] }],
    };
    const brought = valueOf(await importCsv(store, 'id,name\n1,Brama\n', shop));
    const [brama] = await ask(store, companies.all());
    const lea = valueOf(await store.run(contacts.create({ name: 'Lea', companyId: brama!.id })));
    expect(await valuesOf(store, brama!.id)).toEqual({ people: 1 });
    valueOf(await store.run(erase(contacts.collection, lea.id)));
    expect(valueOf(await revertImport(store, brought.importId!))).toMatchObject({ removed: 1, skipped: [] });
  });

  it('CF39 has what changed along in the entry of the commit', async () => {
    const { store } = await openHouse(fields, { adapter: memoryAdapter(), audit: auditLog() });
    const brama = await company(store, 'Brama');
    valueOf(await store.run(contacts.create({ name: 'Lea', companyId: brama })));
    const entries = await ask(store, auditOf(companies.collection, brama));
    expect(entries.map(({ type }) => type).sort()).toEqual(['companies/create', 'contacts/create']);
  });
});
