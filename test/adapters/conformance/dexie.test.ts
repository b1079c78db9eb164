import 'fake-indexeddb/auto';
import { conformance } from '@kith/adapters/conformance';
import { dexieAdapter } from '@kith/adapters/dexie';
import { describe, it } from 'vitest';
import { expectDocumented } from '../../support/score-card.js';
import { indexedDbMeans } from './indexed-db-means.js';

const make = (place: string) => dexieAdapter({ name: place });

conformance({
  describe,
  it,
  factory: make,
  means: indexedDbMeans(make),
  onScore: expectDocumented,
});
