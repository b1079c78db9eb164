import { someAt } from './path.js';

/** The first value that a path finds in a row, itself or one of the items of a list; undefined when there is none. */
export function ownValue(path: readonly string[], row: unknown): unknown {
  let found: unknown;
  someAt(path, row, (value) => {
    found = value;
    return true;
  });
  return found;
}

/** All texts that a path finds. */
export function textsAt(path: readonly string[], row: unknown): readonly string[] {
  const texts: string[] = [];
  someAt(path, row, (value) => {
    if (typeof value === 'string') texts.push(value);
    return false;
  });
  return texts;
}

/** All values that a path finds, a list at its end as a whole: what any condition on the path can depend on. */
export function wholesAt(path: readonly string[], row: unknown): readonly unknown[] {
  const values: unknown[] = [];
  const keep = (value: unknown): boolean => {
    values.push(value);
    return false;
  };
  someAt(path, row, keep, 'whole');
  return values;
}

/** A field of a row, unless it is one that everything inherits. */
export const ownField = (row: unknown, field: string): unknown =>
  typeof row === 'object' && row !== null && Object.hasOwn(row, field) ? Reflect.get(row, field) : undefined;
