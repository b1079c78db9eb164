import type { Field } from '../fields/field.js';

/**
 * What the words for the options of a field stand for: their keys, and their labels in any language. A word that two
 * options share stands for the one whose key it is, or for none.
 */
export function optionWords({ options = [] }: Pick<Field, 'options'>): ReadonlyMap<string, string> {
  const words = new Map<string, string | undefined>();
  for (const { value, labels = {} } of options)
    for (const word of Object.values(labels)) {
      if (word.trim() === '') continue;
      words.set(word, words.has(word) && words.get(word) !== value ? undefined : value);
    }
  for (const { value } of options) words.set(value, value);
  return new Map([...words].filter((entry): entry is [string, string] => entry[1] !== undefined));
}
