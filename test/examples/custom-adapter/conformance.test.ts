import { conformance } from '@kith/adapters/conformance';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { restAdapter } from '../../../examples/custom-adapter/src/rest-adapter.js';
import { expectDocumented } from '../../support/score-card.js';
import { type ExampleServer, startServer } from './server.js';

let server: ExampleServer | undefined;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server?.stop());

conformance({
  describe,
  it,
  // Each place is a database of its own. Before the server runs there is nothing to open, but a name to ask for.
  factory: (place) => restAdapter({ url: `${server?.url}/${place}` }),
  onScore: expectDocumented,
});
