import { memoryAdapter } from '@kith/adapters';
import { ok } from '@kith/core';
import { command, companies } from '@kith/store';
import { customFields } from '@kith/store/fields';
import { describe, expect, it } from 'vitest';
import { ask, openBook, problemOf, valueOf } from '../../support/book.js';
import { field } from './house.js';

const openHouse = () =>
  openBook({
    adapter: memoryAdapter(),
    fields: customFields({ fields: [field({ on: 'company', name: 'bank', type: 'reference', to: 'company' })] }),
  });

describe('references', () => {
  it('CF48 name a row that is there when they are written', async () => {
    const store = await openHouse();
    const bank = valueOf(await store.run(companies.create({ name: 'Bank' })));
    const nowhere = `${bank.id.slice(0, -1)}${bank.id.endsWith('Z') ? 'Y' : 'Z'}`;
    const refused = await store.run(companies.create({ name: 'Brama', customFields: { bank: nowhere } }));
    expect(problemOf(refused)).toBe('fields/unknown-reference');
    expect(!refused.ok && refused.problem.path).toBe('customFields.bank');
    const brama = valueOf(await store.run(companies.create({ name: 'Brama', customFields: { bank: bank.id } })));

    // What it names may go: the row is edited, taken back and put again all the same.
    valueOf(await store.run(companies.edit({ id: brama.id, changes: { industry: 'retail' } })));
    valueOf(
      await store.run(
        command(
          'test/remove',
          null,
          async (work) => {
            await work.get(companies.collection, bank.id);
            work.remove(companies.collection, bank.id);
            return ok(undefined);
          },
          { history: 'none' },
        ),
      ),
    );
    valueOf(await store.run(companies.edit({ id: brama.id, changes: { name: 'Brama S.A.' } })));
    valueOf(await store.run(companies.edit({ id: brama.id, changes: { customFields: {} } })));
    valueOf(await store.undo());
    expect((await ask(store, companies.byId(brama.id)))?.customFields).toEqual({ bank: bank.id });
  });

  it('CF48 may name a row of the same commit, and none that the commit takes away', async () => {
    const store = await openHouse();
    const both = (isKept: boolean) =>
      command('test/both', null, async (work) => {
        const { now } = work.env;
        const stamps = { createdAt: now, modifiedAt: now };
        const id = work.env.newId('company');
        work.put(companies.collection, {
          id: work.env.newId('company'),
          name: 'Brama',
          customFields: { bank: id },
          ...stamps,
        });
        work.put(companies.collection, { id, name: 'Bank', ...stamps });
        if (!isKept) work.remove(companies.collection, id);
        return ok(undefined);
      });
    valueOf(await store.run(both(true)));
    expect(problemOf(await store.run(both(false)))).toBe('fields/unknown-reference');
    expect(await ask(store, { ask: 'rows', collection: companies.collection })).toHaveLength(2);
  });
});
