import { conformance } from '@kith/adapters/conformance';
import { keyvalAdapter } from '@kith/adapters/keyval';
import { expect } from '@open-wc/testing';
import { indexedDbMeans } from './indexed-db-means.js';

const make = (place: string) => keyvalAdapter({ name: place });

conformance({
  describe,
  it,
  factory: make,
  means: indexedDbMeans(make),
  onScore: (card) => expect(card.failed, String(card)).to.equal(0),
});
