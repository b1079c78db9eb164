// Writes docs/score-card.md from runs of the conformance suite, of all adapters or of those that are named. The files run one
// after the other: they write one page.
//   pnpm score-card [memory] [dexie] [keyval] [rest]
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const fileByName = {
  ...Object.fromEntries(
    ['memory', 'dexie', 'keyval'].map((name) => [name, `test/adapters/conformance/${name}.test.ts`]),
  ),
  rest: 'test/examples/custom-adapter/conformance.test.ts',
};
const named = process.argv.slice(2);
const { status } = spawnSync(
  path.join(root, 'node_modules/.bin/vitest'),
  [
    'run',
    '--no-file-parallelism',
    ...(named.length > 0 ? named : Object.keys(fileByName)).map((name) => fileByName[name]),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, KITH_SCORE_CARD: 'write' } },
);
process.exit(status ?? 1);
