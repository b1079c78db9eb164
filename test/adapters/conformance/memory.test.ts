import { memoryAdapter } from '@kith/adapters';
import { conformance } from '@kith/adapters/conformance';
import { describe, expect, it } from 'vitest';

conformance({
  describe,
  it,
  factory: () => memoryAdapter(),
  onScore: (card) => expect(card.failed, String(card)).toBe(0),
});
