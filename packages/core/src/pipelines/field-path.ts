import { valueAt } from '../kernel/value-at.js';

/** What no path may name: it would reach into what every object inherits. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/** Whether a text is the path of a field: names with dots between, none of them what every object inherits. */
export const isFieldPath = (path: string): boolean =>
  path.split('.').every((step) => step !== '' && !FORBIDDEN.includes(step));

/** Whether there is something at a path: not nothing, not white space, not an empty list. */
export function isFilled(row: unknown, path: string): boolean {
  const value = valueAt(row, path);
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
}

/** A row with values at paths. Those that hold nothing are left out; what the row had there stays. */
export function withFields<Row extends object>(row: Row, fields: Readonly<Record<string, unknown>>): Row {
  return Object.entries(fields).reduce<Row>(
    (filled, [path, value]) =>
      value === undefined || value === null || !isFieldPath(path)
        ? filled
        : (withValue(filled, path.split('.'), value) as Row),
    row,
  );
}

function withValue(holder: object, [step = '', ...rest]: readonly string[], value: unknown): object {
  const inner: unknown = Object.hasOwn(holder, step) ? Reflect.get(holder, step) : undefined;
  if (rest.length === 0) return { ...holder, [step]: value };
  return { ...holder, [step]: withValue(typeof inner === 'object' && inner !== null ? inner : {}, rest, value) };
}
