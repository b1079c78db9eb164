import 'fake-indexeddb/auto';
import { conformance } from '@kith/adapters/conformance';
import { dexieAdapter } from '@kith/adapters/dexie';
import { describe, expect, it } from 'vitest';
import { indexedDbMeans } from './indexed-db-means.js';

const make = (place: string) => dexieAdapter({ name: place });

conformance({
  describe,
  it,
  factory: make,
  means: indexedDbMeans(make),
  onScore: (card) => expect(card.failed, String(card)).toBe(0),
});
