import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of pure functions, and of stores in memory: they leave nothing behind, so their files share what was loaded. */
const TOGETHER = 'test/{core,store,elements}/**/*.test.ts';
const IN_BROWSERS = ['test/**/*.browser.test.ts', '**/node_modules/**'];

export default defineConfig({
  ssr: { resolve: { conditions: ['source', 'node', 'import', 'default'] } },
  resolve: { conditions: ['source'] },
  test: {
    // Only what hangs takes so long, on however busy a machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Left to itself vitest keeps one core for its own process, which waits: on two cores that is half the machine.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: { name: 'together', include: [TOGETHER], exclude: IN_BROWSERS, pool: 'threads', isolate: false },
      },
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: [TOGETHER, ...IN_BROWSERS] } },
    ],
  },
});
