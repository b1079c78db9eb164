import 'fake-indexeddb/auto';
import { conformance } from '@kith/adapters/conformance';
import { keyvalAdapter } from '@kith/adapters/keyval';
import { describe, expect, it } from 'vitest';

conformance({
  describe,
  it,
  factory: (place) => keyvalAdapter({ name: place }),
  onScore: (card) => expect(card.failed, String(card)).toBe(0),
});
