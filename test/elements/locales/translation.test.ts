import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Translation } from '../../../packages/elements/src/locales/translation.js';

const source = path.resolve(import.meta.dirname, '../../../packages/elements/src');
const declared = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('messages.ts'))
  .flatMap((file) => [...readFileSync(path.join(source, file), 'utf8').matchAll(/= translated(?:<\w+>)?\(\s*'(\w+)'/g)])
  .map((match) => match[1]);

const locales = path.join(source, 'locales');
const languages = readdirSync(locales, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);
const wordsOf = async (language: string): Promise<Translation> =>
  (await import(path.join(locales, language, 'words.ts'))).words;

it.each(languages)('EL15 has the words of each feature in %s under its name, and no others', async (language) => {
  expect(declared.length).toBeGreaterThan(9);
  expect(Object.keys((await wordsOf(language)).sentences).sort()).toEqual([...declared].sort());
});

it.each(languages)('EL15 translates into %s refusals that exist', async (language) => {
  const known = readFileSync(path.resolve(source, '../../../docs/spec/problems.md'), 'utf8');
  const { problems } = await wordsOf(language);
  expect(Object.keys(problems).filter((code) => !known.includes(`\`${code}\``))).toEqual([]);
});
