import 'fake-indexeddb/auto';
import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { keyvalAdapter } from '@kith/adapters/keyval';
import { describe, expect, it } from 'vitest';

const adapters: ReadonlyArray<readonly [string, () => StorageAdapter]> = [
  ['memory', memoryAdapter],
  ['dexie', () => dexieAdapter({ name: 'sorted places' })],
  ['keyval', () => keyvalAdapter()],
];

describe('places in the feed', () => {
  it.each(adapters)('P5 sort as strings where an adapter says so: %s', async (_, make) => {
    const adapter = make();
    expect(adapter.capabilities.sortedPlaces).toBe(true);
    await adapter.open({
      tenant: 'places',
      schema: 1,
      collections: { items: { indexes: [] } },
      migrations: [],
      onSuperseded: () => undefined,
    });
    const places = [(await adapter.query({ c: 'items', limit: 1 })).at];
    for (let n = 0; n < 120; n++)
      places.push((await adapter.write({ ops: [{ op: 'put', c: 'items', id: 'a', expect: 'any', data: { n } }] })).seq);
    expect([...places].sort()).toEqual(places);
    expect(new Set(places).size).toBe(places.length);
    expect((await adapter.query({ c: 'items', limit: 1 })).at).toBe(places.at(-1));
    await adapter.close();
  });
});
