import { conformance } from '@kith/adapters/conformance';
import { dexieAdapter } from '@kith/adapters/dexie';
import { expect } from '@open-wc/testing';

conformance({
  describe,
  it,
  factory: (place) => dexieAdapter({ name: place }),
  onScore: (card) => expect(card.failed, String(card)).to.equal(0),
});
