import { isSame } from '../kernel/same.js';
import { own, valueAt } from '../kernel/value-at.js';

/** Values by their paths: what a row says about an entity. `undefined` clears the field. */
export type Fields = ReadonlyMap<string, unknown>;

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

/** Sets a field that is the container's own: `__proto__` is a name like any other in data. */
function setOwn(container: object, field: string, value: unknown): void {
  if (value === undefined && !Array.isArray(container)) Reflect.deleteProperty(container, field);
  else if (field === '__proto__')
    Object.defineProperty(container, field, { value, writable: true, enumerable: true, configurable: true });
  else Reflect.set(container, field, value);
}

const isPlace = (step: string): boolean => /^\d+$/.test(step);
