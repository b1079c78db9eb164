import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import type { Contact, Day } from '@kith/core';
import { type SampleRow, sample } from '@kith/core/sample';
import { type Collection, companies, contacts, erase, openStore, type Store } from '@kith/store';
import { check, identities, keepIdentities, rebuildIdentities } from '@kith/store/duplicates';
import { leadCollections } from '@kith/store/leads';
import { describe, expect, it } from 'vitest';
import { openBook, valueOf } from '../../support/book.js';

const open = (options = {}) => openBook({ collections: leadCollections, companions: [keepIdentities()], ...options });
const LEA = { name: 'Léa Fontanel', emails: [{ value: 'lea@brama.example' }] };
const find = async (store: Store, source: Parameters<typeof check>[0]) => valueOf(await store.run(check(source)));
const kept = async (adapter: StorageAdapter) =>
  (await adapter.query({ c: identities.name, limit: 100 })).rows.map(({ id, data }) => [id, data['of']]);

/** An adapter that counts the rows it hands out. */
function counted(inner: StorageAdapter): { readonly adapter: StorageAdapter; rows(): number } {
  let rows = 0;
  const adapter: StorageAdapter = {
    ...inner,
    async query(query) {
      const page = await inner.query(query);
      rows += page.rows.length;
      return page;
    },
    async get(c, ids) {
      rows += ids.length;
      return inner.get(c, ids);
    },
  };
  return { adapter, rows: () => rows };
}

describe('identities kept along with every commit', () => {
  it('DU20 finds a person however it is written, among contacts, companies and leads', async () => {
    const store = await open();
    const contact = valueOf(await store.run(contacts.create(LEA)));
    const company = valueOf(
      await store.run(companies.create({ name: '上海華夏科技股份有限公司', website: 'https://huaxia.example' })),
    );
    const person = await find(store, { name: 'FONTANEL, Lea', emails: ['Lea+fair@brama.example'] });
    expect(person.matches).toMatchObject([
      {
        collection: 'contacts',
        id: contact.id,
        name: 'Léa Fontanel',
        comparing: 'people',
        verdict: 'same',
        reasons: [{ evidence: 'same-email' }, { evidence: 'same-name' }],
      },
    ]);
    const theirs = await find(store, { name: '王小明', companyName: '华夏科技', emails: ['xiaoming@huaxia.example'] });
    expect(theirs.matches).toMatchObject([
      { collection: 'companies', id: company.id, comparing: 'companies', verdict: 'same' },
    ]);
    expect((await find(store, { name: 'Léa Fontanel', except: contact.id })).matches).toEqual([]);
    expect((await find(store, { emails: ['lea@brama.example'], among: ['companies'] })).matches).toEqual([]);
    await store.close();
  });

  it('DU21 follows edits, deletions, undo and redo in the same commit', async () => {
    const adapter = memoryAdapter();
    const store = await open({ adapter });
    const contact = valueOf(await store.run(contacts.create(LEA)));
    expect(await kept(adapter)).toEqual([[contact.id, 'contacts']]);
    valueOf(
      await store.run(contacts.edit({ id: contact.id, changes: { emails: [{ value: 'l.fontanel@brama.example' }] } })),
    );
    expect((await find(store, { emails: ['lea@brama.example'] })).matches).toEqual([]);
    expect((await find(store, { emails: ['l.fontanel@brama.example'] })).matches).toHaveLength(1);
    valueOf(await store.undo());
    expect((await find(store, { emails: ['lea@brama.example'] })).matches).toHaveLength(1);
    valueOf(await store.undo());
    expect(await kept(adapter)).toEqual([]);
    valueOf(await store.redo());
    expect((await find(store, { emails: ['lea@brama.example'] })).matches).toHaveLength(1);
    await store.close();
  });

  it('DU22 forgets who is erased, and tells nobody who follows the changes', async () => {
    const adapter = memoryAdapter();
    const store = await open({ adapter });
    const told: string[] = [];
    store.changes$.subscribe(({ changes }) => told.push(...changes.map(({ collection }) => collection)));
    const contact = valueOf(await store.run(contacts.create(LEA)));
    valueOf(await store.run(erase(contacts.collection as never as Collection, contact.id)));
    expect(await kept(adapter)).toEqual([]);
    const dumped: unknown[] = [];
    for await (const { c, row } of adapter.dump()) if (c === identities.name) dumped.push(row.data);
    expect(JSON.stringify(dumped)).not.toContain('fontanel');
    expect(told.includes(identities.name)).toBe(false);
    await store.close();
  });

  it('DU23 is made for a book that is older, again without writing where all is well', async () => {
    const adapter = memoryAdapter();
    const before = await openBook({ adapter, collections: leadCollections });
    for (let number = 0; number < 30; number++)
      valueOf(
        await before.run(
          contacts.create({ name: `Person ${number}`, emails: [{ value: `p${number}@brama.example` }] }),
        ),
      );
    await before.close();
    const store = await open({ adapter });
    expect((await find(store, { emails: ['p7@brama.example'] })).matches).toEqual([]);
    expect(await rebuildIdentities(store)).toEqual({ seen: 30, written: 30 });
    expect((await find(store, { emails: ['p7@brama.example'] })).matches).toHaveLength(1);
    expect(await rebuildIdentities(store)).toEqual({ seen: 30, written: 0 });
    await store.close();
  });

  it('DU24 reads only rows that share a key: as few in a large book as in a small one', async () => {
    const touched = async (size: number): Promise<number> => {
      const { adapter, rows } = counted(memoryAdapter());
      const store = await openStore({ adapter, collections: leadCollections, companions: [keepIdentities()] });
      const inBook: SampleRow[] = [...sample({ seed: 'duplicates', size, until: '2026-11-22' as Day })].filter(
        ({ collection }) => collection === 'contacts' || collection === 'companies',
      );
      await adapter.write({
        ops: inBook.map(({ collection, entity }) => ({
          op: 'put',
          c: collection,
          id: entity.id,
          expect: 'any',
          data: entity as never,
        })),
      });
      await rebuildIdentities(store);
      const some = inBook
        .filter(({ collection }) => collection === 'contacts')
        .slice(0, 20)
        .map(({ entity }) => entity as Contact);
      const from = rows();
      for (const { name, emails } of some) {
        const { matches } = await find(store, { name, emails: emails?.map(({ value }) => value) });
        expect(matches.length).toBeGreaterThan(0);
      }
      const each = (rows() - from) / some.length;
      await store.close();
      return each;
    };
    const [small, large] = [await touched(500), await touched(5_000)];
    console.info('rows handed out for one search', { small, large });
    expect(large).toBeLessThan(40);
    expect(large / small).toBeLessThan(5);
  });

  it('DU25 passes over a key that hundreds share, and says so', async () => {
    const store = await open();
    const phones = [{ value: '+43 1 5550101' }];
    for (let number = 0; number < 205; number++)
      valueOf(await store.run(contacts.create({ name: `Person ${number}`, phones })));
    const found = await find(store, { phones: ['+43 1 5550101'] });
    expect(found).toMatchObject({ matches: [], compared: 0, passedOver: 1 });
    await store.close();
  });
});
