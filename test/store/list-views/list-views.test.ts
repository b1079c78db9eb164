import { collection, create, edit, ofList, remove } from '@kith/store/list-views';
import { expect, it } from 'vitest';
import { ask, openBook, problemOf, valueOf } from '../../support/book.js';

const names = async (store: Awaited<ReturnType<typeof openBook>>): Promise<readonly string[]> =>
  (await ask(store, ofList('contact'))).map(({ name }) => name);

it('BU6 keeps views of a list under names, renames and removes them, with undo', async () => {
  const store = await openBook({ collections: [collection] });
  const view = { group: 'ownerId', filters: [{ path: 'jobTitle', is: 'filled' }] };
  const made = valueOf(await store.run(create({ list: 'contact', name: 'Mine', view })));
  await store.run(create({ list: 'deal', name: 'Large', view: {} }));
  valueOf(await store.run(edit({ id: made.id, changes: { name: 'My people' } })));
  expect((await ask(store, ofList('contact')))[0]).toMatchObject({ name: 'My people', view });
  valueOf(await store.run(remove(made.id)));
  expect(await names(store)).toEqual([]);
  valueOf(await store.undo());
  expect(await names(store)).toEqual(['My people']);
  expect(problemOf(await store.run(create({ list: 'contact', name: '', view: {} })))).toBe('store/invalid');
  expect(problemOf(await store.run(remove('listView_none' as typeof made.id)))).toBe('store/not-found');
});
