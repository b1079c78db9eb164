import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { zhHans } from '../../../packages/elements/src/locales/zh-hans.js';

const source = path.resolve(import.meta.dirname, '../../../packages/elements/src');
const declared = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('messages.ts'))
  .flatMap((file) => [...readFileSync(path.join(source, file), 'utf8').matchAll(/= translated(?:<\w+>)?\(\s*'(\w+)'/g)])
  .map((match) => match[1]);

it('EL15 has the words of each feature under its name, and no others', () => {
  expect(declared.length).toBeGreaterThan(9);
  expect(Object.keys(zhHans.sentences).sort()).toEqual(declared.sort());
});

it('EL15 translates refusals that exist', () => {
  const known = readFileSync(path.resolve(source, '../../../docs/spec/problems.md'), 'utf8');
  expect(Object.keys(zhHans.problems).filter((code) => !known.includes(`\`${code}\``))).toEqual([]);
});
