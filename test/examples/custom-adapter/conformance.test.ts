import { type ConformanceOptions, conformance as suite } from '@kith/adapters/conformance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restAdapter } from '../../../examples/custom-adapter/src/rest-adapter.js';
import { expectDocumented } from '../../support/score-card.js';
import { type ExampleServer, startServer } from './server.js';

let server: ExampleServer | undefined;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server?.stop());

/** Some cases are thousands of requests. */
const PATIENCE = 300_000;

/** The suite, whose card has to stand in docs/score-card.md as well. */
function conformance({ onScore, ...options }: ConformanceOptions): void {
  suite({
    ...options,
    it: (title, body) => it(title, body, PATIENCE),
    onScore(card) {
      onScore?.(card);
      expectDocumented(card);
    },
  });
}

conformance({
  describe,
  it,
  // Each place is a database of its own. Before the server runs there is nothing to open, but a name to ask for.
  factory: (place) => restAdapter({ url: `${server?.url}/${place}` }),
  onScore: (card) => expect(card.failed, String(card)).toBe(0),
});
