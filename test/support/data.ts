import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * The folder of real data that some tests read, or undefined where it is absent: those tests are skipped then, with a
 * notice. It lies beside the repository (`../shared/data`) or where `KITH_DATA` says. With `CI=true` its absence is an error.
 *
 * Use it as `const folder = dataFolder('pipeline_maven'); describe.skipIf(!folder)('…', …)`.
 */
export function dataFolder(name: string): string | undefined {
  const folder = path.join(process.env.KITH_DATA ?? path.join(root, '../shared/data'), name);
  if (existsSync(folder)) return folder;
  if (process.env.CI === 'true')
    throw new Error(
      `There is no ${folder}. In CI the tests over real data must run: set KITH_DATA to the folder that holds ${name}.`,
    );
  console.warn(`Skipped the tests over ${name}: there is no ${folder}. Set KITH_DATA to the folder that holds it.`);
  return undefined;
}
