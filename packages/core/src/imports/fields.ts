/** Values by their paths: what a row says about an entity. `undefined` clears the field. */
export type Fields = ReadonlyMap<string, unknown>;

/** What stands at a path with dots (`amount.minor`, `emails.0.value`), or undefined. */
export function valueAt(entity: unknown, path: string): unknown {
  let value = entity;
  for (const step of path.split('.'))
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
  return value;
}

/** An entity with some fields set. The same one when all of them already stand so; what is not named stays untouched. */
export function withFields<Entity extends object>(entity: Entity, fields: Fields): Entity {
  let changed: unknown = entity;
  for (const [path, value] of fields)
    if (!isSame(valueAt(changed, path), value)) changed = withValue(changed, path.split('.'), value);
  return changed as Entity;
}

/** Whether two plain values are the same, whatever the order of their fields. */
export function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(Reflect.get(left, key), Reflect.get(right, key)))
  );
}

function withValue(container: unknown, [step = '', ...rest]: readonly string[], value: unknown): unknown {
  const isPlace = /^\d+$/.test(step);
  const copy: unknown = Array.isArray(container)
    ? [...container]
    : typeof container === 'object' && container !== null
      ? { ...container }
      : isPlace
        ? []
        : {};
  const inner = rest.length > 0 ? withValue(valueAt(container, step), rest, value) : value;
  if (typeof copy !== 'object' || copy === null) return copy;
  if (inner === undefined && !isPlace) Reflect.deleteProperty(copy, step);
  else Object.defineProperty(copy, step, { value: inner, writable: true, enumerable: true, configurable: true });
  return copy;
}
