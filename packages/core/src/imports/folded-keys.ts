/** A word whatever its case, without white space around it. */
export const foldedWord = (word: string): string => word.normalize('NFC').trim().toLowerCase();

const known = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** What the keys of a record stand for whatever their case. Of keys that differ in their case only, the first counts. */
export function foldedKeys<Value>(values: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  const before = known.get(values) as ReadonlyMap<string, Value> | undefined;
  if (before) return before;
  const made = new Map<string, Value>();
  for (const [key, value] of Object.entries(values)) {
    const folded = foldedWord(key);
    if (!made.has(folded)) made.set(folded, value);
  }
  known.set(values, made);
  return made;
}
