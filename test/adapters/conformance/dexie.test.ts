import 'fake-indexeddb/auto';
import { conformance } from '@kith/adapters/conformance';
import { dexieAdapter } from '@kith/adapters/dexie';
import { describe, expect, it } from 'vitest';

conformance({
  describe,
  it,
  factory: (place) => dexieAdapter({ name: place }),
  onScore: (card) => expect(card.failed, String(card)).toBe(0),
});
