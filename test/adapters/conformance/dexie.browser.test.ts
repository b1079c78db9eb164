import { conformance } from '@kith/adapters/conformance';
import { dexieAdapter } from '@kith/adapters/dexie';
import { expect } from '@open-wc/testing';
import { indexedDbMeans } from './indexed-db-means.js';

const make = (place: string) => dexieAdapter({ name: place });

conformance({
  describe,
  it,
  factory: make,
  means: indexedDbMeans(make),
  onScore: (card) => expect(card.failed, String(card)).to.equal(0),
});
