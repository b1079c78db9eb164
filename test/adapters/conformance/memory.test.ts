import { memoryAdapter } from '@kith/adapters';
import { conformance } from '@kith/adapters/conformance';
import { describe, it } from 'vitest';
import { expectDocumented } from '../../support/score-card.js';

conformance({
  describe,
  it,
  factory: () => memoryAdapter(),
  onScore: expectDocumented,
});
