import 'fake-indexeddb/auto';
import { conformance } from '@kith/adapters/conformance';
import { keyvalAdapter } from '@kith/adapters/keyval';
import { describe, it } from 'vitest';
import { expectDocumented } from '../../support/score-card.js';
import { indexedDbMeans } from './indexed-db-means.js';

const make = (place: string) => keyvalAdapter({ name: place });

conformance({
  describe,
  it,
  factory: make,
  means: indexedDbMeans(make),
  onScore: expectDocumented,
});
