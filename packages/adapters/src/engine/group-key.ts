import type { Json } from '../adapter.js';

/** A string that is the same exactly when the scalars are, one by one. Structures count as one value. */
export function groupKey(values: readonly (Json | undefined)[]): string {
  let key = '';
  for (const value of values) key += groupPart(value);
  return key;
}

/** The part of one scalar in such a string. */
export function groupPart(value: Json | undefined): string {
  switch (typeof value) {
    case 'string':
      return `s${value.length}:${value}`;
    case 'number':
      return `n${value};`;
    case 'boolean':
      return value ? 't' : 'f';
    default:
      return value === null || value === undefined ? '0' : 'o';
  }
}
