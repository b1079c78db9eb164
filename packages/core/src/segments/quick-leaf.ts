import type { FieldCondition } from '../filters/filter.js';
import type { Matcher } from '../filters/matches.js';
import { compareText } from '../filters/text.js';

const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * A condition that compares one field with one scalar, read straight off the row: most conditions are of that kind, and a
 * cold start asks millions. Where the field holds anything but a scalar the general matcher answers. Undefined for a
 * condition of another kind.
 */
export function quickLeaf(condition: FieldCondition, general: Matcher): Matcher | undefined {
  const { field, is, value } = condition;
  if (field.includes('.') || INHERITED.has(field)) return undefined;
  const test = testOf(is, value);
  return (
    test &&
    ((row) => {
      const found = (row as Readonly<Record<string, unknown>>)[field];
      return found === undefined || typeof found === 'object' ? general(row) : test(found);
    })
  );
}

function testOf(is: FieldCondition['is'], value: FieldCondition['value']): ((found: unknown) => boolean) | undefined {
  if (is === 'in') {
    const values: readonly unknown[] = Array.isArray(value) ? value : [];
    if (values.some((each) => typeof each === 'object')) return undefined;
    const wanted = new Set(values);
    return (found) => wanted.has(found);
  }
  if (typeof value !== 'number' && typeof value !== 'string' && typeof value !== 'boolean') return undefined;
  switch (is) {
    case 'eq':
      return (found) => found === value;
    case 'ne':
      return (found) => found !== value;
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      const holds = HOLDS[is];
      if (typeof value === 'number') return (found) => typeof found === 'number' && holds(found - value);
      if (typeof value === 'string') return (found) => typeof found === 'string' && holds(compareText(found, value));
      return undefined;
    }
    default:
      return undefined;
  }
}

const HOLDS = {
  lt: (order: number) => order < 0,
  lte: (order: number) => order <= 0,
  gt: (order: number) => order > 0,
  gte: (order: number) => order >= 0,
};
