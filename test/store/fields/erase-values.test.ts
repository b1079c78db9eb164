import { memoryAdapter } from '@kith/adapters';
import { companies } from '@kith/store';
import * as fields from '@kith/store/fields';
import { describe, expect, it } from 'vitest';
import { ask, openBook, problemOf, valueOf } from '../../support/book.js';
import { field } from './house.js';

const on = 'company';
const openHouse = async (count: number) => {
  const adapter = memoryAdapter();
  const store = await openBook({ adapter, fields: fields.customFields() });
  for (const definition of [
    field({ on, name: 'secret', type: 'text', unique: true }),
    field({ on, name: 'size', type: 'number' }),
  ])
    valueOf(await store.run(fields.define(definition)));
  for (let index = 0; index < count; index++)
    valueOf(
      await store.run(
        companies.create({ name: `Company ${index}`, customFields: { secret: `s${index}`, size: index } }),
      ),
    );
  const all = () => ask(store, { ask: 'rows', collection: companies.collection, order: [['name', 'asc']] });
  const isSomewhere = async (text: string): Promise<boolean> => {
    for await (const { c, row } of adapter.dump())
      if (c === companies.collection.name && !row.deleted && JSON.stringify(row.data).includes(text)) return true;
    return false;
  };
  return { store, adapter, all, isSomewhere };
};

describe('values of a removed field', () => {
  it('CF46 go in small commits, with progress, and leave the rest of the rows alone', async () => {
    const { store, all, adapter } = await openHouse(7);
    expect(problemOf(await fields.eraseValues(store, { on, name: 'secret' }))).toBe('fields/still-defined');
    valueOf(await store.run(fields.remove({ on, name: 'secret' })));
    const steps: (readonly [number, number])[] = [];
    const done = valueOf(
      await fields.eraseValues(store, { on, name: 'secret' }, { rows: 3, onProgress: (...step) => steps.push(step) }),
    );
    expect(done).toEqual({ erased: 7, kept: { count: 0, ids: [] }, isStopped: false });
    expect(steps).toEqual([
      [3, 7],
      [6, 7],
      [7, 7],
    ]);
    expect((await all()).map(({ customFields }) => customFields)).toEqual(
      Array.from({ length: 7 }, (_, size) => ({ size })),
    );
    const guards = (await adapter.query({ c: 'fieldGuards', limit: 100 })).rows.map(({ id }) => id);
    expect(guards.filter((id) => id.startsWith('company.'))).toEqual([]);
    expect(problemOf(await fields.eraseValues(store, { on: 'planet', name: 'secret' }))).toBe('fields/unknown-kind');
  });

  it('CF46 are not brought back by any undo', async () => {
    const { store, all, isSomewhere } = await openHouse(1);
    const [row] = await all();
    valueOf(await store.run(companies.edit({ id: row!.id, changes: { customFields: { secret: 'other', size: 1 } } })));
    valueOf(await store.run(fields.remove({ on, name: 'secret' })));
    valueOf(await fields.eraseValues(store, { on, name: 'secret' }));
    expect(problemOf(await store.undo())).toBe('store/changed-since');
    expect(await isSomewhere('other')).toBe(false);
    expect((await all())[0]?.customFields).toEqual({ size: 1 });
  });

  it('CF46 can be stopped and gone on with', async () => {
    const { store, all } = await openHouse(5);
    valueOf(await store.run(fields.remove({ on, name: 'secret' })));
    const stop = new AbortController();
    const first = valueOf(
      await fields.eraseValues(
        store,
        { on, name: 'secret' },
        { rows: 2, signal: stop.signal, onProgress: () => stop.abort() },
      ),
    );
    expect(first).toMatchObject({ erased: 2, isStopped: true });
    expect(valueOf(await fields.eraseValues(store, { on, name: 'secret' }))).toMatchObject({
      erased: 3,
      isStopped: false,
    });
    expect((await all()).every(({ customFields }) => customFields?.['secret'] === undefined)).toBe(true);
  });
});
