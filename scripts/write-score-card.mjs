// Writes docs/score-card.md from runs of the conformance suite. The files run one after the other: they write one page.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const { status } = spawnSync(
  path.join(root, 'node_modules/.bin/vitest'),
  [
    'run',
    '--no-file-parallelism',
    ...['memory', 'dexie', 'keyval'].map((name) => `test/adapters/conformance/${name}.test.ts`),
    'test/examples/custom-adapter/conformance.test.ts',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, KITH_SCORE_CARD: 'write' } },
);
process.exit(status ?? 1);
