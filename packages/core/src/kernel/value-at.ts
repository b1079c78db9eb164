/** What stands at a path with dots (`amount.minor`, `emails.0.value`), or undefined. Only what a value itself holds is found. */
export function valueAt(entity: unknown, path: string): unknown {
  if (!path.includes('.')) return own(entity, path);
  let value = entity;
  for (const step of path.split('.')) value = own(value, step);
  return value;
}

/** A field that is the container's own: nothing that everything inherits. */
export const own = (container: unknown, field: string): unknown =>
  typeof container === 'object' && container !== null && Object.hasOwn(container, field)
    ? Reflect.get(container, field)
    : undefined;
