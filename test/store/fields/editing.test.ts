import { companies } from '@kith/store';
import * as fields from '@kith/store/fields';
import { describe, expect, it } from 'vitest';
import { ask, openBook, problemOf, valueOf } from '../../support/book.js';
import { field } from './house.js';

const on = 'company';
const named = (name: string) => field({ on, name, type: 'text' });

async function openHouse(...names: readonly string[]) {
  const house = fields.customFields({ fields: [named('declared')] });
  const store = await openBook({ fields: house });
  for (const name of names) valueOf(await store.run(fields.define(named(name))));
  const order = (): string =>
    house
      .registry()
      .fieldsOf(on)
      .filter(({ origin }) => origin !== 'built-in')
      .map(({ name }) => name)
      .join(' ');
  const stored = async (name: string) =>
    (await ask(store, fields.definitions())).find(({ definition }) => definition.name === name);
  return { store, order, stored };
}

describe('fields that are edited while the application runs', () => {
  it('CF60 stand in the order in which somebody puts them, those declared in code first', async () => {
    const { store, order } = await openHouse('a', 'b', 'c', 'd');
    expect(order()).toBe('declared a b c d');
    valueOf(await store.run(fields.place({ on, name: 'd', before: 'b' })));
    expect(order()).toBe('declared a d b c');
    valueOf(await store.run(fields.place({ on, name: 'a' })));
    expect(order()).toBe('declared d b c a');
    // One that comes later has no place yet, and stands before those that have one until it gets one.
    valueOf(await store.run(fields.define(named('e'))));
    valueOf(await store.run(fields.place({ on, name: 'e', before: 'c' })));
    expect(order()).toBe('declared d b e c a');
    for (let step = 0; step < 4; step++) {
      const last = order().split(' ').at(-1) ?? '';
      const second = order().split(' ')[2] ?? '';
      valueOf(await store.run(fields.place({ on, name: last, before: second })));
      expect(order().split(' ')[2]).toBe(last);
    }
    expect(problemOf(await store.run(fields.place({ on, name: 'nobody' })))).toBe('store/not-found');
  });

  it('CF61 ask rows to be brought up to them only where it concerns rows', async () => {
    const { store, stored } = await openHouse('size');
    await fields.bringUpToDate(store);
    const size = named('size');
    const pending = async (definition: typeof size): Promise<boolean | undefined> => {
      valueOf(await store.run(fields.define(definition)));
      return (await stored('size'))?.isPending;
    };
    expect(await pending({ ...size, labels: { de: 'Größe', en: 'Size' }, access: { view: ['finance'] } })).toBe(false);
    valueOf(await store.run(fields.place({ on, name: 'size' })));
    expect((await stored('size'))?.isPending).toBe(false);
    expect(await pending({ ...size, most: 3 })).toBe(true);
    expect(await pending({ ...size, most: 3, labels: { en: 'Extent' } })).toBe(true);
    await fields.bringUpToDate(store);
    const choice = { ...size, type: 'choice' as const, options: [{ value: 'S' }, { value: 'L' }] };
    expect(await pending(choice)).toBe(true);
    await fields.bringUpToDate(store);
    const renamed = [
      { value: 'L', labels: { en: 'Large' } },
      { value: 'S', color: '#2f6f4f' },
    ];
    expect(await pending({ ...choice, options: renamed })).toBe(false);
    expect(await pending({ ...choice, options: renamed.slice(1) })).toBe(true);
  });

  it('CF62 are tried on the rows there are before they are made', async () => {
    const { store, stored } = await openHouse('size');
    for (const size of ['12', 'about 40', 'many', 'Many', undefined])
      valueOf(await store.run(companies.create({ name: 'Brama', ...(size && { customFields: { size } }) })));
    const size = named('size');
    const before = await stored('size');
    expect(valueOf(await fields.tryDefinition(store, { ...size, type: 'number' }, { rows: 2 }))).toEqual({
      rows: 5,
      filled: 4,
      misfits: 4,
      examples: [expect.any(String), expect.any(String), expect.any(String)],
      duplicates: 0,
      isStopped: false,
    });
    expect(valueOf(await fields.tryDefinition(store, { ...size, most: 4, unique: true }))).toMatchObject({
      misfits: 1,
      duplicates: 1,
    });
    expect(await stored('size')).toEqual(before);
    expect(problemOf(await fields.tryDefinition(store, { ...size, unique: true, type: 'boolean' }))).toBe(
      'fields/not-unique-type',
    );
    const stopped = await fields.tryDefinition(store, size, { signal: AbortSignal.abort() });
    expect(valueOf(stopped)).toMatchObject({ rows: 0, isStopped: true });
  });

  it('CF63 are not overwritten where somebody else has changed them meanwhile', async () => {
    const { store, stored } = await openHouse('size');
    const size = named('size');
    const seen = (await stored('size'))?.definition ?? null;
    valueOf(await store.run(fields.define({ ...size, labels: { en: 'Extent' } }, { seen })));
    expect(problemOf(await store.run(fields.define({ ...size, most: 3 }, { seen })))).toBe('fields/changed-meanwhile');
    expect((await stored('size'))?.definition).toMatchObject({ labels: { en: 'Extent' } });
    expect(problemOf(await store.run(fields.define(size, { seen: null })))).toBe('fields/changed-meanwhile');
    valueOf(await store.run(fields.define(named('other'), { seen: null })));
  });
});
