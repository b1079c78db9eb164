/**
 * Whether one of the values that a path finds passes the test. An array on the way stands for each of its items, and so
 * does one at the end, unless it is asked for `whole`. Only what the entity itself holds is read: a field named
 * `constructor` finds nothing that everything inherits.
 */
export function someAt(
  path: readonly string[],
  entity: unknown,
  test: (value: unknown) => boolean,
  end: 'items' | 'whole' = 'items',
): boolean {
  return someFrom(path, 0, entity, test, end);
}

const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

function someFrom(
  path: readonly string[],
  depth: number,
  start: unknown,
  test: (value: unknown) => boolean,
  end: 'items' | 'whole',
): boolean {
  let value = start;
  for (let at = depth; at < path.length; at++) {
    if (typeof value !== 'object' || value === null) return false;
    if (Array.isArray(value)) return value.some((item) => someFrom(path, at, item, test, end));
    value = ownField(value, path[at] ?? '');
    if (value === undefined) return false;
  }
  if (end === 'items' && Array.isArray(value))
    return value.some((item) => someFrom(path, path.length, item, test, end));
  return test(value);
}

function ownField(holder: object, key: string): unknown {
  if (INHERITED.has(key) && !Object.hasOwn(holder, key)) return undefined;
  return (holder as Readonly<Record<string, unknown>>)[key];
}
