import { conformance } from '@kith/adapters/conformance';
import { keyvalAdapter } from '@kith/adapters/keyval';
import { expect } from '@open-wc/testing';

conformance({
  describe,
  it,
  factory: (place) => keyvalAdapter({ name: place }),
  onScore: (card) => expect(card.failed, String(card)).to.equal(0),
});
