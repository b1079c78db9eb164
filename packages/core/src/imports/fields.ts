import { isSame } from '../kernel/same.js';
/** Values by their paths: what a row says about an entity. `undefined` clears the field. */
export type Fields = ReadonlyMap<string, unknown>;

/** What stands at a path with dots (`amount.minor`, `emails.0.value`), or undefined. */
export function valueAt(entity: unknown, path: string): unknown {
  if (!path.includes('.')) return own(entity, path);
  let value = entity;
  for (const step of path.split('.')) value = own(value, step);
  return value;
}

/** An entity with some fields set. The same one when all of them already stand so; what is not named stays untouched. */
export function withFields<Entity extends object>(entity: Entity, fields: Fields): Entity {
  let changed: Entity | undefined;
  for (const [path, value] of fields) {
    if (isSame(valueAt(changed ?? entity, path), value)) continue;
    changed ??= { ...entity };
    const [first = path, ...rest] = path.split('.');
    setOwn(changed, first, rest.length === 0 ? value : withValue(own(changed, first), rest, value));
  }
  return changed ?? entity;
}

function withValue(container: unknown, [step = '', ...rest]: readonly string[], value: unknown): unknown {
  const copy: object = Array.isArray(container)
    ? [...container]
    : typeof container === 'object' && container !== null
      ? { ...container }
      : isPlace(step)
        ? []
        : {};
  setOwn(copy, step, rest.length === 0 ? value : withValue(own(container, step), rest, value));
  return copy;
}

const own = (container: unknown, field: string): unknown =>
  typeof container === 'object' && container !== null && Object.hasOwn(container, field)
    ? Reflect.get(container, field)
    : undefined;

/** Sets a field that is the container's own: `__proto__` is a name like any other in data. */
function setOwn(container: object, field: string, value: unknown): void {
  if (value === undefined && !Array.isArray(container)) Reflect.deleteProperty(container, field);
  else if (field === '__proto__')
    Object.defineProperty(container, field, { value, writable: true, enumerable: true, configurable: true });
  else Reflect.set(container, field, value);
}

const isPlace = (step: string): boolean => /^\d+$/.test(step);
