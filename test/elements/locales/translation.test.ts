import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { builtInEntities } from '@kith/core/fields';
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

const english = builtInEntities.flatMap((entity) => [
  entity.labels,
  entity.plural,
  ...entity.fields.flatMap((field) => [field.labels, ...(field.options ?? []).map((option) => option.labels)]),
]);
const fieldNames = builtInEntities.flatMap((entity) => entity.fields.map((field) => `${entity.kind}.${field.name}`));

const others = languages.filter((language) => language !== 'zh-hans');

it.each(others)('EL17 calls each built-in field, choice and kind by a name in %s, and no others', async (language) => {
  const labels = (await wordsOf(language)).labels ?? {};
  const wanted = english.map((each) => each?.en).filter((label) => label !== undefined);
  expect(wanted.filter((label) => !labels[label])).toEqual([]);
  expect(Object.keys(labels).filter((key) => !wanted.includes(key) && !fieldNames.includes(key))).toEqual([]);
});
