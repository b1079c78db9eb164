import 'fake-indexeddb/auto';
import { conformance } from '@kith/adapters/conformance';
import { keyvalAdapter } from '@kith/adapters/keyval';
import { describe, expect, it } from 'vitest';
import { indexedDbMeans } from './indexed-db-means.js';

const make = (place: string) => keyvalAdapter({ name: place });

conformance({
  describe,
  it,
  factory: make,
  means: indexedDbMeans(make),
  onScore: (card) => expect(card.failed, String(card)).toBe(0),
});
