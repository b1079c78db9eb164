import type { Contact, Id } from '@kith/core';
import { contacts, type Store } from '@kith/store';
import { each, remove, retag } from '@kith/store/bulk';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, openBook, valueOf } from '../../support/book.js';

describe('many rows at once', () => {
  let store: Store;
  let people: readonly Contact[];

  beforeEach(async () => {
    store = await openBook();
    const made: Contact[] = [];
    for (const name of ['Anna', 'Bela', 'Cleo']) made.push(valueOf(await store.run(contacts.create({ name }))));
    people = made;
  });

  const sources = async (): Promise<readonly (string | undefined)[]> =>
    (await ask(store, contacts.all())).map(({ source }) => source);
  const setSource = (id: string, source: string) => contacts.edit({ id: id as Id<'contact'>, changes: { source } });

  it('BU1 carries commands out in one commit, and leaves out those that are refused', async () => {
    const seen: number[] = [];
    const end = store.changes$.subscribe(({ changes }) => seen.push(changes.length));
    const ids = [people[0]?.id ?? '', 'contact_nobody', people[2]?.id ?? ''];
    const done = valueOf(await store.run(each(ids.map((id) => setSource(id, 'Fair')))));
    end.unsubscribe();
    expect(done).toEqual({
      done: 2,
      refused: [{ index: 1, problem: expect.objectContaining({ code: 'store/not-found' }) }],
    });
    expect([await sources(), seen]).toEqual([['Fair', undefined, 'Fair'], [2]]);
  });

  it('BU2 undoes commits of one part together, and does them again together', async () => {
    await store.run(setSource(people[0]?.id ?? '', 'Before'));
    for (const { id } of people) await store.run(each([setSource(id, 'Fair')], 'part-1'));
    valueOf(await store.undo());
    expect(await sources()).toEqual(['Before', undefined, undefined]);
    valueOf(await store.redo());
    expect(await sources()).toEqual(['Fair', 'Fair', 'Fair']);
    valueOf(await store.undo());
    valueOf(await store.undo());
    expect(await sources()).toEqual([undefined, undefined, undefined]);
  });

  it('BU3 stops undoing at what somebody has changed since', async () => {
    for (const { id } of people) await store.run(each([setSource(id, 'Fair')], 'part-1'));
    const other = { ...setSource(people[0]?.id ?? '', 'Other'), history: 'none' } as const;
    await store.run(other);
    expect(await store.undo()).toMatchObject({ ok: false, problem: { code: 'store/changed-since' } });
    expect(await sources()).toEqual(['Other', undefined, undefined]);
  });

  it('BU4 deletes rows, and undo brings them back', async () => {
    valueOf(await store.run(each(people.slice(1).map(({ id }) => remove(contacts.collection, id)))));
    expect((await ask(store, contacts.all())).map(({ name }) => name)).toEqual(['Anna']);
    valueOf(await store.undo());
    expect(await ask(store, contacts.all())).toHaveLength(3);
    expect(await store.run(remove(contacts.collection, 'contact_nobody'))).toMatchObject({
      ok: false,
      problem: { code: 'store/not-found' },
    });
  });

  it('BU5 puts tags on and takes them off, whatever else is there', async () => {
    const edit = (id: string, changes: object) => contacts.edit({ id: id as Id<'contact'>, changes });
    const id = people[0]?.id ?? '';
    valueOf(await store.run(retag(contacts.collection, { id, add: ['vip', 'fair'] }, edit)));
    valueOf(await store.run(retag(contacts.collection, { id, add: ['vip', 'new'], remove: ['fair'] }, edit)));
    expect((await ask(store, contacts.byId(id as Id<'contact'>)))?.tags).toEqual(['vip', 'new']);
    valueOf(await store.run(retag(contacts.collection, { id, remove: ['vip', 'new'] }, edit)));
    expect(await ask(store, contacts.byId(id as Id<'contact'>))).not.toHaveProperty('tags');
  });
});
